import { posix } from 'node:path';
import { DOCUMENT_ENDING } from '../model/document-ending.ts';

/** A reference's target, taken apart. `path` is '' for a bare anchor; `anchor` is absent when there is no `#`. */
export interface SplitTarget {
	readonly path: string;
	readonly anchor?: string;
}

/** Takes the query away and the anchor apart. */
export function splitTarget(target: string): SplitTarget {
	const hash = target.indexOf('#');
	const beforeHash = hash === -1 ? target : target.slice(0, hash);
	const query = beforeHash.indexOf('?');
	const path = query === -1 ? beforeHash : beforeHash.slice(0, query);
	return hash === -1 ? { path } : { path, anchor: target.slice(hash + 1) };
}

/** The scheme in lower case without its colon; undefined for paths and anchors. */
export function schemeOf(target: string): string | undefined {
	return /^([a-z][a-z0-9+.-]*):/i.exec(target.trimStart())?.[1]?.toLowerCase();
}

/** Percent-decoded and in NFC; text that is no valid encoding (`100%.md`) stays as it is. */
export function decodePart(part: string): string {
	if (!part.includes('%')) return part.normalize('NFC');
	try {
		return decodeURIComponent(part).normalize('NFC');
	} catch {
		return part.normalize('NFC');
	}
}

/** Joins and normalises; undefined when the result lies outside the root. A trailing slash is dropped. */
export function joinInside(folder: string, path: string): string | undefined {
	const joined = posix.join(folder === '' ? '.' : folder, path).replace(/\/+$/, '');
	if (joined === '..' || joined.startsWith('../') || joined.startsWith('/')) return undefined;
	return joined === '.' ? '' : joined;
}

/** Folder of a file, '' for the root. */
export function folderOf(file: string): string {
	const slash = file.lastIndexOf('/');
	return slash === -1 ? '' : file.slice(0, slash);
}

/** Path without ending and language suffix: `a/order.en.md` in English → `a/order`. */
export function stemOf(file: string, lang: string): string {
	const stem = file.replace(DOCUMENT_ENDING, '');
	const suffix = `.${lang}`.toLowerCase();
	const end = stem.slice(-suffix.length).toLowerCase().replaceAll('_', '-');
	return end === suffix ? stem.slice(0, -suffix.length) : stem;
}

/** Two paths that fold alike differ in letter case or Unicode form only. */
export function foldPath(path: string): string {
	return path.normalize('NFC').toLowerCase();
}
