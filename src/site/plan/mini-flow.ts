import type { ProcessView, Step } from '../../model/index.ts';

/** A process drawn so small that only its shape shows: path data in user units of one drawing. */
export interface MiniFlow {
	readonly width: number;
	readonly height: number;
	/** Role keys of the lanes, from the top. */
	readonly lanes: readonly string[];
	/** Tasks, approvals, subprocesses, waits: filled boxes. */
	readonly tasks: string;
	readonly decisions: string;
	/** Where it starts and ends. */
	readonly ends: string;
	readonly flows: string;
}

const COLUMN = 26;
export const MINI_LANE = 20;
const TASK = { width: 16, height: 9 };
const DECISION = 6;
const END = 4.5;

interface Place {
	readonly x: number;
	readonly y: number;
	/** Half the width of its shape. */
	readonly reach: number;
}

/** Columns follow the longest way from the start, rows are lanes; a step whose cell is taken moves right. */
export function miniFlowOf({
	steps,
	lanes,
	flows,
}: Pick<ProcessView, 'steps' | 'lanes' | 'flows'>): MiniFlow | undefined {
	if (steps.length === 0) return undefined;
	const places = placeSteps(steps, lanes, flows);
	const paths = { tasks: '', decisions: '', ends: '' };
	for (const step of steps) {
		const place = places.get(step.id);
		if (place) paths[shapeOf(step)] += drawShape(step, place);
	}
	const lines = flows.map(({ from, to }) => drawFlow(places.get(from), places.get(to))).join('');
	const right = Math.max(...[...places.values()].map(({ x }) => x));
	return {
		width: right + COLUMN / 2,
		height: Math.max(1, lanes.length) * MINI_LANE,
		lanes: lanes.map(({ key }) => key),
		...paths,
		flows: lines,
	};
}

function placeSteps(
	steps: readonly Step[],
	lanes: ProcessView['lanes'],
	flows: ProcessView['flows'],
): Map<string, Place> {
	const order = new Map(steps.map((step, at) => [step.id, at]));
	const columns = new Map<string, number>();
	const taken = new Set<string>();
	const places = new Map<string, Place>();
	for (const step of steps) {
		const before = flows
			.filter(({ from, to }) => to === step.id && (order.get(from) ?? steps.length) < (order.get(to) ?? 0))
			.map(({ from }) => (columns.get(from) ?? 0) + 1);
		const row = Math.max(
			0,
			lanes.findIndex(({ key }) => key === step.role),
		);
		let column = Math.max(0, ...before);
		while (taken.has(`${row}/${column}`)) column++;
		taken.add(`${row}/${column}`);
		columns.set(step.id, column);
		const reach = { tasks: TASK.width / 2, decisions: DECISION, ends: END }[shapeOf(step)];
		places.set(step.id, { x: column * COLUMN + COLUMN / 2, y: row * MINI_LANE + MINI_LANE / 2, reach });
	}
	return places;
}

function shapeOf({ type }: Step): 'tasks' | 'decisions' | 'ends' {
	if (type === 'decision') return 'decisions';
	return type === 'start' || type === 'end' ? 'ends' : 'tasks';
}

function drawShape(step: Step, { x, y }: Place): string {
	switch (shapeOf(step)) {
		case 'tasks':
			return `M${x - TASK.width / 2} ${y - TASK.height / 2}h${TASK.width}v${TASK.height}h${-TASK.width}z`;
		case 'decisions':
			return `M${x} ${y - DECISION}l${DECISION} ${DECISION}l${-DECISION} ${DECISION}l${-DECISION} ${-DECISION}z`;
		case 'ends':
			return `M${x - END} ${y}a${END} ${END} 0 1 0 ${2 * END} 0a${END} ${END} 0 1 0 ${-2 * END} 0z`;
	}
}

/** Forward and across: to the gap before the target, then along its lane. A way back is not drawn: it would only be clutter. */
function drawFlow(from: Place | undefined, to: Place | undefined): string {
	if (!from || !to || to.x <= from.x) return '';
	const start = `M${from.x + from.reach} ${from.y}`;
	if (from.y === to.y) return `${start}H${to.x - to.reach}`;
	return `${start}H${to.x - COLUMN / 2}V${to.y}H${to.x - to.reach}`;
}
