import type { Port, Route } from './route-map.ts';

/** One end of a search: a port and what it costs to use it. */
export interface PricedPort {
	readonly port: Port;
	readonly cost: number;
}

export interface SearchTask {
	readonly edge: number;
	readonly starts: readonly PricedPort[];
	readonly goals: readonly PricedPort[];
	/** What it costs to branch off an edge with the same source. */
	readonly forkCost: number;
	/** Distance left to the target, px: per line along and per line across; negative where it lies behind. */
	readonly leftAlong: Float64Array;
	readonly leftAcross: Float64Array;
	/** Foreign edges may be overlapped, at a price. */
	readonly desperate: boolean;
	/** What it costs to cross another edge. */
	readonly crossing: number;
	/** What it costs to join or leave an edge that should be alone; that is not done when left out. */
	readonly company: number | undefined;
	/** Takes the first good route instead of looking for the best one. */
	readonly hasty: boolean;
	/** How many states are looked at before the search is given up. */
	readonly most: number;
}

export interface FoundRoute extends Route {
	readonly cost: number;
}

/** States looked at so far: a measure of work that is the same on every machine. */
export interface Work {
	visited: number;
}
