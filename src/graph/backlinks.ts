import type { Backlink, Document, DocumentId, DocumentKey, Link } from '../model/index.ts';

/**
 * Who refers to each document: one entry per referring document and relation, in reading order.
 * A document's links to itself or to its own translations do not count. A link whose anchor alone is
 * missing still refers to its document.
 */
export function collectBacklinks(
	nodes: ReadonlyMap<DocumentKey, Document>,
	links: ReadonlyMap<DocumentKey, readonly Link[]>,
): Map<DocumentId, Backlink[]> {
	const incoming = new Map<DocumentId, Backlink[]>();
	for (const [from, { id, references }] of nodes) {
		links.get(from)?.forEach((link, index) => {
			const target = referredId(link);
			if (target === undefined || target === id) return;
			const relation = references[index]?.relation ?? 'link';
			const entries = incoming.get(target);
			if (!entries) incoming.set(target, [{ from, relation }]);
			else if (!endsWith(entries, from, relation)) entries.push({ from, relation });
		});
	}
	return incoming;
}

/** Whether the entries of one document, which are the last ones while it is looked at, hold the relation. */
function endsWith(entries: readonly Backlink[], from: DocumentKey, relation: string): boolean {
	for (let at = entries.length - 1; at >= 0; at--) {
		const entry = entries[at];
		if (entry?.from !== from) return false;
		if (entry.relation === relation) return true;
	}
	return false;
}

function referredId(link: Link): DocumentId | undefined {
	if (link.type === 'document') return link.id;
	return link.type === 'missing' && link.reason === 'anchor' ? link.actual : undefined;
}
