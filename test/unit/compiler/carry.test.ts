import { expect, test } from 'vitest';
import { carried } from '../../../src/compiler/workspace/carry.ts';
import type { Finding } from '../../../src/model/index.ts';

const at = (line: number): Finding => ({
	code: 'MS301',
	file: 'a.md',
	range: { start: { line, column: 2 }, end: { line, column: 5 } },
	params: {},
});
const lines = (findings: readonly Finding[]): number[] => findings.map(({ range }) => range.start.line);

test('findings above an edit stay, those below move, those in it go', () => {
	const all = [at(1), at(2), at(4)];
	expect(lines(carried(all, 'a\nb\nc\nd\n', 'a\nx\ny\nc\nd\n'))).toEqual([1, 5]);
	expect(lines(carried(all, 'a\nb\nc\nd\n', 'a\nd\n'))).toEqual([1, 2]);
	expect(lines(carried(all, 'a\r\nb\r\nc\r\nd', 'a\r\nb\r\nc\r\nx'))).toEqual([1, 2]);
	expect(lines(carried(all, 'a\nb\nc\nd', 'a\nb\nc\nd'))).toEqual([1, 2, 4]);
	expect(lines(carried(all, 'a\nb\nc\nd', ''))).toEqual([]);
});
