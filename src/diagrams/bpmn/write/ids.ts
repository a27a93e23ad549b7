import type { ProcessModel } from '../../../model/index.ts';

/** Editors of BPMN accept no more than this in an id, although XML would. */
const PLAIN = /^[A-Za-z0-9_.-]+$/;

/** Ids of the elements of a file: unique in it, and valid whatever the steps are called. */
export interface ElementIds {
	readonly process: string;
	/** By position of the step in the model. */
	readonly steps: readonly string[];
	/** By id of the step. */
	readonly byStep: ReadonlyMap<string, string>;
}

export function elementIds({ id, steps }: ProcessModel): ElementIds {
	const process = /^[A-Za-z_]/.test(id) && PLAIN.test(id) ? id : 'Process_1';
	const taken = new Set([process]);
	const ids = steps.map((step, index) => {
		let found = PLAIN.test(step.id) ? `Step_${step.id}` : `Step_${index + 1}`;
		while (taken.has(found)) found += '_';
		taken.add(found);
		return found;
	});
	const byStep = new Map<string, string>();
	steps.forEach((step, index) => {
		if (!byStep.has(step.id)) byStep.set(step.id, ids[index] ?? '');
	});
	return { process, steps: ids, byStep };
}
