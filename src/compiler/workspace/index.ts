import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createMermaidRenderer } from '../../diagrams/index.ts';
import type { AssetFile, Document, Finding, ResolvedConfig, SourceFile } from '../../model/index.ts';
import { codeReader, readSources, type Sources } from '../../sources/index.ts';
import { openDiagramCaches } from '../diagrams.ts';
import type { CompiledDocument } from '../document-task.ts';
import { compileDocuments, openDocumentCache } from '../documents.ts';
import { prepareWorkFolder } from '../lock.ts';
import { toolFingerprint } from '../own-version.ts';
import type { Project } from '../project.ts';
import { applySuppressions } from '../suppressions.ts';
import { carried } from './carry.ts';
import { docPathOf, inReadingOrder } from './place.ts';
import { type DocumentSet, joinDocuments, replaceDocument } from './set.ts';
import { createTextCompiler } from './texts.ts';
import { lateFindings, promptFindings } from './whole-set.ts';

/** The documents as an editor sees them: what is on the disk, and over it what is being written. */
export interface WorkspaceView extends DocumentSet {
	readonly config: ResolvedConfig;
	/** By path, in the order of reading. */
	readonly sources: ReadonlyMap<string, SourceFile>;
	readonly assets: ReadonlyMap<string, AssetFile>;
}

/**
 * A knowledge base kept in memory. Its findings are those of a check of the same texts. Calls must not overlap;
 * only `settle` may go on while texts are written.
 */
export interface Workspace {
	readonly project: Project;
	readonly view: WorkspaceView;
	/** Takes an unsaved text over what is on the disk. False where no check would read the file as a document. */
	write(path: string, text: string): Promise<boolean>;
	/** The text on the disk counts again. */
	release(path: string): Promise<void>;
	/** Looks at the disk anew. */
	refresh(): Promise<void>;
	/** All findings; those of {@link settle} as they were when it last ran. */
	findings(): readonly Finding[];
	/** Finds what is too slow for every keystroke. */
	settle(): Promise<void>;
	close(): Promise<void>;
}

/** So few documents are compiled sooner than more workers have started. */
const FEW = 40;

const NOTHING: Sources = {
	documents: [],
	assets: new Map(),
	findings: [],
	seen: 0,
	excluded: [],
	inputs: [],
};

/** Reads and compiles a project, mostly from the cache of `check`. `today` gives the day that due dates are judged by. */
export async function openWorkspace(project: Project, today: () => string): Promise<Workspace> {
	const { config, workFolder } = project;
	const fingerprint = toolFingerprint('compiler');
	await prepareWorkFolder(workFolder);
	const cacheFolder = join(workFolder, 'cache');
	const texts = createTextCompiler(config);
	const renderer = createMermaidRenderer({ workers: 1 });
	const caches = await openDiagramCaches(cacheFolder);

	const unsaved = new Map<string, SourceFile>();
	const compiled = new Map<string, CompiledDocument>();
	const failures = new Map<string, Finding>();
	let disk = NOTHING;
	let diskByPath: ReadonlyMap<string, SourceFile> = new Map();
	let view: WorkspaceView = {
		...joinDocuments([], disk.assets, config),
		config,
		sources: new Map(),
		assets: disk.assets,
	};
	let readCode = codeReader(config.root);
	let prompt: readonly Finding[] | undefined;
	let late: readonly Finding[] = [];

	const wholeSet = () => ({ set: view, config, assets: disk.assets, asOf: today(), readCode });

	function joinAll(): void {
		const documents = inReadingOrder(compiled.keys(), config.sources).flatMap((path) => {
			const document = compiled.get(path)?.document;
			return document ? [document] : [];
		});
		const sources = new Map([...diskByPath, ...unsaved]);
		view = { ...joinDocuments(documents, disk.assets, config), config, sources, assets: disk.assets };
		prompt = undefined;
	}

	/** The document of a text; undefined where it could not be compiled. */
	async function compileText(source: SourceFile): Promise<Document | undefined> {
		const outcome = await texts.compile(source);
		if ('code' in outcome) {
			failures.set(source.path, outcome);
			compiled.delete(source.path);
			return undefined;
		}
		failures.delete(source.path);
		compiled.set(source.path, outcome);
		return outcome.document;
	}

	async function compileMany(sources: readonly SourceFile[]): Promise<void> {
		const cache = await openDocumentCache(cacheFolder, false);
		const all = await compileDocuments(sources, { config, withHtml: false, cache, fingerprint });
		await cache.save();
		for (const each of all.compiled) compiled.set(each.document.file, each);
		for (const finding of all.findings) failures.set(finding.file, finding);
	}

	async function refresh(): Promise<void> {
		disk = await readSources(config, [workFolder], { history: false });
		readCode = codeReader(config.root);
		diskByPath = new Map(disk.documents.map((source) => [source.path, source]));
		for (const known of [compiled, failures]) {
			for (const path of known.keys()) if (!diskByPath.has(path) && !unsaved.has(path)) known.delete(path);
		}
		const onDisk = disk.documents.filter(({ path }) => !unsaved.has(path));
		const changed = onDisk.filter(({ path, hash }) => compiled.get(path)?.document.hash !== hash);
		if (changed.length > FEW) await compileMany(onDisk);
		else for (const source of changed) await compileText(source);
		joinAll();
	}

	/** What was found in a quiet moment stays as far as the new text leaves it alone. */
	function carryLate(path: string, text: string): void {
		const own = late.filter(({ file }) => file === path);
		if (own.length === 0) return;
		const before = view.sources.get(path)?.text ?? '';
		late = [...late.filter(({ file }) => file !== path), ...carried(own, before, text)];
	}

	async function write(path: string, text: string): Promise<boolean> {
		const docPath = docPathOf(path, config.sources);
		const onDisk = diskByPath.get(path);
		// A link or a file in another encoding: what the editor shows of it is not what a check reads.
		const isRefused = !onDisk && disk.findings.some(({ file }) => file === path);
		if (docPath === undefined || isRefused) return false;
		const hash = createHash('sha256').update(text).digest('hex');
		const source: SourceFile = { path, docPath, text, hash, ...(onDisk?.vcs && { vcs: onDisk.vcs }) };
		unsaved.set(path, source);
		if (compiled.get(path)?.document.hash === hash) return true;
		carryLate(path, text);
		const document = await compileText(source);
		const replaced = document && replaceDocument(view, document, view);
		if (replaced) {
			view = { ...view, ...replaced, sources: new Map(view.sources).set(path, source) };
			prompt = undefined;
		} else joinAll();
		return true;
	}

	await refresh();
	texts.warm();
	return {
		project,
		get view() {
			return view;
		},
		write,
		refresh,
		async release(path) {
			const left = unsaved.get(path);
			unsaved.delete(path);
			if (left && diskByPath.get(path)?.hash !== left.hash) await refresh();
		},
		findings() {
			prompt ??= promptFindings(wholeSet());
			const found = [
				...project.findings,
				...disk.findings.filter(({ file }) => !unsaved.has(file)),
				...failures.values(),
				...[...compiled.values()].flatMap(({ findings }) => findings),
				...prompt,
				...late.filter(({ file }) => view.graph.byFile.has(file)),
			];
			return applySuppressions(found, view.documents).findings;
		},
		async settle() {
			const then = view.sources;
			// Code is nobody's document: what changed in it is seen when the writer rests.
			readCode = codeReader(config.root);
			const found = await lateFindings(wholeSet(), { caches, fingerprint, renderer });
			// Meanwhile the writing went on.
			late = [...Map.groupBy(found, ({ file }) => file)].flatMap(([file, own]) =>
				carried(own, then.get(file)?.text ?? '', view.sources.get(file)?.text ?? ''),
			);
			await caches.mermaid.save({ keepAll: true }).catch(() => undefined);
		},
		async close() {
			await Promise.all([texts.close(), renderer.close()]);
		},
	};
}
