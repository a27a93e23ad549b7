import type { Rect } from './zoom-view.ts';

export interface Avoid extends Rect {
	/** How bad it is to cover this. */
	readonly weight: number;
}

/** Distance between a step and its panel, in CSS pixels: near enough for the pointer to cross. */
const GAP = 10;
/** Left free at the edges of the window. */
const EDGE = 8;

/**
 * Where a panel stands beside a box: on the side, and slid along it, where it covers least of what
 * should stay in sight. It never covers the box itself unless no side has room.
 */
export function placeBeside(
	box: Rect,
	panel: { readonly width: number; readonly height: number },
	room: Rect,
	avoid: readonly Avoid[],
): { left: number; top: number } {
	let best: { left: number; top: number; cost: number } | undefined;
	for (const [order, candidate] of candidates(box, panel).entries()) {
		const at = within(candidate, panel, room);
		const place = { ...at, ...panel };
		const covered = avoid.reduce((sum, each) => sum + each.weight * overlap(place, each), 0);
		const cost = overlap(place, grown(box)) * 1000 + covered + order;
		if (!best || cost < best.cost) best = { ...at, cost };
	}
	return { left: best?.left ?? room.left, top: best?.top ?? room.top };
}

/** Below first, where the eye goes on; then above, right and left; each with its middle, its start and its end aligned. */
function candidates(
	{ left, top, width, height }: Rect,
	panel: { readonly width: number; readonly height: number },
): { left: number; top: number }[] {
	const across = [left + (width - panel.width) / 2, left, left + width - panel.width];
	const down = [top + (height - panel.height) / 2, top, top + height - panel.height];
	return [
		...across.map((x) => ({ left: x, top: top + height + GAP })),
		...across.map((x) => ({ left: x, top: top - GAP - panel.height })),
		...down.map((y) => ({ left: left + width + GAP, top: y })),
		...down.map((y) => ({ left: left - GAP - panel.width, top: y })),
	];
}

function within(
	{ left, top }: { readonly left: number; readonly top: number },
	panel: { readonly width: number; readonly height: number },
	room: Rect,
): { left: number; top: number } {
	const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
	return {
		left: clamp(left, room.left + EDGE, room.left + room.width - EDGE - panel.width),
		top: clamp(top, room.top + EDGE, room.top + room.height - EDGE - panel.height),
	};
}

/** A little larger than the box, so that a panel does not even touch it. */
function grown({ left, top, width, height }: Rect): Rect {
	return { left: left - 4, top: top - 4, width: width + 8, height: height + 8 };
}

export function overlap(a: Rect, b: Rect): number {
	const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
	const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
	return width > 0 && height > 0 ? width * height : 0;
}
