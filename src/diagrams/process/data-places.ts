import { DATA_ICON, type DataStack } from './data-size.ts';
import type { Geometry, Wishes } from './geometry.ts';
import { atLeast, growCell } from './label-room.ts';
import type { Box, PlacedData, XY } from './layout-types.ts';
import type { SizedStep } from './node-size.ts';
import type { ProcessPlan } from './plan.ts';
import { AFTER, BEFORE, opposite } from './route-map.ts';

/** From a step to its data objects, from them to what comes next, and from an edge that passes by, px. */
const DISTANCE = { fromStep: 14, behind: 12, fromLine: 10 } as const;
/** Where a link may begin: this far from the corners of the step. */
const CORNER = 12;

/** Where the data objects of a step stand: on the side of an earlier or a later lane, how far from its centre along the flow. */
export interface DataPlace {
	readonly step: number;
	readonly stack: DataStack;
	readonly side: typeof AFTER | typeof BEFORE;
	/** From the centre of the step to the start of the stack. */
	readonly start: number;
}

/** Chooses a side where no edge meets the step, else a place beside the edges. */
export function dataPlacesOf(plan: ProcessPlan): DataPlace[] {
	const used = usedPorts(plan);
	return plan.data.flatMap((stack, step): DataPlace[] => {
		if (stack === undefined) return [];
		const ports = used[step] ?? { [AFTER]: [], [BEFORE]: [] };
		const side = ports[AFTER].length > 0 && ports[BEFORE].length === 0 ? BEFORE : AFTER;
		return [{ step, stack, side, start: startOf(plan, step, stack, ports[side]) }];
	});
}

function startOf(plan: ProcessPlan, step: number, stack: DataStack, ports: readonly number[]): number {
	const rows = plan.orientation === 'rows';
	if (ports.length > 0) return Math.max(...ports) * plan.along.portOffset + DISTANCE.fromLine;
	if (!rows) return -stack.height / 2;
	const half = (plan.steps[step]?.width ?? 0) / 2;
	return Math.max(CORNER - half, Math.min(-stack.width / 2, half - CORNER - stack.width));
}

/** By step: the ports in use on its two sides across the flow, as -1, 0 or 1 from their centre. */
function usedPorts(plan: ProcessPlan): { [AFTER]: number[]; [BEFORE]: number[] }[] {
	const { map } = plan;
	const used = plan.steps.map(() => ({ [AFTER]: [] as number[], [BEFORE]: [] as number[] }));
	const note = (step: number, point: number, side: number) => {
		const centre = plan.along.centreOfCell[plan.ranks[step] ?? 0] ?? 0;
		if (side === AFTER || side === BEFORE) used[step]?.[side].push(Math.floor(point / map.height) - centre);
	};
	map.edges.forEach((edge, index) => {
		const points = map.routes[index]?.points ?? [];
		const [first = 0, second = 0] = points;
		const [beforeLast = 0, last = 0] = points.slice(-2);
		note(edge.from, first, map.heading(first, second));
		note(edge.to, last, opposite(map.heading(beforeLast, last)));
	});
	return used;
}

/** Keeps the place of the data objects free of everything but edges of their step. */
export function reserveForData(plan: ProcessPlan, wishes: Wishes, places: readonly DataPlace[]): void {
	const rows = plan.orientation === 'rows';
	for (const { step, stack, side, start } of places) {
		const [length, breadth] = rows ? [stack.width, stack.height] : [stack.height, stack.width];
		growCell(wishes.along, plan.ranks[step] ?? 0, Math.max(-start, start + length));
		const row = plan.rows.rowOf[step] ?? 0;
		const own = (rows ? plan.steps[step]?.height : plan.steps[step]?.width) ?? 0;
		const slack = ((wishes.across.cellSizes[row] ?? 0) - own) / 2;
		const needed = DISTANCE.fromStep + breadth + DISTANCE.behind - slack;
		const [first, last] = plan.across.wallsOfCell[row] ?? [0, 0];
		if (side === AFTER) atLeast(wishes.across.after, last, needed);
		else atLeast(wishes.across.before, first, needed);
	}
}

/** `node` is the position of the step in the model. */
export function placeData(plan: ProcessPlan, geometry: Geometry, places: readonly DataPlace[]): PlacedData[] {
	return places.flatMap((place) => {
		const box = geometry.nodes[place.step];
		const step = plan.steps[place.step];
		if (box === undefined || step === undefined) return [];
		return plan.orientation === 'rows' ? aboveOrBelow(place, box, step) : beside(place, box, step);
	});
}

function aboveOrBelow({ step, stack, side, start }: DataPlace, box: Box, sized: SizedStep): PlacedData[] {
	const x = box.x + box.width / 2 + start;
	const below = side === AFTER;
	const top = below ? box.y + box.height + DISTANCE.fromStep : box.y - DISTANCE.fromStep - stack.height;
	const nearest = below ? 0 : stack.items.length - 1;
	const limit = box.width / 2 - CORNER;
	const offset = Math.max(-limit, Math.min(limit, start + DATA_ICON.width / 2));
	const edge = insetAt(sized, 'y', offset);
	const from = {
		x: box.x + box.width / 2 + offset,
		y: below ? box.y + box.height - edge : box.y + edge,
	};
	const placed = stacked(step, stack, { x, y: top }, false);
	return linked(placed, nearest, from, (icon) => ({
		x: icon.x + icon.width / 2,
		y: below ? icon.y : icon.y + icon.height,
	}));
}

function beside({ step, stack, side, start }: DataPlace, box: Box, sized: SizedStep): PlacedData[] {
	const right = side === AFTER;
	const x = right ? box.x + box.width + DISTANCE.fromStep : box.x - DISTANCE.fromStep - stack.width;
	const middle = box.y + box.height / 2;
	const placed = stacked(step, stack, { x, y: middle + start }, !right);
	const distances = placed.map(({ icon }) => Math.abs(icon.y + icon.height / 2 - middle));
	const nearest = distances.indexOf(Math.min(...distances));
	const icon = placed[nearest]?.icon;
	const limit = box.height / 2 - CORNER + 4;
	const offset = Math.max(-limit, Math.min(limit, (icon ? icon.y + icon.height / 2 : middle) - middle));
	const edge = insetAt(sized, 'x', offset);
	const from = { x: right ? box.x + box.width - edge : box.x + edge, y: middle + offset };
	return linked(placed, nearest, from, (each) => ({
		x: right ? each.x : each.x + each.width,
		y: each.y + each.height / 2,
	}));
}

function stacked(step: number, stack: DataStack, at: XY, mirrored: boolean): PlacedData[] {
	return stack.items.map(({ object, text, top, height }) => {
		const width = DATA_ICON.width + DATA_ICON.gap + text.width;
		const x = mirrored ? at.x + stack.width - width : at.x;
		const y = at.y + top;
		const icon = {
			x: mirrored ? x + width - DATA_ICON.width : x,
			y: y + (height - DATA_ICON.height) / 2,
			width: DATA_ICON.width,
			height: DATA_ICON.height,
		};
		return { node: step, object, text, x, y, width, height, icon, mirrored, link: [] };
	});
}

/** The object nearest to the step is linked with it, the others each with its neighbour. */
function linked(
	placed: readonly PlacedData[],
	nearest: number,
	from: XY,
	end: (icon: Box) => XY,
): PlacedData[] {
	return placed.map((each, index) => {
		if (index === nearest) return { ...each, link: [from, end(each.icon)] };
		const neighbour = placed[index < nearest ? index + 1 : index - 1] ?? each;
		const [upper, lower] = index < nearest ? [each.icon, neighbour.icon] : [neighbour.icon, each.icon];
		const x = upper.x + upper.width / 2;
		return {
			...each,
			link: [
				{ x, y: upper.y + upper.height },
				{ x, y: lower.y },
			],
		};
	});
}

/** How far a shape's outline lies inside its box, at some distance from the middle of a side that faces along x or y. */
function insetAt({ shape, width, height }: SizedStep, side: 'x' | 'y', offset: number): number {
	const [half, depth] = side === 'x' ? [height / 2, width / 2] : [width / 2, height / 2];
	const away = Math.abs(offset);
	if (shape === 'diamond') return depth * (away / half);
	if (shape === 'task') return 0;
	const radius = Math.min(height / 2, 20);
	const round = Math.max(0, away - (half - radius));
	return radius - Math.sqrt(Math.max(0, radius * radius - round * round));
}
