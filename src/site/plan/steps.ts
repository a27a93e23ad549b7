import type { ProcessView, Step } from '../../model/index.ts';

export interface StepExit {
	readonly to: string;
	readonly name: string;
	readonly label?: string;
	/** 0 when the target is no step of this process. */
	readonly number: number;
	readonly known: boolean;
	/** Leads to a step that stands above, or to the step itself: a loop. */
	readonly back: boolean;
}

/** How several ways on belong together; one plain way on has no heading. */
export type Branching = 'decision' | 'outcome' | 'depends' | 'together';

export interface StepRow {
	readonly number: number;
	readonly step: Step;
	readonly lane: string;
	readonly exits: readonly StepExit[];
	/** Left out when the step just leads to the next one, or nowhere. */
	readonly branching?: Branching;
}

/** The steps of a process in author order, with their roles and where each leads. */
export function stepRows(process: ProcessView): StepRow[] {
	const lanes = new Map(process.lanes.map((lane) => [lane.key, lane.label]));
	const exits = exitsByStep(process);
	return process.steps.map((step, at) => {
		const own = exits.get(step.id) ?? [];
		const branching = branchingOf(step, own);
		return {
			number: at + 1,
			step,
			lane: lanes.get(step.role) ?? '',
			exits: own,
			...(branching ? { branching } : {}),
		};
	});
}

function exitsByStep(process: ProcessView): Map<string, StepExit[]> {
	const numbers = new Map(process.steps.map((step, at) => [step.id, at + 1]));
	const names = new Map(process.steps.map((step) => [step.id, step.name]));
	const exits = new Map<string, StepExit[]>();
	for (const flow of process.flows) {
		const list = exits.get(flow.from) ?? [];
		const number = numbers.get(flow.to) ?? 0;
		list.push({
			to: flow.to,
			name: names.get(flow.to) ?? flow.to,
			number,
			known: number > 0,
			back: number > 0 && number <= (numbers.get(flow.from) ?? 0),
			...(flow.label ? { label: flow.label } : {}),
		});
		exits.set(flow.from, list);
	}
	return exits;
}

function branchingOf(step: Step, exits: readonly StepExit[]): Branching | undefined {
	const conditional = exits.some(({ label }) => label !== undefined);
	if (exits.length < 2 && !conditional) return undefined;
	if (step.type === 'decision') return 'decision';
	if (!conditional) return 'together';
	return step.type === 'approval' ? 'outcome' : 'depends';
}
