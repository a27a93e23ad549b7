/** Headings on the grid: along the flow, against it, and to later and earlier lanes. */
export const AHEAD = 0;
export const BACK = 1;
export const AFTER = 2;
export const BEFORE = 3;
export type Heading = typeof AHEAD | typeof BACK | typeof AFTER | typeof BEFORE;
export const HEADINGS: readonly Heading[] = [AHEAD, BACK, AFTER, BEFORE];

export function opposite(heading: Heading): Heading {
	return (heading ^ 1) as Heading;
}

/** Where an edge may leave a step; entered against `side`. The point is the outermost one inside the shape. */
export interface Port {
	readonly node: number;
	readonly point: number;
	readonly side: Heading;
	readonly centre: boolean;
}

/** The two ends of an edge, by node, and what it is. */
export interface RouteEdge {
	readonly from: number;
	readonly to: number;
	readonly back: boolean;
	readonly labelled: boolean;
}

export interface Route {
	/** Neighbouring grid points from the port of one step to the port of the other, both included. */
	readonly points: readonly number[];
}

/**
 * The grid with all that stands and runs on it. A point is `u * height + v` (line along the flow, line
 * across). Edges never share a stretch, except where they leave the same step or reach the same step.
 */
export class RouteMap {
	readonly width: number;
	readonly height: number;
	/** Point → 1 inside a shape. */
	readonly blocked: Uint8Array;
	/** Point → how many edges pass straight along the flow, straight across it, and turn or join there. */
	readonly straightAlong: Uint16Array;
	readonly straightAcross: Uint16Array;
	readonly turns: Uint16Array;
	/** Stretch (2 × its lower point, + 1 when across) → number of edges on it. */
	readonly load: Uint16Array;
	readonly #owners = new Map<number, number[]>();
	readonly routes: (Route | undefined)[];
	readonly edges: readonly RouteEdge[];
	/** Edges that should run with no others, so that there is room for their label. */
	readonly alone = new Set<number>();
	readonly #lineUse: { readonly along: Uint32Array; readonly across: Uint32Array };

	constructor(width: number, height: number, edges: readonly RouteEdge[]) {
		const points = width * height;
		this.width = width;
		this.height = height;
		this.blocked = new Uint8Array(points);
		this.straightAlong = new Uint16Array(points);
		this.straightAcross = new Uint16Array(points);
		this.turns = new Uint16Array(points);
		this.load = new Uint16Array(points * 2);
		this.edges = edges;
		this.routes = edges.map(() => undefined);
		this.#lineUse = { along: new Uint32Array(width), across: new Uint32Array(height) };
	}

	stretch(from: number, to: number): number {
		const low = Math.min(from, to);
		return 2 * low + (Math.abs(from - to) === 1 ? 1 : 0);
	}

	heading(from: number, to: number): Heading {
		const difference = to - from;
		if (difference === 1) return AFTER;
		if (difference === -1) return BEFORE;
		return difference > 0 ? AHEAD : BACK;
	}

	owners(stretch: number): readonly number[] {
		return this.#owners.get(stretch) ?? [];
	}

	/** Whether an edge runs along a line of the first (`along`) or of the second axis. */
	lineInUse(axis: 'along' | 'across', line: number): boolean {
		return (this.#lineUse[axis][line] ?? 0) > 0;
	}

	/** The edges that run together with an edge somewhere. */
	companions(edge: number): number[] {
		const points = this.routes[edge]?.points ?? [];
		const found = new Set<number>();
		for (let at = 0; at + 1 < points.length; at++) {
			for (const owner of this.owners(this.stretch(points[at] ?? 0, points[at + 1] ?? 0))) found.add(owner);
		}
		found.delete(edge);
		return [...found];
	}

	add(edge: number, route: Route): void {
		this.routes[edge] = route;
		this.#count(edge, route, 1);
	}

	remove(edge: number): Route | undefined {
		const route = this.routes[edge];
		if (route !== undefined) this.#count(edge, route, -1);
		this.routes[edge] = undefined;
		return route;
	}

	/** From which index on every stretch of a route belongs to edges with the same target. */
	sharedEnd(edge: number): number {
		const points = this.routes[edge]?.points ?? [];
		const target = this.edges[edge]?.to;
		let index = points.length - 1;
		while (index > 0 && this.#allOwners(points, index - 1, (owner) => owner.to === target)) index--;
		return index;
	}

	/** Up to which index every stretch of a route belongs to edges with the same source. */
	sharedStart(edge: number): number {
		const points = this.routes[edge]?.points ?? [];
		const source = this.edges[edge]?.from;
		let index = 0;
		while (index < points.length - 1 && this.#allOwners(points, index, (owner) => owner.from === source))
			index++;
		return index;
	}

	#allOwners(points: readonly number[], index: number, test: (owner: RouteEdge) => boolean): boolean {
		const stretch = this.stretch(points[index] ?? 0, points[index + 1] ?? 0);
		return this.owners(stretch).every((owner) => {
			const edge = this.edges[owner];
			return edge !== undefined && test(edge);
		});
	}

	#count(edge: number, { points }: Route, change: 1 | -1): void {
		for (let index = 0; index + 1 < points.length; index++) {
			const from = points[index] ?? 0;
			const to = points[index + 1] ?? 0;
			const stretch = this.stretch(from, to);
			this.load[stretch] = (this.load[stretch] ?? 0) + change;
			const owners = this.#owners.get(stretch);
			if (owners === undefined) this.#owners.set(stretch, [edge]);
			else if (change === 1) owners.push(edge);
			else owners.splice(owners.indexOf(edge), 1);
			this.#countLine(stretch, change);
			if (index > 0) this.#countPoint(points[index - 1] ?? 0, from, to, change);
		}
	}

	#countLine(stretch: number, change: 1 | -1): void {
		const point = stretch >> 1;
		const { along, across } = this.#lineUse;
		const u = Math.floor(point / this.height);
		const v = point % this.height;
		if (stretch % 2 === 1) along[u] = (along[u] ?? 0) + change;
		else across[v] = (across[v] ?? 0) + change;
	}

	#countPoint(before: number, point: number, next: number, change: 1 | -1): void {
		const inward = this.heading(before, point);
		const outward = this.heading(point, next);
		const count = inward !== outward ? this.turns : inward < AFTER ? this.straightAlong : this.straightAcross;
		count[point] = (count[point] ?? 0) + change;
	}
}
