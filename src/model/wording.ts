import type { MessageLocale, WrittenLocale } from './language.ts';
import { createReplacer, traditional } from './taiwan.ts';
import { VALUE_END, VALUE_START } from './value-marks.ts';

/**
 * Of a text in the languages that it is written in, the one for a reader. `zh-TW` is derived from `zh-CN`, in texts,
 * in tables of texts and in what their functions return; values handed to such a function (names, paths, what a user
 * wrote) are never converted.
 */
export function wordsIn<T>(texts: Readonly<Record<WrittenLocale, T>>, locale: MessageLocale): T {
	return locale === 'zh-TW' ? derived(texts['zh-CN']) : texts[locale];
}

/** Tag of a simplified Chinese text with values in it: as it stands, or for Taiwan with the values untouched. */
export function chineseFor(
	locale: MessageLocale,
): (texts: TemplateStringsArray, ...values: readonly unknown[]) => string {
	return (texts, ...values) =>
		locale === 'zh-TW'
			? traditional(String.raw({ raw: texts }, ...values.map((value) => marked(String(value)))))
			: String.raw({ raw: texts }, ...values);
}

function derived<T>(words: T): T;
function derived(words: unknown): unknown {
	if (typeof words === 'string') return traditional(words);
	if (typeof words === 'function') return (...values: unknown[]) => called(words as Call, values);
	if (Array.isArray(words)) return words.map((each: unknown) => derived(each));
	if (!isPlain(words)) return words;
	return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, derived(value)]));
}

type Call = (...values: readonly unknown[]) => unknown;

/**
 * The values are marked before the function sees them. Where it decides by a value it then decides otherwise or
 * fails; so the text without marks is compared, and if it differs the values are looked for in it instead.
 */
function called(words: Call, values: readonly unknown[]): unknown {
	const plain = words(...values);
	const withMarks = attempt(() => words(...values.map(markedDeep)));
	if (asWritten(withMarks) === asWritten(plain)) return derived(withMarks);
	const found = [...textsIn(values)].filter((text) => text.trim() !== '');
	return derived(mapTexts(plain, createReplacer(found.map((text) => [text, marked(text)]))));
}

function attempt(run: () => unknown): unknown {
	try {
		return run();
	} catch {
		return undefined;
	}
}

function asWritten(words: unknown): string | undefined {
	return JSON.stringify(mapTexts(words, (text) => text.replace(/[\ue000\ue001]/g, '')));
}

function marked(value: string): string {
	return `${VALUE_START}${value}${VALUE_END}`;
}

function markedDeep(value: unknown): unknown {
	return mapTexts(value, marked);
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change));
	if (!isPlain(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}

function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (Array.isArray(value)) for (const each of value) yield* textsIn(each);
	else if (isPlain(value)) for (const each of Object.values(value)) yield* textsIn(each);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
