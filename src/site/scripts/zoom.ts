import { addDrag } from './zoom-drag.ts';

/** Zoom and pan for drawings. Plain scrolling stays with the page; printing shows the whole. */
const STEP = 1.25;
const LEAST = 0.5;
const MOST = 4;

function wire(figure: HTMLElement): void {
	const views = [...figure.querySelectorAll<HTMLElement>('[data-zoom-view]')];
	const place = { scale: 1, x: 0, y: 0 };
	const shown = (): HTMLElement | undefined => views.find((view) => view.offsetParent !== null);
	const draw = (): void => {
		const whole = place.scale === 1 && place.x === 0 && place.y === 0;
		figure.toggleAttribute('data-zoomed', !whole);
		const svg = shown()?.querySelector('svg');
		if (!svg) return;
		svg.style.transformOrigin = '0 0';
		svg.style.transform = whole ? '' : `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
	};
	const reset = (): void => {
		Object.assign(place, { scale: 1, x: 0, y: 0 });
		draw();
	};
	const pan = (x: number, y: number): void => {
		place.x += x;
		place.y += y;
		draw();
	};
	/** Keeps the point under the pointer, or the middle, where it is. */
	const zoom = (factor: number, at?: { clientX: number; clientY: number }): void => {
		const box = shown()?.getBoundingClientRect();
		if (!box) return;
		const x = at ? at.clientX - box.left : box.width / 2;
		const y = at ? at.clientY - box.top : box.height / 2;
		const scale = Math.min(MOST, Math.max(LEAST, place.scale * factor));
		place.x = x - ((x - place.x) * scale) / place.scale;
		place.y = y - ((y - place.y) * scale) / place.scale;
		place.scale = scale;
		draw();
	};
	const actions: Record<string, () => void> = {
		in: () => zoom(STEP),
		out: () => zoom(1 / STEP),
		reset,
		full: () => {
			if (document.fullscreenElement) void document.exitFullscreen();
			else figure.requestFullscreen?.().catch(() => undefined);
		},
	};
	for (const button of addTools(figure).querySelectorAll<HTMLElement>('[data-zoom-action]')) {
		button.addEventListener('click', () => actions[button.dataset['zoomAction'] ?? '']?.());
	}
	const keys: Record<string, () => void> = {
		'+': () => zoom(STEP),
		'=': () => zoom(STEP),
		'-': () => zoom(1 / STEP),
		'0': reset,
		ArrowLeft: () => pan(60, 0),
		ArrowRight: () => pan(-60, 0),
		ArrowUp: () => pan(0, 60),
		ArrowDown: () => pan(0, -60),
	};
	figure.addEventListener('keydown', (event) => {
		const key = keys[event.key];
		if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.target instanceof Element && event.target.closest('details')) return;
		event.preventDefault();
		key();
	});
	for (const view of views) {
		addDrag(view, pan);
		view.addEventListener(
			'wheel',
			(event) => {
				if (!event.ctrlKey && !event.metaKey) return;
				event.preventDefault();
				zoom(event.deltaY < 0 ? 1.12 : 1 / 1.12, event);
			},
			{ passive: false },
		);
	}
	// A drawing that is wider than the page begins in its middle, where most of them have their start.
	if (figure.classList.contains('mermaid-diagram')) {
		for (const view of views) view.scrollLeft = (view.scrollWidth - view.clientWidth) / 2;
	}
	document.addEventListener('fullscreenchange', reset);
	addEventListener('beforeprint', reset);
}

/** The bar above a drawing, from the page's template, with the drawing's name. */
function addTools(figure: HTMLElement): HTMLElement {
	const bar = document.createElement('div');
	bar.className = 'diagram-bar';
	const name = document.createElement('p');
	name.className = 'rail-title';
	name.textContent =
		figure.querySelector('figcaption')?.textContent ??
		figure.getAttribute('aria-label')?.split(': ')[0] ??
		'';
	const template = document.querySelector<HTMLTemplateElement>('#_zoom-tools');
	const parts = template
		? (template.content.cloneNode(true) as DocumentFragment)
		: document.createDocumentFragment();
	const help = parts.querySelector('.diagram-help');
	if (help) figure.append(help);
	bar.append(name, parts);
	figure.prepend(bar);
	return bar;
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-zoom]')) wire(figure);
