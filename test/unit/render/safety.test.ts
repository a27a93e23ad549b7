import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { SAFE_SCHEMES, SAFE_TAGS } from '../../../src/model/index.ts';
import { read } from '../parse/reading.ts';
import { html, htmlOf, slotsOf } from './rendering.ts';

/** Elements that only rendering makes. */
const OWN = ['aside', 'section'];

/** Everything in HTML that could run, load or submit, as a browser would read it. */
function dangers(node: Nodes, found: string[] = []): string[] {
	if (node.type === 'element') {
		if (!SAFE_TAGS.has(node.tagName) && !OWN.includes(node.tagName)) found.push(`<${node.tagName}>`);
		for (const [name, value] of Object.entries(node.properties)) {
			if (/^(?:on|style$|src[sd]|form|action|xlink|dataMs)/i.test(name)) found.push(name);
			if (name !== 'href' && name !== 'src') continue;
			const scheme = /^([^/?#:]*):/.exec(String(value).replace(/[\u0000-\u0020]/g, ''))?.[1];
			if (scheme !== undefined && !SAFE_SCHEMES.includes(scheme.toLowerCase())) found.push(String(value));
		}
	} else if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
	if ('children' in node) for (const child of node.children) dangers(child, found);
	return found;
}

function dangersOf(markup: string): string[] {
	return dangers(fromHtml(markup, { fragment: true }));
}

describe('raw HTML', () => {
	test.each([
		['a script', '<script>alert(1)</script>', /script|alert/],
		['a script in a paragraph', '文 <script>alert(1)</script> 文', /<script/],
		['an event handler', '<img src="a.png" onerror="alert(1)">', /onerror/],
		['a frame', '<iframe src="https://x"></iframe>', /iframe/],
		['an object', '<object data="x"></object><embed src="x">', /object|embed/],
		[
			'a form',
			'<form action="https://x"><input type="text" name="p"><button>x</button></form>',
			/form|button|type="text"/,
		],
		['a style', '<p style="position:fixed">x</p><style>*{color:red}</style>', /style|fixed|color/],
		[
			'a link element',
			'<link rel="stylesheet" href="https://x"><meta http-equiv="refresh"><base href="https://x">',
			/link rel|meta|base/,
		],
		[
			'a vector image',
			'<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
			/svg|xlink|javascript/,
		],
		['a javascript link', '<a href="javascript:alert(1)">x</a>', /javascript/],
		['a hidden javascript link', '<a href=" java&#x09;script:alert(1)">x</a>', /script/],
		['a data image', '<img src="data:image/svg+xml,<svg/onload=alert(1)>">', /data:|onload/],
		['a comment', '文 <!-- secret --> 文\n\n<!-- secret -->', /secret|<!--/],
		['an own class', '<div class="step">x</div>', /class="step"/],
		[
			'an own role',
			'<div role="dialog" aria-label="x" tabindex="0" contenteditable>x</div>',
			/role|tabindex|contenteditable/,
		],
	])('%s is taken away', (_, text, gone) => {
		const markup = html(text);
		expect(markup).not.toMatch(gone);
		expect(dangersOf(markup)).toEqual([]);
	});

	test('an address that is taken away leaves no hole to put it back', () => {
		expect(slotsOf(read('<a href="javascript:alert(1)">x</a> <img src="data:x,y">'))).toEqual([]);
	});

	test('what is safe stays', () => {
		const text = '<details open><summary>更多</summary>\n\n**粗** <kbd>F5</kbd> <sub>2</sub>\n\n</details>';
		expect(html(text)).toMatch(
			/<details open><summary>更多<\/summary>[\s\S]*<strong>粗<\/strong> <kbd>F5<\/kbd> <sub>2<\/sub>/,
		);
	});

	test('ids: link targets keep their name, all else gets a prefix', () => {
		const markup = html(
			'## 标题 {#one}\n\n<a id="two"></a><a name="three"></a><b id="one">x</b><b id="a b">y</b>\n\n<b id="two">z</b>',
		);
		const ids = [...markup.matchAll(/id="([^"]*)"/g)].map(([, id]) => id);
		expect(ids).toEqual(['one', 'two', 'three', 'user-content-one', 'user-content-a b', 'user-content-two']);
	});

	test('marks of rendering cannot be forged', () => {
		const markup = html(
			'<p data-ms-id="x" data-ms-class="step" data-ms-tag="script" data-ms-set=\'{"onclick":"x"}\' data-ms-diagram="0" DATA-MS-CODE="sql">文</p>\n\n[a](b.md)\n\n<a data-ms-ref="0" href="c.md">c</a>',
		);
		expect(markup).toContain('<p>文</p>');
		expect(markup).toContain('⟨link 1⟩>c</a>');
	});
});

describe('Markdown', () => {
	test('a link with a forbidden scheme has no address and no slot', () => {
		const parsed = read('[x](javascript:alert(1)) ![y](data:text/html,z) [ok](a.md) [kb](kb:RB-1)');
		expect(slotsOf(parsed)).toEqual([
			{ type: 'link', index: 2 },
			{ type: 'link', index: 3 },
		]);
		expect(htmlOf(parsed)).not.toMatch(/javascript|data:/);
	});

	test('text is text', () => {
		expect(html('`<b>` \\<i> &lt;u> "q"')).toBe('<p><code>&lt;b&gt;</code> &lt;i&gt; &lt;u&gt; "q"</p>');
		expect(html('![a"b](c.png "d<e")')).toContain('alt="a&quot;b" title="d&lt;e"');
	});

	const nasty = fc.constantFrom(
		'<script>',
		'</script>',
		'<img src=x onerror=a>',
		'<a href="javascript:a">',
		'</a>',
		'<svg onload=a>',
		'<!--',
		'-->',
		'<div data-ms-id="x"',
		'>',
		'"',
		"'",
		'[x](javascript:a)',
		'![x](vbscript:a "t\\"")',
		'```html\n',
		'\n```\n',
		':::note[<b onclick=a>]\n',
		'\n:::\n',
		'\n\n',
		'# <i style=a>',
		'| <td onclick=a> |\n|---|\n',
		'<style>',
		'<math>',
		'<p title="',
		'\u0000',
		'<a id=x name=y>',
		'{{a"><script>}}',
		'[^1]\n\n[^1]: <script>',
		'<iframe srcdoc="',
		'<input autofocus onfocus=a>',
		'文',
	);

	test('no text makes markup that runs', () => {
		fc.assert(
			fc.property(fc.array(nasty, { maxLength: 16 }), (parts) => {
				expect(dangersOf(html(parts.join('')))).toEqual([]);
			}),
			{ numRuns: 400 },
		);
	});
});

describe('slots', () => {
	const piece = fc.constantFrom(
		'[a](b.md)',
		'![c](d.png)',
		'<https://e.com>',
		'https://f.com/g',
		'[h][i]',
		'![h][i]',
		'<a href="j.md">k</a>',
		'<img src="l.png">',
		'\n\n',
		'- ',
		'> ',
		'**',
		'`',
		' ',
		'\n\n| [m](n) |\n|---|\n| <a href=o>p</a> |\n\n',
		'x[^1]',
		'```mermaid\ngraph TD\n```\n',
		'## ',
		':::note[[q](r)]\n\n',
		'\n\n:::\n',
		'<b>',
		'</b>',
		'<details>\n\n',
		'\n\n</details>\n\n',
	);

	test('as many as references and diagrams, each with its index', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 14 }), (parts) => {
				// The closing texts keep every definition and footnote in use.
				const parsed = read(`${parts.join('')}\n\n[^1]\n\n[^1]: [s](t)\n\n[i]: u.md\n`);
				const { references, fences } = parsed.document;
				const wanted = [
					...references.map(({ type }, index) => `${type} ${index}`),
					...fences.flatMap(({ lang }, index) => (lang === 'mermaid' ? [`diagram ${index}`] : [])),
				];
				const found = slotsOf(parsed).map(({ type, index }) => `${type} ${index}`);
				expect(new Set(found)).toEqual(new Set(wanted));
			}),
			{ numRuns: 300 },
		);
	});
});
