/** An axis-parallel box; `undefined` elsewhere stands for "nothing drawn". */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** `[a b c d e f]` of SVG: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function multiply(m: Matrix, n: Matrix): Matrix {
	return [
		m[0] * n[0] + m[2] * n[1],
		m[1] * n[0] + m[3] * n[1],
		m[0] * n[2] + m[2] * n[3],
		m[1] * n[2] + m[3] * n[3],
		m[0] * n[4] + m[2] * n[5] + m[4],
		m[1] * n[4] + m[3] * n[5] + m[5],
	];
}

/** The smallest box around all points; undefined for none. */
export function boxAround(points: Iterable<readonly [number, number]>): Box | undefined {
	let left = Number.POSITIVE_INFINITY;
	let top = Number.POSITIVE_INFINITY;
	let right = Number.NEGATIVE_INFINITY;
	let bottom = Number.NEGATIVE_INFINITY;
	for (const [x, y] of points) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x);
		bottom = Math.max(bottom, y);
	}
	return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

export function unite(boxes: Iterable<Box | undefined>): Box | undefined {
	const corners: (readonly [number, number])[] = [];
	for (const box of boxes) {
		if (box) corners.push([box.x, box.y], [box.x + box.width, box.y + box.height]);
	}
	return boxAround(corners);
}

export function transformBox(box: Box, m: Matrix): Box {
	const { x, y, width, height } = box;
	const corners = [
		[x, y],
		[x + width, y],
		[x, y + height],
		[x + width, y + height],
	] as const;
	const moved = corners.map(
		([px, py]) => [m[0] * px + m[2] * py + m[4], m[1] * px + m[3] * py + m[5]] as const,
	);
	return boxAround(moved) ?? box;
}

const CALL = /([A-Za-z]+)\s*\(([^()]*)\)/g;

/** The matrix of a `transform` attribute or property; unknown functions are left out. */
export function parseTransform(text: string | null): Matrix {
	let matrix = IDENTITY;
	for (const [, name = '', list = ''] of (text ?? '').matchAll(CALL)) {
		const numbers = list
			.split(/[\s,]+/)
			.filter(Boolean)
			.map(Number.parseFloat);
		if (numbers.every(Number.isFinite)) matrix = multiply(matrix, matrixOf(name, numbers));
	}
	return matrix;
}

function matrixOf(name: string, [a = 0, b, c, d = 0, e = 0, f = 0]: readonly number[]): Matrix {
	switch (name) {
		case 'translate':
			return [1, 0, 0, 1, a, b ?? 0];
		case 'translateX':
			return [1, 0, 0, 1, a, 0];
		case 'translateY':
			return [1, 0, 0, 1, 0, a];
		case 'scale':
			return [a, 0, 0, b ?? a, 0, 0];
		case 'rotate':
			return rotation(a, b ?? 0, c ?? 0);
		case 'skewX':
			return [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0];
		case 'skewY':
			return [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0];
		case 'matrix':
			return [a, b ?? 0, c ?? 0, d, e, f];
		default:
			return IDENTITY;
	}
}

function rotation(degrees: number, x: number, y: number): Matrix {
	const angle = (degrees * Math.PI) / 180;
	const cos = Math.cos(angle);
	const sin = Math.sin(angle);
	return multiply(multiply([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, -x, -y]);
}
