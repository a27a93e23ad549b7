import { focusNode, nodeAt, nodeOf, stepOf } from './process-nodes.ts';

/** The step by which the reader left the drawing, kept with its entry in the browser's history. */
const LEFT_BY = 'leftBy';

/** After Enter on a step the back button leads back to that step, not to the beginning of the page. */
export function wireReturn(figure: HTMLElement): void {
	figure.addEventListener('click', (event) => {
		const node = nodeAt(event.target);
		// A click that no pointer made is the Enter key.
		if (!node || event.detail !== 0 || event.defaultPrevented) return;
		history.replaceState({ ...stateOf(history.state), [LEFT_BY]: stepOf(node) }, '');
	});
	addEventListener('popstate', ({ state }) => comeBack(figure, state));
	const [entry] = performance.getEntriesByType('navigation');
	if (entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward')
		comeBack(figure, history.state);
}

function comeBack(figure: HTMLElement, state: unknown): void {
	const step = stateOf(state)[LEFT_BY];
	const node = typeof step === 'string' ? nodeOf(figure, step) : undefined;
	if (node) focusNode(node);
}

function stateOf(state: unknown): Record<string, unknown> {
	return typeof state === 'object' && state !== null ? { ...state } : {};
}
