import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBomb } from '../../../src/parse/markdown/bombs.ts';
import { readNative } from '../../../src/parse/markdown/native.ts';
import { readRemark } from '../../../src/parse/markdown/remark.ts';

/** More, and other ones: `MARKDOWN_RUNS=50000 MARKDOWN_SEED=7`. */
const RUNS = Number(process.env['MARKDOWN_RUNS'] ?? 2500);
const SEED = Number(process.env['MARKDOWN_SEED'] ?? 11);

/** A tree as data: what is null in one may be absent in the other. */
function plain(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, each]) =>
			each === null || each === undefined ? [] : [[key, plain(each)]],
		),
	);
}

/** True where the compiled parser took the text; fails where it made another tree than remark. */
function isTaken(text: string): boolean {
	const tree = readNative(text);
	if (tree) expect(plain(tree), text).toEqual(plain(readRemark(text, false)));
	return tree !== undefined;
}

const BITS = [
	...[
		'*',
		'**',
		'_',
		'`',
		'``',
		'```',
		'```sql\n',
		'\n```\n',
		'~',
		'~~',
		'[',
		']',
		'(',
		')',
		'![',
		'](',
		'[^1]',
	],
	...[
		'[^1]: ',
		'<',
		'>',
		'</b>',
		'<b>',
		'<br/>',
		'<!-- a -->',
		'&amp;',
		'&',
		'# ',
		'## ',
		'- ',
		'+ ',
		'1. ',
		'2) ',
	],
	...[
		'> ',
		'|',
		'\n|---|---|\n',
		'|a|b|\n',
		':::note\n',
		'\n:::\n',
		'\n:::step[停机]{#a}\n',
		'::',
		':n',
		'10:30',
	],
	...[
		'https://a.example/x',
		'www.x.com',
		'a@b.co',
		'\\',
		'\n',
		'\n\n',
		'  \n',
		'    ',
		'\t',
		'。',
		'，',
		'中文',
	],
	...[
		'“',
		'（',
		'é',
		'😀',
		'\u3000',
		'\u00a0',
		'\r\n',
		'[a]: /x\n',
		'[a]',
		'---',
		'===',
		'- [ ] ',
		'- [x] ',
		'{#i}',
	],
	...[
		'"',
		"'",
		'<a href="x">',
		'<div>',
		'\n  ',
		'foo',
		'b c',
		'kb:RB-1',
		'\0',
		'\ufeff',
		'重启服务',
		'[停机](x.md#a)',
	],
];

const soup = fc.array(fc.constantFrom(...BITS), { maxLength: 24 }).map((bits) => bits.join(''));

const docs = join(import.meta.dirname, '../../../docs');
const written = readdirSync(docs, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.md'))
	.map((path) => readFileSync(join(docs, path), 'utf8').replace(/^---\n.*?\n---\n/s, ''));

/** A written document with something thrown into it. */
const disturbed = fc
	.tuple(
		fc.constantFrom(...written.flatMap((text) => text.split(/\n(?=## )/))),
		fc.nat(),
		fc.constantFrom(...BITS),
	)
	.map(([text, at, bit]) => {
		const place = at % (text.length + 1);
		return text.slice(0, place) + bit + text.slice(place);
	});

describe('the compiled parser makes the tree that remark makes', () => {
	it('of every document of ours, and takes nearly all', () => {
		const taken = written.filter(isTaken).length;
		expect(taken).toBeGreaterThan(0.95 * written.length);
	});

	it('with the line ends of Windows', () => {
		const texts = written.slice(0, 20).map((text) => text.replaceAll('\n', '\r\n'));
		expect(texts.filter(isTaken).length).toBeGreaterThan(15);
	});

	it('of documents that were disturbed, or of none', () => {
		fc.assert(
			fc.property(disturbed, (text) => {
				isTaken(text);
			}),
			{ numRuns: RUNS / 5, seed: SEED },
		);
	});

	it('of marks thrown together, or of none', () => {
		fc.assert(
			fc.property(
				soup.filter((text) => !findBomb(text)),
				(text) => {
					isTaken(text);
				},
			),
			{ numRuns: RUNS, seed: SEED },
		);
	});

	it.each([
		'见 https://example.com/a 与 ops@example.com 。',
		'- 见 (https://example.com/a).\n- [ ] 每天 10:30 检查',
		':::step[停机]{#stop}\n\n10:30 停机，见 kb:RB-DB-0001。\n\n- 一\n\n:::\n',
		'::::danger\n\n:::note\n内\n:::\n\n::::\n',
		'| a | b |\n|---|---|\n| `x` | [y](z.md) |\n',
		'行内 <br> 与 <kbd>Ctrl</kbd>\n\n<details>\n<summary>x</summary>\n\n正文\n\n</details>\n',
		'脚注[^1]\n\n[^1]: 说明\n',
		'> [!NOTE]\n> 注意 `x`\n',
	])('of %j', (text) => {
		expect(isTaken(text)).toBe(true);
	});

	it.each([
		['a character that one replaces', 'a\0b'],
		['half a character', 'a\ud800b'],
		['a blank that is a letter for one', '[\u3000]: x'],
		['touching marks of emphasis', '*_*b'],
		['a mark beside a character of two halves', '*a*😀'],
		['an escape before a mark', '*\\**r'],
		['a directive that is not ours', ':::row\na\n:::'],
		['a directive that is not closed', ':::note\na'],
		['a directive in a list', '- :::note\n  a\n  :::'],
		['a directive behind what is nearly a fence', '```p```q\na\n```\n\n:::note\na\n:::\n'],
		['a directive behind a fence of other marks', '```\n~~~\n```\n\n:::note\na\n:::\n'],
		['an address that runs into a sentence', '见 https://a.example，然后'],
		['something like a mail address', '_, a@b.z_'],
		['an address behind a bracket', '[ a@b.c'],
		['a list in a quote', '> - a\n> - b'],
		['a fence in a list that is not closed', '- ```\n  a'],
		['a block of HTML in a list', '- <div>'],
		['a tag over two lines', '- <o\n   b>'],
		['a definition before a table', '[r]: 2\n|-'],
		['a footnote that is hardly one', 'x\n[^1]:2) `'],
		['a footnote called with a blank', 'a[^ 1]\n\n[^1]: b\n'],
		['a table above the end of a directive', ':::note\n|a|\n|-|\n|b|\n:::'],
		['indented code with the line ends of Windows', '    e\r\n\n\t'],
		['a paragraph that a table has cut', 'a\nb\n- |'],
		['an item that only one of them sees', '    `\n\n[f]: i\n\n9. o'],
		['a task in a table', '- [ ] a||\n  -|-'],
		['what is nearly a tag', '<g c="" i=/_>'],
		['a fence whose language is an entity', '~~~. &nbsp;'],
		['a task without text', '- [x] <d>'],
		['an empty quote', '>\n'],
	])('not of %s', (_, text) => {
		expect(isTaken(text)).toBe(false);
	});
});
