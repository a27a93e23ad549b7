/** A BCP 47 tag such as `zh-CN`; documents may use any, the interface speaks {@link InterfaceLanguage}. */
export type LanguageTag = string;

/** The languages that Mainstay's own words (site furniture, labels) exist in. */
export const INTERFACE_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** The languages that diagnostics and the command line speak. */
export type MessageLocale = InterfaceLanguage;

/** The languages that messages are written in; those in zh-TW are derived, see `wordsIn`. */
export type WrittenLocale = 'en' | 'zh-CN';

/** A label in one or more languages. */
export type LocalizedText = Readonly<Record<LanguageTag, string>>;

/** Labels of Mainstay's own fields and values: all interface languages, always. */
export type Labels = Readonly<Record<InterfaceLanguage, string>>;

/**
 * Picks a text for a language: exact tag, then the same base language, then `fallback`, then any.
 * A missing label never becomes an empty string on a page; an empty map yields ''.
 */
export function localize(text: LocalizedText, lang: LanguageTag, fallback: LanguageTag = 'en'): string {
	const exact = text[lang];
	if (exact !== undefined) return exact;
	const base = lang.split('-')[0] ?? lang;
	const sibling = Object.keys(text).find((tag) => tag === base || tag.startsWith(`${base}-`));
	return (sibling && text[sibling]) || text[fallback] || Object.values(text)[0] || '';
}

/** The interface language nearest to a document's language. */
export function interfaceLanguageOf(lang: LanguageTag): InterfaceLanguage {
	const exact = INTERFACE_LANGUAGES.find((tag) => tag.toLowerCase() === lang.toLowerCase());
	if (exact) return exact;
	if (/^zh-(hant|hk|mo)\b/i.test(lang)) return 'zh-TW';
	return /^zh\b/i.test(lang) ? 'zh-CN' : 'en';
}

/** Frequent characters that exist in one of the two scripts only. */
const SIMPLIFIED_ONLY = /[这们来时会对发开关动进过还说问题库单据账数]/g;
const TRADITIONAL_ONLY = /[這們來時會對發開關動進過還說問題庫單據帳數]/g;

/** One letter in ten being Han is Chinese already: code and names are Latin in every language. */
export function languageOfText(text: string): InterfaceLanguage {
	const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (han === 0 && latin === 0) return INTERFACE_LANGUAGES[0];
	if (han * 9 < latin) return 'en';
	const simplified = text.match(SIMPLIFIED_ONLY)?.length ?? 0;
	const traditional = text.match(TRADITIONAL_ONLY)?.length ?? 0;
	return traditional > simplified ? 'zh-TW' : 'zh-CN';
}

/** Han and the punctuation that goes with it: between two of these a line end is no space. */
const BETWEEN_HAN =
	/(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])[ \t]*(?:\r\n?|\n)[ \t]*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu;

/** Joins the lines of a paragraph as Chinese is written: where a source line is broken, nobody reads a space. */
export function joinHanLines(text: string): string {
	return text.includes('\n') || text.includes('\r') ? text.replace(BETWEEN_HAN, '') : text;
}
