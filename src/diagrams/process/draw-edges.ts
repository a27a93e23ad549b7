import { element, escapeXml, number } from '../svg.ts';
import { textLines } from './draw-text.ts';
import type { PlacedEdge, ProcessLayout, XY } from './layout-types.ts';
import { LABEL_TEXT, LINE_HEIGHT } from './measures.ts';
import { PAINT } from './paint.ts';

const CORNER_RADIUS = 8;
const ARROW = { length: 9, half: 4.2, overlap: 2 } as const;

/** Lines, arrowheads and labels. Edges that join share the last stretch and one arrowhead. */
export function drawEdges({ edges }: ProcessLayout): string {
	const arrows = new Set(edges.flatMap(({ points }) => (points.length < 2 ? [] : [arrowPath(points)])));
	// One path for all: where edges run together, the line is not painted twice.
	const lines = edges.map(({ points }) => linePath(points)).join('');
	return element(
		'g',
		{ 'aria-hidden': 'true', class: 'diagram-edges' },
		element('path', {
			class: 'diagram-edge',
			d: lines,
			fill: 'none',
			stroke: PAINT.edge,
			'stroke-width': 1.5,
		}),
		element('path', { class: 'diagram-arrows', d: [...arrows].join(''), fill: PAINT.edge }),
		element(
			'g',
			{
				class: 'diagram-edge-labels',
				fill: PAINT.label,
				'font-size': LABEL_TEXT.size,
				'text-anchor': 'middle',
			},
			...edges.flatMap(drawLabel),
		),
	);
}

function drawLabel({ label }: PlacedEdge): string[] {
	if (label === undefined) return [];
	const { text, x, y, width } = label;
	const title = text.full === undefined ? '' : element('title', {}, escapeXml(text.full));
	const lines = textLines(text.lines, {
		x: x + width / 2,
		top: y,
		lineHeight: LINE_HEIGHT.label,
		size: LABEL_TEXT.size,
	});
	return [title === '' ? lines : element('g', {}, title, lines)];
}

/** The path with rounded corners; it ends inside the arrowhead, whose tip touches the shape. */
function linePath(points: readonly XY[]): string {
	const tip = points[points.length - 1];
	const before = points[points.length - 2];
	const start = points[0];
	if (tip === undefined || before === undefined || start === undefined) return '';
	const end = towards(tip, before, ARROW.length - ARROW.overlap);
	let path = `M${coordinates(start)}`;
	for (let index = 1; index < points.length - 1; index++) {
		const corner = points[index] ?? start;
		const from = points[index - 1] ?? start;
		const to = points[index + 1] ?? end;
		const radius = Math.min(CORNER_RADIUS, distance(from, corner) / 2, distance(corner, to) / 2);
		path += `L${coordinates(towards(corner, from, radius))}Q${coordinates(corner)} ${coordinates(towards(corner, to, radius))}`;
	}
	return `${path}L${coordinates(end)}`;
}

function arrowPath(points: readonly XY[]): string {
	const tip = points[points.length - 1] ?? { x: 0, y: 0 };
	const base = towards(tip, points[points.length - 2] ?? tip, ARROW.length);
	const across = base.x === tip.x ? { x: ARROW.half, y: 0 } : { x: 0, y: ARROW.half };
	const left = { x: base.x - across.x, y: base.y - across.y };
	const right = { x: base.x + across.x, y: base.y + across.y };
	return `M${coordinates(tip)}L${coordinates(left)}L${coordinates(right)}Z`;
}

function towards(from: XY, to: XY, by: number): XY {
	const length = distance(from, to);
	if (length === 0) return from;
	return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function distance(a: XY, b: XY): number {
	return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function coordinates({ x, y }: XY): string {
	return `${number(x)} ${number(y)}`;
}
