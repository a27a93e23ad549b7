import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf, sourceLines } from '../../../scripts/source-lines.ts';
import type { Diagnostic } from '../../../src/model/index.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mainstay-lines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function finding(file: string, line: number): Diagnostic {
	const range = { start: { line, column: 1 }, end: { line, column: 1 } };
	return { file, range } as Diagnostic;
}

describe('lines of files for code frames', () => {
	it('are those between line ends of any sort, asked for in any order', async () => {
		const text = fc
			.array(fc.constantFrom('', 'a', '字', '\ufeff', '\n', '\r\n', '\r'), { maxLength: 30 })
			.map((all) => all.join(''));
		const asked = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(text, asked, async (text, asked) => {
				await writeFile(join(folder, 'a.md'), text);
				const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
				const lineOf = sourceLines(folder);
				expect(asked.map((line) => lineOf('a.md', line))).toEqual(asked.map((line) => lines[line - 1]));
			}),
		);
	});

	it('are given again without the file, but for very long ones', async () => {
		await writeFile(join(folder, 'b.md'), `one\n${'long'.repeat(500)}\n__proto__\n`);
		const findings = [1, 2, 3, 9].map((line) => finding('b.md', line));
		const known = linesOf([...findings, finding('none.md', 1), finding('', 1)], sourceLines(folder));
		expect(known).toEqual({ 'b.md': { 1: 'one', 3: '__proto__' }, 'none.md': { 1: '' } });
		await writeFile(join(folder, 'b.md'), 'other\nline two\n');
		const lineOf = sourceLines(folder, known);
		expect([1, 2, 3, 9].map((line) => lineOf('b.md', line))).toEqual([
			'one',
			'line two',
			'__proto__',
			undefined,
		]);
	});
});
