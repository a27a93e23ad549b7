import {
	interfaceLanguageOf,
	type LanguageTag,
	type LanguageView,
	type SiteModel,
} from '../../model/index.ts';

/** The view whose furniture suits a document language: its own, else the nearest interface language, else the default. */
export function viewOf(model: SiteModel, lang: LanguageTag): LanguageView {
	const wanted = interfaceLanguageOf(lang);
	const view =
		model.views.find((candidate) => candidate.lang === lang) ??
		model.views.find((candidate) => candidate.interfaceLanguage === wanted) ??
		model.views[0];
	if (!view) throw new Error('The site model has no view.');
	return view;
}
