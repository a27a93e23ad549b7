import { type Axis, buildAxis, layOut } from './axis.ts';
import { GAP, PORT_OFFSET } from './measures.ts';
import { portOffsets } from './node-size.ts';
import type { Placement } from './placement.ts';
import type { RouteNode } from './port-prices.ts';
import { AFTER, AHEAD, BACK, BEFORE, type Heading, type Port, RouteMap } from './route-map.ts';

/** Tracks by channel, along the flow and across it. */
export interface Tracks {
	readonly along: readonly number[];
	readonly across: readonly number[];
}

/** The two axes with the map of what stands and runs on them. */
export interface Grid {
	readonly tracks: Tracks;
	readonly along: Axis;
	readonly across: Axis;
	/** Line → nominal px, as if every track were in use. */
	readonly alongAt: Float64Array;
	readonly acrossAt: Float64Array;
	readonly map: RouteMap;
	/** By step. */
	readonly nodes: readonly RouteNode[];
}

/** The grid of a placement, with the steps on it and no edges. */
export function buildGrid(placement: Placement, tracks: Tracks): Grid {
	const { orientation, rows, rankSizes, rowSizes, graph } = placement;
	const flowIsX = orientation === 'rows';
	const along = buildAxis({
		cells: rankSizes.length,
		tracks: tracks.along,
		portOffset: flowIsX ? PORT_OFFSET.x : PORT_OFFSET.y,
		cellGap: GAP.ranks,
		endGap: GAP.ends,
		borderAfter: () => false,
	});
	const across = buildAxis({
		cells: rowSizes.length,
		tracks: tracks.across,
		portOffset: flowIsX ? PORT_OFFSET.y : PORT_OFFSET.x,
		cellGap: GAP.rows,
		endGap: GAP.shapeToBorder,
		borderAfter: (row) => rows.laneOfRow[row] !== rows.laneOfRow[row + 1],
	});
	const edges = graph.edges.map(({ from, to, back, label }) => ({ from, to, back, labelled: label !== '' }));
	const map = new RouteMap(along.lines, across.lines, edges);
	const alongAt = nominal(along, rankSizes);
	const acrossAt = nominal(across, rowSizes);
	const grid = { tracks, along, across, alongAt, acrossAt, map };
	return { ...grid, nodes: placement.steps.map((_, step) => routeNode(placement, step, grid)) };
}

/** The same grid with two more tracks in some channels; the routes that were laid keep their ways. */
export function grownGrid(
	placement: Placement,
	old: Grid,
	channels: { readonly along: ReadonlySet<number>; readonly across: ReadonlySet<number> },
): Grid {
	const grow = (tracks: readonly number[], wider: ReadonlySet<number>) =>
		tracks.map((count, channel) => (wider.has(channel) ? count + 2 : count));
	const grid = buildGrid(placement, {
		along: grow(old.tracks.along, channels.along),
		across: grow(old.tracks.across, channels.across),
	});
	const along = linesIn(old.along, grid.along);
	const across = linesIn(old.across, grid.across);
	for (const edge of old.map.alone) grid.map.alone.add(edge);
	old.map.routes.forEach((route, edge) => {
		if (route === undefined) return;
		const corners = route.points.map((point) => {
			const u = along[Math.floor(point / old.map.height)] ?? 0;
			return u * grid.map.height + (across[point % old.map.height] ?? 0);
		});
		grid.map.add(edge, { points: filled(corners, grid.map.height) });
	});
	return grid;
}

/** Line → its line in a grown axis. The new tracks are the outermost ones of their channel. */
function linesIn(old: Axis, grown: Axis): Int32Array {
	const runs = runsOf(grown);
	const lines = new Int32Array(old.lines);
	runsOf(old).forEach((run, index) => {
		const target = runs[index] ?? run;
		const shift = (target.length - run.length) / 2;
		run.forEach((line, at) => {
			lines[line] = target[at + shift] ?? 0;
		});
	});
	return lines;
}

/** The lines in groups that lie between the same walls and borders. */
function runsOf(axis: Axis): number[][] {
	const runs: number[][] = [[]];
	for (const item of axis.items) {
		if (item.type === 'track' || item.type === 'port') runs.at(-1)?.push(item.line);
		else runs.push([]);
	}
	return runs;
}

/** All grid points of a path that is known by points on its straight parts. */
function filled(points: readonly number[], height: number): number[] {
	const all = points.slice(0, 1);
	for (const point of points.slice(1)) {
		let last = all[all.length - 1] ?? point;
		const sameLine = Math.floor(last / height) === Math.floor(point / height);
		const step = (sameLine ? 1 : height) * Math.sign(point - last);
		while (last !== point) {
			last += step;
			all.push(last);
		}
	}
	return all;
}

function nominal(axis: Axis, cellSizes: readonly number[]): Float64Array {
	return layOut(axis, { cellSizes, after: new Map(), before: new Map(), used: () => true }).lines;
}

/** Puts a step on the grid: blocks its points and lists its ports. */
function routeNode(placement: Placement, index: number, grid: Omit<Grid, 'nodes'>): RouteNode {
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
