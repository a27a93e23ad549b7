import * as z from 'zod';
import { withMeta } from '../meta.ts';

/**
 * The canonical form of a BCP 47 tag (`zh-cn` → `zh-CN`), undefined for anything else. Only tags of
 * a language with optional script and region: variants and extensions have no use as a folder name.
 */
export function canonicalLanguage(tag: string): string | undefined {
	if (!/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(tag)) return undefined;
	return Intl.getCanonicalLocales(tag)[0];
}

/** A language tag in its canonical form, since `zh-cn` beside `zh-CN` would be two languages. */
export function languageTag(): z.ZodString {
	return withMeta(
		z.string().refine((tag) => canonicalLanguage(tag) === tag),
		{
			expected: 'zh-CN, zh-TW, en',
			example: 'zh-CN',
		},
	);
}
