import type { ApiSchemaName } from '../../../../schemas/index.ts';
import type { DocumentId, LanguageTag, LanguageView, Route, SiteModel } from '../../../model/index.ts';
import type { SiteIndex } from '../../plan/site-index.ts';
import { urlOf } from './documents.ts';

/** One file about the whole set. */
export interface Answer {
	/** `api/roles.json` */
	readonly path: string;
	readonly schema: ApiSchemaName;
	readonly description: string;
	readonly make: () => object;
}

/** A schema's type as the model hands its values over: nothing in it is written to. */
export type Answered<T> = { readonly [Key in keyof T]: Answered<T[Key]> };

type Titles = Readonly<Record<LanguageTag, string>>;

const known = new WeakMap<SiteModel, ReadonlyMap<DocumentId, Titles>>();

function titlesOf(model: SiteModel): ReadonlyMap<DocumentId, Titles> {
	let titles = known.get(model);
	if (!titles) {
		const all = new Map<DocumentId, Record<LanguageTag, string>>();
		for (const { id, lang, title } of model.pages) all.set(id, { ...all.get(id), [lang]: title });
		titles = all;
		known.set(model, titles);
	}
	return titles;
}

/** Titles of the documents whose ids stand anywhere in a value, as texts, as keys or as `<id>#<step>`; sorted by id. */
export function documentsIn(model: SiteModel, value: unknown): Record<DocumentId, Titles> {
	const titles = titlesOf(model);
	const found = new Map<DocumentId, Titles>();
	const note = (text: string): void => {
		const step = text.indexOf('#');
		const id = step < 0 ? text : text.slice(0, step);
		const title = titles.get(id);
		if (title) found.set(id, title);
	};
	const walk = (each: unknown): void => {
		if (typeof each === 'string') note(each);
		else if (Array.isArray(each)) each.forEach(walk);
		else if (each !== null && typeof each === 'object') {
			for (const [key, inner] of Object.entries(each)) {
				note(key);
				walk(inner);
			}
		}
	};
	walk(value);
	return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Addresses of a page by language; languages in which it does not stand there are left out. */
export function pagesAt(
	{ model, targets }: SiteIndex,
	routeIn: (view: LanguageView) => Route,
): Record<LanguageTag, string> {
	return Object.fromEntries(
		model.views.flatMap((view) => {
			const route = routeIn(view);
			return targets.has(route) ? [[view.lang, urlOf(model, route)] as const] : [];
		}),
	);
}

/** A value of each view, by language. */
export function perLanguage<T>(model: SiteModel, of: (view: LanguageView) => T): Record<LanguageTag, T> {
	return Object.fromEntries(model.views.map((view) => [view.lang, of(view)]));
}
