import { type AxisPositions, layOut } from './axis.ts';
import type { Box, XY } from './layout-types.ts';
import type { ProcessPlan } from './plan.ts';
import { AFTER, AHEAD, type Heading } from './route-map.ts';

/** Least sizes and distances that labels ask for, by item of the axes; they only ever grow. */
export interface Wishes {
	readonly along: AxisWishes;
	readonly across: AxisWishes;
}

export interface AxisWishes {
	readonly cellSizes: number[];
	readonly after: Map<number, number>;
	readonly before: Map<number, number>;
}

/** A straight part of an edge's route that no other edge uses, from corner to corner in flow direction. */
export interface Run {
	readonly horizontal: boolean;
	readonly start: XY;
	readonly end: XY;
	/** Which axis it runs along, and between which of that axis's items. */
	readonly axis: 'along' | 'across';
	readonly items: readonly [number, number];
	/** Item of the other axis that it lies on. */
	readonly on: number;
}

/** Where everything lies, in px from the corner of the lanes' area. */
export interface Geometry {
	readonly along: AxisPositions;
	readonly across: AxisPositions;
	/** By step. */
	readonly nodes: readonly Box[];
	/** By edge: corners of the path. */
	readonly paths: readonly (readonly XY[])[];
	/** Positions across the flow where one lane ends and the next begins, outer ends included. */
	readonly borders: readonly number[];
}

export function wishesOf(plan: ProcessPlan): Wishes {
	return {
		along: { cellSizes: [...plan.rankSizes], after: new Map(), before: new Map() },
		across: { cellSizes: [...plan.rowSizes], after: new Map(), before: new Map() },
	};
}

export function geometryOf(plan: ProcessPlan, wishes: Wishes): Geometry {
	const { map } = plan;
	const along = layOut(plan.along, {
		...wishes.along,
		used: (line) => map.lineInUse('along', line),
	});
	const across = layOut(plan.across, {
		...wishes.across,
		used: (line) => map.lineInUse('across', line),
	});
	const nodes = plan.steps.map((step, index) => {
		const u = along.lines[plan.along.centreOfCell[plan.ranks[index] ?? 0] ?? 0] ?? 0;
		const v = across.lines[plan.across.centreOfCell[plan.rows.rowOf[index] ?? 0] ?? 0] ?? 0;
		const centre = toXY(plan, u, v);
		return {
			x: centre.x - step.width / 2,
			y: centre.y - step.height / 2,
			width: step.width,
			height: step.height,
		};
	});
	const at = (point: number) =>
		toXY(plan, along.lines[Math.floor(point / map.height)] ?? 0, across.lines[point % map.height] ?? 0);
	const paths = plan.graph.edges.map((edge, index) => {
		const points = map.routes[index]?.points ?? [];
		const corners = cornersOf(plan, points).map((corner) => at(points[corner] ?? 0));
		const from = nodes[edge.from];
		const to = nodes[edge.to];
		if (corners.length < 2 || from === undefined || to === undefined) return [];
		corners[0] = onBorder(from, corners[0], corners[1]);
		corners[corners.length - 1] = onBorder(to, corners[corners.length - 1], corners[corners.length - 2]);
		return corners;
	});
	const borders = plan.across.items.flatMap((item, index) =>
		item.type === 'border' || item.type === 'edge' ? [across.items[index] ?? 0] : [],
	);
	return { along, across, nodes, paths, borders };
}

/** The parts of an edge where a label names this edge and no other. */
export function ownRuns(plan: ProcessPlan, geometry: Geometry, edge: number): Run[] {
	const points = plan.map.routes[edge]?.points ?? [];
	const corners = cornersOf(plan, points);
	const path = geometry.paths[edge] ?? [];
	const runs: Run[] = [];
	for (let part = 0; part + 1 < corners.length; part++) {
		const from = corners[part] ?? 0;
		const to = corners[part + 1] ?? 0;
		for (const [first, last] of unsharedParts(plan, points, from, to)) {
			const start = first === from ? path[part] : pointAt(plan, geometry, points[first] ?? 0);
			const end = last === to ? path[part + 1] : pointAt(plan, geometry, points[last] ?? 0);
			if (start === undefined || end === undefined) continue;
			runs.push(runOf(plan, points, first, last, start, end));
		}
	}
	return runs;
}

function runOf(
	plan: ProcessPlan,
	points: readonly number[],
	first: number,
	last: number,
	start: XY,
	end: XY,
): Run {
	const { map } = plan;
	const a = points[first] ?? 0;
	const b = points[last] ?? 0;
	const heading = map.heading(a, points[first + 1] ?? b);
	const alongFlow = heading < AFTER;
	const lines = alongFlow
		? [Math.floor(a / map.height), Math.floor(b / map.height)]
		: [a % map.height, b % map.height];
	const axis = alongFlow ? plan.along : plan.across;
	const other = alongFlow ? plan.across : plan.along;
	const items = lines.map((line) => axis.itemOfLine[line] ?? 0).sort((x, y) => x - y);
	return {
		horizontal: alongFlow === (plan.orientation === 'rows'),
		start,
		end,
		axis: alongFlow ? 'along' : 'across',
		items: [items[0] ?? 0, items[1] ?? 0],
		on: other.itemOfLine[alongFlow ? a % map.height : Math.floor(a / map.height)] ?? 0,
	};
}

function unsharedParts(
	plan: ProcessPlan,
	points: readonly number[],
	from: number,
	to: number,
): [number, number][] {
	const parts: [number, number][] = [];
	for (let index = from; index < to; index++) {
		const stretch = plan.map.stretch(points[index] ?? 0, points[index + 1] ?? 0);
		if (plan.map.owners(stretch).length > 1) continue;
		const last = parts.at(-1);
		if (last !== undefined && last[1] === index) last[1] = index + 1;
		else parts.push([index, index + 1]);
	}
	return parts;
}

/** Indices of the first point, of every turn and of the last point. */
function cornersOf(plan: ProcessPlan, points: readonly number[]): number[] {
	const { map } = plan;
	const corners: number[] = [];
	let heading: Heading = AHEAD;
	points.forEach((point, index) => {
		const next = points[index + 1];
		const turned = next === undefined || index === 0 || map.heading(point, next) !== heading;
		if (next !== undefined) heading = map.heading(point, next);
		if (turned) corners.push(index);
	});
	return corners;
}

function pointAt(plan: ProcessPlan, geometry: Geometry, point: number): XY {
	const u = geometry.along.lines[Math.floor(point / plan.map.height)] ?? 0;
	const v = geometry.across.lines[point % plan.map.height] ?? 0;
	return toXY(plan, u, v);
}

function toXY(plan: ProcessPlan, u: number, v: number): XY {
	return plan.orientation === 'rows' ? { x: u, y: v } : { x: v, y: u };
}

/** The end of a path moved from a grid line inside the shape to the shape's border. */
function onBorder(box: Box, end: XY | undefined, next: XY | undefined): XY {
	if (end === undefined || next === undefined) return { x: box.x, y: box.y };
	if (end.y === next.y) return { x: next.x > end.x ? box.x + box.width : box.x, y: end.y };
	return { x: end.x, y: next.y > end.y ? box.y + box.height : box.y };
}
