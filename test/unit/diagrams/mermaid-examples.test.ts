import { diagramData } from '@mermaid-js/examples';
import { afterAll, describe, expect, it } from 'vitest';
import { createMermaidRenderer } from '../../../src/diagrams/index.ts';
import { COLOUR, keyOf, parseColour } from '../../../src/diagrams/mermaid/colour/colour.ts';
import { coloursIn } from '../../../src/diagrams/mermaid/finish/recolour.ts';
import { parseXml } from '../../../src/diagrams/mermaid/xml/parse.ts';
import { elementsOf } from '../../../src/diagrams/mermaid/xml/tree.ts';

/** Every example that mermaid's makers publish: an upgrade shows here what it breaks. */
const examples = diagramData.flatMap(({ id, examples: list }) =>
	list.map((example, index) => ({ name: `${id} ${index} ${example.title}`, source: example.code })),
);
/** Words on an author's own fill are dark or light for good. */
const FIXED = new Set(['#16202f', '#ffffff']);

// Booting costs more than most drawings: one worker draws them all.
const renderer = createMermaidRenderer({ workers: 1 });
afterAll(() => renderer.close());
const drawn = examples.map(({ source }, index) =>
	renderer.render(source, { idPrefix: `diagram-${index}`, title: 'Example', hrefOf: () => undefined }),
);

describe('the examples of mermaid', () => {
	it('are all there', () => {
		expect(examples.length).toBe(79);
	});

	it.each(examples.map((example, index) => ({ ...example, index })))(
		'$name',
		async ({ source, index }) => {
			const result = await drawn[index];
			if (!result?.ok) throw new Error(JSON.stringify(result?.failure));
			const { svg, width, height } = result.diagram;
			expect(width).toBeGreaterThan(50);
			expect(width).toBeLessThan(2500);
			expect(height).toBeGreaterThan(50);
			expect(height).toBeLessThan(2500);
			expect(result.texts.length).toBeGreaterThan(1);
			expect(svg).not.toMatch(/NaN|undefined|Infinity/);
			expect(foreignColours(svg, source)).toEqual([]);
			const root = parseXml(svg);
			for (const element of elementsOf(root)) {
				const id = element.attributes.get('id');
				if (id !== undefined) expect(id.startsWith(`diagram-${index}-`)).toBe(true);
			}
		},
		120_000,
	);
});

/** Colours that are neither a custom property (with its fallback) nor the author's. */
function foreignColours(svg: string, source: string): string[] {
	const own = coloursIn(source);
	const plain = svg
		.replace(/<(title|desc|text)\b[\s\S]*?<\/\1>/g, '')
		.replace(/var\(--diagram-[^()]*\)/g, '');
	const values = [...plain.matchAll(/(?:fill|stroke|stop-color|color)(?::|=")([^;"}]*)/g)].map(
		(match) => match[1] ?? '',
	);
	return values
		.flatMap((value) => value.match(COLOUR) ?? [])
		.filter((text) => {
			const colour = parseColour(text);
			return colour !== undefined && !own.has(keyOf(colour)) && !FIXED.has(text);
		});
}
