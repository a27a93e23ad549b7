import { collectBacklinks } from '../../graph/backlinks.ts';
import { buildGraph } from '../../graph/index.ts';
import { createResolver, type Resolve } from '../../graph/resolve.ts';
import {
	type AssetFile,
	type Document,
	type DocumentGraph,
	type DocumentId,
	type DocumentKey,
	documentKey,
	type Link,
	type ResolvedConfig,
	type ResolvedReference,
} from '../../model/index.ts';

/** All documents with how they hang together, and the function that tells where a reference leads. */
export interface DocumentSet {
	readonly documents: readonly Document[];
	readonly graph: DocumentGraph;
	readonly resolve: Resolve;
}

export function joinDocuments(
	documents: readonly Document[],
	assets: ReadonlyMap<string, AssetFile>,
	config: ResolvedConfig,
): DocumentSet {
	const graph = buildGraph(documents, assets, config);
	const resolve = createResolver([...graph.nodes.values()], graph.byId, assets, config);
	return { documents, graph, resolve };
}

/** What joining depends on besides the documents. */
interface Surroundings {
	readonly assets: ReadonlyMap<string, AssetFile>;
	readonly config: ResolvedConfig;
}

/**
 * The set after one document was written anew, looking only at the links from it and to it; undefined where the
 * change reaches further and all must be joined again. Equal to {@link joinDocuments}.
 */
export function replaceDocument(
	set: DocumentSet,
	after: Document,
	{ assets, config }: Surroundings,
): DocumentSet | undefined {
	const { graph } = set;
	const before = graph.byFile.get(after.file);
	const key = documentKey(after.id, after.lang);
	if (!before || graph.nodes.get(key) !== before || !isSameToOthers(before, after)) return undefined;
	const versions = new Map(graph.byId.get(after.id)).set(after.lang, after);
	const nodes = new Map(graph.nodes).set(key, after);
	const byId = new Map(graph.byId).set(after.id, versions);
	const keepsAnchors = isSameList(before.anchors, after.anchors);
	// The old one knows the old anchors.
	const resolve = keepsAnchors ? set.resolve : createResolver([...nodes.values()], byId, assets, config);
	const concerned = keepsAnchors ? [key] : [key, ...keysReferring(graph, after.id)];
	const fresh = new Map(
		concerned.flatMap((each) => {
			const document = nodes.get(each);
			return document ? [[each, document.references.map((reference) => resolve(document, reference))]] : [];
		}),
	);
	const links = new Map<DocumentKey, readonly Link[]>([...graph.links, ...fresh]);
	const next: DocumentGraph = {
		...graph,
		nodes,
		byId,
		byFile: new Map(graph.byFile).set(after.file, after),
		links,
		incoming: isSameGoals(before, graph.links.get(key) ?? [], after, links.get(key) ?? [])
			? graph.incoming
			: collectBacklinks(nodes, links),
		unresolved: [...graph.unresolved.filter(({ from }) => !fresh.has(from)), ...unresolvedIn(nodes, fresh)],
		duplicates: graph.duplicates.map((pair) => (pair.first === before ? { ...pair, first: after } : pair)),
	};
	const documents = set.documents.map((each) => (each === before ? after : each));
	return { documents, graph: next, resolve };
}

/** Whether the other documents see the same as before, the places of anchors aside. */
function isSameToOthers(before: Document, after: Document): boolean {
	return (
		before.id === after.id &&
		before.lang === after.lang &&
		before.kind === after.kind &&
		before.docPath === after.docPath &&
		before.trustedMdx === after.trustedMdx &&
		before.frontmatter['parent'] === after.frontmatter['parent'] &&
		before.frontmatter['order'] === after.frontmatter['order']
	);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** Documents that link to an id, or to an anchor of it that is missing. */
function keysReferring({ links }: DocumentGraph, id: DocumentId): DocumentKey[] {
	return [...links].flatMap(([key, all]) => (all.some((link) => goalOf(link) === id) ? [key] : []));
}

function unresolvedIn(
	nodes: DocumentGraph['nodes'],
	fresh: ReadonlyMap<DocumentKey, readonly Link[]>,
): ResolvedReference[] {
	return [...fresh].flatMap(([from, links]) =>
		links.flatMap((link, index) => {
			const reference = nodes.get(from)?.references[index];
			return link.type === 'missing' && reference ? [{ from, reference, link }] : [];
		}),
	);
}

/** Whether a document refers to the same documents by the same fields. */
function isSameGoals(before: Document, old: readonly Link[], after: Document, now: readonly Link[]): boolean {
	const shape = (document: Document, links: readonly Link[]): string[] =>
		links.map((link, index) => `${document.references[index]?.relation ?? ''} ${goalOf(link)}`);
	return isSameList(shape(before, old), shape(after, now));
}

function goalOf(link: Link): string {
	if (link.type === 'document') return link.id;
	return link.type === 'missing' && link.reason === 'anchor' ? (link.actual ?? '') : '';
}
