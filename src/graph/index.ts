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
		for (const [index, link] of resolved.entries()) {
			const reference = document.references[index];
			if (link.type === 'missing' && reference) unresolved.push({ from, reference, link });
		}
	}
	const linksOf = (document: Document): readonly Link[] =>
		links.get(documentKey(document.id, document.lang)) ?? [];
	return {
		nodes,
		byId,
		byFile,
		links,
		incoming: collectBacklinks(unique, linksOf),
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
	const groups = new Map<DocumentId, Document[]>();
	for (const document of documents) {
		const group = groups.get(document.id);
		if (group) group.push(document);
		else groups.set(document.id, [document]);
	}
	const rank = (lang: LanguageTag): number => {
		const index = languages.indexOf(lang);
		return index === -1 ? languages.length : index;
	};
	const byId = new Map<DocumentId, Map<LanguageTag, Document>>();
	for (const [id, group] of groups) {
		group.sort((a, b) => rank(a.lang) - rank(b.lang) || (a.lang < b.lang ? -1 : 1));
		byId.set(id, new Map(group.map((document) => [document.lang, document])));
	}
	return byId;
}
