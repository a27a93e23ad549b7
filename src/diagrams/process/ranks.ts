import type { FlowGraph } from './flow-graph.ts';

/** By lane and rank. */
type Cells = Map<string, Cell>;

/** What stands in one lane at one rank: how many steps, and whether a straight line passes through. */
interface Cell {
	steps: number;
	crossed: boolean;
}

/**
 * Exits from which on a step forks: its branches stand side by side, none of them straight across. A decision has
 * three sides for its exits; with more of them a step straight across would bar the way of the others.
 */
const FORK = { step: 3, decision: 4 } as const;

/**
 * Step → rank along the flow, from 0: the longest path of forward edges. A step whose only nearest
 * predecessor sits in another lane stays on its rank, straight across, when the cells between are free.
 * An unconnected part begins as early as its lanes are free.
 */
export function ranksOf(graph: FlowGraph): number[] {
	const ranks = new Array<number>(graph.steps.length).fill(0);
	const taken = new Set<string>();
	const parts = Math.max(0, ...graph.part.map((part) => part + 1));
	for (let part = 0; part < parts; part++) {
		const members = graph.order.filter((step) => graph.part[step] === part);
		const cells = rankPart(graph, members, ranks);
		const first = firstFree(cells, taken);
		for (const step of members) ranks[step] = (ranks[step] ?? 0) + first;
		for (const { lane, rank } of inUse(cells)) taken.add(`${lane} ${rank + first}`);
	}
	return ranks;
}

/** The earliest rank at which a part finds all its cells free. */
function firstFree(cells: Cells, taken: ReadonlySet<string>): number {
	const wanted = inUse(cells);
	let first = 0;
	while (wanted.some(({ lane, rank }) => taken.has(`${lane} ${rank + first}`))) first++;
	return first;
}

function inUse(cells: Cells): { lane: number; rank: number }[] {
	return [...cells].flatMap(([key, cell]) => {
		const [lane = 0, rank = 0] = key.split(' ').map(Number);
		return cell.steps > 0 || cell.crossed ? [{ lane, rank }] : [];
	});
}

/** Ranks one part from 0 on and tells which cells it takes. */
function rankPart(graph: FlowGraph, members: readonly number[], ranks: number[]): Cells {
	const cells: Cells = new Map();
	const before = neighboursOf(graph, 'to', 'from');
	const after = neighboursOf(graph, 'from', 'to');
	for (const step of members) {
		let rank = 0;
		const sources = before.get(step) ?? [];
		if (sources.length > 0) {
			const last = Math.max(...sources.map((source) => ranks[source] ?? 0));
			const stays = sources.every((source) => !isFork(graph, after, source));
			rank = stays && mayStay(graph, cells, sources, step, last, ranks) ? last : last + 1;
		}
		while (cellAt(cells, graph.laneOf[step] ?? 0, rank).crossed) rank++;
		ranks[step] = rank;
		cellAt(cells, graph.laneOf[step] ?? 0, rank).steps++;
	}
	pullSources(graph, members, ranks, cells, before, after);
	return cells;
}

function isFork(graph: FlowGraph, after: ReadonlyMap<number, number[]>, step: number): boolean {
	const enough = graph.steps[step]?.type === 'decision' ? FORK.decision : FORK.step;
	return (after.get(step) ?? []).length >= enough;
}

/** A second start stands straight across from the step it leads to, or right before it, not at the far left. */
function pullSources(
	graph: FlowGraph,
	members: readonly number[],
	ranks: number[],
	cells: Cells,
	before: ReadonlyMap<number, number[]>,
	after: ReadonlyMap<number, number[]>,
): void {
	for (const step of members.slice(1)) {
		const targets = after.get(step) ?? [];
		if (before.has(step) || targets.length === 0) continue;
		const lane = graph.laneOf[step] ?? 0;
		const now = ranks[step] ?? 0;
		const next = Math.min(...targets.map((target) => ranks[target] ?? 0));
		const straight = targets.length === 1 && next > now && mayStay(graph, cells, targets, step, next, ranks);
		const taken = (at: number) => cellAt(cells, lane, at).crossed || cellAt(cells, lane, at).steps > 0;
		let rank = straight ? next : next - 1;
		while (rank > now && !straight && taken(rank)) rank--;
		if (rank <= now) continue;
		cellAt(cells, lane, now).steps--;
		cellAt(cells, lane, rank).steps++;
		ranks[step] = rank;
	}
}

/** Whether a step may stand at the rank of the only neighbour there, in another lane; keeps the way between free. */
function mayStay(
	graph: FlowGraph,
	cells: Cells,
	neighbours: readonly number[],
	step: number,
	rank: number,
	ranks: readonly number[],
): boolean {
	const nearest = neighbours.filter((neighbour) => ranks[neighbour] === rank);
	const [neighbour] = nearest;
	if (neighbour === undefined || nearest.length > 1) return false;
	const from = graph.laneOf[neighbour] ?? 0;
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

function cellAt(cells: Cells, lane: number, rank: number): Cell {
	const key = `${lane} ${rank}`;
	const cell = cells.get(key) ?? { steps: 0, crossed: false };
	cells.set(key, cell);
	return cell;
}
