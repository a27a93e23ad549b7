import {
	type Box,
	boxAround,
	IDENTITY,
	type Matrix,
	multiply,
	parseTransform,
	transformBox,
	unite,
} from './box.ts';
import { pathBox } from './path-measure.ts';
import { textProperty } from './styles.ts';
import { textBox } from './text-box.ts';

/** Never drawn where they stand. */
const NOT_DRAWN: ReadonlySet<string> = new Set(
	'defs marker clipPath mask pattern symbol linearGradient radialGradient filter style title desc metadata script'.split(
		' ',
	),
);

/** Bounds of what an element draws, in its own coordinates, stroke aside: `getBBox`. */
export function elementBox(element: Element): Box | undefined {
	switch (element.localName) {
		case 'text':
			return textBox(element);
		case 'tspan':
		case 'textPath': {
			const text = element.closest('text');
			return text ? textBox(text, element) : undefined;
		}
		case 'rect':
		case 'image':
		case 'foreignObject':
			return {
				x: number(element, 'x'),
				y: number(element, 'y'),
				width: number(element, 'width'),
				height: number(element, 'height'),
			};
		case 'use':
			return usedBox(element);
		case 'circle':
			return ellipse(element, number(element, 'r'), number(element, 'r'));
		case 'ellipse':
			return ellipse(element, number(element, 'rx'), number(element, 'ry'));
		case 'line':
			return boxAround([
				[number(element, 'x1'), number(element, 'y1')],
				[number(element, 'x2'), number(element, 'y2')],
			]);
		case 'polygon':
		case 'polyline':
			return boxAround(pointsOf(element));
		case 'path':
			return pathBox(element.getAttribute('d') ?? '');
		default:
			return unite(Array.from(element.children, childBox));
	}
}

function childBox(child: Element): Box | undefined {
	if (NOT_DRAWN.has(child.localName) || textProperty(child, 'display') === 'none') return undefined;
	const box = elementBox(child);
	return box && transformBox(box, ownMatrix(child));
}

/** The matrix from an element's own coordinates to those of the outermost drawing. */
export function matrixToRoot(element: Element): Matrix {
	let matrix = IDENTITY;
	for (let at: Element | null = element; at?.namespaceURI?.endsWith('/svg'); at = at.parentElement) {
		matrix = multiply(ownMatrix(at), matrix);
	}
	return matrix;
}

function ownMatrix(element: Element): Matrix {
	const style = /(?:^|;)\s*transform\s*:\s*([^;]+)/.exec(element.getAttribute('style') ?? '');
	const matrix = parseTransform(style?.[1] ?? element.getAttribute('transform'));
	if (element.localName !== 'svg' || !element.parentElement?.closest('svg')) return matrix;
	return multiply(matrix, [1, 0, 0, 1, number(element, 'x'), number(element, 'y')]);
}

function usedBox(element: Element): Box | undefined {
	const href = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
	const target = href.startsWith('#') ? element.ownerDocument.getElementById(href.slice(1)) : null;
	// A symbol that uses itself would never end.
	if (!target || target.contains(element)) return undefined;
	const box = elementBox(target);
	return box && transformBox(box, [1, 0, 0, 1, number(element, 'x'), number(element, 'y')]);
}

function ellipse(element: Element, rx: number, ry: number): Box {
	return { x: number(element, 'cx') - rx, y: number(element, 'cy') - ry, width: 2 * rx, height: 2 * ry };
}

function pointsOf(element: Element): (readonly [number, number])[] {
	const numbers = (element.getAttribute('points') ?? '')
		.split(/[\s,]+/)
		.filter(Boolean)
		.map(Number);
	return numbers.flatMap((x, index) =>
		index % 2 === 0 && index + 1 < numbers.length ? [[x, numbers[index + 1] ?? 0] as const] : [],
	);
}

function number(element: Element, name: string): number {
	const value = Number.parseFloat(element.getAttribute(name) ?? '');
	return Number.isFinite(value) ? value : 0;
}
