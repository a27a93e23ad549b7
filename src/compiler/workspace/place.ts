import { DOCUMENT_ENDING } from '../../model/document-ending.ts';
import type { DocumentSource } from '../../model/index.ts';

/**
 * The path of a document in its documents folder; undefined for a file that no check would read as one.
 * `path` is relative to the root with `/`.
 */
export function docPathOf(path: string, sources: readonly DocumentSource[]): string | undefined {
	if (!DOCUMENT_ENDING.test(path)) return undefined;
	for (const source of sources) {
		const folder = source.path === '.' || source.path === '' ? '' : `${source.path.replace(/\/+$/, '')}/`;
		if (!path.startsWith(folder)) continue;
		const docPath = path.slice(folder.length);
		if (!docPath.split('/').slice(0, -1).some(isLeftOut)) return docPath;
	}
	return undefined;
}

/** As the walk over the disk leaves folders out. */
function isLeftOut(folder: string): boolean {
	return folder.startsWith('.') || ['node_modules', 'bower_components', '__pycache__'].includes(folder);
}

/** Paths in the order in which a check reads them: folder by folder, each sorted. */
export function inReadingOrder(paths: Iterable<string>, sources: readonly DocumentSource[]): string[] {
	const rank = (path: string): number =>
		sources.findIndex(({ path: folder }) => folder === '.' || path.startsWith(`${folder}/`));
	return [...paths].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
