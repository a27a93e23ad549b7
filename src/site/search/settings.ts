import {
	DOCUMENT_KINDS,
	type DocumentKind,
	type InterfaceLanguage,
	localize,
	type SiteModel,
} from '../../model/index.ts';
import type { Facet } from '../../search/query/result.ts';

/** What the page tells the search script, as a data attribute. */
export interface SearchSettings {
	readonly lang: string;
	/** `/` or `/path/`. */
	readonly base: string;
	/** Address of the full search page. */
	readonly page: string;
	/** Facet → value → label; a value without a label is shown as it is. */
	readonly labels: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>>;
}

/** Facets whose values the schemas name. */
const NAMED: readonly Facet[] = ['kind', 'severity', 'exceptionClass', 'status'];

export function searchSettings(model: SiteModel, lang: InterfaceLanguage, base: string): SearchSettings {
	const named = (facet: Facet): Record<string, string> =>
		Object.fromEntries(
			Object.entries(model.labels).flatMap(([key, label]) =>
				key.startsWith(`${facet}.`) ? [[key.slice(facet.length + 1), label[lang]]] : [],
			),
		);
	const modules = Object.entries(model.modules).map(([key, label]): [string, string] => [
		key,
		localize(label, lang, model.defaultLanguage),
	]);
	const labels = {
		...Object.fromEntries(NAMED.map((facet) => [facet, named(facet)])),
		module: Object.fromEntries(modules),
	};
	const prefix = model.views.find(({ interfaceLanguage }) => interfaceLanguage === lang)?.prefix ?? '';
	return { lang, base, page: `${base.replace(/\/$/, '')}${prefix}/search/`, labels };
}

/** Lists to offer where there is no script. */
export function listedKinds(
	model: SiteModel,
	lang: InterfaceLanguage,
): { label: string; kind: DocumentKind }[] {
	return DOCUMENT_KINDS.map((kind) => ({ kind, label: model.labels[`kind.${kind}`]?.[lang] ?? kind }));
}
