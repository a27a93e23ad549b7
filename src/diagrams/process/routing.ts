import type { Grid } from './grid.ts';
import { PortPrices, type RouteNode } from './port-prices.ts';
import { COST } from './route-cost.ts';
import {
	AFTER,
	AHEAD,
	BACK,
	BEFORE,
	type Heading,
	opposite,
	type Route,
	type RouteEdge,
	type RouteMap,
} from './route-map.ts';
import { RouteSearch } from './route-search.ts';
import type { FoundRoute, PricedPort, SearchTask, Work } from './route-task.ts';

type Left = Pick<SearchTask, 'leftAlong' | 'leftAcross'>;

/** Every place where edges enter or leave. */
const PORT = 40;
/** Rounds of taking each edge out and laying it again. */
const ROUNDS = { small: 3, large: 1, smallUpTo: 90 } as const;
/**
 * Visits of grid points after which no more is improved, and after which the first good way is taken: this bounds the
 * time that a drawing can take. Counted over all that is tried for a drawing.
 */
const MOST_WORK = { improving: 1.3e6, careful: 1.9e6 } as const;
/** In haste, the visits after which an edge has no way and its surroundings get more room. */
const MOST_IN_HASTE = 20_000;

/**
 * Lays edges on a grid. Straight ones go first, short before long and loops last; then each is improved with the
 * others in place, for as long as that may take.
 */
export class Router {
	readonly #grid: Grid;
	readonly #search: RouteSearch;
	readonly #work: Work;
	readonly #prices: PortPrices;
	#crossing: number = COST.crossingAtFirst;
	/** Step → distances to it. */
	readonly #left = new Map<number, Left>();

	constructor(grid: Grid, work: Work) {
		this.#grid = grid;
		this.#work = work;
		this.#search = new RouteSearch(grid.map, grid.alongAt, grid.acrossAt, work);
		this.#prices = new PortPrices(grid.map, grid.nodes);
	}

	order(): number[] {
		const { map, nodes } = this.#grid;
		const middle = (range: readonly [number, number] | undefined) =>
			((range?.[0] ?? 0) + (range?.[1] ?? 0)) / 2;
		const rank = (edge: RouteEdge) => {
			const from = nodes[edge.from];
			const to = nodes[edge.to];
			const ahead = Math.abs(middle(from?.along) - middle(to?.along));
			const aside = Math.abs(middle(from?.across) - middle(to?.across));
			return ahead + aside + (ahead === 0 || aside === 0 ? 0 : 1e5) + (edge.back ? 1e6 : 0);
		};
		return map.edges
			.map((edge, index) => ({ index, rank: rank(edge) }))
			.sort((a, b) => a.rank - b.rank || a.index - b.index)
			.map(({ index }) => index);
	}

	/** All that begins or ends where one of some edges does. */
	neighbours(edges: readonly number[]): number[] {
		const { map } = this.#grid;
		const steps = new Set(edges.flatMap((edge) => [map.edges[edge]?.from, map.edges[edge]?.to]));
		return map.edges.flatMap((edge, index) =>
			(steps.has(edge.from) || steps.has(edge.to)) && !edges.includes(index) ? [index] : [],
		);
	}

	/** Takes each edge out and lays it again, in rounds, until nothing changes or enough work was done. */
	improveAll(): void {
		this.#crossing = COST.crossing;
		const order = this.order();
		const rounds = order.length <= ROUNDS.smallUpTo ? ROUNDS.small : ROUNDS.large;
		for (let round = 0; round < rounds; round++) {
			let changed = false;
			for (const edge of order) if (this.#mayGoOn) changed = this.improve(edge) || changed;
			for (const group of this.groups(order)) {
				if (this.#mayGoOn) changed = this.improveGroup(group) || changed;
			}
			for (const pair of this.#crossings()) {
				if (this.#mayGoOn) changed = this.#improvePair(pair) || changed;
			}
			if (!changed || !this.#mayGoOn) break;
		}
	}

	get #mayGoOn(): boolean {
		return this.#work.visited < MOST_WORK.improving;
	}

	/** Lets an edge run with others although its label may find no place there. */
	layInCompany(edge: number): boolean {
		const route = this.#find(edge, 'company');
		if (route !== undefined) this.#grid.map.add(edge, route);
		return route !== undefined;
	}

	/** Lays an edge over others, where there is no way between them. */
	layAtAnyPrice(edge: number): void {
		const route = this.#find(edge, 'overlap');
		if (route !== undefined) this.#grid.map.add(edge, route);
	}

	lay(edge: number): boolean {
		const route = this.#find(edge);
		if (route !== undefined) this.#grid.map.add(edge, route);
		return route !== undefined;
	}

	/** Lays an edge again now that all others lie; true when it took another way. */
	improve(edge: number): boolean {
		const { map } = this.#grid;
		const old = map.remove(edge);
		const found = this.#find(edge);
		const route = found ?? old;
		if (route !== undefined) map.add(edge, route);
		return found !== undefined && old !== undefined && !samePoints(found, old);
	}

	/** Edges that enter the same step, and edges that leave the same step: they hold one another in place. */
	groups(order: readonly number[]): number[][] {
		return (['to', 'from'] as const).flatMap((end) =>
			this.#grid.nodes
				.map((_, node) => order.filter((edge) => this.#grid.map.edges[edge]?.[end] === node))
				.filter((group) => group.length > 1),
		);
	}

	/** Lays a group anew and keeps the result when it is better; true when it changed. */
	improveGroup(group: readonly number[]): boolean {
		const { map } = this.#grid;
		const before = this.#weight(group);
		const old = group.map((edge) => map.remove(edge));
		const laid = group.every((edge) => this.lay(edge));
		if (laid && this.#weight(group) < before - 1) return true;
		for (const [index, edge] of group.entries()) {
			map.remove(edge);
			const route = old[index];
			if (route !== undefined) map.add(edge, route);
		}
		return false;
	}

	/** Edges that cross one another, or run together with one that does: first those along the flow, then those across. */
	#crossings(): (readonly [readonly number[], readonly number[]])[] {
		const { map } = this.#grid;
		const found: (readonly [readonly number[], readonly number[]])[] = [];
		map.straightAlong.forEach((count, point) => {
			if (count === 0 || map.straightAcross[point] === 0) return;
			found.push([[...map.owners(2 * point)], [...map.owners(2 * point + 1)]]);
		});
		return found;
	}

	/** Who comes first takes the better place: tries both orders. */
	#improvePair([along, across]: readonly [readonly number[], readonly number[]]): boolean {
		// An edge may cross itself.
		const groups = [
			[...along, ...across],
			[...across, ...along],
		].map((group) => [...new Set(group)]);
		return groups.some((group) => this.improveGroup(group));
	}

	/** Length, turns, crossings and ends of some edges; what they share counts once. */
	#weight(group: readonly number[]): number {
		const { map, nodes, alongAt: along, acrossAt: across } = this.#grid;
		const parts = new Map<string, number>();
		for (const index of group) {
			const edge = map.edges[index];
			const points = map.routes[index]?.points ?? [];
			for (let at = 0; at + 1 < points.length; at++) {
				const from = points[at] ?? 0;
				const to = points[at + 1] ?? 0;
				parts.set(`stretch ${map.stretch(from, to)}`, distance(map, along, across, from, to));
				if (at === 0) continue;
				const turned = map.heading(points[at - 1] ?? 0, from) !== map.heading(from, to);
				const crossed = (map.straightAlong[from] ?? 0) > 0 && (map.straightAcross[from] ?? 0) > 0;
				if (turned) parts.set(`turn ${from}`, COST.turn);
				else if (crossed) parts.set(`crossing ${from}`, COST.crossing);
			}
			if (edge === undefined) continue;
			const [first = 0, second = 0] = points;
			const [beforeLast = 0, last = 0] = points.slice(-2);
			const exit = map.heading(first, second);
			const entry = opposite(map.heading(beforeLast, last));
			const kept = nodes[edge.from]?.decision === true || edge.labelled;
			parts.set(
				`exit ${kept ? index : ''} ${first} ${exit}`,
				PORT + this.#prices.least(edge, 'from', first, exit),
			);
			if (kept && (map.load[map.stretch(first, second)] ?? 0) > 1)
				parts.set(`fork ${index}`, this.#prices.fork(index));
			parts.set(`entry ${last} ${entry}`, PORT + this.#prices.least(edge, 'to', last, entry));
		}
		return [...parts.values()].reduce((sum, part) => sum + part, 0);
	}

	#leftTo(node: number, { along, across }: RouteNode): Left {
		const known = this.#left.get(node);
		if (known !== undefined) return known;
		const { alongAt, acrossAt } = this.#grid;
		const left = { leftAlong: leftTo(alongAt, along), leftAcross: leftTo(acrossAt, across) };
		this.#left.set(node, left);
		return left;
	}

	#find(index: number, despair?: 'company' | 'overlap'): FoundRoute | undefined {
		const { map, nodes } = this.#grid;
		const edge = map.edges[index];
		const from = edge && nodes[edge.from];
		const to = edge && nodes[edge.to];
		if (edge === undefined || from === undefined || to === undefined) return undefined;
		const hasty = this.#work.visited > MOST_WORK.careful;
		const left = this.#leftTo(edge.to, to);
		const find = (starts: readonly PricedPort[], goals: readonly PricedPort[]) =>
			this.#search.find({
				edge: index,
				starts,
				goals,
				forkCost: this.#prices.fork(index),
				company: despair === 'company' ? COST.company : undefined,
				hasty,
				most: hasty && despair === undefined ? MOST_IN_HASTE : Number.POSITIVE_INFINITY,
				...left,
				desperate: despair === 'overlap',
				crossing: this.#crossing,
			});
		const starts = this.#prices.of(index, 'from');
		const goals = this.#prices.of(index, 'to');
		if (edge.from !== edge.to) return find(starts, goals);
		const ways = [
			() => find(facing(starts, AHEAD), facing(goals, BEFORE, AFTER)),
			() => find(facing(starts, BEFORE, AFTER), facing(goals, AHEAD, BACK)),
			() => find(facing(starts, BACK), facing(goals, BEFORE, AFTER)),
		];
		let best: FoundRoute | undefined;
		for (const way of ways) {
			// Ahead is best. But a decision has no side to spare for two exits.
			if (best !== undefined && !from.decision) break;
			const found = way();
			if (best === undefined || (found !== undefined && found.cost < best.cost)) best = found;
		}
		return best;
	}
}

function facing(ports: readonly PricedPort[], ...sides: readonly Heading[]): PricedPort[] {
	return ports.filter(({ port }) => sides.includes(port.side));
}

function leftTo(lines: Float64Array, [start, end]: readonly [number, number]): Float64Array {
	return lines.map((at) => (at < start ? start - at : at > end ? end - at : 0));
}

function samePoints(a: Route, b: Route): boolean {
	return a.points.length === b.points.length && a.points.every((point, index) => point === b.points[index]);
}

function distance(
	map: RouteMap,
	along: Float64Array,
	across: Float64Array,
	from: number,
	to: number,
): number {
	const u = (point: number) => along[Math.floor(point / map.height)] ?? 0;
	const v = (point: number) => across[point % map.height] ?? 0;
	return Math.abs(u(from) - u(to)) + Math.abs(v(from) - v(to));
}
