import { type Document, type DocumentGraph, inForce } from '../../model/index.ts';

/** One version of every document in force: a due date is reported once, not in every language. */
export function currentOriginals(graph: DocumentGraph): Document[] {
	return [...graph.byId.values()].flatMap((versions) => {
		const document = versions.values().next().value;
		return document && inForce(document) ? [document] : [];
	});
}
