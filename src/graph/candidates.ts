import type { Document } from '../model/index.ts';
import { DOCUMENT_ENDING, folderOf, joinInside, stemOf } from './paths.ts';

/** First segments of addresses on other tools' sites that name no folder. */
const SITE_PREFIX = /^\/(docs?|[a-z]{2}(-[a-z]{2,4})?)(?=\/)/i;

/** Where a link's path may lead, likeliest first, relative to the root; places outside the root are left out. */
export function* candidatePaths(
	from: Document,
	path: string,
	sourceFolders: readonly string[],
): Generator<string> {
	if (path.startsWith('/')) yield* absolutePaths(from, path, sourceFolders);
	else yield* relativePaths(from, path);
}

/** Whether a path as written leads out of the root, however else it may be read. */
export function leavesRoot(from: Document, path: string): boolean {
	return !path.startsWith('/') && joinInside(folderOf(from.file), path) === undefined;
}

/**
 * As files lie; then as a site's addresses lie, where the page `a/b.md` is the folder `a/b/`
 * and a neighbour is thus `../c/`.
 */
function* relativePaths(from: Document, path: string): Generator<string> {
	const asFile = joinInside(folderOf(from.file), path);
	if (asFile !== undefined) yield asFile;
	if (DOCUMENT_ENDING.test(path)) return;
	const asAddress = joinInside(stemOf(from.file, from.lang), path);
	if (asAddress !== undefined) yield asAddress;
}

/**
 * From the document's own documents folder, the other ones, the root; then from every folder above
 * the document (a whole repository may have been copied into one); then the same without a site's
 * `/docs/` or `/en/`.
 */
function* absolutePaths(from: Document, path: string, sourceFolders: readonly string[]): Generator<string> {
	const own = from.file.slice(0, from.file.length - from.docPath.length).replace(/\/$/, '');
	const bases = new Set([own, ...sourceFolders, '', ...foldersAbove(from.file)]);
	for (const form of new Set([path, path.replace(SITE_PREFIX, '')])) {
		for (const base of bases) {
			const candidate = joinInside(base, `.${form}`);
			if (candidate !== undefined) yield candidate;
		}
	}
}

/** `a/b/c.md` → `a`, `a/b`. */
function foldersAbove(file: string): string[] {
	const segments = file.split('/').slice(0, -1);
	return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
