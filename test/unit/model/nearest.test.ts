import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	editDistance,
	interfaceLanguageOf,
	localize,
	nearest,
	routeOf,
	routeSegment,
} from '../../../src/model/index.ts';

describe('edit distance', () => {
	it('counts insertions, deletions, replacements and swaps of neighbours', () => {
		expect(editDistance('runbok', 'runbook')).toBe(1);
		expect(editDistance('owenr', 'owner')).toBe(1);
		expect(editDistance('', 'abc')).toBe(3);
		expect(editDistance('库存', '存库')).toBe(1);
	});

	it('is symmetric, zero only for equal texts, and never more than the longer length', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
				const distance = editDistance(a, b);
				expect(distance).toBe(editDistance(b, a));
				expect(distance === 0).toBe(a === b);
				expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
			}),
		);
	});

	it('above the limit says just that', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(4), (a, b, limit) => {
				const exact = editDistance(a, b);
				expect(editDistance(a, b, limit) > limit).toBe(exact > limit);
			}),
		);
	});
});

describe('nearest', () => {
	it('puts the likeliest first and leaves out the unlikely', () => {
		expect(nearest('symptom', ['signatures', 'symptoms', 'summary'])).toEqual(['symptoms']);
		expect(nearest('Draft', ['draft', 'review'])).toEqual(['draft']);
		expect(nearest('zzz', ['draft', 'review'])).toEqual([]);
	});
});

describe('language', () => {
	it('falls back along the base language before another language', () => {
		expect(localize({ 'zh-CN': '库存', en: 'Stock' }, 'zh-TW')).toBe('库存');
		expect(localize({ en: 'Stock' }, 'zh-TW')).toBe('Stock');
		expect(localize({}, 'en')).toBe('');
	});

	it('knows the interface language of any tag', () => {
		expect(interfaceLanguageOf('zh-Hant-HK')).toBe('zh-TW');
		expect(interfaceLanguageOf('zh')).toBe('zh-CN');
		expect(interfaceLanguageOf('fr')).toBe('en');
	});
});

describe('routes', () => {
	it('gives the four kinds a permanent address and pages their path', () => {
		expect(routeOf({ id: 'RB-INV-0042', kind: 'runbook', lang: 'zh-CN' }, 'zh-CN')).toBe('/d/RB-INV-0042/');
		expect(routeOf({ id: 'RB-INV-0042', kind: 'runbook', lang: 'en' }, 'zh-CN')).toBe('/en/d/RB-INV-0042/');
		expect(routeOf({ id: 'page:Guides/开始 使用', kind: 'page', lang: 'en' }, 'en')).toBe(
			'/docs/guides/开始-使用/',
		);
	});

	it('never leaves its folder, whatever the segment', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (segment) => {
				const routed = routeSegment(segment);
				expect(routed).not.toMatch(/[/\\\s?#%]|^\.+$/);
				expect(routeSegment(routed)).toBe(routed);
			}),
		);
	});
});
