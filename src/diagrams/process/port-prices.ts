import { type Heading, opposite, type Port, type RouteEdge, type RouteMap } from './route-map.ts';
import type { PricedPort } from './route-task.ts';

/** A step on the grid. */
export interface RouteNode {
	readonly ports: readonly Port[];
	/** A decision keeps its exits apart. */
	readonly decision: boolean;
	/** Nominal extent in px: along the flow and across it. */
	readonly along: readonly [number, number];
	readonly across: readonly [number, number];
}

/** Penalties for the side that an edge leaves or enters, by heading; in px of detour. */
const LEAVE = { forward: [0, 250, 20, 20], back: [60, 120, 0, 0] } as const;
const ENTER = { forward: [250, 0, 20, 20], back: [60, 40, 0, 0] } as const;
/** A port beside the middle of a side; beside another line a label finds no place. */
const OFF_CENTRE = { plain: 40, labelled: 300 } as const;
/** A side that has an edge already: one of the other direction, one of the same, one that has to stay alone. */
const SIDE_TAKEN = { byOthers: 160, alike: 60, kept: 900 } as const;
/** The sides that a decision has for its exits: the fourth is entered. */
const EXITS = 3;
/**
 * What it costs to leave where another edge does: a fork, an edge with a label, a decision that has sides for all of
 * its exits, and one that has not.
 */
const FORK = { plain: 30, named: 900, decision: 3500, many: 300 } as const;
/** A new side although this step has one in use: a fork starts at one place; a decision needs its sides for exits. */
const NEW_SIDE = { fork: 70, entry: 25, decisionEntry: 700 } as const;

export type EdgeEnd = 'from' | 'to';

/** The sides of a step that are in use, and by what. */
interface SidesInUse {
	readonly from: Set<Heading>;
	readonly to: Set<Heading>;
	/** An edge with a label leaves here: its name must not be taken for another's. */
	readonly named: Set<Heading>;
}

/** Says what it costs an edge to leave or enter a step at each of its ports, as things lie. */
export class PortPrices {
	readonly #map: RouteMap;
	readonly #nodes: readonly RouteNode[];
	readonly #edgesAt: readonly (readonly number[])[];

	constructor(map: RouteMap, nodes: readonly RouteNode[]) {
		this.#map = map;
		this.#nodes = nodes;
		this.#edgesAt = nodes.map((_, node) =>
			map.edges.flatMap((edge, index) => (edge.from === node || edge.to === node ? [index] : [])),
		);
	}

	of(index: number, end: EdgeEnd): PricedPort[] {
		const edge = this.#map.edges[index];
		const node = edge && this.#nodes[edge[end]];
		if (edge === undefined || node === undefined) return [];
		const sides = this.#sidesInUse(edge[end], index);
		const own = sides[end];
		const other = sides[end === 'from' ? 'to' : 'from'];
		const lastFree =
			own.size >= 3 && other.size === 0 && this.#degree(edge[end], end === 'from' ? 'to' : 'from') > 0;
		const apart = end === 'from' && (node.decision || edge.labelled);
		const newSide = apart || own.size === 0 ? 0 : this.#newSideCost(edge, node, end, own.size);
		return node.ports.flatMap((port) => {
			if (lastFree && !own.has(port.side)) return [];
			let cost = price(edge, end, port);
			if (sides.named.has(port.side)) cost += end === 'from' ? this.fork(index) : SIDE_TAKEN.kept;
			else if (other.has(port.side)) cost += apart ? SIDE_TAKEN.kept : SIDE_TAKEN.byOthers;
			else if (own.has(port.side)) cost += apart ? this.fork(index) : SIDE_TAKEN.alike;
			if (!own.has(port.side)) cost += newSide;
			return [{ port, cost }];
		});
	}

	/** What it costs an edge to branch off another that leaves the same step: more exits than sides have to. */
	fork(index: number): number {
		const edge = this.#map.edges[index];
		if (edge === undefined) return 0;
		if (this.#nodes[edge.from]?.decision === true)
			return this.#degree(edge.from, 'from') > EXITS ? FORK.many : FORK.decision;
		return edge.labelled || edge.from === edge.to ? FORK.named : FORK.plain;
	}

	/** The price of a port when nothing else is there. */
	least(edge: RouteEdge, end: EdgeEnd, point: number, side: Heading): number {
		const ports = this.#nodes[edge[end]]?.ports ?? [];
		const port = ports.find((candidate) => candidate.point === point && candidate.side === side);
		return port === undefined ? 0 : price(edge, end, port);
	}

	#newSideCost(edge: RouteEdge, node: RouteNode, end: EdgeEnd, sides: number): number {
		if (end === 'from') return NEW_SIDE.fork;
		const needed = Math.min(3, this.#degree(edge.to, 'from'));
		return node.decision && sides >= 4 - needed ? NEW_SIDE.decisionEntry : NEW_SIDE.entry;
	}

	#degree(node: number, end: EdgeEnd): number {
		return (this.#edgesAt[node] ?? []).filter((index) => this.#map.edges[index]?.[end] === node).length;
	}

	#sidesInUse(node: number, except: number): SidesInUse {
		const map = this.#map;
		const sides: SidesInUse = { from: new Set(), to: new Set(), named: new Set() };
		for (const index of this.#edgesAt[node] ?? []) {
			const edge = map.edges[index];
			const points = map.routes[index]?.points;
			if (index === except || edge === undefined || points === undefined) continue;
			if (edge.from === node) {
				const side = map.heading(points[0] ?? 0, points[1] ?? 0);
				sides.from.add(side);
				if (edge.labelled) sides.named.add(side);
			}
			if (edge.to === node) {
				sides.to.add(opposite(map.heading(points[points.length - 2] ?? 0, points[points.length - 1] ?? 0)));
			}
		}
		return sides;
	}
}

function price(edge: RouteEdge, end: EdgeEnd, port: Port): number {
	const table = (end === 'from' ? LEAVE : ENTER)[edge.back ? 'back' : 'forward'];
	const labelled = end === 'from' && edge.labelled;
	return table[port.side] + (port.centre ? 0 : OFF_CENTRE[labelled ? 'labelled' : 'plain']);
}
