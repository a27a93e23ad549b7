import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { applyEdits, isConflict } from '../../../src/fixes/apply.ts';
import { placesOf, proposeFixes, unifiedDiff } from '../../../src/fixes/index.ts';
import { memoryWorld } from '../scripts/memory-world.ts';

const TEXT = fc
	.array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '库', '𠀀', '- ', '+ '), { maxLength: 40 })
	.map((parts) => parts.join(''));

const folder = mkdtempSync(join(tmpdir(), 'mainstay-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('edits', () => {
	test('change their ranges and nothing else, in any order', () => {
		fc.assert(
			fc.property(TEXT, fc.array(fc.nat(40), { maxLength: 8 }), (text, cuts) => {
				const places = placesOf(text);
				const bounds = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
				const spans = bounds.flatMap((start, index) =>
					index % 2 === 0 && bounds[index + 1] !== undefined
						? [[start, bounds[index + 1] ?? 0] as const]
						: [],
				);
				const edits = spans.map(([start, end], index) => ({
					file: 'a.md',
					range: places.range(start, end),
					newText: `<${index}>`,
				}));
				let expected = '';
				let from = 0;
				for (const [index, [start, end]] of spans.entries()) {
					expected += `${text.slice(from, start)}<${index}>`;
					from = end;
				}
				expect(applyEdits(text, edits.toReversed())).toBe(expected + text.slice(from));
			}),
		);
	});

	test('that share a place are conflicts; the first is kept, the other waits', () => {
		const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 3 } };
		const edit = (newText: string) => ({ file: 'docs/a.md', range, newText });
		expect(isConflict(edit('x'), edit('y'))).toBe(true);
		expect(isConflict(edit('x'), { ...edit('y'), file: 'b' })).toBe(false);
		expect(() =>
			applyEdits('# A', [edit('x'), { ...edit('y'), range: { ...range, start: { line: 1, column: 2 } } }]),
		).toThrow('overlap');
		const { world } = memoryWorld({ 'docs/a.md': '# A\n' });
		const finding = { code: 'MS999', file: 'docs/a.md', range, params: {} };
		const context = {
			graph: world.graph,
			config: world.config,
			textOf: () => '# A\n',
			resolve: world.resolve,
			movedTo: () => undefined,
			rewrite: () => [],
		};
		const fixes = proposeFixes(
			[
				{ ...finding, fix: [edit('x')] },
				{ ...finding, fix: [edit('y')] },
			],
			context,
		);
		expect(fixes.map(({ edits }) => edits[0]?.newText)).toEqual(['x']);
	});
});

describe('the unified diff', () => {
	test('is what git applies: any text to any other, rare line ends and no last one included', {
		timeout: 60_000,
	}, () => {
		execFileSync('git', ['init', '-q'], { cwd: folder });
		fc.assert(
			fc.property(TEXT, TEXT, (before, after) => {
				fc.pre(before !== '' && after !== '');
				writeFileSync(join(folder, 'a.md'), before);
				const diff = unifiedDiff({ file: 'a.md', before, after });
				if (before === after) {
					expect(diff).toBe('');
					return;
				}
				execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn', '-'], {
					cwd: folder,
					input: diff,
				});
				expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(after);
			}),
			{ numRuns: 40 },
		);
	});

	test.each(['a\tb.md', 'say "now".md', 'two\nlines.md', 'back\\slash.md', ' b c .md', '库存 \u0001.md'])(
		'names %j as git does',
		(file) => {
			execFileSync('git', ['init', '-q'], { cwd: folder });
			writeFileSync(join(folder, file), 'one\n');
			const apply = (diff: string) =>
				execFileSync('git', ['apply', '-'], { cwd: folder, input: diff, stdio: 'pipe' });
			apply(unifiedDiff({ file, before: 'one\n', after: 'two\n' }));
			apply(unifiedDiff({ file, newFile: `to ${file}`, before: 'two\n', after: 'three\n' }));
			apply(unifiedDiff({ file: `to ${file}`, newFile: file, before: '', after: '' }));
			expect(readFileSync(join(folder, file), 'utf8')).toBe('three\n');
		},
	);

	test('shows three lines around', () => {
		const lines = (middle: string): string => `1\n2\n3\n4\n${middle}\n6\n7\n8\n9\n`;
		expect(unifiedDiff({ file: 'd/a.md', before: lines('5'), after: lines('x') })).toBe(
			'diff --git a/d/a.md b/d/a.md\n--- a/d/a.md\n+++ b/d/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n',
		);
	});
});
