import { oncePerFrame } from './once-per-frame.ts';
import { CHANGED, drawingIn, drawnRect, type Rect, shownView } from './zoom-view.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Largest width and height of the small map in CSS pixels, and in a narrow window. */
const ROOM = { width: 216, height: 132 };
const SMALL_ROOM = { width: 104, height: 104 };
const NARROW = 704;
/** A drawing that is much longer than high gets a wider map, as high as this where the view has the room. */
const LEAST_HEIGHT = 56;
/** How much of the view's width such a map may take. */
const MOST_OF_VIEW = 0.6;
/** Above a map so much of the drawing is seen at least, in CSS pixels; else the map would cover what stands above it. */
const CLEARANCE = 24;
/** The steps of a lane drawing, and the nodes of most other kinds. */
const STEPS = '.diagram-shape, g.node';

/**
 * A small map of a drawing that is larger than what can be seen of it: a frame shows the part in
 * view, and clicking or dragging moves there. It is for the pointer only; keys pan without it.
 */
export function addMiniMap(figure: HTMLElement): void {
	let map: MiniMap | undefined;
	const draw = (): void => {
		const view = shownView(figure);
		const svg = drawingIn(view);
		if (!view || !svg || !isLarger(svg, view)) {
			map?.root.remove();
			map = undefined;
			figure.removeAttribute('data-larger');
			return;
		}
		figure.toggleAttribute('data-larger', true);
		if (map?.svg !== svg) {
			map?.root.remove();
			map = createMap(svg, view);
			(view.closest('.diagram-stage') ?? view).after(map.root);
		}
		frameMap(map, view);
		keepAside(map);
		const height = map.root.firstElementChild?.getBoundingClientRect().height ?? 0;
		map.root.classList.toggle('is-away', windowOf(view).height < height + CLEARANCE);
	};
	const later = oncePerFrame(draw);
	figure.addEventListener(CHANGED, later);
	addEventListener('scroll', later, { passive: true });
	addEventListener('resize', later, { passive: true });
	later();
}

interface MiniMap {
	readonly root: HTMLElement;
	readonly frame: SVGRectElement;
	readonly svg: SVGSVGElement;
}

/** The map stands right, or left while only there it covers no step. */
function keepAside({ root, svg }: MiniMap): void {
	const map = root.firstElementChild?.getBoundingClientRect();
	const room = root.getBoundingClientRect();
	if (!map || root.matches(':hover')) return;
	const { side } = root.dataset;
	const other = room.left + room.right - map.right;
	const steps = [...svg.querySelectorAll(STEPS)].map((node) => node.getBoundingClientRect());
	const covers = (left: number): boolean =>
		steps.some(
			(step) =>
				step.left < left + map.width + 4 &&
				step.right > left - 4 &&
				step.top < map.bottom + 4 &&
				step.bottom > map.top - 4,
		);
	if (covers(map.left) && !covers(other)) root.dataset['side'] = side === 'left' ? 'right' : 'left';
}

/** What can be seen of the box: what lies below the page's edge is not. */
function windowOf(view: HTMLElement): Rect {
	const box = view.getBoundingClientRect();
	const top = Math.max(box.top, headerHeight());
	const left = Math.max(box.left, 0);
	return {
		left,
		top,
		width: Math.max(0, Math.min(box.right, innerWidth) - left),
		height: Math.max(0, Math.min(box.bottom, innerHeight) - top),
	};
}

function headerHeight(): number {
	return document.fullscreenElement ? 0 : (document.querySelector('.site-header')?.clientHeight ?? 0);
}

function isLarger(svg: SVGSVGElement, view: HTMLElement): boolean {
	const { width, height } = drawnRect(svg);
	const screen = innerHeight - headerHeight();
	return width > view.clientWidth + 2 || height > Math.min(view.clientHeight + 2, screen);
}

function createMap(svg: SVGSVGElement, view: HTMLElement): MiniMap {
	const { width, height } = svg.viewBox.baseVal;
	const size = mapSize({ width, height }, view.clientWidth, innerWidth < NARROW);
	const root = document.createElement('div');
	root.className = 'diagram-map';
	root.setAttribute('aria-hidden', 'true');
	const map = document.createElementNS(SVG, 'svg');
	map.setAttribute('viewBox', `0 0 ${width} ${height}`);
	map.setAttribute('width', size.width.toFixed(1));
	map.setAttribute('height', size.height.toFixed(1));
	map.append(...[...svg.querySelectorAll<SVGGraphicsElement>(STEPS)].map((node) => nodeBox(svg, node)));
	const frame = document.createElementNS(SVG, 'rect');
	frame.setAttribute('class', 'diagram-map-frame');
	map.append(frame);
	root.append(map);
	addMoves(map, svg, view);
	return { root, frame, svg };
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Size of the small map of a drawing, with the drawing's proportions; all in CSS pixels. */
export function mapSize({ width, height }: Size, viewWidth: number, narrow: boolean): Size {
	const room = narrow ? SMALL_ROOM : ROOM;
	const usual = Math.min(room.width / width, room.height / height);
	const wider = Math.min(LEAST_HEIGHT / height, (viewWidth * MOST_OF_VIEW) / width);
	const scale = Math.max(usual, wider);
	return { width: width * scale, height: height * scale };
}

function nodeBox(svg: SVGSVGElement, node: SVGGraphicsElement): SVGRectElement {
	const drawn = drawnRect(svg);
	const scale = svg.viewBox.baseVal.width / drawn.width;
	const box = node.getBoundingClientRect();
	return place(document.createElementNS(SVG, 'rect'), {
		left: (box.left - drawn.left) * scale,
		top: (box.top - drawn.top) * scale,
		width: box.width * scale,
		height: box.height * scale,
	});
}

function frameMap({ frame, svg }: MiniMap, view: HTMLElement): void {
	const drawn = drawnRect(svg);
	const seen = windowOf(view);
	const scale = svg.viewBox.baseVal.width / drawn.width;
	const left = Math.max(0, seen.left - drawn.left);
	const top = Math.max(0, seen.top - drawn.top);
	place(frame, {
		left: left * scale,
		top: top * scale,
		width:
			Math.max(0, Math.min(drawn.width - left, seen.left + seen.width - Math.max(drawn.left, seen.left))) *
			scale,
		height:
			Math.max(0, Math.min(drawn.height - top, seen.top + seen.height - Math.max(drawn.top, seen.top))) *
			scale,
	});
}

function place(rect: SVGRectElement, { left, top, width, height }: Rect): SVGRectElement {
	for (const [name, value] of Object.entries({ x: left, y: top, width, height }))
		rect.setAttribute(name, value.toFixed(1));
	return rect;
}

/** Puts the point of the drawing that was clicked on the map into the middle of what is seen. */
function addMoves(map: SVGSVGElement, svg: SVGSVGElement, view: HTMLElement): void {
	const move = (event: PointerEvent): void => {
		const small = map.getBoundingClientRect();
		const drawn = drawnRect(svg);
		const seen = windowOf(view);
		const x = drawn.left + ((event.clientX - small.left) / small.width) * drawn.width;
		const y = drawn.top + ((event.clientY - small.top) / small.height) * drawn.height;
		const left = x - (seen.left + seen.width / 2);
		const down = y - (seen.top + seen.height / 2);
		const before = view.scrollTop;
		view.scrollBy({ left, top: down, behavior: 'instant' });
		const rest = down - (view.scrollTop - before);
		if (Math.abs(rest) > 1 && view.scrollHeight <= view.clientHeight + 1)
			scrollBy({ top: rest, behavior: 'instant' });
	};
	map.addEventListener('pointerdown', (event) => {
		event.preventDefault();
		map.setPointerCapture(event.pointerId);
		move(event);
	});
	map.addEventListener('pointermove', (event) => map.hasPointerCapture(event.pointerId) && move(event));
}
