import { isConflict } from '../../src/fixes/apply.ts';
import { withoutRedirect, withRedirect } from '../../src/fixes/index.ts';
import { type DocumentId, routeOf, type TextEdit } from '../../src/model/index.ts';
import { isCommitted } from '../../src/sources/index.ts';
import type { Spot } from './spot.ts';

/** The old address goes on working where it may have been published; one that is taken back is no redirect any more. */
export async function redirectEdits({ view }: Spot, old: DocumentId, name: DocumentId): Promise<TextEdit[]> {
	const { config, graph, sources } = view;
	const first = config.languages[0] ?? 'en';
	const edits: TextEdit[] = [];
	for (const document of graph.byId.get(old)?.values() ?? []) {
		const text = sources.get(document.file)?.text;
		if (text === undefined) continue;
		const from = document.frontmatter['redirectFrom'];
		const back = routeOf({ ...document, id: name }, first);
		const isBack = Array.isArray(from) && from.includes(back);
		if (!isBack && !(await isCommitted(config.root, document.file))) continue;
		const change = isBack
			? withoutRedirect(document, text, back)
			: withRedirect(document, text, routeOf(document, first));
		if ('edits' in change)
			edits.push(...change.edits.filter((edit) => !edits.some((each) => isConflict(each, edit))));
	}
	return edits;
}
