import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { type DrawOptions, drawProcess, layoutProcess, standaloneSvg } from '../../../src/diagrams/index.ts';
import { model, processes, step } from './process-models.ts';

const options: DrawOptions = {
	idPrefix: 'p1',
	lang: 'zh-CN',
	hrefOf: ({ id }) => `#${id}`,
	ariaLabel: ({ name, role }) => `${name}（${role}）`,
	title: '订单到收款',
	description: '2 个泳道',
};

const example = model(
	[
		step('s', { type: 'start', name: '开始' }),
		step('x', { name: '录入<订单> & "报价"', transaction: 'VA01' }),
		step('d', { type: 'decision', role: 'b' }),
		step('p', { type: 'approval' }),
		step('u', { type: 'subprocess' }),
		step('e', { type: 'end' }),
	],
	['s → x', 'x → d', 'd → p: 是', 'd → u: 否', 'p → e', 'u → e'],
);

function draw(process = example, over: Partial<DrawOptions> = {}) {
	return drawProcess(layoutProcess(process, { orientation: 'rows' }), { ...options, ...over });
}

function parse(svg: string): Document {
	return new JSDOM(`<body>${svg}</body>`).window.document;
}

describe('drawProcess', () => {
	it('is a named group with the size of the layout', () => {
		const { svg, width, height } = draw();
		const root = parse(svg).querySelector('svg');
		expect(root?.getAttribute('role')).toBe('group');
		expect(root?.getAttribute('viewBox')).toBe(`0 0 ${width} ${height}`);
		expect(root?.querySelector('#p1-title')?.textContent).toBe('订单到收款');
		expect(root?.querySelector('#p1-desc')?.textContent).toBe('2 个泳道');
		expect(root?.getAttribute('aria-labelledby')).toBe('p1-title');
	});

	it('has the steps as links in flow order', () => {
		const links = [...parse(draw().svg).querySelectorAll('a')];
		expect(links.map((link) => link.getAttribute('href'))).toEqual(['#s', '#x', '#d', '#p', '#u', '#e']);
		expect(links[1]?.getAttribute('aria-label')).toBe('录入<订单> & "报价"（a）');
	});

	it('names a step that leads nowhere without making it a link', () => {
		const page = parse(draw(example, { hrefOf: () => undefined }).svg);
		expect(page.querySelectorAll('a')).toHaveLength(0);
		expect(page.querySelectorAll('g[role=img][aria-label]')).toHaveLength(6);
	});

	it('tells scripts which step and lane a shape is, and which steps a line and its name join', () => {
		const page = parse(draw().svg);
		const nodes = [...page.querySelectorAll<SVGElement>('.diagram-node')];
		expect(nodes.map(({ dataset }) => `${dataset['step']} ${dataset['lane']}`)).toEqual([
			's a',
			'x a',
			'd b',
			'p a',
			'u a',
			'e a',
		]);
		expect(nodes[2]?.classList.contains('node-decision')).toBe(true);
		const ends = (selector: string) =>
			[...page.querySelectorAll<SVGElement>(selector)].map(
				({ dataset }) => `${dataset['from']} ${dataset['to']}`,
			);
		const flows = ['s x', 'x d', 'd p', 'd u', 'p e', 'u e'];
		expect(ends('path.diagram-edge')).toEqual(flows);
		expect(ends('path.diagram-arrow')).toEqual(flows);
		expect(ends('.diagram-edge-label')).toEqual(['d p', 'd u']);
	});

	it('says where the steps lie', () => {
		const { nodes = [], width, height } = draw();
		expect(nodes.map(({ step: id }) => id)).toEqual(['s', 'x', 'd', 'p', 'u', 'e']);
		for (const node of nodes) {
			expect(node.x + node.width).toBeLessThan(width);
			expect(node.y + node.height).toBeLessThan(height);
		}
	});

	it('draws data objects as sheets with names, and none unless they were laid out', () => {
		const process = model([step('x', { data: [{ object: 'Sales <Order>' }] })], []);
		expect(draw(process).svg).not.toContain('diagram-data');
		const layout = layoutProcess(process, { orientation: 'columns', dataObjects: true });
		const page = parse(drawProcess(layout, options).svg);
		const object = page.querySelector<SVGElement>('.diagram-data-object');
		expect(object?.dataset['step']).toBe('x');
		expect(object?.textContent.trim()).toBe('Sales <Order>');
		expect(page.querySelector('.diagram-data-links')?.getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
	});

	it('starts every id with the prefix, once each', () => {
		const ids = [...parse(draw().svg).querySelectorAll('[id]')].map((node) => node.id);
		expect(ids.every((id) => id.startsWith('p1-'))).toBe(true);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('carries no style, no script and no handler, and paints with variables only', () => {
		const { svg } = draw();
		expect(svg).not.toMatch(/<style|<script|\sstyle=|\son\w+=/);
		for (const [, paint] of svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)) {
			expect(paint).toMatch(/^(?:none|var\(--diagram-[a-z-]+, #[0-9a-f]{6}\))$/);
		}
	});

	it('never hides text: what was cut off is in the title', () => {
		const name = '检查'.repeat(60);
		const page = parse(draw(model([step('x', { name })], [])).svg);
		expect(page.querySelector('a > title')?.textContent).toBe(name);
	});

	it('escapes whatever the text holds', () => {
		const hostile = '"><script>alert(1)</script>\u0000\ud800&\'';
		fc.assert(
			fc.property(fc.oneof(fc.constant(hostile), fc.string({ unit: 'binary', maxLength: 30 })), (text) => {
				const { svg } = draw(
					model([step('x', { name: text, transaction: text, role: text })], [`x → x: y`]),
					{
						title: text,
						description: text,
						ariaLabel: () => text,
						hrefOf: () => text,
					},
				);
				const parsed = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
				expect(parsed.querySelectorAll('script, parsererror')).toHaveLength(0);
			}),
			{ numRuns: 40 },
		);
	});

	it('gives the same bytes for the same process', () => {
		fc.assert(
			fc.property(processes({ steps: 12, lanes: 3 }), (process) => {
				expect(draw(structuredClone(process)).svg).toBe(draw(process).svg);
			}),
			{ numRuns: 8, seed: 20 },
		);
	});
});

describe('standaloneSvg', () => {
	const file = (over: Partial<DrawOptions> = {}) => standaloneSvg(draw(example, over));

	it('is an XML file of its own: light colours, a white ground, no links into the page', () => {
		const text = file();
		expect(
			text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'),
		).toBe(true);
		expect(text).not.toMatch(/var\(|<a\b|<\/a>|href=|tabindex|diagram-focus|diagram-flows|url\((?!#)/);
		const root = new JSDOM(text, { contentType: 'image/svg+xml' }).window.document.documentElement;
		expect([...root.children].slice(0, 3).map(({ tagName }) => tagName)).toEqual(['title', 'desc', 'rect']);
		expect(root.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff');
		expect(root.querySelectorAll('g[role=img][aria-label]')).toHaveLength(6);
		expect(root.querySelector('.diagram-lines')?.getAttribute('stroke')).toBe('#5c6c82');
		expect(root.getAttribute('font-family')).toContain('sans-serif');
	});

	it('keeps absolute links', () => {
		const text = file({ hrefOf: ({ id }) => (id === 'u' ? 'https://example.org/' : `#${id}`) });
		const root = new JSDOM(text, { contentType: 'image/svg+xml' }).window.document;
		expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
			'https://example.org/',
		]);
		expect(root.querySelectorAll('g[role=img][aria-label]')).toHaveLength(5);
	});

	it('stays well-formed whatever the text holds', () => {
		const hostile = '</title><a href="#x">&amp;<rect class="diagram-focus"/> <g class="diagram-flows">';
		const process = model([step('x', { name: hostile, role: hostile })], [`x → x: ${hostile}`]);
		const text = standaloneSvg(
			draw(process, { title: hostile, description: hostile, ariaLabel: () => hostile }),
		);
		const root = new JSDOM(text, { contentType: 'image/svg+xml' }).window.document;
		expect(root.querySelector('title')?.textContent).toBe(hostile);
		expect(root.querySelectorAll('parsererror')).toHaveLength(0);
	});
});

describe('theme.css', () => {
	const css = readFileSync(new URL('../../../src/diagrams/theme.css', import.meta.url), 'utf8');
	const namesIn = (text: string) => [...text.matchAll(/(--diagram-[a-z0-9-]+):/g)].map(([, name]) => name);

	it('gives every variable a light value and twice a dark one', () => {
		const [light = '', byPreference = '', byChoice = ''] = css.split('@media screen');
		expect(namesIn(byPreference)).toEqual(namesIn(light));
		expect(namesIn(byChoice)).toEqual(namesIn(light));
	});

	it('knows every variable that drawings use, with the same light value', () => {
		const all = model(
			(['task', 'start', 'end', 'decision', 'approval', 'subprocess', 'wait'] as const).map((type) =>
				step(type, { type, transaction: 'T', role: type }),
			),
			['start → task: x', 'task → end'],
		);
		for (const [, name, fallback] of draw(all).svg.matchAll(/var\((--diagram-[a-z-]+), (#[0-9a-f]{6})\)/g)) {
			expect(css).toContain(`${name}: ${fallback};`);
		}
	});
});
