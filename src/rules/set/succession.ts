import { type Document, type DocumentGraph, type DocumentId, documentKey } from '../../model/index.ts';

/** The documents that name this one under `supersedes`. */
export function successorsOf(graph: DocumentGraph, id: DocumentId): DocumentId[] {
	const ids = (graph.incoming.get(id) ?? [])
		.filter(({ relation }) => relation === 'supersedes')
		.flatMap(({ from }) => graph.nodes.get(from)?.id ?? []);
	return [...new Set(ids)];
}

/** Ids that a document refers to, in any way. */
export function referredIds(graph: DocumentGraph, document: Document): Set<DocumentId> {
	const links = graph.links.get(documentKey(document.id, document.lang)) ?? [];
	return new Set(links.flatMap((link) => (link.type === 'document' ? [link.id] : [])));
}
