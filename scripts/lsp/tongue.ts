import { type InterfaceLanguage, interfaceLanguageOf, type MessageLocale } from '../../src/model/index.ts';

/** The languages that an editor is answered in. */
export interface Tongue {
	readonly labels: InterfaceLanguage;
	readonly messages: MessageLocale;
}

/** From the client's locale (`zh-cn`, `zh-hant-tw`, `en-GB`); without one, from the command line's. */
export function tongueOf(locale: string | undefined, fallback: MessageLocale): Tongue {
	if (!locale) return { labels: fallback, messages: fallback };
	const labels = interfaceLanguageOf(locale.replaceAll('_', '-'));
	return { labels, messages: labels };
}
