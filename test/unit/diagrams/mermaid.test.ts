import { deserialize, serialize } from 'node:v8';
import { afterAll, describe, expect, it } from 'vitest';
import { createMermaidRenderer, type MermaidResult, measureText } from '../../../src/diagrams/index.ts';
import { parseXml } from '../../../src/diagrams/mermaid/xml/parse.ts';
import { elementsOf, textOf } from '../../../src/diagrams/mermaid/xml/tree.ts';

const renderer = createMermaidRenderer({ workers: 1 });
afterAll(() => renderer.close());

const hole = (target: string): string => `/mainstay-target/${Buffer.from(target).toString('hex')}/`;
const options = { idPrefix: 'diagram-0', title: 'Stock & count', hrefOf: hole };

async function svgOf(source: string, more: Partial<typeof options> = {}): Promise<string> {
	const result = await renderer.render(source, { ...options, ...more });
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.diagram.svg;
}

async function failureOf(source: string) {
	const result = await renderer.render(source, options);
	return result.ok ? undefined : result.failure;
}

const LIMIT = 60_000;

describe('drawing', { timeout: LIMIT }, () => {
	it('hands links out as holes and keeps what comes back to the letter', async () => {
		const source = 'flowchart LR\n a[库存] --> b\n click a "kb"\n click b href "kb:RB-INV-0042#x" "tip"\n';
		const result = (await renderer.render(source, options)) as Extract<MermaidResult, { ok: true }>;
		expect(result.targets).toEqual(['kb', 'kb:RB-INV-0042#x']);
		expect(result.diagram.svg).toContain(' href="/mainstay-target/6b62/"');
		expect(result.diagram.svg).toContain(` href="${hole('kb:RB-INV-0042#x')}"`);
		expect(result.texts).toEqual(['库存', 'b']);
		expect(deserialize(serialize(result))).toEqual(result);
		expect(await svgOf(source, { hrefOf: () => undefined as never })).not.toContain('href');
	});

	it('names the drawing and makes its ids its own', async () => {
		const svg = await svgOf('flowchart LR\n a --> b');
		expect(svg).toContain('<title id="diagram-0-title">Stock &amp; count</title>');
		expect(svg).toContain('aria-labelledby="diagram-0-title"');
		const given = await svgOf('flowchart LR\n accTitle: Own title\n accDescr: Own words\n a --> b');
		expect(given).toContain('>Own title</title>');
		expect(given).toContain('>Own words</desc>');
		const other = await svgOf('flowchart LR\n a --> b', { idPrefix: 'diagram-1' });
		expect(other.replaceAll('diagram-1', 'diagram-0')).toBe(svg);
	});

	it('gives the same bytes whatever was drawn before, in whatever worker', async () => {
		const sources = [
			'gitGraph\n commit\n branch x\n commit\n',
			'gantt\n dateFormat YYYY-MM-DD HH:mm\n section a\n one :2024-03-30 10:00, 30h\n two :1d\n',
			'mindmap\n  root\n    one\n    two\n',
			'flowchart TD\n a((x)) --> b([y]) --> c{z}\n',
		];
		const first = await Promise.all(sources.map((source) => svgOf(source)));
		const fresh = createMermaidRenderer({ workers: 1 });
		for (const [index, source] of [...sources.entries()].reverse()) {
			const again = await fresh.render(source, options);
			expect(again.ok && again.diagram.svg).toBe(first[index]);
		}
		await fresh.close();
	});

	it('keeps Chinese labels inside their boxes', async () => {
		const svg = await svgOf(
			'flowchart LR\n a["已提交未开票的订单金额"] --> b["報錯：庫存對不上（ERPNext）"]',
		);
		for (const node of elementsOf(parseXml(svg))) {
			const rect = node.children.find((child) => typeof child !== 'string' && child.name === 'rect');
			if (node.name !== 'g' || !rect || typeof rect === 'string') continue;
			const rows = [...elementsOf(node)].filter(
				(element) => element.name === 'tspan' && element.attributes.has('dy'),
			);
			for (const row of rows) {
				const width = measureText(textOf(row), { size: 14, weight: 400 });
				expect(width).toBeLessThan(Number(rect.attributes.get('width')));
			}
		}
	});

	it('keeps an author’s colours and makes words on them legible on any page', async () => {
		const svg = await svgOf('flowchart LR\n a[one] --> b([two])\n style a fill:#fde\n style b fill:#102030');
		expect(svg).toMatch(/fill:#fde/);
		expect(svg).toMatch(/fill:#16202f !important[^<]*<|fill:#16202f !important/);
		expect(svg).toContain('fill:#ffffff !important');
	});

	it('obeys settings that place things and no others', async () => {
		const plain = await svgOf('flowchart TD\n a --> b');
		const themed = await svgOf(
			'%%{init: {"theme": "forest", "themeVariables": {"primaryColor": "#f00"}, "fontFamily": "x"}}%%\nflowchart TD\n a --> b',
		);
		expect(themed).toBe(plain);
		const spaced = await svgOf(
			'---\ntitle: Wide\nconfig:\n  flowchart:\n    rankSpacing: 200\n---\nflowchart TD\n a --> b',
		);
		expect(parseXml(spaced).attributes.get('height')).not.toBe(parseXml(plain).attributes.get('height'));
		expect(spaced).toContain('Wide');
	});

	it('boots nothing for nothing', async () => {
		await createMermaidRenderer().close();
	});
});

describe('hostile fences', { timeout: LIMIT }, () => {
	const HARMFUL =
		/<(?:script|img|iframe|foreignObject|image)\b|\son\w+=|javascript:|url\((?!#)|@import|https?:\/\/(?!www\.w3\.org)|data:/i;
	it.each([
		[
			'HTML labels',
			'%%{init: {"htmlLabels": true, "securityLevel": "loose", "secure": []}}%%\nflowchart LR\n a["<img src=x onerror=alert(1)>"] --> b["<iframe src=//evil.test>"]',
		],
		[
			'a script in a link',
			'flowchart LR\n a --> b\n click a "javascript:alert(1)"\n click b "JaVa&#x73;cript:alert(1)"',
		],
		['a call', 'flowchart LR\n a --> b\n click a call evil()'],
		[
			'a style sheet',
			'---\nconfig:\n  themeCSS: "* {background: url(//evil.test)} @import \'//evil.test\'"\n---\nflowchart LR\n a --> b',
		],
		['a remote picture', 'flowchart LR\n a@{ img: "https://evil.test/x.png", label: "hi", w: 60, h: 60 }'],
		['embedded HTML', 'flowchart LR\n a["<foreignObject><script>alert(1)</script></foreignObject>"]'],
		[
			'menus of participants',
			'sequenceDiagram\n participant A\n links A: {"x": "https://evil.test"}\n A->>A: <b>x</b>',
		],
		[
			'ticket addresses',
			'---\nconfig:\n  kanban:\n    ticketBaseUrl: "javascript:alert(1)//#TICKET#"\n---\nkanban\n  todo[Todo]\n    t[Do]@{ ticket: 12 }',
		],
		[
			'classes that leave the drawing',
			'flowchart LR\n a --> b\n classDef x fill:#0f0,position:fixed,background-image:none,z-index:9\n class b x',
		],
		[
			'polluting keys',
			'%%{init: {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}}%%\nflowchart LR\n a --> b',
		],
	])('%s', async (_, source) => {
		const svg = await svgOf(source);
		const markup = svg.replace(/>[^<]*</g, '><').replace(/href="\/mainstay-target[^"]*"/g, '');
		expect(markup).not.toMatch(HARMFUL);
		for (const selector of svg.match(/[^{}]+(?=\{)/g) ?? []) {
			for (const each of selector.replace(/^[\s\S]*<style>/, '').split(','))
				expect(each).toMatch(/^#diagram-0-svg\b/);
		}
		expect(Object.prototype).not.toHaveProperty('polluted');
	});

	it('refuses what would exhaust the build', async () => {
		expect(await failureOf(`flowchart LR\n a["${'x'.repeat(50_000)}"]`)).toMatchObject({ reason: 'refused' });
		const edges = Array.from({ length: 501 }, (_, index) => ` a${index} --> a${index + 1}`).join('\n');
		expect(await failureOf(`flowchart LR\n${edges}`)).toMatchObject({ reason: 'refused' });
	});
});

describe('syntax errors', { timeout: LIMIT }, () => {
	it.each([
		['flowchart', 'flowchart TD\n  A --> B\n  B --> C[un(closed]\n', 3, 13, 'unexpected `(`'],
		['an open bracket', 'flowchart LR\n  A[a] --> B[b\n  B --> C[c]\n', 2, 13, '`[` is not closed'],
		['an open bracket to the end', 'flowchart LR\n  A(a --> B\n  B --> C\n', 2, 4, '`(` is not closed'],
		['an open quote', 'flowchart LR\n  A["a]\n  B["b"]\n  C["c"]\n', 2, 5, '`"` is not closed'],
		['an open pipe', 'flowchart LR\n  A -->|yes B\n  B --> C\n', 2, 8, '`|` is not closed'],
		['a label of two lines', 'flowchart LR\n  A[one\n  two (x)]\n', 3, 7, 'unexpected `(`'],
		['an open subgraph', 'flowchart LR\n  subgraph X\n  A --> B\n', 2, 3, '`subgraph` is not closed'],
		['an open case', 'sequenceDiagram\n  alt x\n  A->>B: x\n', 2, 3, '`alt` is not closed'],
		['an open state', 'stateDiagram-v2\n  state X {\n  A --> B\n', 2, 11, '`{` is not closed'],
		['a keyword as a node', 'flowchart TD\n  A --> end\n', 2, 9, 'unexpected `end`'],
		[
			'behind comments',
			'flowchart TD\n  A --> B\n\n  %% one\n  %% two\n  B --> C[un(closed]\n  C --> D\n',
			6,
			13,
			'unexpected `(`',
		],
		[
			'behind settings',
			'---\ntitle: x\n---\n%%{init: {"theme": "dark"}}%%\nflowchart TD\n  A --> --> B\n',
			6,
			9,
			'unexpected `-->`',
		],
		['sequence', 'sequenceDiagram\n  A->>B: hi\n  C-->D hi\n  A->>B: x\n', 3, 11, 'unexpected end of line'],
		['class', 'classDiagram\n  class A {\n   +x\n  B <|-- A\n', 2, 11, '`{` is not closed'],
		['state', 'stateDiagram-v2\n  [*] --> A\n  A --> --> B\n', 3, 9, 'unexpected `-->`'],
		['entities', 'erDiagram\n  A ||--o{ B : x\n  C ||-x D\n', 3, 7, 'unexpected `-x`'],
		['pie', 'pie\n  "a" : 1\n  "b" : x\n', 3, 9, 'unexpected `x`'],
		['git', 'gitGraph\n  commit\n  branc x\n', 3, 3, 'unexpected `branc`'],
		['mindmap', 'mindmap\n  a\n b\n c\n', 3, undefined, 'only one root'],
		['architecture', 'architecture-beta\n  service a(server)[A]\n  a:X --> b\n', 3, 5, 'unexpected `X`'],
		['unknown', '\n\n  flowchrat\n  x\n', 3, undefined, 'unknown diagram type'],
		['empty', '\n%% nothing\n', 1, undefined, 'empty'],
	])('%s', async (_, source, line, column, message) => {
		const failure = await failureOf(source);
		expect(failure).toMatchObject({ reason: 'syntax', line, message: expect.stringContaining(message) });
		expect(failure?.column).toBe(column);
	});
});
