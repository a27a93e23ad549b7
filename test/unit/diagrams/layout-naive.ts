import type { PlacedEdge, ProcessLayout, XY } from '../../../src/diagrams/index.ts';

/**
 * What a drawing without routing would show: from the middle of one side straight to halfway, across, and straight
 * on, whatever lies between.
 */
export function naiveEdges({ orientation, nodes, edges }: ProcessLayout): PlacedEdge[] {
	return edges.map((edge) => {
		const from = nodes[edge.from];
		const to = nodes[edge.to];
		if (from === undefined || to === undefined) return edge;
		return { ...edge, points: orientation === 'rows' ? ahead(from, to) : down(from, to) };
	});
}

type Box = ProcessLayout['nodes'][number];

function ahead(from: Box, to: Box): XY[] {
	const start = { x: from.x + from.width, y: from.y + from.height / 2 };
	const end = { x: to.x, y: to.y + to.height / 2 };
	const x = (start.x + end.x) / 2;
	return [start, { x, y: start.y }, { x, y: end.y }, end];
}

function down(from: Box, to: Box): XY[] {
	const start = { x: from.x + from.width / 2, y: from.y + from.height };
	const end = { x: to.x + to.width / 2, y: to.y };
	const y = (start.y + end.y) / 2;
	return [start, { x: start.x, y }, { x: end.x, y }, end];
}

/**
 * How many pairs of edges without a common step meet anywhere: they cross, touch, or run over each other for a
 * stretch. Straight routing hides most of its crossings by running lines over each other.
 */
export function meetingsOf(edges: readonly PlacedEdge[]): number {
	let count = 0;
	edges.forEach((a, index) => {
		for (const b of edges.slice(index + 1)) {
			const related = a.from === b.from || a.to === b.to || a.from === b.to || a.to === b.from;
			if (!related && meet(a.points, b.points)) count++;
		}
	});
	return count;
}

function meet(a: readonly XY[], b: readonly XY[]): boolean {
	return a.slice(1).some((end, index) => {
		const start = a[index] ?? end;
		return b.slice(1).some((otherEnd, at) => {
			const otherStart = b[at] ?? otherEnd;
			return (
				overlap(start.x, end.x, otherStart.x, otherEnd.x) && overlap(start.y, end.y, otherStart.y, otherEnd.y)
			);
		});
	});
}

function overlap(a: number, b: number, c: number, d: number): boolean {
	return Math.min(a, b) <= Math.max(c, d) && Math.min(c, d) <= Math.max(a, b);
}
