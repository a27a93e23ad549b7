import { type Box, boxAround } from './box.ts';
import { type Piece, parsePath } from './path.ts';

/** Straight parts that a curve is measured by; the error on a drawing's curves stays below a tenth of a pixel. */
const PARTS = 48;

/** The exact bounds of a path, curves by their extremes; undefined when it draws nothing. */
export function pathBox(data: string): Box | undefined {
	const pieces = parsePath(data).filter((piece) => piece.length > 1);
	return boxAround(
		pieces.flatMap((piece) => [
			...piece.filter((_, index) => index % 3 === 0 || piece.length === 2),
			...extremes(piece),
		]),
	);
}

function extremes(piece: Piece): (readonly [number, number])[] {
	if (piece.length !== 4) return [];
	return [...roots(piece.map(([x]) => x)), ...roots(piece.map(([, y]) => y))].map((t) => pointOn(piece, t));
}

/** Where the derivative of a cubic Bézier coordinate vanishes inside the curve. */
function roots([p0 = 0, p1 = 0, p2 = 0, p3 = 0]: readonly number[]): number[] {
	const a = -p0 + 3 * p1 - 3 * p2 + p3;
	const b = 2 * (p0 - 2 * p1 + p2);
	const c = p1 - p0;
	const inside = (t: number): boolean => t > 0 && t < 1;
	if (Math.abs(a) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-c / b].filter(inside);
	const discriminant = b * b - 4 * a * c;
	if (discriminant < 0) return [];
	const root = Math.sqrt(discriminant);
	return [(-b + root) / (2 * a), (-b - root) / (2 * a)].filter(inside);
}

function pointOn(piece: Piece, t: number): readonly [number, number] {
	const [from = [0, 0], one = [0, 0], two = one, to = two] = piece;
	const u = 1 - t;
	if (piece.length === 2) return [from[0] * u + one[0] * t, from[1] * u + one[1] * t];
	const mix = (axis: 0 | 1): number =>
		u ** 3 * from[axis] + 3 * u * u * t * one[axis] + 3 * u * t * t * two[axis] + t ** 3 * to[axis];
	return [mix(0), mix(1)];
}

/** Consecutive points of a path, with the length up to each. */
interface Station {
	readonly point: readonly [number, number];
	readonly length: number;
}

function stationsOf(data: string): Station[] {
	const stations: Station[] = [];
	let length = 0;
	for (const piece of parsePath(data)) {
		if (piece.length === 1) {
			stations.push({ point: piece[0] ?? [0, 0], length });
			continue;
		}
		const parts = piece.length === 2 ? 1 : PARTS;
		let last = pointOn(piece, 0);
		for (let part = 1; part <= parts; part++) {
			const point = pointOn(piece, part / parts);
			length += Math.hypot(point[0] - last[0], point[1] - last[1]);
			stations.push({ point, length });
			last = point;
		}
	}
	return stations;
}

export function pathLength(data: string): number {
	return stationsOf(data).at(-1)?.length ?? 0;
}

/** The point a distance along a path, at most its end. */
export function pathPoint(data: string, distance: number): { x: number; y: number } {
	const stations = stationsOf(data);
	const index = stations.findIndex((station) => station.length >= distance);
	const after = stations[index === -1 ? stations.length - 1 : index];
	const before = index > 0 ? stations[index - 1] : undefined;
	if (!after) return { x: 0, y: 0 };
	if (!before || after.length === before.length) return { x: after.point[0], y: after.point[1] };
	const share = Math.min(1, (distance - before.length) / (after.length - before.length));
	return {
		x: before.point[0] + (after.point[0] - before.point[0]) * share,
		y: before.point[1] + (after.point[1] - before.point[1]) * share,
	};
}
