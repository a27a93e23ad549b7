import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontMetricsText } from '../../../scripts/generate/font-metrics.ts';
import { measureText } from '../../../src/diagrams/index.ts';

const regular = { size: 100, weight: 400 } as const;

describe('measureText', () => {
	it('adds up the advances of Inter', () => {
		expect(measureText('AV', regular)).toBeCloseTo(measureText('A', regular) + measureText('V', regular));
		expect(measureText('A', regular)).toBeCloseTo((1413 / 2048) * 100);
	});

	it('scales with size and grows with weight', () => {
		expect(measureText('Invoice', { size: 26, weight: 400 })).toBeCloseTo(
			2 * measureText('Invoice', { size: 13, weight: 400 }),
		);
		expect(measureText('Invoice', { size: 13, weight: 600 })).toBeGreaterThan(
			measureText('Invoice', { size: 13, weight: 400 }),
		);
	});

	it.each(['订', '單', '。', '（', 'Ａ', 'か', '한', '\u3000'])('counts %s as one em', (character) => {
		expect(measureText(character, regular)).toBe(100);
	});

	it('gives combining marks and joiners no width', () => {
		expect(measureText('e\u0301', regular)).toBeCloseTo(measureText('e', regular));
		expect(measureText('a\u200bb', regular)).toBeCloseTo(measureText('ab', regular));
	});

	it('counts an emoji sequence as one picture', () => {
		expect(measureText('👨‍👩‍👧‍👦', regular)).toBeCloseTo(measureText('👨', regular));
		expect(measureText('🇨🇳', regular)).toBeLessThan(200);
	});

	it('knows a width for every script', () => {
		for (const text of ['ไทย', 'العربية', 'हिन्दी', '→', '①', '𠮷', '\ud800']) {
			expect(measureText(text, regular)).toBeGreaterThan(0);
		}
	});
});

it('has the widths of the installed font', () => {
	const committed = readFileSync(
		new URL('../../../src/diagrams/font-metrics.generated.json', import.meta.url),
		'utf8',
	);
	expect(committed).toBe(fontMetricsText());
});
