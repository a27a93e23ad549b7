import type { Document } from '../model/index.ts';
import { DOCUMENT_ENDING, folderOf, joinInside, stemOf } from './paths.ts';

/** Where a link's path may lead, likeliest first, relative to the root; a place outside the root is left out. */
export interface Candidates {
	readonly paths: readonly string[];
	/** The path as written leaves the root, however else it may be read. */
	readonly leavesRoot: boolean;
}

/** First segments of addresses on other tools' sites that name no folder. */
const SITE_PREFIX = /^\/(docs?|[a-z]{2}(-[a-z]{2,4})?)(?=\/)/i;

export function candidatePaths(from: Document, path: string, sourceFolders: readonly string[]): Candidates {
	return path.startsWith('/')
		? { paths: absolutePaths(from, path, sourceFolders), leavesRoot: false }
		: relativePaths(from, path);
}

/**
 * As files lie; then as a site's addresses lie, where the page `a/b.md` is the folder `a/b/`
 * and a neighbour is thus `../c/`.
 */
function relativePaths(from: Document, path: string): Candidates {
	const asFile = joinInside(folderOf(from.file), path);
	const paths = asFile === undefined ? [] : [asFile];
	if (!DOCUMENT_ENDING.test(path)) {
		const asAddress = joinInside(stemOf(from.file, from.lang), path);
		if (asAddress !== undefined) paths.push(asAddress);
	}
	return { paths, leavesRoot: asFile === undefined };
}

/**
 * From the document's own documents folder, the other ones, the root; then from every folder above
 * the document (a whole repository may have been copied into one); then the same without a site's
 * `/docs/` or `/en/`.
 */
function absolutePaths(from: Document, path: string, sourceFolders: readonly string[]): string[] {
	const own = from.file.slice(0, from.file.length - from.docPath.length).replace(/\/$/, '');
	const bases = new Set([own, ...sourceFolders, '', ...foldersAbove(from.file)]);
	const shortened = path.replace(SITE_PREFIX, '');
	const forms = shortened === path ? [path] : [path, shortened];
	return forms.flatMap((form) => [...bases].flatMap((base) => joinInside(base, `.${form}`) ?? []));
}

/** `a/b/c.md` → `a`, `a/b`. */
function foldersAbove(file: string): string[] {
	const segments = file.split('/').slice(0, -1);
	return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
