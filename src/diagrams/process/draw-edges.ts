import { element, escapeXml, number } from '../svg.ts';
import { textLines } from './draw-text.ts';
import type { PlacedEdge, ProcessLayout, XY } from './layout-types.ts';
import { LABEL_TEXT, LINE_HEIGHT } from './measures.ts';
import { PAINT } from './paint.ts';

const CORNER_RADIUS = 8;
const ARROW = { length: 9, half: 4.2, overlap: 2 } as const;

/** Lines, arrowheads and labels. Edges that join share the last stretch and one arrowhead. */
export function drawEdges(layout: ProcessLayout): string {
	const drawn = layout.edges.filter(({ points }) => points.length >= 2);
	const arrows = new Set(drawn.map(({ points }) => arrowPath(points)));
	const lines = drawn.map(({ points }) => linePath(points)).join('');
	return element(
		'g',
		{ 'aria-hidden': 'true', class: 'diagram-edges' },
		element('path', {
			class: 'diagram-lines',
			d: lines,
			fill: 'none',
			stroke: PAINT.edge,
			'stroke-width': 1.5,
		}),
		element('path', { class: 'diagram-arrows', d: [...arrows].join(''), fill: PAINT.edge }),
		element(
			'g',
			{ class: 'diagram-flows', fill: 'none', 'stroke-width': 2 },
			...drawn.map((edge) => drawOwn(edge, layout)),
		),
		element(
			'g',
			{
				class: 'diagram-edge-labels',
				fill: PAINT.label,
				'font-size': LABEL_TEXT.size,
				'text-anchor': 'middle',
			},
			...layout.edges.flatMap((edge) => drawLabel(edge, layout)),
		),
	);
}

/** One edge by itself, unpainted: where edges run together each can be made to stand out from end to end. */
function drawOwn(edge: PlacedEdge, layout: ProcessLayout): string {
	const ends = endsOf(edge, layout);
	return (
		element('path', { class: 'diagram-edge', ...ends, d: linePath(edge.points) }) +
		element('path', { class: 'diagram-arrow', ...ends, d: arrowPath(edge.points) })
	);
}

function endsOf({ from, to }: PlacedEdge, { nodes }: ProcessLayout): Record<string, string | undefined> {
	return { 'data-from': nodes[from]?.step.id, 'data-to': nodes[to]?.step.id };
}

function drawLabel(edge: PlacedEdge, layout: ProcessLayout): string[] {
	if (edge.label === undefined) return [];
	const { text, x, y, width } = edge.label;
	const title = text.full === undefined ? '' : element('title', {}, escapeXml(text.full));
	const lines = textLines(text.lines, {
		x: x + width / 2,
		top: y,
		lineHeight: LINE_HEIGHT.label,
		size: LABEL_TEXT.size,
	});
	return [element('g', { class: 'diagram-edge-label', ...endsOf(edge, layout) }, title, lines)];
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
