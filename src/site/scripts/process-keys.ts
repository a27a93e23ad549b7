import { type Direction, neighbour, type Placed } from './process-neighbours.ts';
import {
	focusNode,
	nodeAt,
	type StepNode,
	shapeBox,
	shownFlows,
	shownNodes,
	stepOf,
} from './process-nodes.ts';
import type { Panel } from './process-panel.ts';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down',
};

/** Walking through the drawing with the keyboard. Tab and Enter are the browser's own, for steps are links. */
export function wireKeys(figure: HTMLElement, panel: Panel): void {
	const stage = figure.querySelector<HTMLElement>('.diagram-stage') ?? figure;
	const end = addEnd(stage);
	stage.addEventListener('keydown', (event) => {
		const node = nodeAt(event.target);
		if (!node || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		if (event.key === 'Escape' && panel.step === undefined) {
			end.focus({ preventScroll: true });
			event.preventDefault();
			return;
		}
		if (event.key === ' ') {
			event.preventDefault();
			panel.enter();
			return;
		}
		const to = targetOf(figure, node, event.key);
		if (to === undefined) return;
		event.preventDefault();
		if (to) focusNode(to);
	});
}

/** Null: a key of ours that leads nowhere from here. */
function targetOf(figure: HTMLElement, node: StepNode, key: string): StepNode | null | undefined {
	const nodes = shownNodes(figure);
	if (key === 'Home') return nodes[0] ?? null;
	if (key === 'End') return nodes.at(-1) ?? null;
	const direction = DIRECTIONS[key];
	if (!direction) return undefined;
	const step = neighbour(nodes.map(placed), shownFlows(figure), stepOf(node), direction);
	return nodes.find((each) => stepOf(each) === step) ?? null;
}

function placed(node: StepNode): Placed {
	const { x, y, width, height } = shapeBox(node);
	return { step: stepOf(node), x, y, width, height };
}

/** Where the focus goes when it leaves the drawing: Tab goes on from here to what follows. */
function addEnd(stage: HTMLElement): HTMLElement {
	const end = document.createElement('span');
	end.className = 'drawing-end';
	end.tabIndex = -1;
	stage.append(end);
	return end;
}
