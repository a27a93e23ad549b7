import type { FlowGraph } from './flow-graph.ts';
import { RowGrid } from './row-grid.ts';

/** Rows of the grid across the flow: every lane has one or more, from first lane to last. */
export interface Rows {
	/** Step → row. */
	readonly rowOf: readonly number[];
	/** Row → position in `lanes`. */
	readonly laneOfRow: readonly number[];
}

const IMPROVEMENT_ROUNDS = 6;

/**
 * Gives every step a row of its lane, so that no two share a rank and a row: steps that follow one
 * another stay in line, then swaps that shorten the edges are made until none is left.
 */
export function rowsOf(graph: FlowGraph, ranks: readonly number[]): Rows {
	const sizes = laneSizes(graph, ranks);
	const firstRow: number[] = [];
	const laneOfRow: number[] = [];
	sizes.forEach((size, lane) => {
		firstRow.push(laneOfRow.length);
		for (let slot = 0; slot < size; slot++) laneOfRow.push(lane);
	});
	const grid = new RowGrid(graph, ranks, laneOfRow.length);
	for (const step of graph.order) grid.placeNearSource(step, firstRow, sizes);
	if (sizes.some((size) => size > 1)) improve(graph, grid, firstRow, sizes);
	return { rowOf: grid.rowOf, laneOfRow };
}

function laneSizes(graph: FlowGraph, ranks: readonly number[]): number[] {
	const counts = new Map<string, number>();
	const sizes = graph.lanes.map(() => 1);
	graph.laneOf.forEach((lane, step) => {
		const key = `${lane} ${ranks[step]}`;
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		sizes[lane] = Math.max(sizes[lane] ?? 1, count);
	});
	return sizes;
}

function improve(
	graph: FlowGraph,
	grid: RowGrid,
	firstRow: readonly number[],
	sizes: readonly number[],
): void {
	for (let round = 0; round < IMPROVEMENT_ROUNDS; round++) {
		let better = false;
		for (const step of graph.order) {
			const lane = graph.laneOf[step] ?? 0;
			for (let slot = 0; slot < (sizes[lane] ?? 1); slot++) {
				const row = (firstRow[lane] ?? 0) + slot;
				better = grid.tryMove([step], row) || better;
				const line = grid.lineOf(step);
				if (line.length > 1 && line[0] === step) better = grid.tryMove(line, row) || better;
			}
		}
		if (!better) return;
	}
}
