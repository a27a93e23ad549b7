import { addDrag, addPinch } from './zoom-drag.ts';
import { addMiniMap } from './zoom-map.ts';
import { changed, fitWidth, panBy, resetZoom, shownView, viewsOf, zoomBy, zoomTo } from './zoom-view.ts';

/** Zoom and pan for drawings. Plain scrolling stays with the page; printing shows the whole. */
const STEP = 1.25;
const PAN = 60;

function wire(figure: HTMLElement): void {
	const actions: Record<string, () => void> = {
		in: () => zoomBy(figure, STEP),
		out: () => zoomBy(figure, 1 / STEP),
		reset: () => fitWidth(figure),
		original: () => zoomTo(figure, 1),
		full: () => {
			if (document.fullscreenElement) void document.exitFullscreen();
			else figure.requestFullscreen?.().catch(() => undefined);
		},
	};
	for (const button of addTools(figure).querySelectorAll<HTMLElement>('[data-zoom-action]')) {
		button.addEventListener('click', () => actions[button.dataset['zoomAction'] ?? '']?.());
	}
	wireKeys(figure, actions);
	for (const view of viewsOf(figure)) {
		addDrag(view);
		addPinch(figure, view);
		addWheel(figure, view);
		view.addEventListener('scroll', () => changed(figure), { passive: true });
		// A drawing that is wider than the page begins in its middle, where most of them have their start.
		if (figure.classList.contains('mermaid-diagram'))
			view.scrollLeft = (view.scrollWidth - view.clientWidth) / 2;
	}
	addMiniMap(figure);
	figure.addEventListener('fullscreenchange', () => resetZoom(figure));
}

function wireKeys(figure: HTMLElement, actions: Record<string, () => void>): void {
	const pan = (x: number, y: number) => () => panBy(shownView(figure), x * PAN, y * PAN);
	const keys: Record<string, (() => void) | undefined> = {
		'+': actions['in'],
		'=': actions['in'],
		'-': actions['out'],
		'0': actions['reset'],
		'1': actions['original'],
		ArrowLeft: pan(1, 0),
		ArrowRight: pan(-1, 0),
		ArrowUp: pan(0, 1),
		ArrowDown: pan(0, -1),
	};
	figure.addEventListener('keydown', (event) => {
		const key = keys[event.key];
		if (!key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
		// Elsewhere in the figure, a table or a menu, these keys have their usual meaning.
		const target = event.target instanceof Element ? event.target : figure;
		if (target !== figure && !target.closest('[data-zoom-view], .diagram-bar')) return;
		event.preventDefault();
		key();
	});
}

function addWheel(figure: HTMLElement, view: HTMLElement): void {
	view.addEventListener(
		'wheel',
		(event) => {
			if (!event.ctrlKey && !event.metaKey) return;
			event.preventDefault();
			zoomBy(figure, event.deltaY < 0 ? 1.12 : 1 / 1.12, event);
		},
		{ passive: false },
	);
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
	const parts = copyOf(document.querySelector<HTMLTemplateElement>('#_zoom-tools'));
	const help = parts.querySelector('.diagram-help');
	if (figure.querySelector('.diagram-help')) help?.remove();
	else if (help) figure.append(help);
	parts
		.querySelector('.diagram-tools')
		?.prepend(copyOf(figure.querySelector<HTMLTemplateElement>('template[data-tools]')));
	bar.append(name, parts);
	figure.prepend(bar);
	return bar;
}

function copyOf(template: HTMLTemplateElement | null): DocumentFragment {
	return template
		? (template.content.cloneNode(true) as DocumentFragment)
		: document.createDocumentFragment();
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-zoom]')) wire(figure);
