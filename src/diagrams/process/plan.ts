import type { ProcessModel } from '../../model/index.ts';
import { type Axis, buildAxis, layOut } from './axis.ts';
import { type FlowGraph, flowGraphOf } from './flow-graph.ts';
import type { Orientation } from './layout-types.ts';
import { GAP, PORT_OFFSET } from './measures.ts';
import { portOffsets, type SizedStep, sizeSteps } from './node-size.ts';
import type { RouteNode } from './port-prices.ts';
import { ranksOf } from './ranks.ts';
import { AFTER, AHEAD, BACK, BEFORE, type Heading, type Port, RouteMap } from './route-map.ts';
import { routeAll } from './routing.ts';
import { type Rows, rowsOf } from './slots.ts';

/** Smallest size across the flow of a row without steps, px. */
const EMPTY_ROW = { rows: 40, columns: 88 } as const;
/** Tracks per channel, along and across, in the attempts to route everything. */
const TRACKS = [
	[3, 2],
	[3, 2],
	[5, 4],
	[8, 6],
	[12, 10],
] as const;

/** Everything about a drawing but its coordinates. */
export interface ProcessPlan {
	readonly orientation: Orientation;
	readonly graph: FlowGraph;
	readonly steps: readonly SizedStep[];
	/** Step → rank and row, the cells of the two axes. */
	readonly ranks: readonly number[];
	readonly rows: Rows;
	readonly along: Axis;
	readonly across: Axis;
	/** Rank and row → least size, px. */
	readonly rankSizes: readonly number[];
	readonly rowSizes: readonly number[];
	/** With the routes laid. */
	readonly map: RouteMap;
}

interface Placement {
	readonly orientation: Orientation;
	readonly graph: FlowGraph;
	readonly steps: readonly SizedStep[];
	readonly ranks: readonly number[];
	readonly rows: Rows;
	readonly rankSizes: readonly number[];
	readonly rowSizes: readonly number[];
	readonly alone: ReadonlySet<number>;
}

/** Places the steps on the grid and routes the edges; those in `alone` keep apart from others. */
export function planProcess(
	model: ProcessModel,
	orientation: Orientation,
	alone: ReadonlySet<number>,
): ProcessPlan {
	const graph = flowGraphOf(model);
	const steps = sizeSteps(graph.steps);
	const ranks = ranksOf(graph);
	const rows = rowsOf(graph, ranks);
	const alongSize = (step: SizedStep) => (orientation === 'rows' ? step.width : step.height);
	const acrossSize = (step: SizedStep) => (orientation === 'rows' ? step.height : step.width);
	const rankSizes = new Array<number>(Math.max(0, ...ranks.map((rank) => rank + 1))).fill(0);
	const rowSizes = rows.laneOfRow.map(() => EMPTY_ROW[orientation] as number);
	steps.forEach((step, index) => {
		const rank = ranks[index] ?? 0;
		const row = rows.rowOf[index] ?? 0;
		rankSizes[rank] = Math.max(rankSizes[rank] ?? 0, alongSize(step));
		rowSizes[row] = Math.max(rowSizes[row] ?? 0, acrossSize(step));
	});
	return route({ orientation, graph, steps, ranks, rows, rankSizes, rowSizes, alone });
}

/** Routes with few tracks first: the fewer, the faster and the tidier. */
function route(placement: Placement): ProcessPlan {
	const urgent = new Set<number>();
	for (const [index, [alongTracks, acrossTracks]] of TRACKS.entries()) {
		const desperate = index === TRACKS.length - 1;
		const { plan, failed } = attempt(placement, alongTracks, acrossTracks, urgent, desperate);
		if (failed.length === 0 || desperate) return plan;
		for (const edge of failed) urgent.add(edge);
	}
	throw new Error('No attempt to route');
}

function attempt(
	placement: Placement,
	alongTracks: number,
	acrossTracks: number,
	urgent: ReadonlySet<number>,
	desperate: boolean,
): { plan: ProcessPlan; failed: readonly number[] } {
	const { orientation, rows, rankSizes, rowSizes, graph } = placement;
	const flowIsX = orientation === 'rows';
	const along = buildAxis({
		cells: rankSizes.length,
		tracks: alongTracks,
		portOffset: flowIsX ? PORT_OFFSET.x : PORT_OFFSET.y,
		cellGap: GAP.ranks,
		endGap: GAP.ends,
		borderAfter: () => false,
	});
	const across = buildAxis({
		cells: rowSizes.length,
		tracks: acrossTracks,
		portOffset: flowIsX ? PORT_OFFSET.y : PORT_OFFSET.x,
		cellGap: GAP.rows,
		endGap: GAP.shapeToBorder,
		borderAfter: (row) => rows.laneOfRow[row] !== rows.laneOfRow[row + 1],
	});
	const map = new RouteMap(
		along.lines,
		across.lines,
		graph.edges.map(({ from, to, back, label }) => ({
			from,
			to,
			back,
			labelled: label !== '',
		})),
	);
	for (const edge of placement.alone) map.alone.add(edge);
	const alongAt = nominal(along, rankSizes);
	const acrossAt = nominal(across, rowSizes);
	const nodes = placement.steps.map((_, index) =>
		routeNode(placement, index, { along, across, alongAt, acrossAt, map }),
	);
	const failed = routeAll({ map, nodes, along: alongAt, across: acrossAt, urgent, desperate });
	return { plan: { ...placement, along, across, map }, failed };
}

/** Distances for routing: as if every track were in use. */
function nominal(axis: Axis, cellSizes: readonly number[]): Float64Array {
	return layOut(axis, { cellSizes, after: new Map(), before: new Map(), used: () => true }).lines;
}

interface Grid {
	readonly along: Axis;
	readonly across: Axis;
	readonly alongAt: Float64Array;
	readonly acrossAt: Float64Array;
	readonly map: RouteMap;
}

/** Puts a step on the grid: blocks its points and lists its ports. */
function routeNode(placement: Placement, index: number, grid: Grid): RouteNode {
	const { map } = grid;
	const step = placement.steps[index];
	const u = grid.along.centreOfCell[placement.ranks[index] ?? 0] ?? 0;
	const v = grid.across.centreOfCell[placement.rows.rowOf[index] ?? 0] ?? 0;
	for (let du = -1; du <= 1; du++) {
		for (let dv = -1; dv <= 1; dv++) map.blocked[(u + du) * map.height + v + dv] = 1;
	}
	const flowIsX = placement.orientation === 'rows';
	const ports: Port[] = [];
	const add = (side: Heading, du: number, dv: number) => {
		const centre = (side < AFTER ? dv : du) === 0;
		ports.push({ node: index, point: (u + du) * map.height + v + dv, side, centre });
	};
	const shape = step?.shape ?? 'task';
	for (const offset of portOffsets(shape, flowIsX ? 'x' : 'y')) {
		add(AHEAD, 1, Math.sign(offset));
		add(BACK, -1, Math.sign(offset));
	}
	for (const offset of portOffsets(shape, flowIsX ? 'y' : 'x')) {
		add(AFTER, Math.sign(offset), 1);
		add(BEFORE, Math.sign(offset), -1);
	}
	const halfAlong = ((flowIsX ? step?.width : step?.height) ?? 0) / 2;
	const halfAcross = ((flowIsX ? step?.height : step?.width) ?? 0) / 2;
	const alongAt = grid.alongAt[u] ?? 0;
	const acrossAt = grid.acrossAt[v] ?? 0;
	return {
		ports,
		decision: shape === 'diamond',
		along: [alongAt - halfAlong, alongAt + halfAlong],
		across: [acrossAt - halfAcross, acrossAt + halfAcross],
	};
}
