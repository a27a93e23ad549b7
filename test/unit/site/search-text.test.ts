import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../../../src/search/query/result.ts';
import { publicQuery } from '../../../src/site/search/public-query.ts';
import { searchText } from '../../../src/site/search/text.ts';

/** Every text below a value, functions called, with its path. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
	if (typeof value === 'string') return [[path, value]];
	if (typeof value === 'function') return [[path, (value as (...args: unknown[]) => string)(3, 7)]];
	return Object.entries(value as object).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

const words = (lang: string): [string, string][] =>
	textsOf(searchText(lang)).filter(([path]) => !path.startsWith('.language.'));

describe('the search interface', () => {
	it.each(['zh-CN', 'zh-TW', 'en'])('has every text in %s', (lang) => {
		const paths = words(lang).map(([path]) => path);
		expect(paths.sort()).toEqual(
			words('en')
				.map(([path]) => path)
				.sort(),
		);
		for (const [path, text] of words(lang)) expect(text.trim(), path).not.toBe('');
	});

	it('keeps the two scripts apart', () => {
		const toSimplified = Converter({ from: 'tw', to: 'cn' });
		const toTraditional = Converter({ from: 'cn', to: 'tw' });
		for (const [path, text] of words('zh-CN')) expect(toSimplified(text), path).toBe(text);
		for (const [path, text] of words('zh-TW')) expect(toTraditional(text), path).toBe(text);
	});

	it('speaks English to languages it does not know', () => {
		expect(searchText('fr').search).toBe('Search');
	});
});

describe('publicQuery', () => {
	const found = (type: string, value: string): SearchResult[] => [
		{ reasons: [{ type, value }] } as unknown as SearchResult,
	];

	it('leaves a short question as it is', () => {
		expect(publicQuery('库存对不上', [])).toBe('库存对不上');
	});

	it('gives of a paste only what the knowledge base recognised in it', () => {
		expect(publicQuery('a\nERROR 1205\npwd=x', found('code', 'ERROR 1205'))).toBe('ERROR 1205');
		expect(publicQuery('a\nb', found('words', 'a b'))).toBe('');
		expect(publicQuery('password=abc', [])).toBe('');
	});
});
