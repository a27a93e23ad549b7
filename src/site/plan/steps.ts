import type { ProcessView, Step } from '../../model/index.ts';

export interface StepExit {
	readonly to: string;
	readonly name: string;
	readonly label?: string;
	/** 0 when the target is no step of this process. */
	readonly number: number;
	readonly known: boolean;
}

export interface StepRow {
	readonly number: number;
	readonly step: Step;
	readonly lane: string;
	readonly exits: readonly StepExit[];
}

/** The steps of a process in author order, with their roles and where each leads. */
export function stepRows(process: ProcessView): StepRow[] {
	const lanes = new Map(process.lanes.map((lane) => [lane.key, lane.label]));
	const numbers = new Map(process.steps.map((step, at) => [step.id, at + 1]));
	const names = new Map(process.steps.map((step) => [step.id, step.name]));
	const exits = new Map<string, StepExit[]>();
	for (const flow of process.flows) {
		const list = exits.get(flow.from) ?? [];
		list.push({
			to: flow.to,
			name: names.get(flow.to) ?? flow.to,
			number: numbers.get(flow.to) ?? 0,
			known: numbers.has(flow.to),
			...(flow.label ? { label: flow.label } : {}),
		});
		exits.set(flow.from, list);
	}
	return process.steps.map((step, at) => ({
		number: at + 1,
		step,
		lane: lanes.get(step.role) ?? '',
		exits: exits.get(step.id) ?? [],
	}));
}
