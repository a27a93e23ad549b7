import type { Lane, ProcessModel, Step } from '../../model/index.ts';

export interface FlowEdge {
	/** Positions in `steps`. */
	readonly from: number;
	readonly to: number;
	/** Positions in the model's `flows`: flows between the same two steps are one line. */
	readonly flows: readonly number[];
	readonly label: string;
	readonly back: boolean;
}

/** A process model made whole for drawing: every step in a lane, every edge between steps that exist. */
export interface FlowGraph {
	readonly steps: readonly Step[];
	readonly lanes: readonly Lane[];
	/** Step → position in `lanes`. */
	readonly laneOf: readonly number[];
	readonly edges: readonly FlowEdge[];
	/** Steps in flow order: each after all that lead to it by forward edges, else as written. */
	readonly order: readonly number[];
	/** Step → number of its connected part, counted from 0 in author order. */
	readonly part: readonly number[];
}

/** Flows to or from steps that do not exist are left out; a rule reports those. */
export function flowGraphOf(model: ProcessModel): FlowGraph {
	const { steps } = model;
	const { lanes, laneOf } = lanesOf(model);
	const edges = markBackEdges(steps.length, joinFlows(model));
	const order = topologicalOrder(steps.length, edges);
	return { steps, lanes, laneOf, edges, order, part: partsOf(steps.length, edges) };
}

function lanesOf(model: ProcessModel): { lanes: Lane[]; laneOf: number[] } {
	const lanes: Lane[] = [];
	const position = new Map<string, number>();
	const place = (lane: Lane) => {
		const known = position.get(lane.key);
		if (known !== undefined) return known;
		position.set(lane.key, lanes.length);
		return lanes.push(lane) - 1;
	};
	model.lanes.forEach(place);
	const laneOf = model.steps.map(({ role }) => place({ key: role, label: role }));
	return { lanes, laneOf };
}

function joinFlows(model: ProcessModel): Omit<FlowEdge, 'back'>[] {
	const position = new Map<string, number>();
	model.steps.forEach((step, index) => {
		if (!position.has(step.id)) position.set(step.id, index);
	});
	const joined = new Map<string, { from: number; to: number; flows: number[]; labels: string[] }>();
	model.flows.forEach((flow, index) => {
		const from = position.get(flow.from);
		const to = position.get(flow.to);
		if (from === undefined || to === undefined) return;
		const key = `${from} ${to}`;
		const edge = joined.get(key) ?? { from, to, flows: [], labels: [] };
		joined.set(key, edge);
		edge.flows.push(index);
		const label = flow.label?.trim() ?? '';
		if (label !== '' && !edge.labels.includes(label)) edge.labels.push(label);
	});
	return [...joined.values()].map(({ labels, ...edge }) => ({ ...edge, label: labels.join(' / ') }));
}

/** A back edge goes backwards in author order inside a cycle: what the author wrote later comes later. */
function markBackEdges(count: number, edges: readonly Omit<FlowEdge, 'back'>[]): FlowEdge[] {
	const cycle = cyclesOf(count, edges);
	return edges.map((edge) => ({
		...edge,
		back: edge.to <= edge.from && cycle[edge.to] === cycle[edge.from],
	}));
}

/** Strongly connected components by Kosaraju's two sweeps, without recursion. */
function cyclesOf(count: number, edges: readonly { from: number; to: number }[]): number[] {
	const out = neighbours(count, edges);
	const incoming = neighbours(
		count,
		edges.map(({ from, to }) => ({ from: to, to: from })),
	);
	const finished: number[] = [];
	const seen = new Array<boolean>(count).fill(false);
	for (let start = 0; start < count; start++) sweep(start, out, seen, finished);
	const component = new Array<number>(count).fill(-1);
	const claimed = new Array<boolean>(count).fill(false);
	for (const start of finished.reverse()) {
		const members: number[] = [];
		sweep(start, incoming, claimed, members);
		for (const member of members) component[member] = start;
	}
	return component;
}

/** Appends what can be reached from `start` and was not seen, each after its successors. */
function sweep(
	start: number,
	next: readonly (readonly number[])[],
	seen: boolean[],
	finished: number[],
): void {
	if (seen[start]) return;
	seen[start] = true;
	const stack = [{ node: start, done: 0 }];
	while (stack.length > 0) {
		const top = stack[stack.length - 1];
		if (top === undefined) return;
		const target = next[top.node]?.[top.done++];
		if (target === undefined) {
			finished.push(top.node);
			stack.pop();
		} else if (!seen[target]) {
			seen[target] = true;
			stack.push({ node: target, done: 0 });
		}
	}
}

function neighbours(count: number, edges: readonly { from: number; to: number }[]): number[][] {
	const lists: number[][] = Array.from({ length: count }, () => []);
	for (const { from, to } of edges) lists[from]?.push(to);
	return lists;
}

/** Kahn's algorithm; of several that are ready the first written goes first. */
function topologicalOrder(count: number, edges: readonly FlowEdge[]): number[] {
	const forward = edges.filter((edge) => !edge.back);
	const next = neighbours(count, forward);
	const waiting = new Array<number>(count).fill(0);
	for (const { to } of forward) waiting[to] = (waiting[to] ?? 0) + 1;
	const ready = waiting.flatMap((number, node) => (number === 0 ? [node] : []));
	const order: number[] = [];
	while (ready.length > 0) {
		const node = ready.splice(ready.indexOf(Math.min(...ready)), 1)[0] ?? 0;
		order.push(node);
		for (const target of next[node] ?? []) {
			waiting[target] = (waiting[target] ?? 0) - 1;
			if (waiting[target] === 0) ready.push(target);
		}
	}
	return order;
}

function partsOf(count: number, edges: readonly FlowEdge[]): number[] {
	const both = neighbours(count, [...edges, ...edges.map(({ from, to }) => ({ from: to, to: from }))]);
	const seen = new Array<boolean>(count).fill(false);
	const part = new Array<number>(count).fill(0);
	let number = 0;
	for (let start = 0; start < count; start++) {
		if (seen[start]) continue;
		const members: number[] = [];
		sweep(start, both, seen, members);
		for (const member of members) part[member] = number;
		number++;
	}
	return part;
}
