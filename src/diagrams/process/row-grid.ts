import type { FlowEdge, FlowGraph } from './flow-graph.ts';

/** What a crossing costs, in rows that an edge has to climb. */
const CROSSING = 2;

/** Which step stands where while rows are being chosen. */
export class RowGrid {
	readonly rowOf: number[];
	readonly #graph: FlowGraph;
	readonly #ranks: readonly number[];
	readonly #rows: number;
	readonly #stepAt: Int32Array;
	/** Step → positions of its edges. */
	readonly #edges: readonly number[][];
	/** Edge → its first and its last rank; an edge that leads back has no last one and crosses none. */
	readonly #starts: Int32Array;
	readonly #ends: Int32Array;

	constructor(graph: FlowGraph, ranks: readonly number[], rows: number) {
		this.#graph = graph;
		this.#ranks = ranks;
		this.#rows = rows;
		this.#edges = graph.steps.map(() => []);
		graph.edges.forEach(({ from, to }, edge) => {
			for (const end of new Set([from, to])) this.#edges[end]?.push(edge);
		});
		this.#starts = Int32Array.from(graph.edges, ({ from }) => ranks[from] ?? 0);
		this.#ends = Int32Array.from(graph.edges, ({ to, back }) => (back ? -1 : (ranks[to] ?? 0)));
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

	/** Moves steps of one row to another row and leaves them there when that is better. */
	tryMove(steps: readonly number[], row: number): boolean {
		const home = this.rowOf[steps[0] ?? 0] ?? 0;
		if (row === home) return false;
		const touched = this.#edgesAt(steps, row);
		const before = this.cost() + this.#crossings(touched);
		for (const step of steps) this.swap(step, row);
		if (this.cost() + this.#crossings(touched) < before - 1e-9) return true;
		for (const step of steps) this.swap(step, home);
		return false;
	}

	/** The steps that edges join to a step in its row, one after the other. */
	lineOf(step: number): number[] {
		const line = new Set([step]);
		for (const member of line) {
			for (const edge of this.#edges[member] ?? []) {
				const { from = 0, to = 0 } = this.#graph.edges[edge] ?? {};
				for (const end of [from, to]) if (this.rowOf[end] === this.rowOf[step]) line.add(end);
			}
		}
		return [...line].sort((a, b) => this.#rank(a) - this.#rank(b));
	}

	/** The edges of some steps and of those they would change places with. */
	#edgesAt(steps: readonly number[], row: number): Set<number> {
		const touched = new Set<number>();
		for (const step of steps) {
			for (const edge of this.#edges[step] ?? []) touched.add(edge);
			for (const edge of this.#edges[this.#at(row, this.#rank(step))] ?? []) touched.add(edge);
		}
		return touched;
	}

	/** What crossings of some edges with all others cost, were every edge a straight line. */
	#crossings(touched: ReadonlySet<number>): number {
		let count = 0;
		for (const edge of touched) {
			const start = this.#starts[edge] as number;
			const end = this.#ends[edge] as number;
			for (let other = 0; other < this.#starts.length; other++) {
				const apart = (this.#starts[other] as number) >= end || (this.#ends[other] as number) <= start;
				if (!apart && (other > edge || !touched.has(other)) && this.#cross(edge, other)) count++;
			}
		}
		return count * CROSSING;
	}

	#cross(first: number, second: number): boolean {
		const a = this.#graph.edges[first];
		const b = this.#graph.edges[second];
		if (a === undefined || b === undefined) return false;
		const start = Math.max(this.#starts[first] as number, this.#starts[second] as number);
		const end = Math.min(this.#ends[first] as number, this.#ends[second] as number);
		if (start >= end) return false;
		const atStart = this.#rowAt(a, start) - this.#rowAt(b, start);
		const atEnd = this.#rowAt(a, end) - this.#rowAt(b, end);
		return atStart * atEnd < 0;
	}

	#rowAt({ from, to }: FlowEdge, rank: number): number {
		const [start, end] = [this.#rank(from), this.#rank(to)];
		const [a, b] = [this.rowOf[from] ?? 0, this.rowOf[to] ?? 0];
		return a + ((b - a) * (rank - start)) / (end - start);
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
