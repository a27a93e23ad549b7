import type { TextBlock } from '../text/break.ts';
import type { Axis } from './axis.ts';
import { type AxisWishes, type Geometry, ownRuns, type Run, type Wishes } from './geometry.ts';
import { LABEL, labelHeight } from './label-measures.ts';
import type { ProcessPlan } from './plan.ts';
import { AFTER, AHEAD, type Heading } from './route-map.ts';

/** Attempts in which a label asks for no more than it needs. */
const PATIENCE = 3;

/** Keeps the place between a shape and the first track free for the label of an edge that leaves there. */
export function reserveAtExit(plan: ProcessPlan, wishes: Wishes, edge: number, text: TextBlock): void {
	const points = plan.map.routes[edge]?.points ?? [];
	const step = plan.graph.edges[edge]?.from ?? 0;
	const node = plan.steps[step];
	const first = points[0];
	const second = points[1];
	if (first === undefined || second === undefined || node === undefined) return;
	if (sharesExit(plan, edge)) {
		reserveAtEntry(plan, wishes, edge, text);
		return;
	}
	const heading: Heading = plan.map.heading(first, second);
	const alongFlow = heading < AFTER;
	const horizontal = alongFlow === (plan.orientation === 'rows');
	const axis = alongFlow ? plan.along : plan.across;
	const own = alongFlow ? wishes.along : wishes.across;
	const other = alongFlow ? wishes.across : wishes.along;
	const cell = (alongFlow ? plan.ranks : plan.rows.rowOf)[step] ?? 0;
	const otherCell = (alongFlow ? plan.rows.rowOf : plan.ranks)[step] ?? 0;
	const slack = ((own.cellSizes[cell] ?? 0) - (horizontal ? node.width : node.height)) / 2;
	const length = (horizontal ? text.width : labelHeight(text)) + LABEL.fromMark + 5 - slack;
	const walls = axis.wallsOfCell[cell] ?? [0, 0];
	if (heading === AHEAD || heading === AFTER) atLeast(own.after, walls[1], length);
	else atLeast(own.before, walls[0], length);
	if (!horizontal) growCell(other, otherCell, text.width - 6);
}

/** Whether an edge leaves its step together with others. */
export function sharesExit(plan: ProcessPlan, edge: number): boolean {
	const [first, second] = plan.map.routes[edge]?.points ?? [];
	return (
		first !== undefined && second !== undefined && plan.map.owners(plan.map.stretch(first, second)).length > 1
	);
}

/** Keeps the place before a shape free for the label of an edge that gets there alone. */
function reserveAtEntry(plan: ProcessPlan, wishes: Wishes, edge: number, text: TextBlock): void {
	const [before, last] = plan.map.routes[edge]?.points.slice(-2) ?? [];
	const step = plan.graph.edges[edge]?.to ?? 0;
	if (before === undefined || last === undefined) return;
	if (plan.map.owners(plan.map.stretch(before, last)).length > 1) return;
	const heading = plan.map.heading(before, last);
	const alongFlow = heading < AFTER;
	const own = alongFlow ? wishes.along : wishes.across;
	const axis = alongFlow ? plan.along : plan.across;
	const walls = axis.wallsOfCell[(alongFlow ? plan.ranks : plan.rows.rowOf)[step] ?? 0] ?? [0, 0];
	const horizontal = alongFlow === (plan.orientation === 'rows');
	const length = (horizontal ? text.width : labelHeight(text)) + LABEL.fromMark + LABEL.fromShape;
	if (heading === AHEAD || heading === AFTER) atLeast(own.before, walls[0], length);
	else atLeast(own.after, walls[1], length);
}

/** Asks for a distance from an item of an axis. */
export function atLeast(wishes: Map<number, number>, item: number, distance: number): void {
	wishes.set(item, Math.max(wishes.get(item) ?? 0, Math.ceil(distance)));
}

/** Asks for half a size of a cell. Whole pixels keep every line of the drawing sharp. */
export function growCell(wishes: AxisWishes, cell: number, half: number): void {
	wishes.cellSizes[cell] = Math.max(wishes.cellSizes[cell] ?? 0, 2 * Math.ceil(half));
}

/** Asks for space between two neighbours on a run of the edge, and beside it. */
export function makeRoom(
	plan: ProcessPlan,
	geometry: Geometry,
	wishes: Wishes,
	edge: number,
	text: TextBlock | undefined,
	attempt: number,
): void {
	const runs = ownRuns(plan, geometry, edge);
	const run = attempt % 2 === 0 ? longest(runs) : runs[((attempt - 1) / 2) % Math.max(1, runs.length)];
	if (text === undefined || run === undefined) return;
	const alongRun = run.axis === 'along';
	const height = labelHeight(text);
	const [length, breadth] = run.horizontal ? [text.width, height] : [height, text.width];
	const alongAxis = alongRun ? plan.along : plan.across;
	const positions = (alongRun ? geometry.along : geometry.across).items;
	// What was asked for before was not enough, or others took it: then it has to be more than there is.
	const impatience = Math.max(0, attempt - PATIENCE);
	// The widest may lie between edges that leave beside this one; then there is room only where those have turned off.
	const gaps = gapsIn(alongAxis, positions, run.items);
	const gap = [widest(gaps), gaps.at(-1), gaps[0]][impatience % 3];
	if (gap !== undefined) {
		const wanted = impatience > 0 ? Math.max(length + 14, gap.width + length / 2) : length + 14;
		atLeast((alongRun ? wishes.along : wishes.across).after, gap.item, wanted);
	}
	const otherAxis = alongRun ? plan.across : plan.along;
	const otherWishes = alongRun ? wishes.across : wishes.along;
	const lane = otherAxis.items[run.on];
	if (lane?.type === 'track') {
		const before = run.horizontal === attempt % 4 < 2;
		if (before) atLeast(otherWishes.before, run.on, breadth + 8 + 12 * impatience);
		else atLeast(otherWishes.after, run.on, breadth + 8 + 12 * impatience);
	} else if (lane?.type === 'port') {
		growCell(otherWishes, lane.cell, otherAxis.portOffset + breadth + 10 + 6 * impatience);
	}
}

function longest(runs: readonly Run[]): Run | undefined {
	const length = ({ start, end }: Run) => Math.abs(start.x - end.x) + Math.abs(start.y - end.y);
	return runs.reduce<Run | undefined>(
		(best, run) => (best === undefined || length(run) > length(best) ? run : best),
		undefined,
	);
}

interface Gap {
	/** The item before it. */
	readonly item: number;
	readonly width: number;
}

function widest(gaps: readonly Gap[]): Gap | undefined {
	return gaps.toSorted((a, b) => b.width - a.width)[0];
}

/** The gaps between neighbours in a range of items. */
function gapsIn(axis: Axis, positions: Float64Array, [first, last]: readonly [number, number]): Gap[] {
	const gaps: Gap[] = [];
	let previous = first;
	for (let item = first + 1; item <= last; item++) {
		const width = (positions[item] ?? 0) - (positions[previous] ?? 0);
		// Items that are not in use lie at the one before them.
		if (width === 0) continue;
		const a = axis.items[previous];
		const b = axis.items[item];
		const sameCell = a !== undefined && b !== undefined && 'cell' in a && 'cell' in b && a.cell === b.cell;
		if (!sameCell && width > 0) gaps.push({ item: previous, width });
		previous = item;
	}
	return gaps;
}
