import { measureText } from '../../text/measure.ts';
import type { Box } from './box.ts';
import { transformBox } from './box.ts';
import { elementBox, matrixToRoot } from './element-box.ts';
import { pathLength, pathPoint } from './path-measure.ts';
import { measuring } from './styles.ts';
import { textLength } from './text-box.ts';

/** The width that a page gives a drawing: the default of diagrams that fill what they get (Gantt charts). */
const COLUMN_WIDTH = 960;
const COLUMN_HEIGHT = 600;

const NOTHING: Box = { x: 0, y: 0, width: 0, height: 0 };

/**
 * Gives a DOM without layout the geometry that mermaid asks for. Values are single precision, as browsers
 * return them: layouts compare them, and other roundings lead to other drawings.
 */
export function installGeometry(window: Window & typeof globalThis): void {
	const define = (prototype: object, values: Readonly<Record<string, unknown>>): void => {
		for (const [name, value] of Object.entries(values)) {
			const descriptor = typeof value === 'function' ? { value } : { get: () => value };
			Object.defineProperty(prototype, name, { configurable: true, ...descriptor });
		}
	};
	define(window.SVGElement.prototype, {
		getBBox(this: Element) {
			return measuring(this, () => single(elementBox(this) ?? NOTHING));
		},
		getComputedTextLength(this: Element) {
			return measuring(this, () => Math.fround(textLength(this)));
		},
		getBoundingClientRect(this: Element) {
			return measuring(this, () => rectangle(this));
		},
		getTotalLength(this: Element) {
			return Math.fround(pathLength(this.getAttribute('d') ?? ''));
		},
		getPointAtLength(this: Element, distance: number) {
			const { x, y } = pathPoint(this.getAttribute('d') ?? '', distance);
			return { x: Math.fround(x), y: Math.fround(y) };
		},
		getScreenCTM: () => null,
	});
	const block = { x: 0, y: 0, width: COLUMN_WIDTH, height: COLUMN_HEIGHT };
	define(window.HTMLElement.prototype, {
		offsetWidth: COLUMN_WIDTH,
		offsetHeight: COLUMN_HEIGHT,
		clientWidth: COLUMN_WIDTH,
		clientHeight: COLUMN_HEIGHT,
		getBoundingClientRect: () => edges(block),
	});
	define(window.HTMLCanvasElement.prototype, {
		getContext: (kind: string) => (kind === '2d' ? canvas() : null),
	});
}

function single({ x, y, width, height }: Box): Box {
	return { x: Math.fround(x), y: Math.fround(y), width: Math.fround(width), height: Math.fround(height) };
}

function rectangle(element: Element): Box & Record<string, unknown> {
	const box = elementBox(element);
	return edges(box ? single(transformBox(box, matrixToRoot(element))) : NOTHING);
}

function edges(box: Box): Box & Record<string, unknown> {
	const { x, y, width, height } = box;
	return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height, toJSON: () => box };
}

/** Layout libraries measure words on a canvas; nothing is painted. */
function canvas(): object {
	const context = {
		font: '16px sans-serif',
		measureText(text: string) {
			const size = Number.parseFloat(/([\d.]+)px/.exec(context.font)?.[1] ?? '16');
			return {
				width: measureText(text, { size, weight: /\b(?:bold|[6-9]00)\b/.test(context.font) ? 600 : 400 }),
			};
		},
	};
	return new Proxy(context, { get: (target, name) => Reflect.get(target, name) ?? (() => undefined) });
}
