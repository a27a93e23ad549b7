import { DOCUMENT_ENDING } from '../model/document-ending.ts';
import type { Document } from '../model/index.ts';
import { folderOf, joinInside, stemOf } from './paths.ts';

/** First segments of addresses on other tools' sites that name no folder. */
const SITE_PREFIX = /^\/(docs?|[a-z]{2}(-[a-z]{2,4})?)(?=\/)/i;

/** One way to read the path of a link. */
export interface Candidate {
	/** Where the path leads, relative to the root. */
	readonly location: string;
	/** The folder that it starts from. */
	readonly base: string;
	/** What was left out at its front: `/docs`, `/en`. */
	readonly cut: string;
}

type From = Pick<Document, 'file' | 'docPath' | 'lang'>;

/** Where a link's path may lead, likeliest first, relative to the root; places outside the root are left out. */
export function* candidatePaths(
	from: From,
	path: string,
	sourceFolders: readonly string[],
): Generator<string> {
	for (const { location } of candidates(from, path, sourceFolders)) yield location;
}

/** As {@link candidatePaths}, with the way in which each was read. */
export function candidates(from: From, path: string, sourceFolders: readonly string[]): Generator<Candidate> {
	return path.startsWith('/') ? absolute(from, path, sourceFolders) : relative(from, path);
}

/** Whether a path as written leads out of the root, however else it may be read. */
export function leavesRoot(from: From, path: string): boolean {
	return !path.startsWith('/') && joinInside(folderOf(from.file), path) === undefined;
}

/**
 * As files lie; then as a site's addresses lie, where the page `a/b.md` is the folder `a/b/`
 * and a neighbour is thus `../c/`.
 */
function* relative(from: From, path: string): Generator<Candidate> {
	const folder = folderOf(from.file);
	const location = joinInside(folder, path);
	if (location !== undefined) yield { location, base: folder, cut: '' };
	if (DOCUMENT_ENDING.test(path)) return;
	const base = stemOf(from.file, from.lang);
	const below = joinInside(base, path);
	if (below !== undefined) yield { location: below, base, cut: '' };
}

/**
 * From the document's own documents folder, the other ones, the root; then from every folder above
 * the document (a whole repository may have been copied into one); then the same without a site's
 * `/docs/` or `/en/`.
 */
function* absolute(from: From, path: string, sourceFolders: readonly string[]): Generator<Candidate> {
	const own = from.file.slice(0, from.file.length - from.docPath.length).replace(/\/$/, '');
	const likeliest = joinInside(own, `.${path}`);
	if (likeliest !== undefined) yield { location: likeliest, base: own, cut: '' };
	const others = new Set([...sourceFolders, '', ...foldersAbove(from.file)]);
	others.delete(own);
	for (const form of new Set([path, path.replace(SITE_PREFIX, '')])) {
		const cut = path.slice(0, path.length - form.length);
		for (const base of cut === '' ? others : [own, ...others]) {
			const location = joinInside(base, `.${form}`);
			if (location !== undefined) yield { location, base, cut };
		}
	}
}

/** `a/b/c.md` → `a`, `a/b`. */
function foldersAbove(file: string): string[] {
	const segments = file.split('/').slice(0, -1);
	return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
