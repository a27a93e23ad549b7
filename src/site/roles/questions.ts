import type { DocumentLink, RoleStep, RoleView, StepPlace } from '../../model/index.ts';

/** A question about a step, with what the documents answer. */
export type Question = { readonly at: StepPlace } & (
	| { readonly type: 'transaction'; readonly transaction: string; readonly system?: string }
	| { readonly type: 'next' | 'before'; readonly roles: readonly string[] }
	| { readonly type: 'runbook'; readonly runbooks: readonly DocumentLink[] }
);

/** How many of each type at most: enough to talk about for a quarter of an hour. */
const MOST = { transaction: 4, next: 2, before: 2, runbook: 3 } as const;

/**
 * Questions that somebody in this role should be able to answer, drawn evenly from all its processes and in
 * order of the map. Only what has one answer is asked: where work goes after a decision depends.
 */
export function questionsFor(role: RoleView): Question[] {
	const steps = role.processes.flatMap(({ steps: own }) => own);
	const order = new Map(steps.map((step, at) => [idOf(step), at]));
	const plain = new Set(
		steps.filter(({ type }) => type !== 'decision' && type !== 'approval' && type !== 'end').map(idOf),
	);
	const questions = [
		...spread(firstUses(steps).map(askTransaction), MOST.transaction),
		...spread(
			askRoles(role.passes, 'next').filter(({ at }) => plain.has(idOf(at))),
			MOST.next,
		),
		...spread(askRoles(role.receives, 'before'), MOST.before),
		...spread(steps.flatMap(askRunbook), MOST.runbook),
	];
	const place = (question: Question): number => order.get(idOf(question.at)) ?? 0;
	return questions.sort((a, b) => place(a) - place(b));
}

type UsedStep = RoleStep & { readonly transaction: string };

/** The first step of each transaction: asking twice for the same one teaches nothing. */
function firstUses(steps: readonly RoleStep[]): UsedStep[] {
	const known = new Set<string>();
	return steps.filter((step): step is UsedStep => {
		if (step.transaction === undefined || known.has(step.transaction)) return false;
		known.add(step.transaction);
		return true;
	});
}

function askTransaction(step: UsedStep): Question {
	const { transaction, system } = step;
	return { type: 'transaction', at: step, transaction, ...(system === undefined ? {} : { system }) };
}

function askRunbook(step: RoleStep): Question[] {
	return step.runbooks.length === 0 ? [] : [{ type: 'runbook', at: step, runbooks: step.runbooks }];
}

/** One question per step of this role; several roles where its flows lead to or come from several. */
function askRoles(handovers: RoleView['passes'], type: 'next' | 'before'): Question[] {
	const flows = handovers.flatMap(({ role, at }) =>
		at.map(({ from, to }) => ({ role, place: type === 'next' ? from : to })),
	);
	return [...Map.groupBy(flows, ({ place }) => idOf(place)).values()].flatMap((own) => {
		const [first] = own;
		return first ? [{ type, at: first.place, roles: [...new Set(own.map(({ role }) => role))] }] : [];
	});
}

function idOf({ process, step }: Pick<StepPlace, 'process' | 'step'>): string {
	return `${process}#${step}`;
}

/** At most so many, evenly from the whole list. */
function spread<T>(list: readonly T[], most: number): T[] {
	if (list.length <= most) return [...list];
	return Array.from(
		{ length: most },
		(_, index) => list[Math.floor(((index + 0.5) * list.length) / most)],
	).filter((item): item is T => item !== undefined);
}
