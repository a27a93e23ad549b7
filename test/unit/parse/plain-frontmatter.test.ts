import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findFrontmatter } from '../../../src/parse/frontmatter/block.ts';
import { readCarefully } from '../../../src/parse/frontmatter/careful.ts';
import { readBlockPlainly } from '../../../src/parse/frontmatter/read.ts';

const DOCS = new URL('../../../docs/', import.meta.url);

const blocks = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.md'))
	.map((path) => findFrontmatter(readFileSync(new URL(path.replaceAll('\\', '/'), DOCS), 'utf8')))
	.flatMap(({ status, text }) => (status === 'yaml' ? [text] : []));

/** Both ways give the same, down to prototypes and the order of the places; or only the careful one is asked. */
function agree(block: string): boolean {
	const plain = readBlockPlainly(block);
	if (!plain) return false;
	const careful = readCarefully(block, 'page.md');
	expect(plain).toStrictEqual(careful);
	expect(JSON.stringify(plain)).toBe(JSON.stringify(careful));
	return true;
}

describe('plain frontmatter', () => {
	it('is read without what only careful reading takes', () => {
		const reader = new URL('../../../src/parse/frontmatter/read.ts', import.meta.url).href;
		const script = `
			import { createRequire } from 'node:module';
			const { readFrontmatter } = await import(${JSON.stringify(reader)});
			const { findings } = readFrontmatter(${JSON.stringify(`---\n${blocks[0]}---\n`)}, 'page.md');
			const loaded = Object.keys(createRequire(import.meta.url).cache);
			const careful = loaded.filter((path) => /node_modules.(gray-matter|yaml).lib|node_modules.yaml./.test(path));
			console.log(JSON.stringify({ findings, careful }));`;
		const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
		expect(JSON.parse(said)).toEqual({ findings: [], careful: [] });
	});

	it('is what our own documents hold, and is read as the careful reader reads it', () => {
		expect(blocks.length).toBeGreaterThan(50);
		expect(blocks.filter((block) => !agree(block))).toEqual([]);
	});

	test.each([
		[
			'values of all sorts',
			'a: x\nb: 7\nc: 0755\nd: 1.10\ne: true\nf: ~\ng: 2026-01-31\nh: -0\ni: 1e+21\nj: .inf\n',
		],
		['quotes', `a: "x \\"y\\" \\u4e2d"\nb: 'it''s'\n"c d": 1\n'e': "multi\n  line"\n`],
		['nothing behind a key', 'a:\nb:  \nc:\n  d:\ne: {f: , g:}\n'],
		['lists', 'a:\n- x\n- - y\n  - z\nb: [1, "2", [3], {c: 4}]\nd: []\ne: {}\n'],
		['trailing commas and lines between brackets', 'a: [x,\n  y,\n  ]\nb: {c: 1,\n  d: 2\n  }\n'],
		['blocks of text', 'a: |\n  x\n\n  y\n\n\nb: >-\n  x\n    y\n\n  z\nc:\n  - |-\n    w\n'],
		['text over several lines', 'a: x\n  y\n\n  z\nb: 1\n'],
		['comments', '# first\na: 1 # one\n# between\nb: [x] # two\nc:\n  d: 1\n# last\n'],
		['Chinese', '标题: 库存：负数，"引号"、（括号）\n键/值~: "冒号: 在里面"\n列表:\n  - 甲\n  - 乙: 丙\n'],
		['emoji and rare characters', 'a: 😀 x\n𠮷: 𠮷野家\nb: "😀"\n'],
		['one key, no line end behind', 'a: |\n  x\n'],
	])('%s', (_, block) => {
		expect(agree(block)).toBe(true);
	});

	test.each([
		['anchor', 'a: &x 1\n'],
		['alias', 'a: 1\nb: *a\n'],
		['tag', 'a: !!str 1\n'],
		['key twice', 'a: 1\na: 2\n'],
		['refused key', 'a: {constructor: 1}\n'],
		['explicit key', '? a\n: b\n'],
		['list as a key', '[a]: b\n'],
		['key over lines in brackets', 'a: {b\n  c: 1}\n'],
		['single pair in a list', 'a: [b: c]\n'],
		['no map', '- a\n'],
		['two documents', 'a: 1\n...\nb: 2\n'],
		['directive', '%YAML 1.2\n'],
		['tab', 'a:\tb\n'],
		['indented comment', 'a:\n  # x\n  b: 1\n'],
		['comment between a key and its value', 'a:\n\n#\n b\nc:\n'],
		['tag in a list', 'a: [!x b]\n'],
		['comment behind nothing', 'a:\n  b:\n# x\n'],
		['kept line ends', 'a: |+\n  x\n\n'],
		['given indentation', 'a: |2\n   x\n'],
		['spaces alone in a block', 'a: |\n  x\n   \n  y\n'],
		['empty block', 'a: |\nb: 1\n'],
		['hard escape', 'a: "\\U0001F600"\n'],
		['escaped line end', 'a: "x\\\n  y"\n'],
		['something behind a bracket', 'a:\n- {}b: 1\n'],
		['nothing', ''],
		['too deep', `a: ${'['.repeat(40)}${']'.repeat(40)}\n`],
		['byte order mark', 'a: \ufeffx\n'],
		['half a character', 'a: \ud83dx\n'],
	])('%s is left to the careful reader', (_, block) => {
		expect(readBlockPlainly(block)).toBeUndefined();
	});

	it('holds none of the cases of the YAML test suite that must fail', () => {
		const url = new URL('../../fixtures/yaml/must-fail.json', import.meta.url);
		const cases = JSON.parse(readFileSync(url, 'utf8')) as { readonly id: string; readonly yaml: string }[];
		const read = cases.filter(({ yaml }) =>
			readBlockPlainly(`${yaml.replace(/^---[ \t]*\n/, '').trimEnd()}\n`),
		);
		expect(read.map(({ id }) => id)).toEqual([]);
	});
});

const USUAL = [
	...['a', 'x y', '7', '-1', '1.50', '0x1F', 'true', '~', '', '库存', 'a:b', 'a#b', 'x # c', '"q"', '"a: b"'],
	...["'it''s'", '"\\n"', '[a, b]', '{a: 1}', '[]', '{a: }', '|\n  x\n  y', '>-\n  x\n\n  y', 'x\n  y'],
];
const ODD = [
	...[
		'|+\n  x\n',
		'&a x',
		'*a',
		'!t x',
		'"\\\n  x"',
		'? a',
		'[a: b]',
		'%a',
		'@a',
		'{a, b: {c: [d]}}',
		'- a',
		'[a,\n  b]',
	],
];
const SCALAR = fc.oneof(
	{ weight: 12, arbitrary: fc.constantFrom(...USUAL) },
	{ weight: 1, arbitrary: fc.constantFrom(...ODD) },
);
const KEY = fc.constantFrom('a', 'b', 'c', 'd', 'e', '"f"', "'g'", 'h/i', 'j~k', '7', 'null', '键', 'x y');
const NOISE = fc.oneof(
	{ weight: 20, arbitrary: fc.constant('') },
	{ weight: 1, arbitrary: fc.constantFrom('\n', '# c\n', '  # c\n', '   \n') },
);

/** A map or a list in lines. */
const written = fc.letrec<{ map: string[]; list: string[] }>((tie) => {
	const nested = fc.oneof(
		tie('map').map((map) => ['', ...map.map((line) => `  ${line}`)].join('\n')),
		tie('list').map((list) => ['', ...list].join('\n')),
	);
	const value = fc.oneof(
		{ maxDepth: 4 },
		SCALAR.map((text) => ` ${text}`),
		nested,
	);
	return {
		map: fc
			.uniqueArray(fc.tuple(KEY, value, NOISE), { minLength: 1, maxLength: 4, selector: ([key]) => key })
			.map((entries) => entries.flatMap(([key, text, noise]) => `${noise}${key}:${text}`.split('\n'))),
		list: fc
			.array(
				fc.oneof(
					SCALAR,
					tie('map').map((map) => map.join('\n  ')),
				),
				{ minLength: 1, maxLength: 3 },
			)
			.map((items) => items.flatMap((item) => `- ${item}`.split('\n'))),
	};
});

const PIECES = [
	...[
		'\n',
		' ',
		'  ',
		':',
		': ',
		'-',
		'- ',
		',',
		'[',
		']',
		'{',
		'}',
		'"',
		"'",
		'#',
		' #',
		'&a ',
		'*a',
		'!',
		'|',
		'>',
		'?',
		'%',
	],
	...[
		'\\',
		'\t',
		'\r',
		'：',
		'，',
		'“',
		'😀',
		'\u2028',
		'\ufeff',
		'\u00a0',
		'...',
		'---x',
		'~',
		'0',
		'null',
		'a: b\n',
	],
];

describe('whatever the frontmatter holds', () => {
	const runs = Number(process.env['YAML_RUNS'] ?? 600);

	it('what is made of lines is read alike', () => {
		let plain = 0;
		fc.assert(
			fc.property(written.map, (map) => {
				if (agree(`${map.join('\n')}\n`)) plain++;
			}),
			{ numRuns: runs },
		);
		expect(plain).toBeGreaterThan(runs / 8);
	});

	it('what somebody slipped in, took out or wrote twice is read alike', () => {
		let plain = 0;
		const edit = fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', ...PIECES));
		const block = fc.oneof(
			fc.constantFrom(...blocks),
			written.map.map((map) => `${map.join('\n')}\n`),
		);
		fc.assert(
			fc.property(block, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
				const changed = edits.reduce((before, [at, length, piece]) => {
					const from = at % (before.length + 1);
					return before.slice(0, from) + piece + before.slice(from + length);
				}, text);
				// As it is cut out of a file: lines of dashes would have closed it.
				if (agree(`${changed.replace(/^---[ \t]*$/gm, '').trimEnd()}\n`)) plain++;
			}),
			{ numRuns: runs },
		);
		expect(plain).toBeGreaterThan(runs / 20);
	});
});
