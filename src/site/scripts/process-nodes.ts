import { drawingIn, shownView } from './zoom-view.ts';

/** A step's shape in a drawing. */
export type StepNode = SVGGraphicsElement;

/** The steps of the drawing to be seen, in flow order. */
export function shownNodes(figure: HTMLElement): StepNode[] {
	const svg = drawingIn(shownView(figure));
	return svg ? [...svg.querySelectorAll<StepNode>('.diagram-node[data-step]')] : [];
}

export function nodeOf(figure: HTMLElement, step: string): StepNode | undefined {
	return shownNodes(figure).find((node) => stepOf(node) === step);
}

export function stepOf(node: Element): string {
	return node.getAttribute('data-step') ?? '';
}

/** The step whose shape `target` belongs to. */
export function nodeAt(target: EventTarget | null): StepNode | undefined {
	if (!(target instanceof Element)) return undefined;
	return target.closest<StepNode>('.diagram-view .diagram-node[data-step]') ?? undefined;
}

/** The entry of the step list, which holds everything there is to say about a step. */
export function entryOf(step: string): HTMLElement | undefined {
	return [...document.querySelectorAll<HTMLElement>('[data-step-entry]')].find(
		(entry) => entry.dataset['stepEntry'] === step,
	);
}

/** The shape alone, without the room that its link and its focus ring take. */
export function shapeBox(node: StepNode): DOMRect {
	return (node.querySelector('.diagram-shape') ?? node).getBoundingClientRect();
}

export interface FlowEnds {
	readonly from: string;
	readonly to: string;
}

export function shownFlows(figure: HTMLElement): FlowEnds[] {
	const svg = drawingIn(shownView(figure));
	return [...(svg?.querySelectorAll('.diagram-edge[data-from]') ?? [])].map((edge) => ({
		from: edge.getAttribute('data-from') ?? '',
		to: edge.getAttribute('data-to') ?? '',
	}));
}

export function focusNode(node: StepNode): void {
	node.focus({ preventScroll: true });
}
