import type { FlowGraph } from './flow-graph.ts';

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
	const grid = new Grid(graph, ranks, laneOfRow.length);
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

function improve(graph: FlowGraph, grid: Grid, firstRow: readonly number[], sizes: readonly number[]): void {
	let cost = grid.cost();
	for (let round = 0; round < IMPROVEMENT_ROUNDS; round++) {
		let better = false;
		for (const step of graph.order) {
			const lane = graph.laneOf[step] ?? 0;
			for (let slot = 0; slot < (sizes[lane] ?? 1); slot++) {
				const home = grid.rowOf[step] ?? 0;
				const row = (firstRow[lane] ?? 0) + slot;
				if (row === home) continue;
				grid.swap(step, row);
				const changed = grid.cost();
				if (changed < cost - 1e-9) {
					cost = changed;
					better = true;
				} else grid.swap(step, home);
			}
		}
		if (!better) return;
	}
}

/** Which step stands where while rows are being chosen. */
class Grid {
	readonly rowOf: number[];
	readonly #graph: FlowGraph;
	readonly #ranks: readonly number[];
	readonly #rows: number;
	readonly #stepAt: Int32Array;

	constructor(graph: FlowGraph, ranks: readonly number[], rows: number) {
		this.#graph = graph;
		this.#ranks = ranks;
		this.#rows = rows;
		this.rowOf = new Array<number>(graph.steps.length).fill(-1);
		this.#stepAt = new Int32Array(rows * (Math.max(0, ...ranks) + 1)).fill(-1);
	}

	/** The free row of its lane nearest to a step that leads here, else the first. */
	placeNearSource(step: number, firstRow: readonly number[], sizes: readonly number[]): void {
		const lane = this.#graph.laneOf[step] ?? 0;
		const first = firstRow[lane] ?? 0;
		const source = this.#graph.edges.find(
			(edge) => edge.to === step && !edge.back && this.rowOf[edge.from] !== -1,
		);
		const wanted = source === undefined ? first : (this.rowOf[source.from] ?? first);
		const free: number[] = [];
		for (let slot = 0; slot < (sizes[lane] ?? 1); slot++) {
			if (this.#at(first + slot, this.#rank(step)) === -1) free.push(first + slot);
		}
		const nearest = free.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)[0] ?? first;
		this.#put(step, nearest);
	}

	/** Moves a step to a row of its rank; a step that stands there takes the place left free. */
	swap(step: number, row: number): void {
		const home = this.rowOf[step] ?? 0;
		const other = this.#at(row, this.#rank(step));
		this.#stepAt[this.#rank(step) * this.#rows + home] = -1;
		this.#put(step, row);
		if (other !== -1) this.#put(other, home);
	}

	/** Rows that edges have to climb, and steps that stand in their way. */
	cost(): number {
		let cost = 0;
		for (const row of this.rowOf) cost += row * 0.001;
		for (const { from, to, back } of this.#graph.edges) {
			const fromRow = this.rowOf[from] ?? 0;
			const toRow = this.rowOf[to] ?? 0;
			const climb = Math.abs(fromRow - toRow);
			if (climb > 0) cost += (climb + 1) * (back ? 0.3 : 1);
			if (!back) cost += this.#inTheWay(from, to, fromRow, toRow);
		}
		return cost;
	}

	#inTheWay(from: number, to: number, fromRow: number, toRow: number): number {
		const start = this.#rank(from);
		const end = this.#rank(to);
		let obstacles = 0;
		if (fromRow === toRow) {
			for (let rank = start + 1; rank < end; rank++) if (this.#at(fromRow, rank) !== -1) obstacles += 1.5;
		} else if (start === end) {
			for (let row = Math.min(fromRow, toRow) + 1; row < Math.max(fromRow, toRow); row++) {
				if (this.#at(row, start) !== -1) obstacles += 3;
			}
		}
		return obstacles;
	}

	#put(step: number, row: number): void {
		this.rowOf[step] = row;
		this.#stepAt[this.#rank(step) * this.#rows + row] = step;
	}

	#at(row: number, rank: number): number {
		return this.#stepAt[rank * this.#rows + row] ?? -1;
	}

	#rank(step: number): number {
		return this.#ranks[step] ?? 0;
	}
}
