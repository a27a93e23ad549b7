import { copyInto } from './process-copy.ts';
import { factsOf } from './process-facts.ts';
import { markStep } from './process-highlight.ts';
import {
	focusNode,
	nodeOf,
	type StepNode,
	shapeBox,
	shownFlows,
	shownNodes,
	stepOf,
} from './process-nodes.ts';
import { type Avoid, placeBeside } from './process-place.ts';
import { type Rect, shownView } from './zoom-view.ts';

export interface PanelState {
	readonly figure: HTMLElement;
	readonly root: HTMLElement;
	readonly copyButton: HTMLElement | null;
	step: string | undefined;
	/** At the bottom of a small screen, opened by touch. */
	sheet: boolean;
	timer: number;
}

/** Opens the panel about a step. */
export function show(state: PanelState, node: StepNode, sheet = false): void {
	clearTimeout(state.timer);
	const step = stepOf(node);
	if (state.step === step && state.sheet === sheet) return;
	const { root } = state;
	const body = root.querySelector<HTMLElement>('.step-panel-facts');
	const facts = factsOf(step, { before: body?.dataset['before'] ?? '', next: body?.dataset['next'] ?? '' });
	if (!facts || !body) return;
	root.querySelector('.step-panel-head')?.replaceChildren(facts.head);
	body.replaceChildren(facts.facts);
	root.setAttribute('aria-label', facts.name);
	root
		.querySelector('.step-panel-open')
		?.setAttribute('href', node.getAttribute('href') ?? `#${encodeURIComponent(step)}`);
	const code = body.querySelector('.step-transaction code');
	if (code && state.copyButton && navigator.clipboard)
		code.after(copyInto(state.copyButton, code.textContent ?? ''));
	Object.assign(state, { step, sheet });
	root.classList.toggle('is-sheet', sheet);
	root.hidden = false;
	root.scrollTop = 0;
	markStep(state.figure, step, 'looked-at');
	settle(state);
}

/** Closes it and leaves the focus where it is. */
export function hide(state: PanelState): void {
	clearTimeout(state.timer);
	if (state.step === undefined) return;
	state.step = undefined;
	state.root.hidden = true;
	markStep(state.figure, undefined, 'looked-at');
}

/** Closes it; a focus inside goes back to the step. */
export function leave(state: PanelState): void {
	const node = state.step === undefined ? undefined : nodeOf(state.figure, state.step);
	const inside = state.root.contains(document.activeElement);
	hide(state);
	if (inside && node) {
		focusNode(node);
		// The step's focus opens the panel; it was closed on purpose.
		hide(state);
	}
}

/** Moves the focus into the open panel. */
export function enter(state: PanelState): boolean {
	if (state.step === undefined) return false;
	const first = linksOf(state.root)[0] ?? state.root;
	first.focus({ preventScroll: true });
	return true;
}

/** Puts the panel where it covers least, or away when its step is out of sight. */
export function settle(state: PanelState): void {
	const { figure, root, step, sheet } = state;
	const node = step === undefined ? undefined : nodeOf(figure, step);
	const view = shownView(figure);
	if (!node || !view) {
		hide(state);
		return;
	}
	if (sheet) {
		root.style.removeProperty('left');
		root.style.removeProperty('top');
		return;
	}
	const box = shapeBox(node);
	const frame = view.getBoundingClientRect();
	const inSight =
		box.bottom > Math.max(0, frame.top) &&
		box.top < Math.min(innerHeight, frame.bottom) &&
		box.right > frame.left &&
		box.left < frame.right;
	if (!inSight && !root.contains(document.activeElement)) {
		hide(state);
		return;
	}
	const panel = { width: root.offsetWidth, height: root.offsetHeight };
	const { left, top } = placeBeside(box, panel, roomOfPage(), toKeepInSight(figure, node));
	root.style.left = `${left}px`;
	root.style.top = `${top}px`;
}

/** The other steps; those that a flow connects with this one are looked at next. */
function toKeepInSight(figure: HTMLElement, node: StepNode): Avoid[] {
	const step = stepOf(node);
	const near = new Set(
		shownFlows(figure).flatMap(({ from, to }) => (from === step ? [to] : to === step ? [from] : [])),
	);
	return shownNodes(figure)
		.filter((each) => each !== node)
		.map((each) => {
			const { left, top, width, height } = shapeBox(each);
			return { left, top, width, height, weight: near.has(stepOf(each)) ? 8 : 1 };
		});
}

function roomOfPage(): Rect {
	const header = document.fullscreenElement ? 0 : (document.querySelector('.site-header')?.clientHeight ?? 0);
	const width = document.documentElement.clientWidth;
	return { left: 0, top: header, width, height: innerHeight - header };
}

/** What Tab stops at inside it. */
export function linksOf(root: HTMLElement): HTMLElement[] {
	return [...root.querySelectorAll<HTMLElement>('a[href], button')].filter(
		(each) => each.getClientRects().length > 0,
	);
}
