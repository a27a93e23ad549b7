import {
	type BoardName,
	type DocumentId,
	type DocumentKind,
	KIND_ROUTES,
	type LanguageView,
	markdownPath,
	type Page,
	type Route,
} from '../../model/index.ts';

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

/** One process zoomed in on the map: `/map/PR-O2C-0001/`. */
export function mapZoomRoute(view: LanguageView, id: DocumentId): Route {
	return `${view.prefix}/map/${id}/`;
}

export function rolesRoute(view: LanguageView): Route {
	return `${view.prefix}/roles/`;
}

/** `key` is a role of mainstay.yaml; {@link responsibilitiesRoute} stands beside the roles. */
export function roleRoute(view: LanguageView, key: string): Route {
	return `${view.prefix}/roles/${key === 'matrix' ? '~matrix' : key}/`;
}

/** What somebody new in a role reads, in order. */
export function readingPathRoute(view: LanguageView, key: string): Route {
	return `${roleRoute(view, key)}path/`;
}

/** Pages are counted from 1. */
export function responsibilitiesRoute(view: LanguageView, page = 1): Route {
	return `${view.prefix}/roles/matrix/${page === 1 ? '' : `${page}/`}`;
}

export function dataRoute(view: LanguageView): Route {
	return `${view.prefix}/data/`;
}

/** `slug` is the object's own address segment, see {@link DataObjectView}. */
export function dataObjectRoute(view: LanguageView, slug: string): Route {
	return `${view.prefix}/data/${slug}/`;
}

export function boardsRoute(view: LanguageView): Route {
	return `${view.prefix}/boards/`;
}

/** Pages are counted from 1. `release` is the address segment of an upgrade plan. */
export function boardRoute(view: LanguageView, board: BoardName, page = 1, release = ''): Route {
	const route = `${boardsRoute(view)}${board}/${release && `${release}/`}`;
	return page === 1 ? route : `${route}page-${page}/`;
}

export function searchRoute(view: LanguageView): Route {
	return `${view.prefix}/search/`;
}

/** The way from a symptom to a runbook; an exception class is an element id there. */
export function triageRoute(view: LanguageView): Route {
	return `${view.prefix}/triage/`;
}

export function glossaryRoute(view: LanguageView): Route {
	return `${view.prefix}/glossary/`;
}

export function moduleRoute(view: LanguageView, key: string): Route {
	return `${view.prefix}/modules/${key}/`;
}

/** The drawing of a process as a file beside its page: SVG, or BPMN for modelling tools. */
export function processFileRoute(page: Pick<Page, 'id' | 'route'>, type: 'svg' | 'bpmn'): Route {
	return `${page.route}${page.id}.${type}`;
}

/**
 * Address of a listing; pages are counted from 1. Further pages stand beside the first one, not
 * below it, because everything below `/docs/` belongs to the documents.
 */
export function listRoute(view: LanguageView, kind: DocumentKind, page = 1): Route {
	const route = view.prefix + KIND_ROUTES[kind];
	return page === 1 ? route : `${route.slice(0, -1)}-${page}/`;
}

/** A document as data, for machines. */
export function apiRoute(page: Pick<Page, 'route'>): Route {
	return `/api${page.route.slice(0, -1)}.json`;
}

/** A document as it was written. */
export function markdownRoute(page: Pick<Page, 'route'>): Route {
	return `/${markdownPath(page.route)}`;
}

/** What the forms for records and reports read; a file, so without a slash at its end. */
export function recordRoute(view: LanguageView): Route {
	return `${view.prefix}/record.json`;
}
