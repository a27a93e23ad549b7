/** A box on a plane, with the name of what stands there. */
export interface Placed {
	readonly step: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much worse it is to lie beside the direction than further along it. */
const ASIDE = 2;

/**
 * The step that an arrow key leads to: the nearest one in that direction that a flow connects with
 * this one, whichever way the flow runs; else the nearest one that simply lies there.
 */
export function neighbour(
	nodes: readonly Placed[],
	flows: readonly { readonly from: string; readonly to: string }[],
	step: string,
	direction: Direction,
): string | undefined {
	const here = nodes.find((node) => node.step === step);
	if (!here) return undefined;
	const connected = new Set(
		flows.flatMap(({ from, to }) => (from === step ? [to] : to === step ? [from] : [])),
	);
	const others = nodes.filter((node) => node.step !== step);
	const near = others.filter((node) => connected.has(node.step));
	return nearest(here, near, direction, 2.5) ?? nearest(here, others, direction, 4);
}

/** `cone` is how far aside a box may lie, in lengths of the way along the direction. */
function nearest(
	here: Placed,
	nodes: readonly Placed[],
	direction: Direction,
	cone: number,
): string | undefined {
	let best: { step: string; cost: number } | undefined;
	for (const node of nodes) {
		const { along, aside } = offset(here, node, direction);
		if (along <= 1 || aside > along * cone) continue;
		const cost = along + aside * ASIDE;
		if (!best || cost < best.cost) best = { step: node.step, cost };
	}
	return best?.step;
}

function offset(here: Placed, node: Placed, direction: Direction): { along: number; aside: number } {
	const x = node.x + node.width / 2 - (here.x + here.width / 2);
	const y = node.y + node.height / 2 - (here.y + here.height / 2);
	switch (direction) {
		case 'left':
			return { along: -x, aside: Math.abs(y) };
		case 'right':
			return { along: x, aside: Math.abs(y) };
		case 'up':
			return { along: -y, aside: Math.abs(x) };
		case 'down':
			return { along: y, aside: Math.abs(x) };
	}
}
