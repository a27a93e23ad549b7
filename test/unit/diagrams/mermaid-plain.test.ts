import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createMermaidRenderer, isPlainFlowchart } from '../../../src/diagrams/index.ts';

const renderer = createMermaidRenderer({ workers: 1 });
afterAll(() => renderer.close());

const TEXTS = [
	'接收',
	'A end',
	'graph',
	'通过？',
	'（是）',
	'style x',
	'o',
	'1. a',
	'a_b',
	'click',
	'é ü',
	'ＡＢ',
	'한국',
];
const QUOTED = ['"a (b)"', '"x: y"', '"a/b"', '"1.2, 3"', '"end"', '"A-b"', '"http://x.y"'];
const IDS = [
	'a',
	'A1',
	'node_2',
	'o1',
	'x1',
	'xA',
	'T',
	'v',
	'TD',
	'Bend',
	'A_end',
	'then',
	'xend',
	'e',
	'do',
	'in',
	'end',
	'styled',
];

const text = fc.constantFrom(...TEXTS, ...QUOTED);
const shape = fc.constantFrom(['[', ']'], ['(', ')'], ['{', '}'], ['([', '])'], ['((', '))'], ['[[', ']]']);
const node = fc
	.tuple(fc.constantFrom(...IDS), fc.option(fc.tuple(shape, text)))
	.map(([id, shown]) => (shown ? `${id}${shown[0][0]}${shown[1]}${shown[0][1]}` : id));
const link = fc
	.tuple(fc.constantFrom('-->', '---', '-.->', '==>'), fc.option(text))
	.map(([arrow, label]) => (label ? `${arrow}|${label}|` : arrow));
const statement = fc
	.tuple(node, fc.array(fc.tuple(link, node), { maxLength: 3 }))
	.map(([first, rest]) => `  ${first}${rest.map(([arrow, next]) => ` ${arrow} ${next}`).join('')}`);
const flowchart = fc
	.tuple(
		fc.constantFrom('flowchart LR', 'graph TD', 'flowchart  BT', 'graph RL '),
		fc.array(fc.oneof({ weight: 8, arbitrary: statement }, fc.constantFrom('', '%% note', '  %% end')), {
			minLength: 1,
			maxLength: 8,
		}),
	)
	.map(([head, lines]) => [head, ...lines].join('\n'));

describe('a plain flowchart', () => {
	it('is one that mermaid draws, whatever its texts are', async () => {
		const plain = fc.sample(flowchart, { numRuns: 250, seed: 7 }).filter(isPlainFlowchart).slice(0, 16);
		expect(plain).toHaveLength(16);
		for (const source of plain) {
			const { ok } = await renderer.render(source, { idPrefix: 'p', title: 't', hrefOf: () => undefined });
			expect(ok, source).toBe(true);
		}
	}, 60_000);

	it('is what people write most', () => {
		expect(isPlainFlowchart('flowchart LR\n  a[接收] --> b{核对？}\n  b -->|是| c([过账])')).toBe(true);
	});

	it.each([
		'flowchart LR',
		'flowchart LR\n  a --> end',
		'flowchart LR\n  a[x --> b',
		'flowchart LR\n  a ---oB',
		'flowchart LR\n  a[f(x)] --> b',
		'flowchart LR\n  click a "https://example.org"',
		'flowchart LR\n  subgraph s\n  a\n  end',
		'flowchart LR\n  a[#quot;]',
		'sequenceDiagram\n  a->>b: x',
		'%%{init: {}}%%\nflowchart LR\n  a',
		`flowchart LR\n${'  a --> b\n'.repeat(61)}`,
	])('is not everything that mermaid may draw: %s', (source) => {
		expect(isPlainFlowchart(source)).toBe(false);
	});
});
