import { type InterfaceLanguage, type LanguageView, localize, type SiteModel } from '../../model/index.ts';
import type { Facet } from '../../search/query/result.ts';
import { createLabels } from '../i18n/labels.ts';
import { triageText } from '../i18n/triage/index.ts';
import { glossaryRoute, hrefOf, listRoute, mapRoute, moduleRoute, triageRoute } from '../plan/addresses.ts';
import { entriesByModule, listedKinds } from '../plan/targets.ts';

/** What the page tells the search script, as a data attribute. */
export interface SearchSettings {
	readonly lang: string;
	/** `/` or `/path/`. */
	readonly base: string;
	/** Address of the full search page. */
	readonly page: string;
	/** Where to look without a search. */
	readonly lists: readonly ListLink[];
	/** Facet → value → label; a value without a label is shown as it is. */
	readonly labels: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>>;
}

export interface ListLink {
	readonly label: string;
	readonly href: string;
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
	const view = viewFor(model, lang);
	const prefix = view?.prefix ?? '';
	const lists = view ? kindLists(model, view, base) : [];
	return { lang, base, page: `${base.replace(/\/$/, '')}${prefix}/search/`, lists, labels };
}

export function viewFor(model: SiteModel, lang: InterfaceLanguage): LanguageView | undefined {
	return model.views.find(({ interfaceLanguage }) => interfaceLanguage === lang);
}

/** A list per kind that there are documents of, the way from a symptom, the map and the glossary. */
export function kindLists(model: SiteModel, view: LanguageView, base: string): ListLink[] {
	const labels = createLabels(model, view.interfaceLanguage);
	const map = { label: labels.text.map, href: hrefOf(base, mapRoute(view)) };
	const glossary = { label: labels.text.glossary, href: hrefOf(base, glossaryRoute(view)) };
	const triage = { label: triageText[labels.lang].title, href: hrefOf(base, triageRoute(view)) };
	return [
		...listedKinds(view).map((kind) => ({
			label: labels.list(kind),
			href: hrefOf(base, listRoute(view, kind)),
		})),
		...(model.triage ? [triage] : []),
		...(view.processes.length > 0 ? [map] : []),
		...(model.glossary ? [glossary] : []),
	];
}

export function moduleLists(model: SiteModel, view: LanguageView, base: string): ListLink[] {
	const labels = createLabels(model, view.interfaceLanguage);
	return [...entriesByModule(view).keys()].map((key) => ({
		label: labels.module(key),
		href: hrefOf(base, moduleRoute(view, key)),
	}));
}
