import type {
	Document,
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
 * A plain page may come from another tool, whose links mean something else there; it is a warning there,
 * so that any folder of Markdown builds. The four kinds and `kb:` links were written for Mainstay: error.
 */
export function linkSeverity(from: Document, reference: Reference): { severity?: Severity } {
	return from.kind === 'page' && !/^kb:/i.test(reference.target) ? { severity: 'warning' } : {};
}
