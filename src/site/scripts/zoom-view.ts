/**
 * A drawing and the box that shows a part of it. The box is an ordinary scroll box and the drawing's
 * width is its scale, so that focus, touch and scrolling into view work as everywhere in the browser.
 */
const LEAST = 0.05;
const MOST = 4;

/** Sent to the figure when scale, choice of drawing or size have changed. */
export const CHANGED = 'drawingchange';

export interface Point {
	readonly clientX: number;
	readonly clientY: number;
}

export interface Rect {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** The box whose drawing is to be seen; a figure may hold several drawings of one thing. */
export function shownView(figure: HTMLElement): HTMLElement | undefined {
	return viewsOf(figure).find((view) => view.getClientRects().length > 0);
}

export function viewsOf(figure: HTMLElement): HTMLElement[] {
	return [...figure.querySelectorAll<HTMLElement>('[data-zoom-view]')];
}

export function drawingIn(view: HTMLElement | undefined): SVGSVGElement | undefined {
	return view?.querySelector<SVGSVGElement>(':scope > svg') ?? undefined;
}

/** Where the drawing itself lies on the screen: its element may be larger, with the drawing in its middle. */
export function drawnRect(svg: SVGSVGElement): Rect {
	const box = svg.getBoundingClientRect();
	const { width: naturalWidth, height: naturalHeight } = svg.viewBox.baseVal;
	const scale = Math.min(box.width / naturalWidth, box.height / naturalHeight) || 1;
	const [width, height] = [naturalWidth * scale, naturalHeight * scale];
	return {
		left: box.left + (box.width - width) / 2,
		top: box.top + (box.height - height) / 2,
		width,
		height,
	};
}

/** 1 is natural size. */
export function scaleOf(svg: SVGSVGElement): number {
	return drawnRect(svg).width / svg.viewBox.baseVal.width;
}

/** Changes the scale and keeps the point under the pointer, or the middle of the box, where it is. */
export function zoomTo(figure: HTMLElement, scale: number, at?: Point): void {
	const view = shownView(figure);
	const svg = drawingIn(view);
	if (!view || !svg) return;
	const before = drawnRect(svg);
	const frame = view.getBoundingClientRect();
	const x = at?.clientX ?? frame.left + frame.width / 2;
	const y = at?.clientY ?? frame.top + frame.height / 2;
	const across = (x - before.left) / before.width;
	const down = (y - before.top) / before.height;
	if (!view.style.height && document.fullscreenElement !== figure) view.style.height = `${frame.height}px`;
	figure.toggleAttribute('data-zoomed', true);
	svg.dataset['fitted'] ??= svg.getAttribute('style') ?? '';
	const width = svg.viewBox.baseVal.width * Math.min(MOST, Math.max(LEAST, scale));
	svg.setAttribute('style', `width:${width.toFixed(1)}px;max-width:none;min-width:0`);
	const after = drawnRect(svg);
	view.scrollLeft += after.left + across * after.width - x;
	view.scrollTop += after.top + down * after.height - y;
	changed(figure);
}

export function zoomBy(figure: HTMLElement, factor: number, at?: Point): void {
	const svg = drawingIn(shownView(figure));
	if (svg) zoomTo(figure, scaleOf(svg) * factor, at);
}

/** Back to how the page showed the drawing at first. */
export function resetZoom(figure: HTMLElement): void {
	for (const view of viewsOf(figure)) {
		const svg = drawingIn(view);
		const fitted = svg?.dataset['fitted'];
		if (svg && fitted !== undefined) svg.setAttribute('style', fitted);
		view.style.height = '';
		view.scrollTo({ left: 0, top: 0, behavior: 'instant' });
	}
	figure.removeAttribute('data-zoomed');
	changed(figure);
}

/** The whole width, however small that makes the text. */
export function fitWidth(figure: HTMLElement): void {
	resetZoom(figure);
	const view = shownView(figure);
	const svg = drawingIn(view);
	if (!view || !svg || view.scrollWidth <= view.clientWidth + 1) return;
	const { paddingLeft, paddingRight } = getComputedStyle(view);
	const room = view.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
	zoomTo(figure, room / svg.viewBox.baseVal.width);
}

export function panBy(view: HTMLElement | undefined, x: number, y: number): void {
	view?.scrollBy({ left: -x, top: -y, behavior: 'instant' });
}

/** Scrolls the box, not the page, until `element` is in it with some room around. */
export function reveal(view: HTMLElement, element: Element, place: 'near' | 'centre' = 'near'): void {
	const frame = view.getBoundingClientRect();
	const box = element.getBoundingClientRect();
	const shift = (from: number, to: number, low: number, high: number): number => {
		const room = Math.min(32, Math.max(0, (high - low - (to - from)) / 2));
		if (place === 'centre' || to - from > high - low) return (from + to) / 2 - (low + high) / 2;
		if (from < low + room) return from - low - room;
		return to > high - room ? to - high + room : 0;
	};
	const left = shift(box.left, box.right, frame.left, frame.right);
	const top = shift(box.top, box.bottom, frame.top, frame.bottom);
	if (left || top) view.scrollBy({ left, top, behavior: 'instant' });
}

export function changed(figure: HTMLElement): void {
	figure.dispatchEvent(new CustomEvent(CHANGED));
}
