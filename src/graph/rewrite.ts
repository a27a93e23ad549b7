import { DOCUMENT_ENDING } from '../model/document-ending.ts';
import type { Document } from '../model/index.ts';
import { encodeSegment, percent } from '../model/link-path.ts';
import { type Candidate, candidates } from './candidates.ts';
import { decodePart, folderOf, foldPath, joinInside, stemOf } from './paths.ts';

/** A document as far as its links depend on its place. */
export type Place = Pick<Document, 'file' | 'docPath' | 'lang'>;

/** A file that links lead to; `lang` for documents only. */
export interface Goal {
	readonly file: string;
	readonly lang?: string;
}

export interface Rewriting {
	/** The target as written, character references resolved. */
	readonly target: string;
	/** Where the link stands, before and after. */
	readonly from: { readonly before: Place; readonly after: Place };
	/** What it leads to, before and after. */
	readonly to: { readonly before: Goal; readonly after: Goal };
	readonly sourceFolders: readonly string[];
	/** Spaces need no encoding: the target stands in angle brackets or quotes. */
	readonly spaces?: boolean;
}

/**
 * How a link can be written so that it leads to another place, the likest to the old writing first: from the
 * same folder (its own, its address's, a documents folder), by the same sort of name (file, without ending,
 * `.html`, folder), with `./`, slash at the end, encoding, query and anchor as they were. The last ones are
 * plain relative paths of the file. Whether a writing leads there is for the resolver to say.
 */
export function rewritings(rewriting: Rewriting): string[] {
	const { target, from, to } = rewriting;
	const end = target.search(/[?#]/);
	const written = end === -1 ? target : target.slice(0, end);
	const rest = end === -1 ? '' : target.slice(end);
	const read = readingOf(
		{ place: from.before, goal: to.before, sourceFolders: rewriting.sourceFolders },
		decodePart(written),
	);
	const forms = namesOf(to.after);
	const names = [...new Set([forms[read?.form ?? 'file'], forms.file].filter((name) => name !== undefined))];
	const isAbsolute = written.startsWith('/');
	const bases = [
		...(read ? [isAbsolute ? { folder: read.base, lead: `${read.cut}/` } : newBase(read, from)] : []),
		{ folder: folderOf(from.after.file), lead: '' },
	];
	const paths = bases.flatMap(({ folder, lead }) =>
		names.flatMap((name) => {
			const path = pathFrom(folder, name, lead !== '');
			return path === undefined ? [] : [lead + path];
		}),
	);
	return [...new Set(paths.map((path) => inStyle(path, written, rewriting.spaces === true) + rest))];
}

/**
 * Whether a target that still leads to its goal is read in the same way as before the move: a path that was
 * relative to the file and is now understood as an address works by chance, and confuses its next reader.
 */
export function isReadAlike({ target, from, to, sourceFolders }: Rewriting): boolean {
	const path = decodePart(target.replace(/[?#].*$/s, ''));
	if (path === '' || path.startsWith('/')) return true;
	const isByFile = (place: Place, goal: Goal): boolean | undefined => {
		const read = readingOf({ place, goal, sourceFolders }, path);
		return read && read.base === folderOf(place.file);
	};
	return isByFile(from.before, to.before) === isByFile(from.after, to.after);
}

interface Reading extends Candidate {
	readonly form: Form;
}

type Form = 'file' | 'stem' | 'md' | 'mdx' | 'html' | 'folder' | 'folder-index';

/** The first way to read the path that leads to the goal, letter case aside when no exact one does. */
function readingOf(
	{ place, goal, sourceFolders }: { place: Place; goal: Goal; sourceFolders: readonly string[] },
	path: string,
): Reading | undefined {
	const forms = Object.entries(namesOf(goal)) as [Form, string][];
	const ways = [...candidates(place, path, sourceFolders)];
	for (const fold of [(name: string) => name, foldPath]) {
		for (const way of ways) {
			const form = forms.find(([, name]) => fold(name) === fold(way.location))?.[0];
			if (form) return { ...way, form };
		}
	}
	return undefined;
}

/** The names by which links may call a file, as {@link indexTargets} knows them. */
function namesOf({ file, lang }: Goal): Partial<Record<Form, string>> & { file: string } {
	if (lang === undefined) return { file };
	const stem = stemOf(file, lang);
	const names = { file, stem, md: `${stem}.md`, mdx: `${stem}.mdx`, html: `${stem}.html` };
	if (!/(^|\/)(index|readme|_index)$/i.test(stem)) return names;
	const folder = folderOf(stem);
	return { ...names, folder, 'folder-index': folder === '' ? 'index.html' : `${folder}/index.html` };
}

/** The folder that a relative path is written from: that of the file, or the file's own as an address. */
function newBase({ base }: Reading, { before, after }: Rewriting['from']): { folder: string; lead: '' } {
	const folder = base === folderOf(before.file) ? folderOf(after.file) : stemOf(after.file, after.lang);
	return { folder, lead: '' };
}

/** From a folder to a file; undefined for an absolute path to something that lies elsewhere. */
function pathFrom(folder: string, name: string, below: boolean): string | undefined {
	const here = folder === '' ? [] : folder.split('/');
	const there = name === '' ? [] : name.split('/');
	let shared = 0;
	while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared++;
	if (below && shared < here.length) return undefined;
	// The page of a folder is called by the folder's name, even from inside it.
	return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/') || (below ? '' : '.');
}

/** The path with the `./`, the slash at the end, the encoding and the segments of the written one. */
export function inStyle(path: string, written: string, spaces: boolean): string {
	const known = new Map(written.split('/').map((segment) => [decodePart(segment), segment]));
	// A space or a bracket has to be encoded by everybody; who encodes more than that encodes all.
	const encoded = /%[89a-f][0-9a-f]/i.test(written);
	const segments = path.split('/').map((segment) => known.get(segment) ?? encode(segment, encoded, spaces));
	const joined = segments.join('/');
	const dotted = written.startsWith('./') && !joined.startsWith('/') ? `./${joined}` : joined;
	const isFolder = written.endsWith('/') && !dotted.endsWith('/') && !DOCUMENT_ENDING.test(dotted);
	return isFolder ? `${dotted}/` : dotted;
}

/** What a path may not hold as it is; everything beyond ASCII too where the old one was written so. */
function encode(segment: string, all: boolean, spaces: boolean): string {
	if (all) return encodeURIComponent(segment).replace(/[()]/g, percent);
	return encodeSegment(segment, spaces);
}

/**
 * A link that leads nowhere, from another place: it leads to the same nowhere, so that what is missing keeps
 * its name. `moved` tells where a path lies afterwards. Undefined for what does not depend on the place.
 */
export function shifted(
	target: string,
	{ before, after }: Rewriting['from'],
	moved: (path: string) => string,
): string | undefined {
	const end = target.search(/[?#]/);
	const written = end === -1 ? target : target.slice(0, end);
	if (written === '' || /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(written)) return undefined;
	const location = joinInside(folderOf(before.file), decodePart(written));
	if (location === undefined) return undefined;
	const path = pathFrom(folderOf(after.file), moved(location), false);
	return path === undefined ? undefined : inStyle(path, written, false) + target.slice(written.length);
}
