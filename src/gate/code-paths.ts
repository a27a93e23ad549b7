import picomatch from 'picomatch';
import { type DocumentGraph, FILE_START, type Finding, nearest } from '../model/index.ts';
import { type CodeEntry, codeNotes } from './notes.ts';
import { codePathMissing } from './source-findings.ts';

/** What a folder of the repository holds, those of folders with a `/` behind; undefined where there is no such folder. */
export type ListFolder = (folder: string) => readonly string[] | undefined;

/** Folders that a check looks into at most for files that globs match: behind that nothing is said. */
const MOST_FOLDERS = 2000;

/** What stands where an entry points. */
type Place =
	| { readonly type: 'there' | 'unknown' }
	/** `depth` parts of the path are there; `names` are what stands beside the next. */
	| { readonly type: 'missing'; readonly depth: number; readonly names: readonly string[] };

/**
 * Entries of `code` that no file of the repository answers to. Documents may be kept apart from the code: an entry is
 * told only if the repository has its first folder, or the code of another entry.
 */
export function checkCodePaths(graph: DocumentGraph, list: ListFolder): Finding[] {
	const look = looker(list);
	const entries = codeNotes(graph).flatMap(({ original, code }) =>
		code
			.filter(({ repo }) => repo === undefined)
			.map((entry) => ({ file: original.file, original, entry, place: look(entry.path) })),
	);
	const isHere = entries.some(({ place }) => place.type === 'there');
	return entries.flatMap(({ file, original, entry, place }) => {
		if (place.type !== 'missing') return [];
		const slip = entry.path.includes('\\') ? 'backslash' : '';
		if (place.depth === 0 && !isHere && slip === '') return [];
		const meant = meantBy(entry, place, look);
		const range = original.positions[`${entry.pointer}/path`]?.value ?? FILE_START;
		return [
			{
				code: codePathMissing.code,
				file,
				range,
				params: { path: entry.path, slip, glob: picomatch.scan(entry.path).isGlob ? 'glob' : '' },
				...(meant.length > 0 && { suggestions: meant.map((value) => ({ value })) }),
			},
		];
	});
}

function meantBy(
	{ path }: CodeEntry,
	{ depth, names }: Extract<Place, { type: 'missing' }>,
	look: (path: string) => Place,
): readonly string[] {
	if (path.includes('\\')) return [path.replaceAll('\\', '/')];
	const parts = partsOf(path);
	const written = parts[depth];
	if (written === undefined) return [];
	const isLast = depth === parts.length - 1;
	const beside = names.filter((name) => isLast || name.endsWith('/')).map((name) => name.replace(/\/$/, ''));
	return nearest(written, beside)
		.map((name) => parts.with(depth, name).join('/'))
		.filter((meant) => look(meant).type === 'there');
}

function partsOf(path: string): readonly string[] {
	return path.split('/').filter((part) => part !== '' && part !== '.');
}

function looker(list: ListFolder): (path: string) => Place {
	let left = MOST_FOLDERS;
	const known = new Map<string, Place>();

	function look(path: string): Place {
		const parts = partsOf(path);
		// Outside of the repository nothing is looked at.
		if (parts.length === 0 || parts.includes('..')) return { type: 'unknown' };
		const glob = parts.findIndex(isPattern);
		const plain = glob === -1 ? parts : parts.slice(0, glob);
		for (const [depth, part] of plain.entries()) {
			if (left-- <= 0) return { type: 'unknown' };
			const names = list(plain.slice(0, depth).join('/')) ?? [];
			const isThere = names.includes(`${part}/`) || (depth === parts.length - 1 && names.includes(part));
			if (!isThere) return { type: 'missing', depth, names };
		}
		if (glob === -1) return { type: 'there' };
		if (left <= 0) return { type: 'unknown' };
		const matches = picomatch(parts.slice(glob).join('/'), { dot: true });
		for (const { path } of below(plain.join('/'), list)) {
			// A folder covers what is in it.
			if (path !== undefined && matches(path)) return { type: 'there' };
			if (path === undefined && left-- <= 0) return { type: 'unknown' };
		}
		return { type: 'missing', depth: plain.length, names: [] };
	}

	return (path) => {
		const place = known.get(path) ?? look(path);
		known.set(path, place);
		return place;
	};
}

/** So many files and folders are looked at for one symbol. */
const MOST_FOR_SYMBOL = 200;

/** The files that a glob covers; undefined for what is no glob, and where there are too many to look at. */
export function filesOfGlob(path: string, list: ListFolder): readonly string[] | undefined {
	const parts = partsOf(path);
	const glob = parts.findIndex(isPattern);
	if (glob === -1 || parts.includes('..')) return undefined;
	const base = parts.slice(0, glob).join('/');
	const matches = picomatch(parts.slice(glob).join('/'), { dot: true });
	const files: string[] = [];
	let left = MOST_FOR_SYMBOL;
	for (const { path: found, isFolder } of below(base, list)) {
		if (left-- <= 0) return undefined;
		if (found !== undefined && !isFolder && matches(found))
			files.push([base, found].filter(Boolean).join('/'));
	}
	return files;
}

function isPattern(part: string): boolean {
	return picomatch.scan(part).isGlob || /[{[(]/.test(part);
}

interface Met {
	/** From the folder that was asked about; undefined at the end of each folder. */
	readonly path: string | undefined;
	readonly isFolder: boolean;
}

/** Everything below a folder, folder by folder. */
function* below(base: string, list: ListFolder): Generator<Met> {
	const folders = [''];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
		for (const name of list([base, folder].filter(Boolean).join('/')) ?? []) {
			const isFolder = name.endsWith('/');
			const path = `${folder === '' ? '' : `${folder}/`}${isFolder ? name.slice(0, -1) : name}`;
			yield { path, isFolder };
			if (isFolder && !UNSEARCHED.has(name)) folders.push(path);
		}
		yield { path: undefined, isFolder: true };
	}
}

/** Folders of other tools, in which no code of one's own lies. */
const UNSEARCHED: ReadonlySet<string> = new Set(['.git/', 'node_modules/', '.mainstay/', '.venv/']);
