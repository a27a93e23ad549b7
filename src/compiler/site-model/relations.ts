import {
	compareTexts,
	type Document,
	type DocumentGraph,
	type DocumentId,
	type DocumentLink,
	type ReferenceType,
} from '../../model/index.ts';
import type { Versions } from './versions.ts';

const FRONTMATTER: ReferenceType = 'frontmatter';

/** Every document that the frontmatter names, by id, as this document's page links to it. */
export function refsOf(document: Document, versions: Versions): Record<DocumentId, DocumentLink> {
	const refs: Record<DocumentId, DocumentLink> = {};
	for (const reference of document.references) {
		if (reference.type !== FRONTMATTER) continue;
		const link = versions.link(reference.target, document.lang, reference.relation);
		if (link) refs[reference.target] = link;
	}
	return refs;
}

/** Declared relations, whichever side declared them. */
export function relatedTo(document: Document, graph: DocumentGraph, versions: Versions): DocumentLink[] {
	const ids = new Set<DocumentId>();
	for (const reference of document.references) {
		if (reference.type === FRONTMATTER && reference.relation === 'related') ids.add(reference.target);
	}
	for (const backlink of graph.incoming.get(document.id) ?? []) {
		const from = graph.nodes.get(backlink.from);
		if (from && backlink.relation === 'related') ids.add(from.id);
	}
	ids.delete(document.id);
	return linksOf([...ids], document, versions);
}

/** Who refers here, once per document, without what {@link relatedTo} and the hierarchy show already. */
export function backlinksOf(document: Document, graph: DocumentGraph, versions: Versions): DocumentLink[] {
	const shown = new Set<DocumentId>([document.id]);
	const links: DocumentLink[] = [];
	for (const backlink of graph.incoming.get(document.id) ?? []) {
		const from = graph.nodes.get(backlink.from);
		if (!from || shown.has(from.id) || backlink.relation === 'related' || backlink.relation === 'parent')
			continue;
		shown.add(from.id);
		const link = versions.link(from.id, document.lang, backlink.relation);
		if (link) links.push(link);
	}
	return links.sort(byKindAndId);
}

export function linksOf(ids: readonly DocumentId[], document: Document, versions: Versions): DocumentLink[] {
	return ids.flatMap((id) => versions.link(id, document.lang) ?? []).sort(byKindAndId);
}

/** Kind, then id for the four kinds, then title for pages. */
export function byKindAndId(a: DocumentLink, b: DocumentLink): number {
	return compareTexts(a.kind, b.kind) || compareTexts(a.id, b.id) || compareTexts(a.title, b.title);
}
