import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Compilation, compile, openProject, type Project } from '../../src/compiler/index.ts';
import type { Document, DocumentGraph, SiteModel } from '../../src/model/index.ts';
import { openSite, type SiteSearch, writeSearchIndex } from '../../src/search/index.ts';
import { watchProject } from '../../src/site/watch.ts';

/** One state of the knowledge base, compiled and indexed. */
export interface Knowledge {
	readonly project: Project;
	readonly graph: DocumentGraph;
	readonly model: SiteModel;
	readonly search: SiteSearch;
	/** The versions of a document by id in any case, in the order of the configured languages. */
	versions(id: string): readonly Document[];
}

/** Follows a project: answers always come from what is on the disk now. */
export interface LiveKnowledge {
	current(): Promise<Knowledge>;
	close(): Promise<void>;
}

export interface KnowledgeOptions {
	readonly named: boolean;
	/** The day that due dates are judged by, asked anew for every compilation: a server lives longer than a day. */
	readonly today: () => string;
}

/**
 * Follows a project's files and compiles it in memory, from now on: `current` waits for the first compilation. Content
 * errors are no obstacle: the rest is served. Throws a UserError when there is no such folder.
 */
export async function openKnowledge(dir: string, options: KnowledgeOptions): Promise<LiveKnowledge> {
	const project = await openProject(dir, options);
	const folder = await mkdtemp(join(tmpdir(), 'mainstay-mcp-'));
	let day = options.today();
	let generation = 0;
	let isStale = false;
	const read = async (): Promise<Knowledge> => {
		const own = generation++;
		const knowledge = await readKnowledge(dir, { ...options, day }, join(folder, `${own}`));
		// The one before may still be answering a question.
		await rm(join(folder, `${own - 2}`), { recursive: true, force: true });
		return knowledge;
	};
	let state = read();
	// Whoever asks is told; nobody may be asking yet.
	state.catch(() => undefined);
	const watcher = watchProject(project, () => {
		isStale = true;
	});
	return {
		current: () => {
			const today = options.today();
			if (isStale || today !== day) {
				isStale = false;
				day = today;
				const last = state;
				// What cannot be read at all keeps the last state; the next save tries again.
				state = read().catch(() => last);
			}
			return state;
		},
		close: async () => {
			watcher.close();
			await state.then(
				({ search }) => search.close(),
				() => undefined,
			);
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function readKnowledge(
	dir: string,
	{ named, day }: { named: boolean; day: string },
	folder: string,
): Promise<Knowledge> {
	const project = await openProject(dir, { named });
	const { graph, site } = await compile(project, {
		target: 'site',
		asOf: day,
		outputs: [join(project.root, 'dist')],
	});
	if (!site) throw new Error('The compilation has no site.');
	await indexFor(site, project, folder);
	return {
		project,
		graph,
		model: site.model,
		search: await openSite(folder),
		versions: (id) => {
			const wanted = id.trim().toUpperCase();
			const found = graph.byId.get(id) ?? graph.byId.get(wanted);
			return found ? [...found.values()] : [];
		},
	};
}

async function indexFor(
	site: NonNullable<Compilation['site']>,
	{ config, workFolder }: Project,
	folder: string,
): Promise<void> {
	await writeSearchIndex(site.records, {
		outDir: folder,
		languages: config.languages,
		synonyms: config.search.synonyms,
		cacheDir: join(workFolder, 'cache', 'pagefind-mcp'),
	});
}
