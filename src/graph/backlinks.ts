import { type Backlink, type Document, type DocumentId, documentKey, type Link } from '../model/index.ts';

/**
 * Who refers to each document: one entry per referring document and relation, in reading order.
 * A document's links to itself or to its own translations do not count. A link whose anchor alone is
 * missing still refers to its document.
 */
export function collectBacklinks(
	documents: readonly Document[],
	linksOf: (document: Document) => readonly Link[],
): Map<DocumentId, Backlink[]> {
	const incoming = new Map<DocumentId, Backlink[]>();
	for (const document of documents) {
		const from = documentKey(document.id, document.lang);
		const seen = new Set<string>();
		for (const [index, link] of linksOf(document).entries()) {
			const target = referredId(link);
			if (target === undefined || target === document.id) continue;
			const relation = document.references[index]?.relation ?? 'link';
			const mark = `${relation}\0${target}`;
			if (seen.has(mark)) continue;
			seen.add(mark);
			const entries = incoming.get(target);
			if (entries) entries.push({ from, relation });
			else incoming.set(target, [{ from, relation }]);
		}
	}
	return incoming;
}

function referredId(link: Link): DocumentId | undefined {
	if (link.type === 'document') return link.id;
	return link.type === 'missing' && link.reason === 'anchor' ? link.actual : undefined;
}
