import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	readSettingsCarefully,
	readSettingsPlainly,
	readYaml,
	type YamlText,
} from '../../../src/config/read-yaml.ts';
import type { Point } from '../../../src/model/index.ts';

/** Where values stand; what is nothing but line ends is at the end of the file for both. */
function placesIn({ values }: YamlText, text: string): Map<string, unknown> {
	const last = text.trimEnd().split('\n').length;
	return new Map(
		[...values].map(([pointer, { start, end }]) => [
			pointer,
			[start, end.line > last ? 'end' : isLast(end, text) ? 'end' : end],
		]),
	);
}

function isLast({ line, column }: Point, text: string): boolean {
	const lines = text.trimEnd().split('\n');
	return line === lines.length && column > (lines.at(-1)?.length ?? 0);
}

/** Both ways give the same, down to prototypes; or only the careful one is asked. */
function agree(text: string): boolean {
	const plain = readSettingsPlainly(text);
	if (!plain) return false;
	const careful = readSettingsCarefully(text);
	expect(plain.data).toStrictEqual(careful.data);
	expect(careful.problems).toEqual([]);
	expect(plain.keys).toEqual(careful.keys);
	expect(placesIn(plain, text)).toEqual(placesIn(careful, text));
	return true;
}

describe('plain settings', () => {
	it('are ours, but for what may be a number, and are read as the careful reader reads them', () => {
		const text = readFileSync(new URL('../../../mainstay.yaml', import.meta.url), 'utf8');
		expect(agree(text)).toBe(true);
	});

	test.each([
		['a map', 'title: 知识库\nlanguages: [zh-CN, en]\nmodules:\n  inventory: 库存\n'],
		['comments', '# first\ntitle: T # one\n# between\nsources:\n  - path: docs\n    name: "a"\n# last\n'],
		['no line end behind', 'title: T'],
		['lines behind', 'title: T\nrules: {}\n\n\n'],
		['nothing behind a key', 'title: T\nrules:\nlanguages: [en]\n'],
		['the last key has no value', 'title: T\nrules:\n'],
		['numbers and words', 'a: 7\nb: true\nc: ~\nd: null\ne: False\n'],
		['blocks of text', 'a: |\n  x\n\n  y\n\nb: >-\n  x\n  y\n'],
	])('%s', (_, text) => {
		expect(agree(text)).toBe(true);
	});

	test.each([
		['what may be a number', 'a: 1.10\n'],
		['what may be one in quotes', 'a: "0755"\n'],
		['an infinite one', 'a: .inf\n'],
		['a list', '- a\n'],
		['a mistake', 'a: [x\n'],
		['an alias', 'a: &x y\nb: *x\n'],
		['a forbidden key', '__proto__: x\n'],
		['twice the same', 'a: x\na: y\n'],
		['other line ends', 'a: x\r\nb: y\r\n'],
		['two documents', 'a: x\n---\nb: y\n'],
	])('%s is for the careful reader', (_, text) => {
		expect(readSettingsPlainly(text)).toBeUndefined();
		expect(readYaml(text)).toEqual(readSettingsCarefully(text));
	});

	it('of nothing are nothing', () => {
		expect(readYaml('')).toEqual(readSettingsCarefully(''));
	});

	it('are read alike whatever they hold', () => {
		const word = fc.constantFrom(
			'a',
			'b c',
			'库存',
			'x:y',
			'7',
			'1.5',
			'true',
			'~',
			'',
			'2026-01-31',
			'.5',
			'+3',
			'"q"',
		);
		const line = fc.oneof(
			fc
				.tuple(fc.constantFrom('a', 'b', 'c', '键', '"k"', '7'), word)
				.map(([key, value]) => `${key}: ${value}`),
			fc
				.tuple(fc.constantFrom('l', 'm'), fc.array(word, { maxLength: 3 }))
				.map(([key, all]) => [`${key}:`, ...all.map((each) => `  - ${each}`)].join('\n')),
			fc
				.tuple(fc.constantFrom('n', 'o'), word, word)
				.map(([key, x, y]) => `${key}:\n  x: ${x}\n  y: {z: ${y}}`),
			fc.constantFrom('', '# comment', '  # comment', 'p: [a, b] # comment'),
		);
		let plain = 0;
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
				if (agree(`${lines.join('\n')}\n`)) plain++;
			}),
			{ numRuns: 400 },
		);
		expect(plain).toBeGreaterThan(40);
	});
});
