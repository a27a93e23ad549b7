import {
	type DocumentKind,
	type InterfaceLanguage,
	type LanguageTag,
	localize,
	type SiteModel,
} from '../../model/index.ts';
import { type Furniture, furniture } from './index.ts';

/** Every word that a page of one interface language shows besides the documents' own. */
export interface SiteLabels {
	readonly lang: InterfaceLanguage;
	readonly text: Furniture;
	kind(kind: DocumentKind): string;
	/** Name of a kind's listing. */
	list(kind: DocumentKind): string;
	/** What a number of documents of a kind are called, after the number. */
	counted(kind: DocumentKind, count: number): string;
	/** Name of a frontmatter field; `within` names the field that holds it, where that changes the meaning. */
	field(name: string, within?: string): string;
	/** Name of a value of an enumeration; the value itself where it has none. */
	value(enumName: string, value: string): string;
	module(key: string): string;
	system(key: string): string;
	role(key: string): string;
	facetField(field: string): string;
	facetValue(field: string, value: string): string;
	/** Joins items as a text of this language does. */
	join(items: readonly string[]): string;
	/** A language's name in itself. */
	language(tag: LanguageTag): string;
}

/** The words of `lang` for a model's vocabulary and schemas. */
export function createLabels(model: SiteModel, lang: InterfaceLanguage): SiteLabels {
	const text = furniture[lang];
	const find = (key: string, fallback: string): string => model.labels[key]?.[lang] ?? fallback;
	const term = (vocabulary: SiteModel['modules'], key: string): string => {
		const names = vocabulary[key];
		return (names && localize(names, lang, model.defaultLanguage)) || key;
	};
	const labels: SiteLabels = {
		lang,
		text,
		kind: (kind) => find(`kind.${kind}`, kind),
		list: (kind) => text[LISTS[kind]],
		counted: (kind, count) => text[COUNTS[kind]](count),
		field: (name, within) => find(`field.${within}.${name}`, find(`field.${name}`, name)),
		value: (enumName, value) => find(`${enumName}.${value}`, value),
		module: (key) => term(model.modules, key),
		system: (key) => term(model.systems, key),
		role: (key) => term(model.roles, key),
		facetField: (field) => {
			if (field === 'year') return text.year;
			return field === 'upgradeRisk' ? labels.field('risk', 'upgrade') : labels.field(field);
		},
		facetValue: (field, value) => {
			if (field === 'modules') return labels.module(value);
			if (field === 'systems') return labels.system(value);
			return field === 'owner' ? labels.role(value) : labels.value(field, value);
		},
		join: (items) => items.join(lang === 'en' ? ', ' : '、'),
		language: languageName,
	};
	return labels;
}

const LISTS = {
	runbook: 'listRunbook',
	process: 'listProcess',
	'system-log': 'listLog',
	'dev-note': 'listNote',
	page: 'listPage',
} as const;

const COUNTS = {
	runbook: 'countRunbook',
	process: 'countProcess',
	'system-log': 'countLog',
	'dev-note': 'countNote',
	page: 'countPage',
} as const;

const NAMES: Readonly<Record<string, string>> = {
	'zh-CN': '简体中文',
	'zh-TW': '繁體中文',
	'zh-HK': '繁體中文（香港）',
	en: 'English',
};

function languageName(tag: LanguageTag): string {
	return NAMES[tag] ?? new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
