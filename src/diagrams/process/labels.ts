import { breakText, type TextBlock } from '../text/break.ts';
import type { Axis } from './axis.ts';
import {
	type AxisWishes,
	type Geometry,
	geometryOf,
	ownRuns,
	type Run,
	type Wishes,
	wishesOf,
} from './geometry.ts';
import type { Box, PlacedLabel, XY } from './layout-types.ts';
import { LABEL_TEXT, LINE_HEIGHT } from './measures.ts';
import type { ProcessPlan } from './plan.ts';
import { AFTER, AHEAD, type Heading } from './route-map.ts';

const LABEL = {
	maxWidth: 108,
	maxLines: 3,
	fromShape: 7,
	fromLine: 3,
	fromVertical: 6,
	clearance: 2,
	step: 6,
} as const;
/** How often the drawing is stretched for labels that found no place. */
const ATTEMPTS = 10;

/**
 * Places every edge label beside its own edge, as near to the step it leaves as can be, free of shapes,
 * lines and other labels. Where there is no room, the drawing is stretched there.
 */
export function placeLabels(plan: ProcessPlan): { geometry: Geometry; labels: (PlacedLabel | undefined)[] } {
	const texts = plan.graph.edges.map(({ label }) =>
		label === '' ? undefined : breakText(label, { ...LABEL_TEXT, ...LABEL }),
	);
	const wishes = wishesOf(plan);
	texts.forEach((text, edge) => {
		if (text !== undefined) reserveAtExit(plan, wishes, edge, text);
	});
	let geometry = geometryOf(plan, wishes);
	for (let attempt = 0; ; attempt++) {
		const lastAttempt = attempt === ATTEMPTS;
		const { labels, homeless } = tryPlace(plan, geometry, texts, lastAttempt);
		if (homeless.length === 0 || lastAttempt) return { geometry, labels };
		for (const edge of homeless) makeRoom(plan, geometry, wishes, edge, texts[edge], attempt);
		geometry = geometryOf(plan, wishes);
	}
}

function heightOf(text: TextBlock): number {
	return text.lines.length * LINE_HEIGHT.label;
}

/** Keeps the place between a shape and the first track free for the label of an edge that leaves there. */
function reserveAtExit(plan: ProcessPlan, wishes: Wishes, edge: number, text: TextBlock): void {
	const points = plan.map.routes[edge]?.points ?? [];
	const step = plan.graph.edges[edge]?.from ?? 0;
	const node = plan.steps[step];
	const first = points[0];
	const second = points[1];
	if (first === undefined || second === undefined || node === undefined) return;
	if (plan.map.owners(plan.map.stretch(first, second)).length > 1) return;
	const heading: Heading = plan.map.heading(first, second);
	const alongFlow = heading < AFTER;
	const horizontal = alongFlow === (plan.orientation === 'rows');
	const axis = alongFlow ? plan.along : plan.across;
	const own = alongFlow ? wishes.along : wishes.across;
	const other = alongFlow ? wishes.across : wishes.along;
	const cell = (alongFlow ? plan.ranks : plan.rows.rowOf)[step] ?? 0;
	const otherCell = (alongFlow ? plan.rows.rowOf : plan.ranks)[step] ?? 0;
	const slack = ((own.cellSizes[cell] ?? 0) - (horizontal ? node.width : node.height)) / 2;
	const length = (horizontal ? text.width : heightOf(text)) + LABEL.fromShape + 5 - slack;
	const walls = axis.wallsOfCell[cell] ?? [0, 0];
	if (heading === AHEAD || heading === AFTER) atLeast(own.after, walls[1], length);
	else atLeast(own.before, walls[0], length);
	if (!horizontal) growCell(other, otherCell, text.width - 6);
}

function atLeast(wishes: Map<number, number>, item: number, distance: number): void {
	wishes.set(item, Math.max(wishes.get(item) ?? 0, Math.ceil(distance)));
}

/** Whole pixels keep every line of the drawing sharp. */
function growCell(wishes: AxisWishes, cell: number, half: number): void {
	wishes.cellSizes[cell] = Math.max(wishes.cellSizes[cell] ?? 0, 2 * Math.ceil(half));
}

function tryPlace(
	plan: ProcessPlan,
	geometry: Geometry,
	texts: readonly (TextBlock | undefined)[],
	anyPlace: boolean,
): { labels: (PlacedLabel | undefined)[]; homeless: number[] } {
	const obstacles = new Obstacles(plan, geometry);
	const homeless: number[] = [];
	const labels = texts.map((text, edge) => {
		if (text === undefined) return undefined;
		const runs = ownRuns(plan, geometry, edge);
		const best = runs.flatMap((run) => candidatesOn(run, text, bestOffsets));
		const place =
			best.find((box) => obstacles.isFree(box, true)) ??
			best.find((box) => obstacles.isFree(box, false)) ??
			runs
				.flatMap((run) => candidatesOn(run, text, allOffsets))
				.find((box) => obstacles.isFree(box, false)) ??
			(anyPlace ? best[0] : undefined);
		if (place === undefined) {
			homeless.push(edge);
			return undefined;
		}
		obstacles.labels.push(place);
		return { ...place, text };
	});
	return { labels, homeless };
}

/** How far along a run a label may begin, given the room it leaves: at its start, in its middle, at its end. */
function bestOffsets(room: number): number[] {
	return [LABEL.fromShape, room / 2, room - LABEL.fromShape];
}

function allOffsets(room: number): number[] {
	return Array.from(
		{ length: Math.floor(room / LABEL.step) },
		(_, index) => index * LABEL.step + LABEL.fromLine,
	);
}

/** Places beside a run, best first: above before below, right before left. */
function candidatesOn(run: Run, text: TextBlock, offsets: (room: number) => number[]): Box[] {
	const size = { width: text.width, height: heightOf(text) };
	const from = run.horizontal ? run.start.x : run.start.y;
	const to = run.horizontal ? run.end.x : run.end.y;
	const room = Math.abs(to - from) - (run.horizontal ? size.width : size.height);
	if (room < LABEL.fromLine + LABEL.fromShape) return [];
	const low = Math.min(from, to);
	const starts = offsets(room).map((offset) => low + (to > from ? offset : room - offset));
	return starts.flatMap((start): Box[] =>
		run.horizontal
			? [
					{ x: start, y: run.start.y - LABEL.fromLine - size.height, ...size },
					{ x: start, y: run.start.y + LABEL.fromLine, ...size },
				]
			: [
					{ x: run.start.x + LABEL.fromVertical, y: start, ...size },
					{ x: run.start.x - LABEL.fromVertical - size.width, y: start, ...size },
				],
	);
}

/** Asks for space between two neighbours on a run of the edge, and beside it. */
function makeRoom(
	plan: ProcessPlan,
	geometry: Geometry,
	wishes: Wishes,
	edge: number,
	text: TextBlock | undefined,
	attempt: number,
): void {
	const runs = ownRuns(plan, geometry, edge);
	const run = runs[attempt % Math.max(1, runs.length)];
	if (text === undefined || run === undefined) return;
	const alongRun = run.axis === 'along';
	const height = heightOf(text);
	const [length, breadth] = run.horizontal ? [text.width, height] : [height, text.width];
	widen(
		alongRun ? plan.along : plan.across,
		alongRun ? wishes.along : wishes.across,
		run.items,
		length + 14,
		{
			positions: (alongRun ? geometry.along : geometry.across).items,
		},
	);
	const otherAxis = alongRun ? plan.across : plan.along;
	const otherWishes = alongRun ? wishes.across : wishes.along;
	const lane = otherAxis.items[run.on];
	if (lane?.type === 'track') {
		const before = run.horizontal === attempt % 4 < 2;
		if (before) atLeast(otherWishes.before, run.on, breadth + 8);
		else atLeast(otherWishes.after, run.on, breadth + 8);
	} else if (lane?.type === 'port') {
		growCell(otherWishes, lane.cell, breadth + 10);
	}
}

/** Widens the widest gap between neighbours in a range of items. */
function widen(
	axis: Axis,
	wishes: AxisWishes,
	[first, last]: readonly [number, number],
	distance: number,
	{ positions }: { positions: Float64Array },
): void {
	let best = -1;
	let width = -1;
	let previous = first;
	for (let item = first + 1; item <= last; item++) {
		const gap = (positions[item] ?? 0) - (positions[previous] ?? 0);
		const a = axis.items[previous];
		const b = axis.items[item];
		const sameCell = a !== undefined && b !== undefined && 'cell' in a && 'cell' in b && a.cell === b.cell;
		if (gap > width && gap > 0 && !sameCell) {
			width = gap;
			best = previous;
		}
		if (gap > 0) previous = item;
	}
	if (best !== -1) atLeast(wishes.after, best, distance);
}

/** What a label must stay clear of. */
class Obstacles {
	readonly labels: Box[] = [];
	readonly #nodes: readonly Box[];
	readonly #segments: readonly Box[];
	readonly #borders: readonly Box[];
	readonly #area: XY;

	constructor(plan: ProcessPlan, geometry: Geometry) {
		const rows = plan.orientation === 'rows';
		const { length } = geometry.along;
		const breadth = geometry.across.length;
		this.#nodes = geometry.nodes;
		this.#segments = geometry.paths.flatMap(segmentsOf);
		this.#borders = geometry.borders.map((at) =>
			rows ? { x: 0, y: at, width: length, height: 0 } : { x: at, y: 0, width: 0, height: length },
		);
		this.#area = rows ? { x: length, y: breadth } : { x: breadth, y: length };
	}

	isFree(box: Box, clearOfBorders: boolean): boolean {
		const inside =
			box.x >= 3 &&
			box.y >= 3 &&
			box.x + box.width <= this.#area.x - 3 &&
			box.y + box.height <= this.#area.y - 3;
		const touches = (other: Box) => overlaps(box, other, LABEL.clearance);
		return (
			inside &&
			!this.#nodes.some(touches) &&
			!this.#segments.some(touches) &&
			!this.labels.some((other) => overlaps(box, other, 4)) &&
			!(clearOfBorders && this.#borders.some((other) => overlaps(box, other, 1)))
		);
	}
}

function segmentsOf(path: readonly XY[]): Box[] {
	return path.slice(1).map((end, index) => {
		const start = path[index] ?? end;
		return {
			x: Math.min(start.x, end.x),
			y: Math.min(start.y, end.y),
			width: Math.abs(start.x - end.x),
			height: Math.abs(start.y - end.y),
		};
	});
}

function overlaps(a: Box, b: Box, clearance: number): boolean {
	return (
		a.x < b.x + b.width + clearance &&
		b.x < a.x + a.width + clearance &&
		a.y < b.y + b.height + clearance &&
		b.y < a.y + a.height + clearance
	);
}
