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
	const labels: Partial<Record<Facet, Record<string, string>>> = {};
	for (const facet of NAMED) labels[facet] = {};
	for (const [key, label] of Object.entries(model.labels)) {
		const [facet, value] = key.split('.', 2) as [Facet, string | undefined];
		if (value && NAMED.includes(facet)) (labels[facet] ??= {})[value] = label[lang];
	}
	labels.module = Object.fromEntries(
		Object.entries(model.modules).map(([key, label]) => [key, localize(label, lang, model.defaultLanguage)]),
	);
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
