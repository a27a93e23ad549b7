import { entryOf, focusNode, nodeOf, stepOf } from './process-nodes.ts';
import { reveal, shownView } from './zoom-view.ts';

/** Marks one step in every drawing of the figure, and lightly the flows that enter and leave it. */
export function markStep(figure: HTMLElement, step: string | undefined, as: 'current' | 'looked-at'): void {
	for (const node of figure.querySelectorAll('.diagram-node[data-step]')) {
		const marked = stepOf(node) === step;
		node.classList.toggle(`is-${as}`, marked);
		if (as === 'current') {
			if (marked) node.setAttribute('aria-current', 'step');
			else node.removeAttribute('aria-current');
		}
	}
	for (const flow of figure.querySelectorAll('[data-from][data-to]')) {
		const touches = flow.getAttribute('data-from') === step || flow.getAttribute('data-to') === step;
		flow.classList.toggle(`of-${as}`, touches);
	}
}

/** Keeps the drawing in step with the address, and adds the way back from a text to the drawing. */
export function followAddress(figure: HTMLElement): void {
	addWaysBack(figure);
	const follow = (): void => {
		const step = stepInAddress(figure);
		markStep(figure, step, 'current');
		const view = shownView(figure);
		const node = step === undefined ? undefined : nodeOf(figure, step);
		if (view && node) reveal(view, node);
	};
	addEventListener('hashchange', () => {
		follow();
		unfold();
	});
	addEventListener('popstate', follow);
	figure.addEventListener('drawingadded', follow);
	follow();
	arrive();
}

function stepInAddress(figure: HTMLElement): string | undefined {
	const name = nameInAddress();
	return name !== '' && nodeOf(figure, name) ? name : undefined;
}

function nameInAddress(): string {
	try {
		return decodeURIComponent(location.hash.slice(1));
	} catch {
		return '';
	}
}

/** What was folded away opens when the address names something inside. */
function unfold(): Element | undefined {
	const target = document.getElementById(nameInAddress()) ?? undefined;
	const folded = target?.closest('details:not([open])');
	if (!target || !folded) return target;
	folded.setAttribute('open', '');
	target.scrollIntoView({ block: 'start', behavior: 'instant' });
	return target;
}

/** The tools above the drawing moved everything below them down since the browser scrolled to the address. */
function arrive(): void {
	const [entry] = performance.getEntriesByType('navigation');
	const target = unfold();
	if (target && entry instanceof PerformanceNavigationTiming && entry.type === 'navigate')
		target.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** Shows and focuses a step in the drawing; its address becomes the page's. */
function showInDrawing(figure: HTMLElement, step: string): boolean {
	const view = shownView(figure);
	const node = nodeOf(figure, step);
	if (!view || !node) return false;
	const { hash } = location;
	if (hash !== `#${encodeURIComponent(step)}`) history.pushState(null, '', `#${encodeURIComponent(step)}`);
	markStep(figure, step, 'current');
	reveal(view, node, 'centre');
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	node.scrollIntoView({ block: 'center', inline: 'nearest', behavior: still ? 'instant' : 'smooth' });
	focusNode(node);
	return true;
}

/** Sections of the text that are about a step get the same link as the entries of the step list. */
function addWaysBack(figure: HTMLElement): void {
	for (const node of figure.querySelectorAll('.diagram-rows .diagram-node[data-step]')) {
		const step = stepOf(node);
		const link = entryOf(step)?.querySelector('[data-show-step]');
		const heading = document.getElementById(step);
		if (!link || !heading || !/^H[1-6]$/.test(heading.tagName)) continue;
		heading.insertBefore(link.cloneNode(true), heading.querySelector('.anchor'));
	}
	document.addEventListener('click', (event) => {
		if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
		const step = event.target.closest<HTMLElement>('[data-show-step]')?.dataset['showStep'];
		if (step !== undefined && showInDrawing(figure, step)) event.preventDefault();
	});
}
