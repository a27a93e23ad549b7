import {
	type DataDictionary,
	type DataObject,
	type DataObjectView,
	type DictionaryView,
	type LanguageTag,
	localize,
} from '../../model/index.ts';
import type { StepPlaces } from './step-places.ts';

/** The data dictionary as the pages of one language show it. */
export function dataViewOf(dictionary: DataDictionary, places: StepPlaces): DictionaryView {
	const { compare } = new Intl.Collator(places.lang, { numeric: true });
	const ids = new Set(dictionary.objects.flatMap(({ uses }) => uses.map(({ process }) => process)));
	return {
		objects: dictionary.objects
			.map((object) => viewOf(object, places))
			.sort((a, b) => compare(a.name, b.name) || compare(a.key, b.key)),
		slugs: Object.fromEntries([...dictionary.byName].map(([name, { slug }]) => [name, slug])),
		processes: Object.fromEntries(places.links([...ids]).map((link) => [link.id, link])),
	};
}

function viewOf(object: DataObject, places: StepPlaces): DataObjectView {
	const { key, slug, systems, modules, description, uses } = object;
	const name = nameOf(object, places.lang);
	return {
		key,
		slug,
		name,
		otherNames: otherNames(object, name),
		...(description ? { description: localize(description, places.lang) } : {}),
		systems,
		modules,
		uses: uses.map(({ process, step, ...use }) => ({ at: places.place(process, step), ...use })),
	};
}

/** What readers of a language call the object. */
export function nameOf({ names, key }: DataObject, lang: LanguageTag): string {
	return localize(names, lang) || key;
}

function otherNames({ names, key }: DataObject, shown: string): DataObjectView['otherNames'] {
	const others = new Map<string, { readonly name: string; readonly lang?: LanguageTag }>();
	for (const [lang, name] of Object.entries(names)) {
		if (name !== shown && !others.has(name)) others.set(name, { name, lang });
	}
	if (key !== shown && !others.has(key)) others.set(key, { name: key });
	return [...others.values()];
}
