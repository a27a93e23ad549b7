import {
	type AssetFile,
	type CompileConfig,
	type Document,
	type DocumentGraph,
	type DocumentId,
	type DocumentKey,
	documentKey,
	type LanguageTag,
	type Link,
	type ResolvedReference,
} from '../model/index.ts';
import { collectBacklinks } from './backlinks.ts';
import { collectChildren } from './hierarchy.ts';
import { createResolver } from './resolve.ts';

/**
 * Hangs all documents together: identities, resolved references, backlinks, process hierarchy.
 * Of documents that share an id and a language the first one counts; the others are `duplicates` and
 * their references are left out. Time is linear in documents plus references.
 */
export function buildGraph(
	documents: readonly Document[],
	assets: ReadonlyMap<string, AssetFile>,
	config: CompileConfig,
): DocumentGraph {
	const nodes = new Map<DocumentKey, Document>();
	const byFile = new Map<string, Document>();
	const duplicates: { first: Document; second: Document }[] = [];
	for (const document of documents) {
		const key = documentKey(document.id, document.lang);
		const first = nodes.get(key);
		if (first) duplicates.push({ first, second: document });
		else nodes.set(key, document);
		if (!byFile.has(document.file)) byFile.set(document.file, document);
	}
	const unique = [...nodes.values()];
	const byId = groupById(unique, config.languages);

	const resolve = createResolver(unique, byId, assets, config);
	const links = new Map<DocumentKey, readonly Link[]>();
	const unresolved: ResolvedReference[] = [];
	for (const [from, document] of nodes) {
		const resolved = document.references.map((reference) => resolve(document, reference));
		links.set(from, resolved);
		resolved.forEach((link, index) => {
			const reference = document.references[index];
			if (link.type === 'missing' && reference) unresolved.push({ from, reference, link });
		});
	}
	return {
		nodes,
		byId,
		byFile,
		links,
		incoming: collectBacklinks(nodes, links),
		unresolved,
		children: collectChildren(byId),
		duplicates,
	};
}

/** Languages in configured order, others after them by tag. */
function groupById(
	documents: readonly Document[],
	languages: readonly LanguageTag[],
): Map<DocumentId, Map<LanguageTag, Document>> {
	const byId = new Map<DocumentId, Map<LanguageTag, Document>>();
	const several = new Set<DocumentId>();
	for (const document of documents) {
		const { id, lang } = document;
		const versions = byId.get(id);
		if (!versions) byId.set(id, new Map([[lang, document]]));
		else {
			versions.set(lang, document);
			several.add(id);
		}
	}
	const rank = (lang: LanguageTag): number => {
		const index = languages.indexOf(lang);
		return index === -1 ? languages.length : index;
	};
	for (const id of several) {
		const versions = [...(byId.get(id) ?? [])];
		versions.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
		byId.set(id, new Map(versions));
	}
	return byId;
}
