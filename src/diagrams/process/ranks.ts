import type { FlowGraph } from './flow-graph.ts';

/** What stands in one lane at one rank: how many steps, and whether a straight line passes through. */
interface Cell {
	steps: number;
	crossed: boolean;
}

/**
 * Step → rank along the flow, from 0: the longest path of forward edges. A step whose only nearest
 * predecessor sits in another lane stays on its rank, straight across, when the cells between are free.
 * Unconnected parts follow one another.
 */
export function ranksOf(graph: FlowGraph): number[] {
	const ranks = new Array<number>(graph.steps.length).fill(0);
	const parts = Math.max(0, ...graph.part.map((part) => part + 1));
	let first = 0;
	for (let part = 0; part < parts; part++) {
		const members = graph.order.filter((step) => graph.part[step] === part);
		rankPart(graph, members, first, ranks);
		first = Math.max(first, ...members.map((step) => (ranks[step] ?? 0) + 1));
	}
	return ranks;
}

function rankPart(graph: FlowGraph, members: readonly number[], first: number, ranks: number[]): void {
	const cells = new Map<string, Cell>();
	const before = neighboursOf(graph, 'to', 'from');
	const after = neighboursOf(graph, 'from', 'to');
	for (const step of members) {
		let rank = first;
		const sources = before.get(step) ?? [];
		if (sources.length > 0) {
			const last = Math.max(...sources.map((source) => ranks[source] ?? 0));
			rank = mayStay(graph, cells, sources, step, last, ranks) ? last : last + 1;
		}
		while (cellAt(cells, graph.laneOf[step] ?? 0, rank).crossed) rank++;
		ranks[step] = rank;
		cellAt(cells, graph.laneOf[step] ?? 0, rank).steps++;
	}
	pullSources(graph, members, ranks, cells, before, after);
}

/** A second start stands right before the step it leads to, not at the far left. */
function pullSources(
	graph: FlowGraph,
	members: readonly number[],
	ranks: number[],
	cells: Map<string, Cell>,
	before: ReadonlyMap<number, number[]>,
	after: ReadonlyMap<number, number[]>,
): void {
	for (const step of members.slice(1)) {
		const targets = after.get(step) ?? [];
		if (before.has(step) || targets.length === 0) continue;
		const lane = graph.laneOf[step] ?? 0;
		const now = ranks[step] ?? 0;
		let rank = Math.min(...targets.map((target) => ranks[target] ?? 0)) - 1;
		while (rank > now && (cellAt(cells, lane, rank).crossed || cellAt(cells, lane, rank).steps > 0)) rank--;
		if (rank <= now) continue;
		cellAt(cells, lane, now).steps--;
		cellAt(cells, lane, rank).steps++;
		ranks[step] = rank;
	}
}

function mayStay(
	graph: FlowGraph,
	cells: Map<string, Cell>,
	sources: readonly number[],
	step: number,
	rank: number,
	ranks: readonly number[],
): boolean {
	const nearest = sources.filter((source) => ranks[source] === rank);
	const [source] = nearest;
	if (source === undefined || nearest.length > 1) return false;
	const from = graph.laneOf[source] ?? 0;
	const to = graph.laneOf[step] ?? 0;
	if (from === to || cellAt(cells, from, rank).steps > 1) return false;
	const between: Cell[] = [];
	for (let lane = Math.min(from, to) + 1; lane < Math.max(from, to); lane++) {
		between.push(cellAt(cells, lane, rank));
	}
	const free = [...between, cellAt(cells, to, rank)].every((cell) => cell.steps === 0 && !cell.crossed);
	if (free) for (const cell of between) cell.crossed = true;
	return free;
}

function neighboursOf(graph: FlowGraph, key: 'from' | 'to', value: 'from' | 'to'): Map<number, number[]> {
	const lists = new Map<number, number[]>();
	for (const edge of graph.edges) {
		if (edge.back) continue;
		const list = lists.get(edge[key]) ?? [];
		lists.set(edge[key], list);
		list.push(edge[value]);
	}
	return lists;
}

function cellAt(cells: Map<string, Cell>, lane: number, rank: number): Cell {
	const key = `${lane} ${rank}`;
	const cell = cells.get(key) ?? { steps: 0, crossed: false };
	cells.set(key, cell);
	return cell;
}
