import { GAP } from './measures.ts';

/**
 * One direction of the drawing's grid: cells (ranks or rows) with channels before, between and behind
 * them. Edges run on lines: three through every cell (at its centre and at the outer ports) and some
 * tracks in every channel. Lines are numbered in order; where they come to lie is settled at the end.
 */
export interface Axis {
	/** All that lies along the axis, in order, lane borders and cell walls included. */
	readonly items: readonly AxisItem[];
	/** Line → its item. */
	readonly itemOfLine: Int32Array;
	/** Line → its cell, or -1 for a track. */
	readonly cellOfLine: Int32Array;
	/** Cell → its centre line; the outer ports are the lines before and after it. */
	readonly centreOfCell: Int32Array;
	/** Cell → item of its first and of its last wall. */
	readonly wallsOfCell: readonly (readonly [number, number])[];
	readonly lines: number;
	/** Distance from the centre line of a cell to its outer lines, px. */
	readonly portOffset: number;
	/** Distance of neighbouring cells with nothing between, px. */
	readonly cellGap: number;
	/** Distance of the first and the last cell from the ends, px. */
	readonly endGap: number;
}

export type AxisItem =
	| { readonly type: 'edge' | 'border' }
	| { readonly type: 'track'; readonly line: number }
	| { readonly type: 'port'; readonly line: number; readonly cell: number; readonly side: -1 | 0 | 1 }
	| { readonly type: 'wall'; readonly cell: number; readonly end: boolean };

export interface AxisPlan {
	readonly cells: number;
	/** Channel (0 lies before the first cell) → tracks; a channel with a lane border has as many on both sides of it. */
	readonly tracks: readonly number[];
	readonly portOffset: number;
	readonly cellGap: number;
	readonly endGap: number;
	/** Whether a lane border lies behind a cell. */
	readonly borderAfter: (cell: number) => boolean;
}

export function buildAxis(plan: AxisPlan): Axis {
	const items: AxisItem[] = [{ type: 'edge' }];
	const cellOfLine: number[] = [];
	const itemOfLine: number[] = [];
	const wallsOfCell: [number, number][] = [];
	const centreOfCell: number[] = [];
	const addLine = (cell: number) => {
		itemOfLine.push(items.length);
		return cellOfLine.push(cell) - 1;
	};
	const addTracks = (channel: number) => {
		const count = plan.tracks[channel] ?? 0;
		for (let track = 0; track < count; track++) items.push({ type: 'track', line: addLine(-1) });
	};
	addTracks(0);
	for (let cell = 0; cell < plan.cells; cell++) {
		const first = items.push({ type: 'wall', cell, end: false }) - 1;
		for (const side of [-1, 0, 1] as const) {
			const line = addLine(cell);
			items.push({ type: 'port', line, cell, side });
			if (side === 0) centreOfCell.push(line);
		}
		wallsOfCell.push([first, items.push({ type: 'wall', cell, end: true }) - 1]);
		addTracks(cell + 1);
		if (cell < plan.cells - 1 && plan.borderAfter(cell)) {
			items.push({ type: 'border' });
			addTracks(cell + 1);
		}
	}
	items.push({ type: 'edge' });
	return {
		items,
		itemOfLine: Int32Array.from(itemOfLine),
		cellOfLine: Int32Array.from(cellOfLine),
		centreOfCell: Int32Array.from(centreOfCell),
		wallsOfCell,
		lines: cellOfLine.length,
		portOffset: plan.portOffset,
		cellGap: plan.cellGap,
		endGap: plan.endGap,
	};
}

/** Wishes about the space along an axis, in px. */
export interface SpaceWishes {
	/** Cell → its size. */
	readonly cellSizes: readonly number[];
	/** Item → least distance to the next item that is in use. */
	readonly after: ReadonlyMap<number, number>;
	/** Item → least distance from the item in use before it. */
	readonly before: ReadonlyMap<number, number>;
	/** Line → in use. Tracks that are not take no room. */
	readonly used: (line: number) => boolean;
}

export interface AxisPositions {
	/** Item → px. Items that are not in use lie at the one before them. */
	readonly items: Float64Array;
	/** Line → px. */
	readonly lines: Float64Array;
	readonly length: number;
}

/** Lays the items out one after the other, as close as the gaps and the wishes allow. */
export function layOut(axis: Axis, wishes: SpaceWishes): AxisPositions {
	const items = new Float64Array(axis.items.length);
	let last = 0;
	axis.items.forEach((item, index) => {
		if (index === 0) return;
		const before = axis.items[last];
		const at = items[last] ?? 0;
		if (before === undefined || (item.type === 'track' && !wishes.used(item.line))) {
			items[index] = at;
			return;
		}
		items[index] = at + distance(axis, last, index, wishes);
		last = index;
	});
	const lines = Float64Array.from(axis.itemOfLine, (item) => items[item] ?? 0);
	return { items, lines, length: items[items.length - 1] ?? 0 };
}

function distance(axis: Axis, from: number, to: number, wishes: SpaceWishes): number {
	const a = axis.items[from];
	const b = axis.items[to];
	if (a === undefined || b === undefined) return 0;
	if ('cell' in a && 'cell' in b && a.cell === b.cell) return withinCell(axis, a, b, wishes);
	const after = wishes.after.get(from) ?? 0;
	const before = wishes.before.get(to) ?? 0;
	const bothCells = a.type === 'wall' && b.type === 'wall';
	return Math.max(gap(axis, a, b), bothCells ? after + before : Math.max(after, before));
}

function withinCell(axis: Axis, a: AxisItem, b: AxisItem, wishes: SpaceWishes): number {
	if (a.type === 'port' && b.type === 'port') return axis.portOffset;
	const cell = 'cell' in a ? a.cell : 0;
	return (wishes.cellSizes[cell] ?? 0) / 2 - axis.portOffset;
}

function gap(axis: Axis, a: AxisItem, b: AxisItem): number {
	const shapes = [a, b].filter((item) => item.type === 'wall').length;
	const tracks = [a, b].filter((item) => item.type === 'track').length;
	if (shapes === 2) return axis.cellGap;
	if (shapes === 1 && tracks === 1) return GAP.shapeToTrack;
	if (tracks === 2) return GAP.track;
	if (tracks === 1) return GAP.trackToBorder;
	const atEnd = a.type === 'edge' || b.type === 'edge';
	return shapes === 1 ? (atEnd ? axis.endGap : GAP.shapeToBorder) : 0;
}
