import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Project } from '../../src/compiler/index.ts';
import { checkChanges } from '../../src/gate/index.ts';
import { type DocumentGraph, type ImpactQuestion, phrase, UserError } from '../../src/model/index.ts';
import { changesSince, changeTexts, meansRevision, repositoryPrefix } from '../../src/sources/index.ts';
import { walkNow } from '../../src/sources/walk.ts';

export interface Asked {
	readonly question: ImpactQuestion;
	/** What each word was taken for, in their order. */
	readonly words: readonly { readonly word: string; readonly as: WordKind }[];
	readonly changedFiles: number;
}

export type WordKind = 'range' | 'id' | 'file' | 'folder' | 'release' | 'object';

interface Draft {
	readonly files: string[];
	readonly covered: { id: string; pointer: string; file: string }[];
	readonly objects: string[];
	readonly ids: string[];
	release?: string;
	hasRange: boolean;
	changedFiles: number;
}

/**
 * Takes each word for what it can be, in this order: a range of revisions (`main..topic`), the id of a document, a
 * file, a release, a revision (then everything since), else the name of an object.
 */
export async function askedFor(
	words: readonly string[],
	graph: DocumentGraph,
	{ root }: Project,
	cwd: string,
): Promise<Asked> {
	const draft: Draft = { files: [], covered: [], objects: [], ids: [], hasRange: false, changedFiles: 0 };
	const releases = releasesOf(graph);
	const taken: { word: string; as: WordKind }[] = [];
	for (const word of words) {
		const as = await kindOf(word, graph, releases, root, cwd);
		taken.push({ word, as });
		if (as === 'range') await addRange(draft, word, graph, root);
		else if (as === 'id') draft.ids.push(word.toUpperCase());
		else if (as === 'file' || as === 'folder')
			draft.files.push(...(await spellings(await filesAt(word, cwd), root)));
		else if (as === 'release') addRelease(draft, word);
		else draft.objects.push(word);
	}
	const { files, covered, objects, ids, release, hasRange, changedFiles } = draft;
	// A diff knows its own places; files that were named besides it are matched by name.
	const question: ImpactQuestion = {
		files,
		objects,
		ids,
		...(release === undefined ? {} : { release }),
		...(hasRange ? { covered } : {}),
	};
	return { question, words: taken, changedFiles };
}

async function kindOf(
	word: string,
	graph: DocumentGraph,
	releases: ReadonlySet<string>,
	root: string,
	cwd: string,
): Promise<WordKind> {
	if (/\.\./.test(word) && !/(^|\/)\.\.(\/|$)/.test(word)) return 'range';
	if (graph.byId.has(word.toUpperCase())) return 'id';
	if (isGlob(word)) return 'file';
	const there = await stat(resolve(cwd, word)).catch(() => undefined);
	if (there) return there.isDirectory() ? 'folder' : 'file';
	if (releases.has(word) || /^v\d+(\.\d+)*$|^\d+(\.\d+)+$/i.test(word)) return 'release';
	if (await meansRevision(root, word)) return 'range';
	// A file that is gone is still named by notes.
	return /^[\w./@-]+\/[\w.@-]+\.\w+$/.test(word) ? 'file' : 'object';
}

/** Releases that the documents speak of. */
function releasesOf(graph: DocumentGraph): ReadonlySet<string> {
	const releases = new Set<string>();
	for (const { frontmatter } of graph.nodes.values()) {
		const { upgrade, appliesTo } = frontmatter as Record<string, Record<string, unknown> | undefined>;
		const listed = appliesTo?.['releases'];
		for (const each of [upgrade?.['lastAdapted'], ...(Array.isArray(listed) ? listed : [])]) {
			if (typeof each === 'string') releases.add(each);
		}
	}
	return releases;
}

function addRelease(draft: Draft, word: string): void {
	if (draft.release !== undefined) {
		throw new UserError(
			'two-releases',
			phrase`${draft.release} and ${word} are two releases.`,
			'Ask for one at a time.',
		);
	}
	draft.release = word;
}

async function addRange(draft: Draft, word: string, graph: DocumentGraph, root: string): Promise<void> {
	const changes = await changesSince(root, word);
	const { touched } = checkChanges(graph, changes, changeTexts(changes));
	draft.hasRange = true;
	draft.changedFiles += changes.files.length;
	draft.covered.push(...touched.map(({ id, pointer, change }) => ({ id, pointer, file: change.path })));
	for (const { path, oldPath } of changes.files) {
		for (const each of [path, oldPath]) {
			if (each?.startsWith(changes.prefix)) draft.files.push(each.slice(changes.prefix.length));
		}
	}
}

/** A file; of a folder itself, since a note may cover it, and all that lies in it. */
/** `src/**`, in quotes, so that the shell leaves it as it is; a star alone may be in the name of an object. */
function isGlob(word: string): boolean {
	return word.includes('/') && /[*?[{]/.test(word) && !/\s/.test(word);
}

/** The file, or all files of the folder or glob; a file whose own name looks like a glob is that file. */
async function filesAt(word: string, cwd: string): Promise<string[]> {
	const path = resolve(cwd, word);
	const there = await stat(path).catch(() => undefined);
	if (there?.isDirectory()) {
		return [path, ...walkNow(path, new Set()).files.map((file) => join(path, file.path))];
	}
	if (there || !isGlob(word)) return [path];
	const { base, glob } = picomatch.scan(word);
	const matches = picomatch(glob, { dot: true });
	const [folder = '', ...files] = await filesAt(base || '.', cwd);
	return files.filter((file) => matches(relative(folder, file).split(sep).join('/')));
}

/** Paths as notes may write them: from the root of the repository and from that of the knowledge base. */
async function spellings(files: readonly string[], root: string): Promise<string[]> {
	const prefix = await repositoryPrefix(root);
	const up = prefix
		.split('/')
		.filter(Boolean)
		.map(() => '..');
	const bases = [root, resolve(root, ...up)];
	return [
		...new Set(files.flatMap((file) => bases.map((base) => relative(base, file).split(sep).join('/')))),
	];
}
