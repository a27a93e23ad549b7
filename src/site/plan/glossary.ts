import {
	type Glossary,
	type GlossaryTerm,
	INTERFACE_LANGUAGES,
	type InterfaceLanguage,
} from '../../model/index.ts';
import type { Furniture } from '../i18n/index.ts';

/** One part of the glossary page, its terms in the order of the page's language. */
export interface GlossaryPart {
	readonly field: string;
	readonly title: string;
	readonly terms: readonly GlossaryTerm[];
}

const TITLES = {
	finance: 'glossaryFinance',
	supply: 'glossarySupply',
	production: 'glossaryProduction',
	systems: 'glossarySystems',
	problems: 'glossaryProblems',
} as const satisfies Readonly<Record<string, keyof Furniture>>;

export function glossaryParts(
	{ sections }: Glossary,
	lang: InterfaceLanguage,
	text: Furniture,
): GlossaryPart[] {
	const { compare } = new Intl.Collator(lang);
	const name = (term: GlossaryTerm): string => term.words[lang][0] ?? '';
	return sections.map(({ field, terms }) => ({
		field,
		title: field in TITLES ? text[TITLES[field as keyof typeof TITLES]] : field,
		terms: [...terms].sort((a, b) => compare(name(a), name(b))),
	}));
}

/** The page's own language first: its words are what the reader looks for. */
export function glossaryColumns(lang: InterfaceLanguage): InterfaceLanguage[] {
	return [lang, ...INTERFACE_LANGUAGES.filter((each) => each !== lang)];
}
