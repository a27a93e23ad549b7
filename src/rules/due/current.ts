import { type Document, type DocumentGraph, inForce } from '../../model/index.ts';

/** Asked for by several rules, answered once. */
const known = new WeakMap<DocumentGraph, readonly Document[]>();

/** One version of every document in force: a due date is reported once, not in every language. */
export function currentOriginals(graph: DocumentGraph): readonly Document[] {
	const answer =
		known.get(graph) ??
		[...graph.byId.values()].flatMap((versions) => {
			const document = versions.values().next().value;
			return document && inForce(document) ? [document] : [];
		});
	known.set(graph, answer);
	return answer;
}
