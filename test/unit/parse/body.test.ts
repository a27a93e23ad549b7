import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/parse/markdown/body.ts';
import { covered, places, read } from './reading.ts';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();

/** Type, place and value of every node. */
function outline(node: Nodes, lines: string[] = []): string[] {
	const { line = 0, column = 0 } = node.position?.start ?? {};
	lines.push(
		`${node.type} ${line}:${column} ${'value' in node ? node.value : 'url' in node ? node.url : ''}`,
	);
	if ('children' in node) for (const child of node.children) outline(child, lines);
	return lines;
}

function ours(text: string): Root {
	return parseBody(text, 0, 'page.md', false).tree;
}

describe('the grammar that is fitted to each text', () => {
	const pieces = fc.constantFrom(
		'a',
		' b',
		'|',
		'|-',
		'\n|-|-|\n',
		':-:',
		'\n---\n',
		'\n',
		'\n\n',
		'> ',
		'- ',
		'- [x] ',
		'- [ ]\tt',
		'1. ',
		'    ',
		'\t',
		'[^1]',
		'\n[^1]: f\n',
		'~',
		'~~s~~',
		'*',
		'**b**',
		'_',
		'`c`',
		'``',
		'\n```\n',
		'[l](u)',
		'![i](u)',
		'[r]',
		'\n[r]: u\n',
		'https://e.com/x',
		'www.e.com',
		' a@b.co ',
		'<b>',
		'</b>',
		'<!-- c -->',
		'\\',
		'&amp;',
		'# ',
		'\r\n',
		'中文',
		':::x',
		'$',
	);

	test('makes the tree that plain remark with GFM makes', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
				const text = parts.join('');
				const theirs = plain.parse(text);
				// Addresses that only the finished tree shows are not looked for: their ends are guesses.
				fc.pre(!outline(theirs).some((line) => / 0:0 /.test(line)));
				expect(outline(ours(text))).toEqual(outline(theirs));
			}),
			{ numRuns: 400 },
		);
	});

	test('tables in quotes and lists, with rows far below the delimiters', () => {
		const text = `> | a |\n> |---|\n> | 1 |\n${'> | x |\n'.repeat(20)}\n- b | c\n  :-|-:\n  1 | 2\n\na\n| - |\n\na\n:-:\n`;
		expect(outline(ours(text))).toEqual(outline(plain.parse(text)));
	});
});

describe('the rest of a document', () => {
	test('offsets count in the file, not in the body', () => {
		const text = '---\r\nx-a: 值\r\n---\r\n正文 `码`\r\n';
		const { tree } = read(text);
		const code = tree.children[0]?.type === 'paragraph' ? tree.children[0].children[1] : undefined;
		expect(text.slice(code?.position?.start.offset, code?.position?.end.offset)).toBe('`码`');
	});

	test('fences know where their content stands', () => {
		const text = '前\n\n> - ```SQL title\n>   select 1\n>     x\n>   ```\n\n~~~\n~~~\n\n    indented\n';
		const { document } = read(text);
		expect(
			document.fences.map(({ lang, meta, value, contentLine, contentColumn }) => [
				lang,
				meta,
				value,
				contentLine,
				contentColumn,
			]),
		).toEqual([
			['sql', 'title', 'select 1\n  x', 4, 5],
			['', '', '', 9, 1],
		]);
	});

	test('CRLF inside a fence is LF in its value', () => {
		expect(read('```\r\na\r\nb\r\n```\r\n').document.fences[0]?.value).toBe('a\nb');
	});

	test('sections hold the text under each heading, code included, no markup', () => {
		const text =
			'# 题\n\n引 **言**\n\n## 一 {#one}\n\n- 甲\n- 乙 [链](x)\n\n```sql\nselect 1\n```\n\n##### 深\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## 二\n';
		expect(read(text).document.sections).toEqual([
			{ anchor: '', heading: '', text: '引 言' },
			{ anchor: 'one', heading: '一', text: '甲\n乙 链\nselect 1\n深\na b\n1 2' },
			{ anchor: '二', heading: '二', text: '' },
		]);
	});

	test('raw HTML: what it loses, what it defines, what readers see', () => {
		const text =
			'前 <b class="x" onclick="y()">粗</b> <script>alert(1)</script>\n\n<a id="old"></a><a name="老"></a>\n\n<iframe src="https://x"></iframe>\n\n<a href="java&#115;cript:x">z</a> <!-- 注 -->\n';
		const { document } = read(text);
		expect(document.rawHtml.flatMap(({ dropped }) => dropped)).toEqual([
			'<b class>',
			'<b onclick>',
			'<script>',
			'<iframe>',
			'<a href="javascript:x">',
		]);
		expect(covered(text, document.rawHtml[0]?.range as never)).toBe('<b class="x" onclick="y()">');
		expect(document.anchors).toEqual(['old', '老']);
		expect(document.sections[0]?.text).not.toContain('注');
	});

	test('footnotes that are called are anchors', () => {
		expect(read('a[^x] b[^none]\n\n[^x]: t\n[^unused]: u\n').document.anchors).toEqual(['fn-x', 'fnref-x']);
	});
});

describe('texts made to hurt', () => {
	const lines = (count: number, line: (index: number) => string): string =>
		Array.from({ length: count }, (_, index) => line(index)).join('\n');

	test.each([
		['list marks in a line', '* '.repeat(8000), 'MS610 1:1'],
		['quotes in a line', '前\n\n'.concat('>'.repeat(5000)), 'MS610 3:1'],
		['numbers in a line', '1. '.repeat(3000), 'MS610 1:1'],
		['deeper lists line by line', lines(1000, (depth) => `${' '.repeat(2 * depth)}- a`), 'MS610 101:1'],
		['deeper lists by tabs', lines(300, (depth) => `${'\t'.repeat(depth)}- a`), 'MS610 101:1'],
		['deeper quotes line by line', lines(400, (depth) => `${'> '.repeat(depth)}a`), 'MS610 102:1'],
		['directives never closed', ':::note\n'.repeat(2000), 'MS610 11:1'],
		['directives in directives', lines(150, (depth) => `${':'.repeat(200 - depth)}note`), 'MS610 11:1'],
		['images in images', `${'![a'.repeat(4000)}${'](b)'.repeat(4000)}`, 'MS612 1:1'],
		['comments without an end', `| a |\n|---|\n| ${'<!--'.repeat(12000)} |`, 'MS612 3:1'],
		['instructions without an end', `甲\n${'<?'.repeat(12000)}`, 'MS612 2:1'],
		['declarations without an end', `a\n\nb ${'<!A '.repeat(12000)}`, 'MS612 3:1'],
		['emphasis in emphasis', `${'*a '.repeat(600)}${' b*'.repeat(600)}`, 'MS610 1:298'],
	])('%s: a finding instead of minutes, the text kept', (_, text, place) => {
		const { document, findings, tree } = read(text);
		expect(places(findings)).toEqual([place]);
		expect(tree.children).toHaveLength(1);
		expect(document.sections[0]?.text.length).toBeGreaterThan(1000);
	});

	test('a hundred is not too deep', () => {
		expect(read(`${'> '.repeat(90)}a`).findings).toEqual([]);
		expect(read(`${':'.repeat(12)}note\n:::note\nx\n:::\n${':'.repeat(12)}\n`).findings).toEqual([]);
	});

	test.each([
		['comments that end', '<!-- a -->'],
		['paragraphs with one that does not', 'a <!-- b\n\n'],
		['a block of code', '<?php\n', '```php\n', '```\n'],
	])('thousands of %s are not too many', (_, unit, before = '', behind = '') => {
		expect(places(read(`# A\n\n${before}${unit.repeat(3000)}${behind}`).findings)).toEqual([]);
	});

	const nasty = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constantFrom(
			'---\n',
			'---js\n',
			'a: b\n',
			'- ',
			'> ',
			'::::step{',
			'#x risk=',
			'}\n',
			':::\n',
			'```mermaid\nclick a "',
			'"\n```\n',
			'<a href=',
			'<!--',
			'[x](',
			'![',
			'|-|\n',
			'{#',
			'# ',
			'\0',
			'\r',
			'\uD800',
			'<',
			'{',
			'import x',
			'&#x0;',
			'[^1]',
			'\t',
		),
	);

	test.each(['page.md', 'page.mdx'])('no text makes %s throw', (docPath) => {
		fc.assert(
			fc.property(fc.array(nasty, { maxLength: 25 }), (parts) => {
				const text = parts.join('');
				const { document } = read(text, docPath);
				expect(document.file).toBe(`docs/${docPath}`);
				structuredClone(document);
			}),
			{ numRuns: 300 },
		);
	});
});
