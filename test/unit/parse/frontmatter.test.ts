import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../../src/parse/frontmatter/read.ts';
import { covered, places, read } from './reading.ts';

describe('gray-matter hazards', () => {
	test.each(['---js', '---javascript', '--- js', '---coffee', '---json', '---yaml', '---toml'])(
		'%s is refused and never runs',
		(first) => {
			const text = `${first}\n{ title: (globalThis.ran = 'yes') }\n---\n\nBody.\n`;
			const { document, findings } = read(text);
			expect(places(findings)).toEqual(['MS112 1:1']);
			expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
			expect(document.frontmatter).toEqual({});
			expect(document.sections[0]?.text).toBe('Body.');
		},
	);

	test('the code that is refused is not published as text', () => {
		expect(JSON.stringify(read('---js\nsecret()\n---\nBody').tree)).not.toContain('secret');
	});

	test('broken text is broken at the second look too', () => {
		const text = '---\ntitle: "open\n---\n';
		expect(places(read(text).findings)).toEqual(places(read(text).findings));
		expect(read(text).findings).not.toHaveLength(0);
		expect(Object.keys((matter as unknown as { cache: object }).cache)).toHaveLength(0);
	});

	test('scalars mean what YAML 1.2 says, and what was written is not lost', () => {
		const written = {
			'0755': '0755',
			'1.10': '1.10',
			'12:30:45': '12:30:45',
			'2026-01-31': '2026-01-31',
			'0x80070005': '0x80070005',
			'1e3': '1e3',
			'7': 7,
			'1.5': 1.5,
			'-3': -3,
			yes: 'yes',
			true: true,
			'~': null,
		};
		for (const [source, value] of Object.entries(written)) {
			const { data, findings } = readFrontmatter(`---\nx: ${source}\n---\n`, 'page.md');
			expect(findings).toEqual([]);
			expect([source, data['x']]).toEqual([source, value]);
		}
	});
});

describe('keys and size', () => {
	test.each(['__proto__', 'constructor', 'prototype'])('%s is refused at any depth', (key) => {
		const text = `---\ntitle: T\nx-map:\n  ${key}: {admin: true}\n---\n`;
		const { document, findings } = read(text);
		expect(places(findings)).toEqual(['MS113 4:3']);
		expect(Object.keys(document.frontmatter['x-map'] as object)).toEqual([]);
		expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
	});

	test('maps have no prototype before validation sees them', () => {
		const { data } = readFrontmatter('---\nx-map: {a: {b: 1}}\n---\n', 'page.md');
		const map = data['x-map'] as Record<string, object>;
		expect(Object.getPrototypeOf(data)).toBeNull();
		expect(Object.getPrototypeOf(map)).toBeNull();
		expect(Object.getPrototypeOf(map['a'])).toBeNull();
	});

	test('64 KB and no more', () => {
		const block = (size: number): string => `---\ntitle: ${'标'.repeat((size - 8) / 3)}\n---\n`;
		expect(read(block(64 * 1024 - 2)).findings).toEqual([]);
		expect(places(read(block(64 * 1024 + 4)).findings)).toEqual(['MS114 1:1']);
	});

	test('aliases are not expanded', () => {
		const { findings } = read('---\nx-a: &a [1, 2]\nx-b: [*a, *a]\n---\n');
		expect(places(findings)).toEqual(['MS117 3:7', 'MS117 3:11']);
	});

	test('tags make no objects', () => {
		const text = '---\nx-a: !!js/function "function () {}"\n---\n';
		expect(places(read(text).findings)).toEqual(['MS117 2:6']);
	});

	test.each([
		['brackets', `x-a: ${'['.repeat(20_000)}`],
		['dashes', `x-a:\n  ${'- '.repeat(15_000)}x`],
		['indentation', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}k${depth}:`).join('\n')],
	])('nesting by %s is capped', (_, block) => {
		expect(read(`---\n${block}\n---\nBody`).findings.map(({ code }) => code)).toContain('MS118');
	});
});

describe('errors are located', () => {
	test.each([
		['\n', 'a colon in a value', 'title: 库存: 负数', 'MS110 3:8'],
		['\r\n', 'a colon in a value, CRLF', 'title: 库存: 负数', 'MS110 3:8'],
		['\n', 'an open quote', 'title: "库存', 'MS110 3:8'],
		['\n', 'a tab', 'title:\n\ta: 1', 'MS110 4:1'],
	])('%j %s', (end, _, line, place) => {
		const text = ['---', 'x-a: 1', line, '---', 'Body'].join('\n').replaceAll('\n', end);
		expect(places(read(text).findings)[0]).toBe(place);
	});

	const STEPS =
		'steps:\n  - id: a\n    name: A\n    next: b\n  - id: b\n    data:\n      - {object: X, access: read}\n    type: end\n';
	test.each([
		['a key too far left', '    name: A', '   name: A', 'INDENTATION 4:4', '4'],
		['a key too far right', '    next: b', '     next: b', 'INDENTATION 5:6', '4'],
		['an entry too far left', '  - id: b', ' - id: b', 'INDENTATION 6:2', '2'],
		['an entry too far right', '  - id: b', '   - id: b', 'INDENTATION 6:4', '2'],
		['a key below its dash', '    name: A', '  name: A', 'INDENTATION 4:3', '4'],
		[
			'an entry too far left below a blank at a line end',
			'steps:\n  - id: a\n',
			'x: \n    - a\n  - b\nsteps:\n  - id: a\n',
			'INDENTATION 4:3',
			'4',
		],
		[
			'a number sign in brackets',
			'{object: X, access: read}',
			'{object: X #1, access: read}',
			'HASH 8:20',
			'#1, access: read}',
		],
		[
			'a dash without its blank',
			'- {object: X',
			'-{object: X',
			'DASH_SPACE 8:7',
			'- {object: X, access: read}',
		],
		['a dash before a key', '  - id: b', '  -id: b', 'DASH_SPACE 6:3', '- id: b'],
		['a colon without its blank', '    next: b', '    next:b', 'COLON_SPACE 5:5', 'next: b'],
		['a full-width colon', '    type: end', '    type：end', 'FULL_WIDTH_COLON 9:5', 'type: end'],
		['a no-break blank', '    next: b', '    next:\u00a0b', 'ODD_BLANK 5:10', 'next: b'],
		['full-width indentation', '  - id: b', '\u3000- id: b', 'ODD_BLANK 6:1', '- id: b'],
		['a long dash', '  - id: b', '  – id: b', 'ODD_DASH 6:3', '- id: b'],
		['curly quotes', '{object: X, access: read}', '{object: “X, Y”}}', 'CURLY_QUOTE 8:18', "'"],
	])('%s is told at its place', (_, from, to, place, meant) => {
		const text = `---\n${STEPS.replace(from, to)}---\nBody`;
		const [finding, ...others] = read(text).findings;
		const { line, column } = finding?.range.start ?? { line: 0, column: 0 };
		expect([`${finding?.params['problem']} ${line}:${column}`, finding?.params['detail']]).toEqual([
			place,
			meant,
		]);
		expect(others).toEqual([]);
	});

	test('with the line ends of old Macs', () => {
		const fields = 'id: RB-INV-0001\rkind: runbook\r---\rBody';
		expect(places(read(`----\r${fields}`).findings)).toEqual(['MS119 1:1']);
		expect(places(read(`\r---\r${fields}`).findings)).toEqual(['MS119 2:1']);
		expect(places(read(`# A\r\r---\r${fields}`).findings)).toEqual(['MS119 3:1']);
	});

	test('text above the opening line', () => {
		const fields = '---\nid: RB-INV-0001\nkind: runbook\n---\nBody';
		for (const [above, place] of [
			['# Stock\n\n', 'MS119 3:1'],
			['Stock\n', 'MS119 2:1'],
			['<!-- x -->\n', 'MS119 2:1'],
		]) {
			expect(places(read(above + fields).findings)).toEqual([place]);
		}
		expect(read('# A\n\n---\nid: that is all\n---\n').findings).toEqual([]);
		expect(read('# A\n\n---\nSome words.\n\n---\n').findings).toEqual([]);
	});

	test('a duplicate key', () => {
		const text = '---\ntitle: A\ntitle: B\n---\n';
		const { findings } = read(text);
		expect(places(findings)).toEqual(['MS111 3:1']);
		expect(findings[0]?.params['key']).toBe('title');
		expect(covered(text, findings[0]?.range as never)).toBe('title');
	});

	test('a missing closing line is one finding and the body stays', () => {
		const { document, findings } = read('---\ntitle: A\n\nBody');
		expect(places(findings)).toEqual(['MS115 1:1']);
		expect(document.sections[0]?.text).toContain('Body');
	});

	test('a half-read block does not report what may stand in the other half', () => {
		const { document } = read('---\nkind: runbook\ntitle: "open\nid: RB-1\n---\n');
		expect(document.schemaIssues.filter(({ type }) => type === 'missing')).toEqual([]);
	});

	test('positions of keys and values are those of the file', () => {
		const text = '---\r\ntitle: 标题\r\nx-list:\r\n  - {a: "b c"}\r\n---\r\n# H\r\n';
		const { positions } = read(text).document;
		expect(covered(text, positions['/title']?.key as never)).toBe('title');
		expect(covered(text, positions['/title']?.value as never)).toBe('标题');
		expect(covered(text, positions['/x-list/0/a']?.value as never)).toBe('"b c"');
	});
});

describe('what is frontmatter', () => {
	test.each([
		['a thematic break', '---\n\n# Title\n\nNote: text\n\n---\n'],
		['a break without an end', '---\nText.\n'],
		['four dashes', '----\ntitle: x\n----\n'],
		['not on the first line', '\n---\ntitle: x\n---\n'],
		['prose behind the dashes', '--- some words here\n'],
	])('%s is none', (_, text) => {
		const { document, findings } = read(text);
		expect(findings).toEqual([]);
		expect(document.frontmatter).toEqual({});
	});

	test('a line that merely starts with dashes does not close the block', () => {
		const { document } = read('---\nx-note: |\n  a\n---x: 1\ntitle: T\n---\nBody');
		expect(document.title).toBe('T');
	});

	test('an empty block, a comment, and nothing at all', () => {
		for (const text of ['---\n---\nBody', '---\n# a: b\nx-a: 1\n---\nBody', 'Body']) {
			const { document, findings } = read(text);
			expect(findings).toEqual([]);
			expect(document.sections[0]?.text).toBe('Body');
		}
	});
});
