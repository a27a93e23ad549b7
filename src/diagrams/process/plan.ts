import type { Axis } from './axis.ts';
import { buildGrid, type Grid, grownGrid } from './grid.ts';
import type { Placement } from './placement.ts';
import type { RouteMap } from './route-map.ts';
import { Router } from './routing.ts';

/** Tracks per channel at first: the fewer, the faster and the tidier. */
const TRACKS = { along: 3, across: 2 } as const;
/** How often channels are widened for edges that find no way, and from when on all of them are. */
const GROWTHS = { most: 6, allFrom: 4 } as const;

/** Everything about a drawing but its coordinates. */
export interface ProcessPlan extends Placement {
	readonly along: Axis;
	readonly across: Axis;
	/** With the routes laid. */
	readonly map: RouteMap;
}

/** Routes the edges of a placement. Where there is no way for an edge, its surroundings get more tracks. */
export class Planner {
	readonly #placement: Placement;
	/** Of all that is tried for this drawing. */
	readonly #work = { visited: 0 };
	#grid: Grid;
	#router: Router;

	constructor(placement: Placement) {
		this.#placement = placement;
		this.#grid = buildGrid(placement, {
			along: new Array<number>(placement.rankSizes.length + 1).fill(TRACKS.along),
			across: new Array<number>(placement.rowSizes.length + 1).fill(TRACKS.across),
		});
		this.#router = new Router(this.#grid, this.#work);
		this.#lay(this.#router.order());
		this.#router.improveAll();
	}

	get plan(): ProcessPlan {
		const { along, across, map } = this.#grid;
		return { ...this.#placement, along, across, map };
	}

	/** Lays edges anew so that they run with no others, which gives their labels room. */
	setApart(edges: readonly number[]): void {
		const { map } = this.#grid;
		const again = new Set(edges);
		for (const edge of edges) {
			map.alone.add(edge);
			for (const companion of map.companions(edge)) again.add(companion);
		}
		for (const edge of again) map.remove(edge);
		this.#lay([...again]);
	}

	#lay(edges: readonly number[]): void {
		let failed = edges.filter((edge) => !this.#router.lay(edge));
		for (let growth = 0; failed.length > 0 && growth < GROWTHS.most; growth++) {
			this.#grow(failed, growth >= GROWTHS.allFrom);
			const { map } = this.#grid;
			// What stands in their way is most likely what else begins or ends there.
			const others = growth === 0 ? [] : this.#router.neighbours(failed);
			for (const edge of others) map.remove(edge);
			failed = [...failed, ...others].filter((edge) => !this.#router.lay(edge));
			if (growth > 0) failed = failed.filter((edge) => !this.#router.layInCompany(edge));
		}
		for (const edge of failed) this.#router.layAtAnyPrice(edge);
	}

	#grow(failed: readonly number[], everywhere: boolean): void {
		const { ranks, rows, graph } = this.#placement;
		const along = new Set<number>();
		const across = new Set<number>();
		for (const edge of failed) {
			for (const step of [graph.edges[edge]?.from ?? 0, graph.edges[edge]?.to ?? 0]) {
				const rank = ranks[step] ?? 0;
				const row = rows.rowOf[step] ?? 0;
				along.add(rank).add(rank + 1);
				across.add(row).add(row + 1);
			}
		}
		if (everywhere) {
			for (const channel of this.#grid.tracks.along.keys()) along.add(channel);
			for (const channel of this.#grid.tracks.across.keys()) across.add(channel);
		}
		this.#grid = grownGrid(this.#placement, this.#grid, { along, across });
		this.#router = new Router(this.#grid, this.#work);
	}
}
