import { type DocumentKind, KIND_ROUTES, type LanguageView, type Route } from '../../model/index.ts';

/**
 * An address of this site for an attribute. Routes hold plain text (`/docs/库存/`); what a browser
 * reads is percent-encoded. `base` is `/` or `/path/`.
 */
export function hrefOf(base: string, route: Route, anchor?: string): string {
	const fragment = anchor ? `#${encodeURIComponent(anchor)}` : '';
	return base + encodeURI(route.slice(1)) + fragment;
}

export function homeRoute(view: LanguageView): Route {
	return `${view.prefix}/`;
}

export function mapRoute(view: LanguageView): Route {
	return `${view.prefix}/map/`;
}

export function searchRoute(view: LanguageView): Route {
	return `${view.prefix}/search/`;
}

export function glossaryRoute(view: LanguageView): Route {
	return `${view.prefix}/glossary/`;
}

export function moduleRoute(view: LanguageView, key: string): Route {
	return `${view.prefix}/modules/${key}/`;
}

/**
 * Address of a listing; pages are counted from 1. Further pages stand beside the first one, not
 * below it, because everything below `/docs/` belongs to the documents.
 */
export function listRoute(view: LanguageView, kind: DocumentKind, page = 1): Route {
	const route = view.prefix + KIND_ROUTES[kind];
	return page === 1 ? route : `${route.slice(0, -1)}-${page}/`;
}
