import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakText, measureText } from '../../../src/diagrams/index.ts';

const style = { size: 13, weight: 600 } as const;
const lines = (text: string, maxWidth: number, maxLines = 9) =>
	breakText(text, { ...style, maxWidth, maxLines }).lines;

describe('breakText', () => {
	it('keeps Chinese words whole where that costs no line', () => {
		expect(lines('文件是否完整', 60)).toEqual(['文件是否', '完整']);
	});

	it('never starts a line with Chinese punctuation', () => {
		expect(lines('核对订单，录入。', 52)).toEqual(['核对', '订单，', '录入。']);
	});

	it('keeps an opening bracket with what it opens', () => {
		expect(lines('库存调整（盘点）', 66)).toEqual(['库存调整', '（盘点）']);
	});

	it('breaks English between words and after hyphens', () => {
		expect(lines('Post goods receipt', 80)).toEqual(['Post goods', 'receipt']);
		expect(lines('maintenance-mode on', 100)).toEqual(['maintenance-', 'mode on']);
	});

	it('keeps a number with its measure word', () => {
		expect(lines('失败，10分钟后重试', 108)[0]).toBe('失败，10分钟');
	});

	it('cuts a word that is longer than a line', () => {
		for (const line of lines('Donaudampfschifffahrtsgesellschaft', 80)) {
			expect(measureText(line, style)).toBeLessThanOrEqual(80);
		}
	});

	it('fills lines evenly', () => {
		const [first = '', second = ''] = lines('Enter the purchase invoice', 140);
		expect(Math.abs(measureText(first, style) - measureText(second, style))).toBeLessThan(60);
	});

	it('tells when it had to cut the text off', () => {
		const block = breakText('一二三四五六七八九十', { ...style, maxWidth: 40, maxLines: 2 });
		expect(block.lines).toEqual(['一二三', '四五…']);
		expect(block.full).toBe('一二三四五六七八九十');
	});

	it('treats line breaks and runs of spaces as one space', () => {
		expect(lines(' a \n\n b ', 100)).toEqual(['a b']);
		expect(breakText('  ', { ...style, maxWidth: 10, maxLines: 2 })).toEqual({ lines: [], width: 0 });
	});

	const character = fc.constantFrom(
		...'订单核对库存a b-/c。，、（）「」：WORDlong12%'.split(''),
		'👨‍👩‍👧',
		'e\u0301',
	);
	const text = fc.array(character, { maxLength: 40 }).map((parts) => parts.join(''));

	it('loses nothing, stays within the width and obeys the punctuation', () => {
		fc.assert(
			fc.property(text, fc.integer({ min: 90, max: 200 }), (sentence, maxWidth) => {
				const block = breakText(sentence, { ...style, maxWidth, maxLines: 99 });
				expect(block.full).toBeUndefined();
				expect(block.lines.join('').replaceAll(' ', '')).toBe(sentence.replaceAll(/\s/g, ''));
				for (const line of block.lines) expect(measureText(line, style)).toBeLessThanOrEqual(maxWidth + 0.01);
				// Marks piled up until they fill a line have nowhere else to go.
				if (/[（「]{2}|[。，、）」：%]{3}/u.test(sentence.replaceAll(' ', ''))) return;
				for (const line of block.lines.slice(1)) expect(line).not.toMatch(/^[。，、）」：]/u);
			}),
			{ numRuns: 300 },
		);
	});
});
