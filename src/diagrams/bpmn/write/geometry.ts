import type { Box, PlacedNode, ProcessLayout, XY } from '../../process/layout-types.ts';
import { dataLabel } from './data.ts';
import { circleOf, labelPlaces, onToCircle } from './event-place.ts';

/** Width of a pool's own header; editors of BPMN draw it so. */
const POOL_HEADER = 30;
/** The drawing starts here, as editors of BPMN leave some room. */
const ORIGIN = { x: 160, y: 80 };
const NAME_LINE = 15;

/** Geometry in the shapes that BPMN knows: events as circles, names of events and gateways beside or in them. */
export interface BpmnGeometry {
	readonly pool: Box;
	readonly lanes: readonly Box[];
	/** By position in the layout's nodes. */
	readonly shapes: readonly { readonly bounds: Box; readonly label?: Box }[];
	/** By position in the layout's edges. */
	readonly paths: readonly (readonly XY[])[];
	readonly labels: readonly (Box | undefined)[];
	/** By position in the layout's data. */
	readonly data: readonly { readonly bounds: Box; readonly label: Box; readonly path: readonly XY[] }[];
}

export function bpmnGeometry(layout: ProcessLayout): BpmnGeometry {
	const bounds = layout.nodes.map((node, index) =>
		node.shape === 'event' ? circleOf(node, endsAt(layout, index)) : box(node),
	);
	const paths = layout.edges.map(({ from, to, points }) =>
		shortened([
			...arrival(layout.nodes[from], bounds[from], points[0]).toReversed(),
			...points.slice(1, -1),
			...arrival(layout.nodes[to], bounds[to], points.at(-1)),
		]),
	);
	const labels = layout.edges.map(({ label }) => label && box(label));
	const placed: Box[] = [...labels.filter((label) => label !== undefined), ...layout.data.map(box)];
	const shapes = layout.nodes.map((node, index) => {
		const own = bounds[index] ?? box(node);
		if (node.shape === 'task') return { bounds: own };
		const label = node.shape === 'event' ? freest(node, own, { bounds, paths, placed }) : insideOf(node);
		placed.push(label);
		return { bounds: own, label };
	});
	const data = layout.data.map((each) => ({
		bounds: box(each.icon),
		label: dataLabel(each),
		path: each.link,
	}));
	return moved({ pool: poolOf(layout), lanes: layout.lanes.map(box), shapes, paths, labels, data });
}

/** The ends of edges at one node. */
function endsAt({ edges }: ProcessLayout, node: number): XY[] {
	return edges.flatMap(({ from, to, points }) => [
		...(from === node ? points.slice(0, 1) : []),
		...(to === node ? points.slice(-1) : []),
	]);
}

function arrival(node: PlacedNode | undefined, bounds: Box | undefined, end: XY | undefined): readonly XY[] {
	if (end === undefined) return [];
	return node?.shape === 'event' && bounds ? onToCircle(node, bounds, end) : [end];
}

/** Without points that repeat the one before. */
function shortened(points: readonly XY[]): XY[] {
	return points.filter(({ x, y }, index) => {
		const before = points[index - 1];
		return before === undefined || before.x !== x || before.y !== y;
	});
}

/** The name in the middle of its diamond, which the layout made wide enough. */
function insideOf(node: PlacedNode): Box {
	const height = node.name.lines.length * NAME_LINE;
	const { width } = node.name;
	return { x: node.x + (node.width - width) / 2, y: node.y + (node.height - height) / 2, width, height };
}

interface Drawn {
	readonly bounds: readonly Box[];
	readonly paths: readonly (readonly XY[])[];
	readonly placed: readonly Box[];
}

/** The first of the places for an event's name on which the least lies. */
function freest(node: PlacedNode, circle: Box, drawn: Drawn): Box {
	const places = labelPlaces(node, circle);
	const scores = places.map((place) => crowd(place, drawn));
	return places[scores.indexOf(Math.min(...scores))] ?? circle;
}

function crowd(place: Box, { bounds, paths, placed }: Drawn): number {
	const shapes = [...bounds, ...placed].filter((other) => overlaps(place, other)).length;
	const lines = paths.filter((path) => crosses(path, place)).length;
	return shapes * 2 + lines;
}

function overlaps(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function crosses(path: readonly XY[], place: Box): boolean {
	return path.slice(1).some((to, index) => {
		const from = path[index] ?? to;
		const x = Math.min(from.x, to.x);
		const y = Math.min(from.y, to.y);
		const run = { x, y, width: Math.abs(from.x - to.x) || 1, height: Math.abs(from.y - to.y) || 1 };
		return overlaps(run, place);
	});
}

/** Around the lanes, with a header of its own before theirs. */
function poolOf({ lanes, orientation, width, height }: ProcessLayout): Box {
	const first = lanes[0];
	const last = lanes.at(-1);
	if (!first || !last) return { x: 0, y: 0, width, height };
	const wide = last.x + last.width - first.x;
	const high = last.y + last.height - first.y;
	return orientation === 'rows'
		? { x: first.x - POOL_HEADER, y: first.y, width: wide + POOL_HEADER, height: high }
		: { x: first.x, y: first.y - POOL_HEADER, width: wide, height: high + POOL_HEADER };
}

function box({ x, y, width, height }: Box): Box {
	return { x, y, width, height };
}

function moved({ pool, lanes, shapes, paths, labels, data }: BpmnGeometry): BpmnGeometry {
	const by = { x: ORIGIN.x - pool.x, y: ORIGIN.y - pool.y };
	const point = ({ x, y }: XY): XY => ({ x: rounded(x + by.x), y: rounded(y + by.y) });
	const move = (each: Box): Box => ({
		...point(each),
		width: rounded(each.width),
		height: rounded(each.height),
	});
	return {
		pool: move(pool),
		lanes: lanes.map(move),
		shapes: shapes.map(({ bounds, label }) => ({
			bounds: move(bounds),
			...(label ? { label: move(label) } : {}),
		})),
		paths: paths.map((path) => path.map(point)),
		labels: labels.map((label) => label && move(label)),
		data: data.map(({ bounds, label, path }) => ({
			bounds: move(bounds),
			label: move(label),
			path: path.map(point),
		})),
	};
}

/** Thousandths: finer than any screen, and no tails of binary fractions in the file. */
function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}
