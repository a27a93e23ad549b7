import { describe, expect, it } from 'vitest';
import { conceptsFrom, createConceptFinder } from '../../../src/search/concepts.ts';
import { glossaryGroups } from '../../../src/search/glossary/index.ts';
import { glossary } from '../../../src/search/index.ts';

const entries = Object.values(glossary).flat();

describe('the glossary', () => {
	it('has at least 300 terms, each in three languages', () => {
		expect(entries.length).toBeGreaterThanOrEqual(300);
		for (const entry of entries) {
			for (const words of [entry.en, entry['zh-CN'], entry['zh-TW']]) {
				expect(words[0]).toBeTruthy();
				expect(words.every((word) => word === word.trim() && word !== '')).toBe(true);
			}
		}
	});

	it('names no term twice', () => {
		const names = entries.map(({ en }) => en[0]);
		expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	});

	it('knows the abbreviations that people type', () => {
		const words = new Set(glossaryGroups().flatMap((group) => group.words));
		for (const word of ['GL', 'AP', 'AR', 'PO', 'SO', 'MRP', 'BOM', 'WIP', 'GRN'])
			expect(words).toContain(word);
	});

	it('is found in text between word boundaries, the longest word first', () => {
		const concepts = conceptsFrom(
			[
				{ words: ['stock', '库存'], problem: false },
				{ words: ['stock transfer', '调拨'], problem: false },
			],
			(text) => text,
		);
		const find = createConceptFinder(concepts);
		const found = (text: string): number[] => find(text).map(({ concept }) => concept);
		expect(found('stock transfers')).toEqual([1]);
		expect(found('Stocks and StockRecalc')).toEqual([0, 0]);
		expect(found('stockholm')).toEqual([]);
		expect(found('总库存调拨')).toEqual([0, 1]);
	});
});
