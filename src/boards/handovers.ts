import type { Handover, HandoverAt } from '../model/index.ts';
import type { PlacedProcess } from './process-set.ts';

export interface Handovers {
	/** Who hands over to a role; the most frequent first. */
	into(role: string): Handover[];
	/** Whom a role hands over to. */
	outOf(role: string): Handover[];
}

interface Crossing {
	readonly giver: string;
	readonly taker: string;
	readonly at: HandoverAt;
}

/** The flows that lead from one role's lane into another's, in all processes. */
export function handoversOf(processes: readonly PlacedProcess[]): Handovers {
	const crossings = processes.flatMap(crossingsOf);
	const into = Map.groupBy(crossings, ({ taker }) => taker);
	const outOf = Map.groupBy(crossings, ({ giver }) => giver);
	return {
		into: (role) => byOther(into.get(role) ?? [], ({ giver }) => giver),
		outOf: (role) => byOther(outOf.get(role) ?? [], ({ taker }) => taker),
	};
}

function crossingsOf({ id, model }: PlacedProcess): Crossing[] {
	const roles = new Map(model.steps.map((step) => [step.id, step.role]));
	return model.flows.flatMap(({ from, to }) => {
		const giver = roles.get(from);
		const taker = roles.get(to);
		if (!giver || !taker || giver === taker) return [];
		return [{ giver, taker, at: { process: id, from, to } }];
	});
}

function byOther(crossings: readonly Crossing[], other: (crossing: Crossing) => string): Handover[] {
	return [...Map.groupBy(crossings, other)]
		.map(([role, own]) => ({ role, at: own.map(({ at }) => at) }))
		.sort((a, b) => b.at.length - a.at.length);
}
