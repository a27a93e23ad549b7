import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { furniture } from '../../../src/site/i18n/index.ts';

const words = (lang: keyof typeof furniture): [string, string][] =>
	Object.entries(furniture[lang]).map(([key, value]) => [
		key,
		typeof value === 'string' ? value : (value as (...args: unknown[]) => string)('3', '7'),
	]);

describe('furniture', () => {
	it.each(['zh-CN', 'zh-TW', 'en'] as const)('has every text in %s', (lang) => {
		expect(words(lang).map(([key]) => key)).toEqual(expect.arrayContaining(Object.keys(furniture.en)));
		for (const [key, text] of words(lang)) expect(text.trim(), key).not.toBe('');
	});

	it('writes simplified Chinese without traditional characters, and the other way round', () => {
		const toSimplified = Converter({ from: 'tw', to: 'cn' });
		const toTraditional = Converter({ from: 'cn', to: 'tw' });
		for (const [key, text] of words('zh-CN').filter(([name]) => name !== 'languageName'))
			expect(toSimplified(text), key).toBe(text);
		for (const [key, text] of words('zh-TW')) expect(toTraditional(text), key).toBe(text);
	});

	it('uses the vocabulary of Taiwan', () => {
		const all = words('zh-TW')
			.map(([, text]) => text)
			.join('\n');
		expect(all).not.toMatch(/搜索|菜單|信息|數據|默認|文檔|導航|鏈接|粘貼|筛选|打開/);
	});

	it('counts in English', () => {
		expect([furniture.en.problems(1), furniture.en.problems(2)]).toEqual(['1 problem', '2 problems']);
	});
});
