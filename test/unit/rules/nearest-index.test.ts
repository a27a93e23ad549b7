import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../../src/model/index.ts';
import { relativePath } from '../../../src/rules/links/relative-path.ts';
import { indexNearest } from '../../../src/rules/nearest-index.ts';

describe('indexNearest', () => {
	const word = fc.oneof(
		fc.string({ maxLength: 12 }),
		fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', '库', '存'), maxLength: 9 }),
	);

	test('answers exactly as the plain search does', () => {
		fc.assert(
			fc.property(fc.array(word, { maxLength: 40 }), word, (candidates, written) => {
				expect(indexNearest(candidates)(written)).toEqual(nearest(written, candidates));
			}),
			{ numRuns: 500 },
		);
	});

	test('finds what was meant behind one slip', () => {
		const index = indexNearest(['RB-INV-0042', 'RB-INV-0010', 'PR-O2C-0001']);
		expect(index('RB-INV-0024')[0]).toBe('RB-INV-0042');
	});
});

describe('relativePath', () => {
	test.each([
		['docs/a.md', 'docs/b.md', 'b.md'],
		['docs/a/b.md', 'docs/c/d.md', '../c/d.md'],
		['docs/a.md', 'docs/a/my notes.md', 'a/my%20notes.md'],
		['a.md', 'b/c.md', 'b/c.md'],
	])('from %s to %s', (from, to, expected) => {
		expect(relativePath(from, to)).toBe(expected);
	});

	test('leads from one file to the other', () => {
		const path = fc
			.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
			.map((parts) => parts.join('/'));
		fc.assert(
			fc.property(path, path, (from, to) => {
				expect(posix.join(posix.dirname(from), relativePath(from, to))).toBe(to);
			}),
		);
	});
});
