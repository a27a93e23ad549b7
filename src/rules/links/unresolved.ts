import { kindOfId } from '../../../schemas/fields/id.ts';
import {
	type CompileConfig,
	type Document,
	type DocumentGraph,
	type GraphRuleContext,
	isForeignFolder,
	type Link,
	type MissingReason,
	type Reference,
	type ReferenceType,
	type Severity,
} from '../../model/index.ts';
import { brokenAnchor } from '../body/broken-anchors.ts';
import { indexNearest } from '../nearest-index.ts';
import { decoded } from './unencoded.ts';

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
	if (graph.unresolved.length === 0) return;
	const unread = [...graph.nodes.values()].filter((document) => document.unread);
	const isMeant = meantByWrongId(graph);
	for (const { from, reference, link } of graph.unresolved) {
		const document = graph.nodes.get(from);
		if (!document || link.type !== 'missing' || mayBeIn(unread, reference, link) || isMeant(reference))
			continue;
		if (isToldAtHeading(graph, reference, link)) continue;
		if (types.includes(reference.type) && reasons.includes(link.reason))
			yield { from: document, reference, link };
	}
}

/**
 * Whether a link leads to a file of the repository that lies outside the documents: alive where the sources are read,
 * dead on the site. Pictures are shown in the page itself, so for them it does not count.
 */
export function isUnpublished(
	{ isFile }: Pick<GraphRuleContext, 'isFile'>,
	from: Document,
	{ type, target }: Reference,
): boolean {
	const path = decoded(target.trim().replace(/[?#].*$/s, ''));
	return type === 'link' && /^\.{1,2}\//.test(path) && isFile?.(path, from.file) === true;
}

/** What the reference names may stand in a document that could not be read, which is reported there. */
function mayBeIn(
	unread: readonly Document[],
	{ target }: Reference,
	{ reason, actual }: Extract<Link, { type: 'missing' }>,
): boolean {
	if (reason === 'anchor') return unread.some(({ id }) => id === actual);
	const id = idIn(target);
	return unread.some((document) => document.unread?.ids.includes(id));
}

/** Whether the heading is there and its anchor is written wrong, which is reported there. */
function isToldAtHeading(
	{ byId }: DocumentGraph,
	{ target }: Reference,
	{ reason, actual }: Extract<Link, { type: 'missing' }>,
): boolean {
	if (reason !== 'anchor' || actual === undefined) return false;
	const anchor = decoded(target.replace(/^[^#]*#/, ''));
	return [...(byId.get(actual)?.values() ?? [])].some(({ headings }) =>
		headings.some(({ text }) => brokenAnchor(text)?.id === anchor),
	);
}

function idIn(target: string): string {
	return target.replace(/^kb:/i, '').replace(/#.*$/s, '').trim();
}

/**
 * Whether a reference is to a document whose own id is written wrong, which is reported there: the id nearest to what
 * is written, or, where none is, the only one of its kind that is looked for.
 */
function meantByWrongId({ nodes, unresolved }: DocumentGraph): (reference: Reference) => boolean {
	const wrong = [...nodes.values()].filter(({ kind, id }) => kind !== 'page' && !kindOfId(id));
	if (wrong.length === 0) return () => false;
	const written = wrong.flatMap(({ schemaIssues }) =>
		schemaIssues.flatMap(({ type, pointer, received }) =>
			type !== 'missing' && pointer === '/id' ? [received] : [],
		),
	);
	const near = indexNearest(written);
	const wanted = [...new Set(unresolved.map(({ reference }) => idIn(reference.target)))];
	const without = wrong.filter(({ schemaIssues }) => !schemaIssues.some(({ pointer }) => pointer === '/id'));
	const only = without.flatMap(({ kind }) => {
		const ofKind = wanted.filter((id) => kindOfId(id) === kind);
		return ofKind.length === 1 ? ofKind : [];
	});
	return ({ target }) => {
		const id = idIn(target);
		return only.includes(id) || (kindOfId(id) !== undefined && near(id).length > 0);
	};
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
	const milder = isForeign(graph, config) && !/^kb:/i.test(reference.target);
	return milder ? { buildSeverity: 'warning' } : {};
}

/** Asked for every dead link, answered once. */
const known = new WeakMap<DocumentGraph, boolean>();

function isForeign(graph: DocumentGraph, config: CompileConfig): boolean {
	const answer = known.get(graph) ?? isForeignFolder(config, graph.nodes.values());
	known.set(graph, answer);
	return answer;
}
