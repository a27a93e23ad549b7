import type {
	Document,
	DocumentGraph,
	GraphRuleContext,
	Link,
	MissingReason,
	Reference,
	ReferenceType,
	Severity,
} from '../../model/index.ts';

/** A reference that leads nowhere, with the document it stands in. */
export interface Unresolved {
	readonly from: Document;
	readonly reference: Reference;
	readonly link: Extract<Link, { type: 'missing' }>;
}

/** The unresolved references of the given types, for the given reasons, in reading order. */
export function* unresolved(
	{ graph }: Pick<GraphRuleContext, 'graph'>,
	types: readonly ReferenceType[],
	reasons: readonly MissingReason[],
): Generator<Unresolved> {
	for (const { from, reference, link } of graph.unresolved) {
		const document = graph.nodes.get(from);
		if (!document || link.type !== 'missing') continue;
		if (types.includes(reference.type) && reasons.includes(link.reason))
			yield { from: document, reference, link };
	}
}

/**
 * A folder of plain pages without settings was written for another tool, where its links mean something:
 * they do not stop a build there, so that any folder of Markdown becomes a site; `check` stays strict. A knowledge base that has settings or
 * one document of the four kinds was written for Mainstay: errors, as are `kb:` links everywhere.
 */
export function linkSeverity(
	{ graph, config }: Pick<GraphRuleContext, 'graph' | 'config'>,
	reference: Reference,
): { buildSeverity?: Severity } {
	const isForeign = config.file === undefined && hasOnlyPages(graph) && !/^kb:/i.test(reference.target);
	return isForeign ? { buildSeverity: 'warning' } : {};
}

const onlyPages = new WeakMap<DocumentGraph, boolean>();

function hasOnlyPages(graph: DocumentGraph): boolean {
	const known = onlyPages.get(graph);
	if (known !== undefined) return known;
	const found = [...graph.nodes.values()].every((document) => document.kind === 'page');
	onlyPages.set(graph, found);
	return found;
}
