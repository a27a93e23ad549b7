import { labels } from '../../../schemas/index.ts';
import {
	type Document,
	type DocumentGraph,
	interfaceLanguageOf,
	KIND_ROUTES,
	languagePrefix,
	type Page,
	type ResolvedConfig,
	routeOf,
} from '../../model/index.ts';
import type { Versions } from './versions.ts';

/** The way down from home: the kind's listing, then the process hierarchy or the folders. */
export function breadcrumbsOf(
	document: Document,
	graph: DocumentGraph,
	versions: Versions,
	config: ResolvedConfig,
): Page['breadcrumbs'] {
	const defaultLanguage = config.languages[0] ?? 'en';
	// Listings exist in the configured languages only.
	const listingLanguage = config.languages.includes(document.lang) ? document.lang : defaultLanguage;
	const kind = {
		title: labels[`kind.${document.kind}`]?.[interfaceLanguageOf(listingLanguage)] ?? document.kind,
		route: languagePrefix(listingLanguage, defaultLanguage) + KIND_ROUTES[document.kind],
	};
	const ancestors =
		document.kind === 'process' ? processAncestors(document, versions) : folderPages(document, graph);
	return [kind, ...ancestors.map((each) => ({ title: each.title, route: routeOf(each, defaultLanguage) }))];
}

function processAncestors(document: Document, versions: Versions): Document[] {
	const chain: Document[] = [];
	const seen = new Set([document.id]);
	let parent = document.frontmatter['parent'];
	while (typeof parent === 'string' && !seen.has(parent)) {
		seen.add(parent);
		const above = versions.of(parent, document.lang);
		if (!above) break;
		chain.unshift(above);
		parent = above.frontmatter['parent'];
	}
	return chain;
}

/** The index pages of the folders above a page. */
function folderPages(document: Document, graph: DocumentGraph): Document[] {
	if (document.kind !== 'page') return [];
	const segments = document.id
		.replace(/^page:/, '')
		.split('/')
		.filter(Boolean);
	const chain: Document[] = [];
	for (let length = 1; length < segments.length; length++) {
		const folder = segments.slice(0, length).join('/');
		const index = folderIndex(folder, document.lang, graph);
		if (index && index.id !== document.id) chain.push(index);
	}
	return chain;
}

/** A folder's own page, whatever spelling of its id the parser chose. */
export function folderIndex(folder: string, lang: string, graph: DocumentGraph): Document | undefined {
	for (const id of [`page:${folder}/`, `page:${folder}`, `page:${folder}/readme`]) {
		const versions = graph.byId.get(id);
		const found = versions?.get(lang) ?? versions?.values().next().value;
		if (found) return found;
	}
	return undefined;
}
