import type { Geometry } from './geometry.ts';
import { LABEL } from './label-measures.ts';
import type { Box, PlacedData, XY } from './layout-types.ts';
import type { ProcessPlan } from './plan.ts';

/** Half the size of the place around a step's top right corner where a mark may be put later, px. */
const MARK = 10;

/** What a label must stay clear of. */
export class Obstacles {
	readonly labels: Box[] = [];
	readonly #nodes: readonly Box[];
	readonly #segments: readonly Box[];
	readonly #marks: readonly Box[];
	readonly #borders: readonly Box[];
	readonly #area: XY;

	constructor(plan: ProcessPlan, geometry: Geometry, data: readonly PlacedData[]) {
		const rows = plan.orientation === 'rows';
		const { length } = geometry.along;
		const breadth = geometry.across.length;
		this.#nodes = [...geometry.nodes, ...data];
		this.#segments = [...geometry.paths, ...data.map(({ link }) => link)].flatMap(segmentsOf);
		this.#marks = geometry.nodes.map(({ x, y, width }) => ({
			x: x + width - MARK,
			y: y - MARK,
			width: 2 * MARK,
			height: 2 * MARK,
		}));
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
			!this.#marks.some((other) => overlaps(box, other, 0)) &&
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
