import type { ApiDataDictionary } from '../../../../schemas/index.ts';
import type { DataObjectView, LanguageView } from '../../../model/index.ts';
import { dataObjectRoute, dataRoute } from '../../plan/addresses.ts';
import type { SiteIndex } from '../../plan/site-index.ts';
import { type Answered, documentsIn, pagesAt, perLanguage } from './answer.ts';
import { envelopeOf } from './documents.ts';

type DataObject = Answered<ApiDataDictionary>['objects'][number];

/** The data dictionary, by key. */
export function dataDictionaryOf(index: SiteIndex, view: LanguageView): Answered<ApiDataDictionary> {
	const { model } = index;
	const told = new Map(
		model.views.map(({ lang, work }) => [lang, new Map(work.data.objects.map((each) => [each.key, each]))]),
	);
	const objects = [...view.work.data.objects]
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.map((object) => objectOf(index, object, ({ lang }) => told.get(lang)?.get(object.key) ?? object));
	return {
		...envelopeOf(model),
		pages: pagesAt(index, dataRoute),
		documents: documentsIn(model, objects),
		objects,
	};
}

function objectOf(
	index: SiteIndex,
	object: DataObjectView,
	toldIn: (view: LanguageView) => DataObjectView,
): DataObject {
	const { key, slug, systems, modules, uses } = object;
	const names = perLanguage(index.model, (view) => toldIn(view).name);
	const shown = new Set(Object.values(names));
	const others = new Set(
		index.model.views.flatMap((view) => toldIn(view).otherNames.map(({ name }) => name)),
	);
	const described = perLanguage(index.model, (view) => toldIn(view).description ?? '');
	return {
		key,
		name: names,
		otherNames: [...others].filter((name) => name !== key && !shown.has(name)),
		description: Object.fromEntries(Object.entries(described).filter(([, text]) => text !== '')),
		pages: pagesAt(index, (view) => dataObjectRoute(view, slug)),
		systems,
		modules,
		uses: uses.map(({ at: { process, step }, ...use }) => ({ process, step, ...use })),
	};
}
