import { describe, expect, it } from 'vitest';
import { drawMarks, overlaid, type StepMarks } from '../../../src/diagrams/index.ts';
import type { DiagramNode } from '../../../src/model/index.ts';

const nodes: DiagramNode[] = [
	{ step: 'a', x: 10, y: 20, width: 100, height: 40 },
	{ step: 'b', x: 200, y: 20.004, width: 100, height: 40 },
];
const marks: StepMarks[] = [
	{ step: 'a', cells: { incidents: { tone: 'bad', sign: '3' }, runbooks: { tone: 'none', sign: '' } } },
	{ step: 'b', cells: { incidents: { tone: 'warn', sign: '120' } } },
	{ step: 'gone', cells: { incidents: { tone: 'bad', sign: '1' } } },
];

describe('drawMarks', () => {
	it('puts a sign on the top right corner of each node, and nothing where there is nothing to say', () => {
		const drawn = drawMarks(nodes, marks);
		expect(drawn).toContain('<g class="mark mark-bad" transform="translate(110 20)">');
		expect(drawn).toContain('<g class="mark mark-warn" transform="translate(300 20)">');
		expect([...drawn.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, sign]) => sign)).toEqual(['3', '99+']);
	});

	it('stands inside the box of a diamond, on its outline', () => {
		const decision = [{ ...marks[0], step: 'a', cells: marks[0]?.cells ?? {}, decision: true }];
		expect(drawMarks(nodes, decision)).toContain('translate(90 28)');
	});

	it('shows nothing until a stylesheet chooses, and nothing to a screen reader', () => {
		const drawn = drawMarks(nodes, marks);
		expect(drawn.match(/data-marks="\w+" display="none"/g)).toHaveLength(5);
		expect(drawn).toMatch(/^<g class="diagram-marks" aria-hidden="true">/);
	});

	it('lies on top of the drawing', () => {
		expect(overlaid('<svg><g/></svg>', '<i/>')).toBe('<svg><g/><i/></svg>');
		expect(overlaid('no drawing', '<i/>')).toBe('no drawing');
	});
});
