import type { ApiTerms } from '../../../../schemas/index.ts';
import {
	type GlossaryTerm,
	INTERFACE_LANGUAGES,
	type InterfaceLanguage,
	type SiteModel,
} from '../../../model/index.ts';
import { furniture } from '../../i18n/index.ts';
import type { SiteLabels } from '../../i18n/labels.ts';
import { glossaryRoute } from '../../plan/addresses.ts';
import { glossaryParts } from '../../plan/glossary.ts';
import type { SiteIndex } from '../../plan/site-index.ts';
import { type Answered, pagesAt, perLanguage } from './answer.ts';
import { envelopeOf } from './documents.ts';

/** What the keys of the other answers are called, and which words mean the same. */
export function termsOf(index: SiteIndex): Answered<ApiTerms> {
	const { model } = index;
	return {
		...envelopeOf(model),
		pages: pagesAt(index, glossaryRoute),
		modules: vocabularyOf(index, model.modules, (labels, key) => labels.module(key)),
		systems: vocabularyOf(index, model.systems, (labels, key) => labels.system(key)),
		roles: vocabularyOf(index, model.roles, (labels, key) => labels.role(key)),
		labels: model.labels,
		glossary: glossaryOf(model),
		synonyms: model.glossary?.own.map(({ words }) => words) ?? [],
	};
}

/** As configured, and as the pages of each language show it. */
function vocabularyOf(
	{ model, labels }: SiteIndex,
	vocabulary: SiteModel['modules'],
	nameIn: (labels: SiteLabels, key: string) => string,
): Answered<ApiTerms>['modules'] {
	return Object.entries(vocabulary).map(([key, names]) => ({
		key,
		name: { ...names, ...perLanguage(model, (view) => nameIn(labels(view), key)) },
	}));
}

function glossaryOf({ glossary }: SiteModel): Answered<ApiTerms>['glossary'] {
	if (!glossary) return [];
	const titles = new Map(INTERFACE_LANGUAGES.map((lang) => [lang, sectionTitles(glossary, lang)]));
	return glossary.sections.map(({ field, terms }) => ({
		field,
		title: Object.fromEntries([...titles].map(([lang, title]) => [lang, title.get(field) ?? field])),
		terms: terms.map(({ words }: GlossaryTerm) => ({ words })),
	}));
}

function sectionTitles(
	glossary: NonNullable<SiteModel['glossary']>,
	lang: InterfaceLanguage,
): ReadonlyMap<string, string> {
	return new Map(glossaryParts(glossary, lang, furniture[lang]).map(({ field, title }) => [field, title]));
}
