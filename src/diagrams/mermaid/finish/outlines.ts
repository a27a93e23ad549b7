import { type Piece, parsePath } from '../geometry/path.ts';
import { elementsOf, isElement, type XmlElement } from '../xml/tree.ts';

/** How far, in px, a simplified outline may depart from the one drawn. */
const TOLERANCE = 0.06;

type XY = readonly [number, number];

/**
 * Mermaid draws many plain shapes with a library for sketches: the area once, the border once more in doubled
 * strokes, arcs as dozens of curves. Such a pair becomes one path with as few points as its looks need.
 */
export function simplifyOutlines(root: XmlElement): void {
	for (const group of elementsOf(root)) {
		const [area, border, ...others] = group.children.filter(isElement);
		if (group.name !== 'g' || !area || !border || others.length > 0 || !isSketch(area, border)) continue;
		for (const name of ['stroke', 'stroke-width', 'style']) {
			const value = border.attributes.get(name);
			if (value !== undefined) area.attributes.set(name, value);
		}
		const fill = area.attributes.get('fill');
		if (fill !== undefined)
			area.attributes.set('style', withFill(area.attributes.get('style') ?? '', border, fill));
		if (area.attributes.get('style') === '') area.attributes.delete('style');
		area.attributes.set('d', closed(simplify(area.attributes.get('d') ?? '')));
		group.children = group.children.filter((child) => child !== border);
	}
}

/** An area without a border, and a border without an area, of one size. */
function isSketch(area: XmlElement, border: XmlElement): boolean {
	if (area.name !== 'path' || border.name !== 'path') return false;
	const plain = (border.attributes.get('stroke-dasharray') ?? '0 0').replace(/[\s,0]+/g, '') === '';
	return (
		plain &&
		area.attributes.get('stroke') === 'none' &&
		border.attributes.get('fill') === 'none' &&
		area.attributes.has('d')
	);
}

/** The border's style forbids a fill only because the area had one. */
function withFill(style: string, border: XmlElement, fill: string): string {
	return border.attributes.has('style') ? style.replace(/(^|;)fill:none[^;]*/g, `$1fill:${fill}`) : style;
}

/** Areas close by themselves, borders only when told to. */
function closed(data: string): string {
	return data.replace(/([^Z])(?=M|$)/g, '$1Z');
}

/** The same outline with flat curves as lines and no more points than the tolerance needs. */
export function simplify(data: string): string {
	const commands: string[] = [];
	let run: XY[] = [];
	const flush = (): void => {
		for (const [x, y] of thin(run).slice(1)) commands.push(`L${short(x)},${short(y)}`);
		run = [];
	};
	for (const piece of parsePath(data)) {
		const [from] = piece;
		const to = piece.at(-1);
		if (!from || !to) continue;
		if (piece.length === 1) {
			flush();
			commands.push(`M${short(to[0])},${short(to[1])}`);
			continue;
		}
		if (isFlat(piece)) {
			if (run.length === 0) run.push(from);
			if (distance(run.at(-1) ?? from, to) > 0) run.push(to);
			continue;
		}
		flush();
		commands.push(
			`C${piece
				.slice(1)
				.map(([x, y]) => `${short(x)},${short(y)}`)
				.join(' ')}`,
		);
	}
	flush();
	return commands.join('') + (/z\s*$/i.test(data) ? 'Z' : '');
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}

function isFlat(piece: Piece): boolean {
	const from = piece[0] ?? [0, 0];
	const to = piece.at(-1) ?? from;
	return piece.slice(1, -1).every((point) => offLine(point, from, to) <= TOLERANCE);
}

/** Douglas and Peucker, "Algorithms for the reduction of the number of points", 1973. */
function thin(points: readonly XY[]): readonly XY[] {
	if (points.length < 3) return points;
	const first = points[0] ?? [0, 0];
	const last = points.at(-1) ?? first;
	let worst = 0;
	let at = 0;
	points.forEach((point, index) => {
		const off = index === 0 || index === points.length - 1 ? 0 : offLine(point, first, last);
		if (off > worst) [worst, at] = [off, index];
	});
	if (worst <= TOLERANCE) return [first, last];
	return [...thin(points.slice(0, at + 1)), ...thin(points.slice(at)).slice(1)];
}

/** Distance from a point to a segment. */
function offLine(point: XY, from: XY, to: XY): number {
	const length = distance(from, to);
	if (length === 0) return distance(point, from);
	const share =
		((point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])) / length ** 2;
	const on = Math.min(1, Math.max(0, share));
	return distance(point, [from[0] + on * (to[0] - from[0]), from[1] + on * (to[1] - from[1])]);
}

function distance(a: XY, b: XY): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
