import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	diagramsDiagnostics,
	mermaidFigure,
	mermaidFinding,
	sanitizeSvg,
} from '../../../src/diagrams/index.ts';
import { parseColour } from '../../../src/diagrams/mermaid/colour/colour.ts';
import { PALETTE, type PaletteName, paint, sentinel } from '../../../src/diagrams/mermaid/colour/palette.ts';
import { simplify } from '../../../src/diagrams/mermaid/finish/outlines.ts';
import { recolour } from '../../../src/diagrams/mermaid/finish/recolour.ts';
import { parseTransform, transformBox } from '../../../src/diagrams/mermaid/geometry/box.ts';
import { pathBox, pathLength, pathPoint } from '../../../src/diagrams/mermaid/geometry/path-measure.ts';
import { carried, carry, prepareSource } from '../../../src/diagrams/mermaid/source.ts';
import { parseXml } from '../../../src/diagrams/mermaid/xml/parse.ts';
import { elementsOf } from '../../../src/diagrams/mermaid/xml/tree.ts';
import type { Fence } from '../../../src/model/index.ts';

const svg = (content: string): string =>
	sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${content}</svg>`);

describe('sanitizeSvg', () => {
	it('keeps an ordinary drawing as it is', () => {
		const drawing =
			'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20"><title>A &amp; B</title><defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/></linearGradient></defs><style>.a{fill:url(#g);stroke:#00f}</style><g class="a" transform="translate(1 2)" style="opacity:0.5"><rect width="5" height="5" rx="1"/><path d="M0 0L1 1z"/><use href="#g" x="2"/></g><a href="https://example.com/"><text x="1">库存</text></a></svg>';
		expect(sanitizeSvg(drawing)).toBe(drawing);
	});

	it.each([
		['<script>alert(1)</script>', ''],
		['<rect onclick="x()" onload="y()" width="1"/>', '<rect width="1"/>'],
		['<foreignObject><p>x</p></foreignObject>', ''],
		['<a href="javascript:alert(1)"><text>x</text></a>', '<a><text>x</text></a>'],
		['<a xlink:href=" java&#9;script:alert(1)"/>', '<a/>'],
		['<image href="https://evil.test/x.png"/>', ''],
		['<image href="data:image/svg+xml;base64,AAAA"/>', ''],
		['<image href="data:image/png;base64,AAAA"/>', '<image href="data:image/png;base64,AAAA"/>'],
		['<use href="https://evil.test/x.svg#a"/>', '<use/>'],
		['<rect fill="url(https://evil.test/#a)"/>', '<rect/>'],
		['<rect fill="url(#a)"/>', '<rect fill="url(#a)"/>'],
		[
			'<rect style="fill:red;background:url(//e);position:fixed;fill:u\\72l(//e)"/>',
			'<rect style="fill:red"/>',
		],
		[
			'<style>@import "x";.a{fill:red;behavior:url(x)}@font-face{src:url(x)}</style>',
			'<style>.a{fill:red}</style>',
		],
		['<style>.a{fill:red}&lt;/style&gt;&lt;script&gt;</style>', '<style>.a{fill:red}</style>'],
		['<animate attributeName="href" to="javascript:x"/><set attributeName="onclick"/>', ''],
		['<!-- x --><?php x ?><metadata><x/></metadata>', ''],
		['<text>&lt;script&gt;"\'</text>', '<text>&lt;script&gt;&quot;&#39;</text>'],
		['<style><![CDATA[.a > .b{stroke:#000}]]></style>', '<style>.a > .b{stroke:#000}</style>'],
	])('%s', (given, expected) => {
		const safe = svg(given);
		const content = /^<svg xmlns="[^"]*" viewBox="0 0 9 9"(?:\/>|>([\s\S]*)<\/svg>)$/.exec(safe);
		expect(content?.[1] ?? '').toBe(expected);
	});

	it('reads files as drawing programs write them', () => {
		const file = `\ufeff<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x" "y" [ <!ENTITY ns "http://x"> <!ENTITY big "&ns;&ns;"> ]>\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:a="&ns;" a:x="&big;" width='4'>\n<a:y><svg:rect/></a:y><svg:rect width='1'/>\n</svg:svg>`;
		expect(sanitizeSvg(file)).toBe(
			'<svg xmlns="http://www.w3.org/2000/svg" width="4">\n<rect width="1"/>\n</svg>',
		);
	});

	it('makes an empty drawing of what is none, and never throws', () => {
		for (const text of [
			'',
			'x',
			'<html/>',
			'<svg>',
			'<svg/><svg/>',
			'<svg a=b/>',
			'<svg><g></svg></g>',
			'<'.repeat(999),
			`${'<g>'.repeat(9999)}`,
		]) {
			expect(sanitizeSvg(text)).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>');
		}
		fc.assert(fc.property(fc.string(), (text) => sanitizeSvg(text).startsWith('<svg')));
		const pieces = fc.constantFrom(
			'<svg>',
			'</svg>',
			'<g ',
			'>',
			'"',
			"'",
			'<style>',
			'</style>',
			'&lt;',
			'<script>',
			'x=',
			'<!--',
			'-->',
			']]>',
			'<![CDATA[',
			'\0',
			'url(',
			'#a)',
			'{',
			'}',
			'\u0001',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
				const safe = sanitizeSvg(`<svg>${list.join('')}</svg>`);
				expect(safe).not.toMatch(/<script|\0|\u0001/);
				for (const element of elementsOf(parseXml(safe))) expect(element.name).not.toBe('script');
				expect(sanitizeSvg(safe)).toBe(safe);
			}),
		);
	});
});

describe('geometry', () => {
	it('knows the bounds of paths', () => {
		expect(pathBox('M1 2h3v4H1z')).toEqual({ x: 1, y: 2, width: 3, height: 4 });
		expect(pathBox('M0 0C0 10 10 10 10 0')).toMatchObject({ x: 0, y: 0, width: 10, height: 7.5 });
		const circle = pathBox('M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0');
		expect(
			[circle?.x, circle?.y, circle?.width, circle?.height].map(
				(value) => Math.round((value ?? 0) * 100) / 100,
			),
		).toEqual([-5, -5, 10, 10]);
		expect(pathBox('M0 0Q5 10 10 0T20 0')).toMatchObject({ y: -5, height: 10, width: 20 });
		expect(pathBox('M3 3')).toBeUndefined();
		expect(pathBox('M0 0a1 1 0 01.5.5')).toMatchObject({ width: 0.5 });
	});

	it('measures along paths', () => {
		expect(pathLength('M0 0L3 4l0 5')).toBe(10);
		expect(pathPoint('M0 0H10V10', 15)).toEqual({ x: 10, y: 5 });
		expect(pathPoint('M0 0H10', 99)).toEqual({ x: 10, y: 0 });
		expect(pathLength('M0 0A10 10 0 0 1 20 0')).toBeCloseTo(Math.PI * 10, 1);
	});

	it('applies transforms in order', () => {
		const box = transformBox(
			{ x: 0, y: 0, width: 2, height: 1 },
			parseTransform('translate(10, 5) rotate(90) scale(2)'),
		);
		expect(Object.values(box).map((value) => Math.round(value * 1e6) / 1e6)).toEqual([8, 5, 2, 4]);
	});

	it('simplifies outlines without moving them', () => {
		const arc = Array.from({ length: 41 }, (_, index) => {
			const angle = (index / 40) * Math.PI;
			return `${index === 0 ? 'M' : 'L'}${16 * Math.cos(angle)} ${16 * Math.sin(angle)}`;
		}).join('');
		const short = simplify(arc);
		expect(short.length).toBeLessThan(arc.length / 2);
		expect(pathLength(short)).toBeCloseTo(pathLength(arc), 0);
		expect(simplify('M0 0C1 0 2 0 3 0L6 0L6 6z')).toBe('M0,0L6,0L6,6L0,0Z');
	});
});

describe('colours', () => {
	it('are read in every notation', () => {
		expect(parseColour('#abc')).toEqual({ r: 170, g: 187, b: 204, a: 1 });
		expect(parseColour('rgb(1, 2, 3)')).toEqual({ r: 1, g: 2, b: 3, a: 1 });
		expect(parseColour('rgba(10 20 30 / 50%)')).toEqual({ r: 10, g: 20, b: 30, a: 0.5 });
		expect(parseColour('hsl(120, 100%, 25%)')).toEqual({ r: 0, g: 128, b: 0, a: 1 });
		expect(parseColour('RebeccaPurple')).toEqual({ r: 102, g: 51, b: 153, a: 1 });
		expect(parseColour('none')).toBeUndefined();
	});

	it('come back from their sentinels', () => {
		for (const name of Object.keys(PALETTE) as PaletteName[]) {
			expect(recolour(sentinel(name), 'area', new Set())).toBe(paint(name));
		}
		expect(recolour('#ff0000', 'area', new Set([0xff0000]))).toBe('#ff0000');
		expect(recolour('#ff0000', 'area', new Set())).toMatch(/^var\(--diagram-series-/);
		expect(recolour('none', 'area', new Set())).toBe('none');
	});
});

describe('sources', () => {
	it('carries targets past mermaid and back', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (target) => {
				expect(carried(carry(target))).toBe(target.toWellFormed());
			}),
		);
	});

	it('knows which line mermaid means', () => {
		const { lines } = prepareSource(
			'---\ntitle: x\n---\n\n%%{init: {\n"a": 1}}%%\n%% c\nflowchart TD\n  a\n%% d\n  b',
		);
		expect(lines).toEqual([8, 9, 11]);
	});
});

const fence: Fence = {
	lang: 'mermaid',
	meta: '',
	value: 'flowchart TD\n  A --> end',
	range: { start: { line: 10, column: 3 }, end: { line: 13, column: 6 } },
	contentLine: 11,
	contentColumn: 3,
};

describe('findings', () => {
	it('stand at the line inside the fence', () => {
		expect(mermaidFinding({ reason: 'syntax', message: 'm', line: 2, column: 9 }, fence, 'a.md')).toEqual({
			code: 'MS301',
			file: 'a.md',
			range: { start: { line: 12, column: 11 }, end: { line: 12, column: 14 } },
			params: { detail: 'm' },
		});
		expect(mermaidFinding({ reason: 'syntax', message: 'm', line: 2 }, fence, 'a.md').range.start).toEqual({
			line: 12,
			column: 5,
		});
		expect(mermaidFinding({ reason: 'timeout', message: '20 s' }, fence, 'a.md')).toMatchObject({
			code: 'MS302',
			range: fence.range,
		});
		expect(mermaidFinding({ reason: 'crash', message: 'x' }, fence, 'a.md').code).toBe('MS303');
		expect(mermaidFinding({ reason: 'refused', message: 'x' }, fence, 'a.md').code).toBe('MS304');
	});

	it('speak both languages', () => {
		for (const { message } of diagramsDiagnostics) {
			expect(message.en({ detail: 'unexpected `end`' })).toContain('unexpected `end`');
			expect(message['zh-CN']({ detail: 'unexpected `end`' })).toMatch(/\p{Script=Han}/u);
		}
		const syntax = diagramsDiagnostics[0]?.message['zh-CN']({ detail: 'unexpected `end`' });
		expect(syntax).toContain('不应出现 `end`');
	});
});

describe('the figure', () => {
	it('holds the drawing, its words in the page’s language and its source', () => {
		const diagram = {
			svg: '<svg xmlns="http://www.w3.org/2000/svg"><title>t</title><text><tspan x="0" y="0">库存</tspan><tspan x="0" dy="1em">余额</tspan></text><text>Stock <tspan>ledger</tspan></text><text>12</text></svg>',
			width: 900,
			height: 1,
		};
		const figure = mermaidFigure({
			diagram,
			source: 'flowchart TD\n a --> b<c>\n',
			lang: 'zh-TW',
			id: 'diagram-0',
			caption: 'A & B',
		});
		expect(figure).toContain('<figure class="diagram mermaid-diagram" id="diagram-0" role="group"');
		const sized = diagram.svg.replace('<svg', '<svg style="width:100%;max-width:900px;min-width:450px"');
		expect(figure).toContain(`<div class="diagram-view" data-zoom-view>${sized}</div>`);
		expect(figure).toContain('<figcaption>A &amp; B</figcaption>');
		expect(figure).toContain(
			'<summary>圖的文字內容</summary><ul><li>库存余额</li><li>Stock ledger</li></ul>',
		);
		expect(figure).toContain('a --&gt; b&lt;c&gt;</code>');
		expect(mermaidFigure({ diagram, source: '', lang: 'en', id: 'x', caption: '' })).not.toContain(
			'figcaption',
		);
	});
});
