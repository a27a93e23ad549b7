/** A cubic curve or a straight line from the end of the piece before; all coordinates absolute. */
export type Piece = readonly (readonly [number, number])[];

const TOKEN = /([a-z])|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/gi;
const COUNTS: Readonly<Record<string, number>> = {
	m: 2,
	l: 2,
	h: 1,
	v: 1,
	c: 6,
	s: 4,
	q: 4,
	t: 2,
	a: 7,
	z: 0,
};

interface Pen {
	x: number;
	y: number;
	startX: number;
	startY: number;
	/** The last control point, for smooth curves; its kind says which. */
	controlX: number;
	controlY: number;
	controlOf: '' | 'c' | 'q';
}

/** Reads path data into pieces of 2 points (line) or 4 points (cubic curve). Stops where the data is malformed. */
export function parsePath(data: string): Piece[] {
	const pieces: Piece[] = [];
	const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0, controlOf: '' };
	let command = '';
	let numbers: number[] = [];
	const run = (): void => {
		const count = COUNTS[command.toLowerCase()];
		if (count === undefined) return;
		if (count === 0) draw(pieces, pen, command, []);
		for (let at = 0; count > 0 && at + count <= numbers.length; at += count) {
			draw(pieces, pen, command, numbers.slice(at, at + count));
			// Further pairs after a move are lines.
			if (command === 'M') command = 'L';
			if (command === 'm') command = 'l';
		}
	};
	for (const [, letter, number] of splitFlags(data).matchAll(TOKEN)) {
		if (letter !== undefined) {
			run();
			command = letter;
			numbers = [];
		} else numbers.push(Number(number));
	}
	run();
	return pieces;
}

/** Arc flags may stand without separators (`a1 1 0 01.5 2`); they are rare enough for a rewrite of such arcs. */
function splitFlags(data: string): string {
	return data.replace(/([aA][^a-zA-Z]*)/g, (arc) =>
		arc.replace(/((?:[\s,]*-?[\d.]+(?:e[-+]?\d+)?){3})[\s,]+([01])[\s,]*([01])(?=[\s,-.\d])/g, '$1 $2 $3 '),
	);
}

function draw(pieces: Piece[], pen: Pen, command: string, n: readonly number[]): void {
	const lower = command.toLowerCase();
	const dx = command === lower ? pen.x : 0;
	const dy = command === lower ? pen.y : 0;
	const at = (index: number): number => n[index] ?? 0;
	if (lower === 'm') {
		Object.assign(pen, {
			x: at(0) + dx,
			y: at(1) + dy,
			startX: at(0) + dx,
			startY: at(1) + dy,
			controlOf: '',
		});
		pieces.push([[pen.x, pen.y]]);
	} else if (lower === 'z') line(pieces, pen, pen.startX, pen.startY);
	else if (lower === 'l') line(pieces, pen, at(0) + dx, at(1) + dy);
	else if (lower === 'h') line(pieces, pen, at(0) + dx, pen.y);
	else if (lower === 'v') line(pieces, pen, pen.x, at(0) + dy);
	else if (lower === 'c')
		curve(pieces, pen, at(0) + dx, at(1) + dy, at(2) + dx, at(3) + dy, at(4) + dx, at(5) + dy);
	else if (lower === 's') {
		const [x, y] = mirrored(pen, 'c');
		curve(pieces, pen, x, y, at(0) + dx, at(1) + dy, at(2) + dx, at(3) + dy);
	} else if (lower === 'q') quadratic(pieces, pen, at(0) + dx, at(1) + dy, at(2) + dx, at(3) + dy);
	else if (lower === 't') {
		const [x, y] = mirrored(pen, 'q');
		quadratic(pieces, pen, x, y, at(0) + dx, at(1) + dy);
	} else arc(pieces, pen, n, at(5) + dx, at(6) + dy);
}

function mirrored(pen: Pen, of: 'c' | 'q'): readonly [number, number] {
	return pen.controlOf === of ? [2 * pen.x - pen.controlX, 2 * pen.y - pen.controlY] : [pen.x, pen.y];
}

function line(pieces: Piece[], pen: Pen, x: number, y: number): void {
	pieces.push([
		[pen.x, pen.y],
		[x, y],
	]);
	Object.assign(pen, { x, y, controlOf: '' });
}

function curve(
	pieces: Piece[],
	pen: Pen,
	x1: number,
	y1: number,
	x2: number,
	y2: number,
	x: number,
	y: number,
): void {
	pieces.push([
		[pen.x, pen.y],
		[x1, y1],
		[x2, y2],
		[x, y],
	]);
	Object.assign(pen, { x, y, controlX: x2, controlY: y2, controlOf: 'c' });
}

function quadratic(pieces: Piece[], pen: Pen, cx: number, cy: number, x: number, y: number): void {
	const third = (from: number, control: number): number => from + (2 / 3) * (control - from);
	curve(pieces, pen, third(pen.x, cx), third(pen.y, cy), third(x, cx), third(y, cy), x, y);
	Object.assign(pen, { controlX: cx, controlY: cy, controlOf: 'q' });
}

/** An elliptical arc as curves of at most a quarter turn. Source: SVG 2, appendix B.2 (implementation notes). */
function arc(pieces: Piece[], pen: Pen, n: readonly number[], x: number, y: number): void {
	let [rx = 0, ry = 0] = n.map(Math.abs);
	if (rx === 0 || ry === 0 || (pen.x === x && pen.y === y)) {
		line(pieces, pen, x, y);
		return;
	}
	const turn = ((n[2] ?? 0) * Math.PI) / 180;
	const cos = Math.cos(turn);
	const sin = Math.sin(turn);
	const halfX = (pen.x - x) / 2;
	const halfY = (pen.y - y) / 2;
	const ux = cos * halfX + sin * halfY;
	const uy = -sin * halfX + cos * halfY;
	const excess = (ux / rx) ** 2 + (uy / ry) ** 2;
	if (excess > 1) {
		rx *= Math.sqrt(excess);
		ry *= Math.sqrt(excess);
	}
	const denominator = (rx * uy) ** 2 + (ry * ux) ** 2;
	const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - denominator) / denominator));
	const factor = n[3] === n[4] ? -root : root;
	const cx = (factor * rx * uy) / ry;
	const cy = (-factor * ry * ux) / rx;
	const from = Math.atan2((uy - cy) / ry, (ux - cx) / rx);
	let sweep = Math.atan2((-uy - cy) / ry, (-ux - cx) / rx) - from;
	if (n[4] === 1 && sweep < 0) sweep += 2 * Math.PI;
	if (n[4] !== 1 && sweep > 0) sweep -= 2 * Math.PI;
	const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
	const step = sweep / count;
	const handle = (4 / 3) * Math.tan(step / 4);
	const middleX = cos * cx - sin * cy + (pen.x + x) / 2;
	const middleY = sin * cx + cos * cy + (pen.y + y) / 2;
	const place = (px: number, py: number): readonly [number, number] => [
		middleX + cos * rx * px - sin * ry * py,
		middleY + sin * rx * px + cos * ry * py,
	];
	for (let index = 0; index < count; index++) {
		const a = from + index * step;
		const b = a + step;
		const one = place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a));
		const two = place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b));
		const end = index === count - 1 ? ([x, y] as const) : place(Math.cos(b), Math.sin(b));
		curve(pieces, pen, ...one, ...two, ...end);
	}
	pen.controlOf = '';
}
