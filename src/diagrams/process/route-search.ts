import { Heap } from './heap.ts';
import { COST } from './route-cost.ts';
import { AFTER, AHEAD, BACK, BEFORE, HEADINGS, type Heading, opposite, type RouteMap } from './route-map.ts';
import type { FoundRoute, SearchTask, Work } from './route-task.ts';

/** A place where the rest of another edge's route can be used. */
interface Joint {
	readonly points: readonly number[];
	readonly index: number;
	readonly outward: Heading;
	readonly cost: number;
}

const NO_PARENT = -1;
/** How much the way left counts in haste. */
const HASTE = 3;

/**
 * Finds the cheapest orthogonal route on a {@link RouteMap} (A*, states are point and heading).
 * Reaching a point of an edge with the same target ends the search there: both go on together.
 */
export class RouteSearch {
	readonly #map: RouteMap;
	/** Line → distance to the next line, px. */
	readonly #gapAlong: Float64Array;
	readonly #gapAcross: Float64Array;
	readonly #cost: Float64Array;
	readonly #stamp: Int32Array;
	readonly #parent: Int32Array;
	/** Point → its line of each axis. */
	readonly #lineAlong: Int32Array;
	readonly #lineAcross: Int32Array;
	readonly #heap = new Heap();
	readonly #work: Work;
	#round = 0;
	#task: SearchTask | undefined;
	readonly #goals = new Map<number, number>();
	readonly #joints = new Map<number, Joint[]>();
	/** State → route so far, for states that branch off another edge. */
	readonly #forks = new Map<number, readonly number[]>();
	#best: { cost: number; state: number; joint?: Joint } | undefined;
	#bestCost = Number.POSITIVE_INFINITY;

	/** `along` and `across`: px of every line of the two axes. */
	constructor(map: RouteMap, along: Float64Array, across: Float64Array, work: Work) {
		this.#work = work;
		const states = map.width * map.height * 4;
		this.#map = map;
		this.#gapAlong = gapsOf(along);
		this.#gapAcross = gapsOf(across);
		this.#cost = new Float64Array(states);
		this.#stamp = new Int32Array(states);
		this.#parent = new Int32Array(states);
		this.#lineAlong = Int32Array.from({ length: states / 4 }, (_, point) => Math.floor(point / map.height));
		this.#lineAcross = Int32Array.from({ length: states / 4 }, (_, point) => point % map.height);
	}

	find(task: SearchTask): FoundRoute | undefined {
		this.#begin(task);
		const last = this.#work.visited + task.most;
		while (this.#work.visited < last) {
			const expected = this.#heap.least;
			if (expected >= this.#bestCost) break;
			const state = this.#heap.pop();
			if (state === -1) break;
			this.#work.visited++;
			this.#expand(state, expected);
		}
		return this.#best === undefined ? undefined : { points: this.#trace(this.#best), cost: this.#best.cost };
	}

	#begin(task: SearchTask): void {
		this.#round++;
		this.#task = task;
		this.#best = undefined;
		this.#bestCost = Number.POSITIVE_INFINITY;
		this.#heap.clear();
		this.#goals.clear();
		this.#joints.clear();
		this.#forks.clear();
		for (const { port, cost } of task.goals) this.#goals.set(port.point * 4 + opposite(port.side), cost);
		this.#collectJoints(task);
		for (const { port, cost } of task.starts) this.#tryMove(port.point, port.side, cost, NO_PARENT);
		this.#startForks(task);
	}

	#expand(state: number, expected: number): void {
		const map = this.#map;
		const point = state >> 2;
		const heading = (state & 3) as Heading;
		const cost = this.#cost[state] as number;
		// A better way here was found after this one was noted, and followed already.
		if (this.#task !== undefined && cost + this.#left(this.#task, point, heading) < expected) return;
		const joints = this.#joints.get(point);
		if (joints !== undefined) this.#tryJoin(joints, state, heading, cost);
		const along = heading < AFTER;
		const desperate = this.#task?.desperate === true;
		const turnsHere = map.turns[point] as number;
		const crossed = (along ? map.straightAcross[point] : map.straightAlong[point]) as number;
		if (turnsHere === 0 || desperate) {
			this.#tryMove(point, heading, crossed > 0 ? cost + (this.#task?.crossing ?? 0) : cost, state);
		}
		const free = turnsHere === 0 && map.straightAlong[point] === 0 && map.straightAcross[point] === 0;
		if (!free && !desperate) return;
		const turn = cost + COST.turn + (free ? 0 : COST.sharing) + this.#trackCost(point, !along);
		this.#tryMove(point, along ? AFTER : AHEAD, turn, state);
		this.#tryMove(point, along ? BEFORE : BACK, turn, state);
	}

	/** What it costs to turn onto a line nobody uses yet. */
	#trackCost(point: number, along: boolean): number {
		const line = along ? this.#lineAcross[point] : this.#lineAlong[point];
		return this.#map.lineInUse(along ? 'across' : 'along', line as number) ? 0 : COST.newTrack;
	}

	/** Steps on to the next point; true when that is the best way to it so far. */
	#tryMove(point: number, heading: Heading, costSoFar: number, parent: number): boolean {
		const map = this.#map;
		const task = this.#task;
		const next = this.#neighbour(point, heading);
		if (task === undefined || next === -1) return false;
		const low = Math.min(point, next);
		let cost = costSoFar + this.#length(low, heading);
		const state = next * 4 + heading;
		const known = this.#stamp[state] === this.#round;
		// In haste no state is looked at twice, which would take very long where the way left counts more than it can be.
		if (known && (task.hasty || (this.#cost[state] as number) <= cost)) return false;
		if ((map.load[heading < AFTER ? 2 * low : 2 * low + 1] as number) > 0) {
			if (!task.desperate) return false;
			cost += COST.sharing;
		}
		const origin = parent === NO_PARENT ? -2 - point : parent;
		if (map.blocked[next] === 1) {
			const goal = this.#goals.get(state);
			return goal !== undefined && this.#offer(cost + goal, state, origin);
		}
		const expected = cost + this.#left(task, next, heading);
		if (expected >= this.#bestCost) return false;
		if (known && (this.#cost[state] as number) <= cost) return false;
		this.#stamp[state] = this.#round;
		this.#cost[state] = cost;
		this.#parent[state] = origin;
		this.#heap.push(expected, state);
		return true;
	}

	/** The least that the rest of the way can cost: its length and, where nothing can be joined, its turns. */
	#left(task: SearchTask, point: number, heading: Heading): number {
		const along = task.leftAlong[this.#lineAlong[point] as number] as number;
		const across = task.leftAcross[this.#lineAcross[point] as number] as number;
		const length = Math.abs(along) + Math.abs(across);
		if (task.hasty) return length * HASTE;
		if (this.#joints.size > 0) return length;
		const own = heading < AFTER ? along : across;
		const away = heading === AHEAD || heading === AFTER ? own < 0 : own > 0;
		const straight = (heading < AFTER ? across : along) === 0;
		return length + (away ? 2 * COST.turn : straight ? 0 : COST.turn);
	}

	#offer(cost: number, state: number, parent: number): boolean {
		if (this.#bestCost <= cost) return false;
		this.#best = { cost, state };
		this.#bestCost = cost;
		this.#parent[state] = parent;
		return true;
	}

	#tryJoin(joints: readonly Joint[], state: number, heading: Heading, cost: number): void {
		for (const joint of joints) {
			if (joint.outward === opposite(heading)) continue;
			const total = cost + joint.cost + (joint.outward === heading ? 0 : COST.turn);
			if (total >= this.#bestCost) continue;
			this.#best = { cost: total, state, joint };
			this.#bestCost = total;
		}
	}

	#collectJoints({ edge, company }: SearchTask): void {
		const map = this.#map;
		const target = map.edges[edge]?.to;
		map.edges.forEach((other, index) => {
			const points = map.routes[index]?.points;
			if (other.to !== target || index === edge || points === undefined) return;
			let cost = 0;
			if (map.alone.has(index) || map.alone.has(edge)) {
				if (company === undefined) return;
				cost = company;
			}
			const first = Math.max(1, map.sharedEnd(index));
			for (let at = points.length - 2; at >= first; at--) {
				const point = points[at] ?? 0;
				const outward = map.heading(point, points[at + 1] ?? 0);
				cost += this.#length(Math.min(point, points[at + 1] ?? 0), outward);
				const crossed = (map.straightAlong[point] ?? 0) > 0 && (map.straightAcross[point] ?? 0) > 0;
				if (crossed) continue;
				const list = this.#joints.get(point) ?? [];
				list.push({ points, index: at, outward, cost });
				this.#joints.set(point, list);
			}
		});
	}

	#startForks(task: SearchTask): void {
		const map = this.#map;
		const source = map.edges[task.edge]?.from;
		map.edges.forEach((other, index) => {
			const points = map.routes[index]?.points;
			if (other.from !== source || index === task.edge || points === undefined) return;
			let cost = task.forkCost;
			if (map.alone.has(index) || map.alone.has(task.edge)) {
				if (task.company === undefined) return;
				cost = Math.max(cost, task.company);
			}
			const last = Math.min(points.length - 2, map.sharedStart(index));
			for (let at = 1; at <= last; at++) {
				const point = points[at] ?? 0;
				const inward = map.heading(points[at - 1] ?? 0, point);
				cost += this.#length(Math.min(points[at - 1] ?? 0, point), inward);
				const crossed = (map.straightAlong[point] ?? 0) > 0 && (map.straightAcross[point] ?? 0) > 0;
				if (!crossed) this.#fork(points.slice(0, at + 1), inward, cost);
			}
		});
	}

	#fork(points: readonly number[], inward: Heading, cost: number): void {
		const point = points[points.length - 1] ?? 0;
		for (const heading of HEADINGS) {
			if (heading === opposite(inward)) continue;
			const moved = this.#tryMove(point, heading, cost + (heading === inward ? 0 : COST.turn), NO_PARENT);
			if (moved) this.#forks.set(this.#neighbour(point, heading) * 4 + heading, points);
		}
	}

	#trace(best: { state: number; joint?: Joint }): number[] {
		const reversed: number[] = [];
		let state = best.state;
		for (;;) {
			reversed.push(state >> 2);
			const parent = this.#parent[state] ?? NO_PARENT;
			if (parent < 0) {
				const fork = this.#forks.get(state);
				if (fork !== undefined) reversed.push(...fork.toReversed());
				else reversed.push(-2 - parent);
				break;
			}
			state = parent;
		}
		return [...reversed.reverse(), ...(best.joint?.points.slice(best.joint.index + 1) ?? [])];
	}

	#neighbour(point: number, heading: Heading): number {
		const { width, height } = this.#map;
		if (heading === AHEAD) return point + height < width * height ? point + height : -1;
		if (heading === BACK) return point >= height ? point - height : -1;
		const line = this.#lineAcross[point] as number;
		if (heading === AFTER) return line + 1 < height ? point + 1 : -1;
		return line > 0 ? point - 1 : -1;
	}

	/** Length of the stretch that begins at a point and leads on along or across the flow. */
	#length(low: number, heading: Heading): number {
		return heading < AFTER
			? (this.#gapAlong[this.#lineAlong[low] as number] as number)
			: (this.#gapAcross[this.#lineAcross[low] as number] as number);
	}
}

function gapsOf(lines: Float64Array): Float64Array {
	return lines.map((at, line) => (lines[line + 1] ?? at) - at);
}
