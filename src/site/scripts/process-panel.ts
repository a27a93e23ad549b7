import { focusNode, nodeAt, type StepNode, shapeBox, shownNodes, stepOf } from './process-nodes.ts';
import { enter, hide, leave, linksOf, type PanelState, settle, show } from './process-panel-view.ts';
import { CHANGED, reveal, shownView } from './zoom-view.ts';

/** Long enough that passing over a step does not flicker, short enough to feel immediate; milliseconds. */
const SHOW_AFTER = 160;
/** Long enough for the pointer to cross from the step to the panel. */
const HIDE_AFTER = 300;

/** The panel beside a step: one for the whole drawing. */
export interface Panel {
	/** The step it is about, while it is open. */
	readonly step: string | undefined;
	hide(): void;
	/** Moves the focus into it; false when it is closed. */
	enter(): boolean;
}

export function wirePanel(figure: HTMLElement): Panel {
	const template = document.querySelector<HTMLTemplateElement>('#_step-panel');
	const parts = template?.content.cloneNode(true);
	const root = parts instanceof DocumentFragment ? parts.querySelector<HTMLElement>('.step-panel') : null;
	const copyButton =
		parts instanceof DocumentFragment ? parts.querySelector<HTMLElement>('.copy-transaction') : null;
	if (!root) return { step: undefined, hide: () => undefined, enter: () => false };
	figure.append(root);
	const state: PanelState = { figure, root, copyButton, step: undefined, sheet: false, timer: 0 };
	wirePointer(state);
	wireFocus(state);
	wireTouch(state);
	root.querySelector('.step-panel-close')?.addEventListener('click', () => leave(state));
	root.addEventListener('click', (event) => {
		// Following a link within the page: the panel has done its work.
		if (event.target instanceof Element && event.target.closest('a[href^="#"]')) hide(state);
	});
	const again = (): void => settle(state);
	figure.addEventListener(CHANGED, again);
	addEventListener('scroll', again, { passive: true });
	addEventListener('resize', again, { passive: true });
	return {
		get step() {
			return state.step;
		},
		hide: () => hide(state),
		enter: () => enter(state),
	};
}

function wirePointer(state: PanelState): void {
	const { figure, root } = state;
	const later = (action: () => void, after: number): void => {
		clearTimeout(state.timer);
		state.timer = window.setTimeout(action, after);
	};
	figure.addEventListener('pointerover', (event) => {
		if (event.pointerType === 'touch' || state.sheet) return;
		const node = nodeAt(event.target);
		if (node && event.buttons === 0)
			later(() => show(state, node), state.step ? SHOW_AFTER * 1.5 : SHOW_AFTER);
		else if (event.target instanceof Node && root.contains(event.target)) clearTimeout(state.timer);
	});
	figure.addEventListener('pointerout', (event) => {
		if (event.pointerType === 'touch' || state.sheet) return;
		const to = event.relatedTarget;
		if (to instanceof Node && root.contains(to)) return;
		if (document.activeElement && root.contains(document.activeElement)) return;
		later(() => hide(state), HIDE_AFTER);
	});
	figure.addEventListener('pointerdown', (event) => {
		if (event.pointerType !== 'touch' && event.target instanceof Node && !root.contains(event.target))
			hide(state);
	});
}

function wireFocus(state: PanelState): void {
	const { figure, root } = state;
	figure.addEventListener('focusin', (event) => {
		const node = nodeAt(event.target);
		if (!node?.matches(':focus-visible')) return;
		const view = shownView(figure);
		if (view) reveal(view, node);
		show(state, node);
	});
	figure.addEventListener('focusout', (event) => {
		const to = event.relatedTarget;
		if (!state.sheet && to instanceof Node && !root.contains(to) && !nodeAt(to)) hide(state);
	});
	document.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape' || state.step === undefined) return;
		event.preventDefault();
		leave(state);
	});
	root.addEventListener('keydown', (event) => stayInOrder(state, event));
}

/** Leaving the panel with Tab goes on to the next step, and back to its own. */
function stayInOrder(state: PanelState, event: KeyboardEvent): void {
	if (event.key !== 'Tab' || state.sheet || state.step === undefined) return;
	const links = linksOf(state.root);
	const at = links.indexOf(document.activeElement as HTMLElement);
	const nodes = shownNodes(state.figure);
	const here = nodes.findIndex((node) => stepOf(node) === state.step);
	const to = event.shiftKey
		? at <= 0
			? nodes[here]
			: undefined
		: at === links.length - 1
			? nodes[here + 1]
			: undefined;
	if (!to) return;
	event.preventDefault();
	focusNode(to);
}

/** With a finger the first tap shows the facts at the bottom of the screen, the second one opens. */
function wireTouch(state: PanelState): void {
	let touch = false;
	state.figure.addEventListener('pointerdown', (event) => {
		touch = event.pointerType === 'touch';
	});
	state.figure.addEventListener('click', (event) => {
		const node = nodeAt(event.target);
		if (!touch || !node || event.defaultPrevented) return;
		if (state.sheet && state.step === stepOf(node)) {
			hide(state);
			return;
		}
		event.preventDefault();
		show(state, node, true);
		clearOfSheet(state, node);
	});
	document.addEventListener('pointerdown', (event) => {
		if (state.sheet && event.target instanceof Node && !state.figure.contains(event.target)) hide(state);
	});
}

/** The page scrolls as far as the sheet would cover the step. */
function clearOfSheet({ root, figure }: PanelState, node: StepNode): void {
	const view = shownView(figure);
	if (view) reveal(view, node);
	const hidden = shapeBox(node).bottom - root.getBoundingClientRect().top + 24;
	if (hidden > 0) scrollBy({ top: hidden, behavior: 'instant' });
}
