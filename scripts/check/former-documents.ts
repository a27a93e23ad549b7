// Straight from their files: a check must not load what publishes.
import { docPathOf } from '../../src/compiler/workspace/place.ts';
import type { ChangeSet, ChangeTexts, Document, ResolvedConfig } from '../../src/model/index.ts';
import { parseDocument } from '../../src/parse/document.ts';

/** Documents that a change took away, as they were. One that was renamed is still there. */
export function formerDocuments(
	{ files, prefix }: ChangeSet,
	texts: ChangeTexts,
	config: ResolvedConfig,
): Document[] {
	return files.flatMap(({ path: changed, status }) => {
		if (status !== 'deleted' || !changed.startsWith(prefix)) return [];
		const path = changed.slice(prefix.length).normalize('NFC');
		const docPath = docPathOf(path, config.sources);
		const text = docPath === undefined ? undefined : texts.before(changed);
		if (docPath === undefined || text === undefined) return [];
		return [parseDocument({ path, docPath, text, hash: '' }, config).document];
	});
}
