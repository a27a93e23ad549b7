import { describe, expect, test } from 'vitest';
import { shownChange } from '../../../scripts/fix/shown-change.ts';

describe('a mended place in one line', () => {
	test.each([
		['stock.md', 'Stock.md', 'stock.md → Stock.md'],
		['', 'expected: 5\n', '+ expected: 5'],
		['##', '## ', '## → ##␣'],
		['##\u3000', '## ', '##<U+3000> → ##␣'],
		['a\u00a0\tb', 'a b', 'a<U+00A0>⇥b → a␣b'],
		['a\r\n', 'a\n\n', 'a⏎ → a⏎⏎'],
	])('%j becoming %j', (before, after, shown) => {
		expect(shownChange(before, after)).toBe(shown);
	});
});
