// Straight from its file: a check must not load what publishes.

import type { ChangeSet, ChangeTexts, Document, ResolvedConfig } from '../../src/model/index.ts';
import { parseDocument } from '../../src/parse/document.ts';

/** Documents that a change took away, as they were. One that was renamed is still there. */
export function formerDocuments(
	{ files, prefix }: ChangeSet,
	texts: ChangeTexts,
	config: ResolvedConfig,
): Document[] {
	const folders = config.sources.map(({ path }) =>
		path === '.' || path === '' ? '' : `${path.replace(/\/+$/, '')}/`,
	);
	return files.flatMap(({ path, status }) => {
		if (status !== 'deleted' || !path.startsWith(prefix) || !/\.(md|mdx|markdown)$/i.test(path)) return [];
		const file = path.slice(prefix.length).normalize('NFC');
		const folder = folders.find((each) => file.startsWith(each));
		const text = folder === undefined ? undefined : texts.before(path);
		if (folder === undefined || text === undefined) return [];
		return [
			parseDocument({ path: file, docPath: file.slice(folder.length), text, hash: '' }, config).document,
		];
	});
}
