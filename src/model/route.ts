import type { Document, DocumentKind } from './document.ts';
import type { LanguageTag } from './language.ts';
import type { Route } from './site.ts';

/** The listing of a kind, below a language prefix. */
export const KIND_ROUTES: Readonly<Record<DocumentKind, Route>> = {
	process: '/processes/',
	'system-log': '/system-logs/',
	'dev-note': '/dev-notes/',
	runbook: '/runbooks/',
	page: '/docs/',
};

/** '' for the default language, else `/<lang>`. */
export function languagePrefix(lang: LanguageTag, defaultLanguage: LanguageTag): string {
	return lang === defaultLanguage ? '' : `/${lang}`;
}

/**
 * Where a document is published, below the base: the four kinds by id, so that the address survives
 * renames; pages by path. Two documents may claim one route; a rule reports that.
 */
export function routeOf(
	document: Pick<Document, 'id' | 'kind' | 'lang'>,
	defaultLanguage: LanguageTag,
): Route {
	const prefix = languagePrefix(document.lang, defaultLanguage);
	if (document.kind !== 'page') return `${prefix}/d/${document.id}/`;
	const path = document.id.replace(/^page:/, '');
	const segments = path.split('/').map(routeSegment).filter(Boolean);
	return `${prefix}/docs/${segments.map((segment) => `${segment}/`).join('')}`;
}

/** Lower case; everything but letters, digits and `._~-` becomes `-`, so that no file system or server differs on it. */
export function routeSegment(segment: string): string {
	return segment
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}._~-]/gu, '-')
		.replace(/^\.+$/, '-');
}

/** An address as somebody wrote it (`redirectFrom`), as a route: a language in front keeps its letter case. */
export function routeOfAddress(address: string, languages: readonly LanguageTag[]): Route {
	const [first = '', ...rest] = address.split('/').filter(Boolean);
	const language = languages.find((tag) => tag.toLowerCase() === first.toLowerCase());
	const segments = [language ?? routeSegment(first), ...rest.map(routeSegment)].filter(Boolean);
	return `/${segments.map((segment) => `${segment}/`).join('')}`;
}

/** Path below the base of a document as it was written, beside its page: `d/RB-INV-0042.md`. */
export function markdownPath(route: Route): string {
	return `${route.slice(1, -1)}.md`;
}
