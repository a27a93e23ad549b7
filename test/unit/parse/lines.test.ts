import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineTable } from '../../../src/model/lines.ts';

it('any offset, asked in any order, stands after the line ends before it', () => {
	const text = fc
		.array(fc.constantFrom('a', '文', '😀', '\n', '\r', '\r\n', '\n\n'), { maxLength: 30 })
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(text, fc.array(fc.nat({ max: 40 }), { maxLength: 12 }), (written, offsets) => {
			const table = lineTable(written);
			for (const offset of offsets.map((each) => Math.min(each, written.length))) {
				const above = [...written.matchAll(/\r\n|\n|\r/g)]
					.map(({ 0: end, index }) => index + end.length)
					.filter((start) => start <= offset);
				const column = offset - (above.at(-1) ?? 0) + 1;
				expect(table.point(offset)).toEqual({ line: above.length + 1, column });
			}
		}),
	);
});
