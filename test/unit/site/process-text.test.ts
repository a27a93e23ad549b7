import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { processViewText } from '../../../src/site/i18n/process-view/index.ts';

const words = (lang: keyof typeof processViewText): [string, string][] =>
	Object.entries(processViewText[lang]).map(([key, value]) => [
		key,
		typeof value === 'string' ? value : (value as (...args: unknown[]) => string)('3'),
	]);

describe('the words of the process view', () => {
	it.each(['zh-CN', 'zh-TW', 'en'] as const)('are all there in %s', (lang) => {
		expect(words(lang).map(([key]) => key)).toEqual(Object.keys(processViewText.en));
		for (const [key, text] of words(lang)) expect(text.trim(), key).not.toBe('');
	});

	it('are in one script each', () => {
		const toSimplified = Converter({ from: 'tw', to: 'cn' });
		const toTraditional = Converter({ from: 'cn', to: 'tw' });
		for (const [key, text] of words('zh-CN')) expect(toSimplified(text), key).toBe(text);
		for (const [key, text] of words('zh-TW')) expect(toTraditional(text), key).toBe(text);
	});
});
