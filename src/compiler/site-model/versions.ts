import {
	type Document,
	type DocumentGraph,
	type DocumentId,
	type DocumentLink,
	type LanguageTag,
	type ResolvedConfig,
	type Route,
	routeOf,
} from '../../model/index.ts';

/** Answers which version of a document a page in some language shows, and how a link to it looks. */
export interface Versions {
	/** The version in `lang`, else in the nearest configured language, else any; undefined for an unknown id. */
	of(id: DocumentId, lang: LanguageTag): Document | undefined;
	link(id: DocumentId, lang: LanguageTag, relation?: string): DocumentLink | undefined;
	linkTo(document: Document, relation?: string): DocumentLink;
	route(document: Document): Route;
}

export function createVersions(graph: DocumentGraph, config: ResolvedConfig): Versions {
	const defaultLanguage = config.languages[0] ?? 'en';
	const of = (id: DocumentId, lang: LanguageTag): Document | undefined => {
		const versions = graph.byId.get(id);
		if (!versions) return undefined;
		return versions.get(lang) ?? sameScript(versions, lang) ?? versions.values().next().value;
	};
	const route = (document: Document): Route => routeOf(document, defaultLanguage);
	const linkTo = (document: Document, relation?: string): DocumentLink => {
		const status = document.frontmatter['status'];
		return {
			id: document.id,
			kind: document.kind,
			lang: document.lang,
			title: document.title,
			summary: document.summary,
			route: route(document),
			...(typeof status === 'string' ? { status } : {}),
			...(relation === undefined ? {} : { relation }),
		};
	};
	return {
		of,
		route,
		linkTo,
		link: (id, lang, relation) => {
			const document = of(id, lang);
			return document && linkTo(document, relation);
		},
	};
}

/** A reader of traditional Chinese is better served by simplified Chinese than by English, and the other way round. */
function sameScript(versions: ReadonlyMap<LanguageTag, Document>, lang: LanguageTag): Document | undefined {
	const base = lang.split('-')[0];
	for (const [tag, document] of versions) if (tag.split('-')[0] === base) return document;
	return undefined;
}
