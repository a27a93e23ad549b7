import { CHANGED, changed, resetZoom, shownView } from './zoom-view.ts';

/** The choice holds for every process, on this device. */
const KEY = 'mainstay-drawing';

/** Roles as rows or as columns, or with the data objects: whichever of them this process has. */
export function wireSwitch(figure: HTMLElement): void {
	const buttons = [...figure.querySelectorAll<HTMLElement>('[data-choose-drawing]')];
	if (buttons.length === 0) return;
	const has = (drawing: string): boolean =>
		buttons.some((button) => button.dataset['chooseDrawing'] === drawing);
	const choose = (drawing: string): void => {
		unpack(figure, drawing);
		figure.dataset['drawing'] = drawing;
		resetZoom(figure);
	};
	for (const button of buttons) {
		button.addEventListener('click', () => {
			const drawing = button.dataset['chooseDrawing'] ?? '';
			choose(drawing);
			keep(drawing);
		});
	}
	const tell = (): void => {
		const shown = shownView(figure)?.dataset['zoomView'];
		for (const button of buttons)
			button.setAttribute('aria-pressed', String(button.dataset['chooseDrawing'] === shown));
	};
	figure.addEventListener(CHANGED, tell);
	addEventListener('resize', tell, { passive: true });
	const kept = read();
	if (kept && has(kept)) choose(kept);
	else changed(figure);
}

/** The drawing with data objects lies unread in the page until it is asked for. */
function unpack(figure: HTMLElement, drawing: string): void {
	const template = figure.querySelector<HTMLTemplateElement>(`.diagram-${drawing} > template`);
	template?.replaceWith(template.content);
	figure.dispatchEvent(new CustomEvent('drawingadded'));
}

function read(): string | null {
	try {
		return localStorage.getItem(KEY);
	} catch {
		return null;
	}
}

function keep(drawing: string): void {
	try {
		localStorage.setItem(KEY, drawing);
	} catch {
		// Without storage the choice holds for this page.
	}
}
