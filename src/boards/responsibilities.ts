import type {
	CompileConfig,
	Responsibility,
	ResponsibilityMatrix,
	ResponsibilityRow,
	Step,
} from '../model/index.ts';
import { type PlacedProcess, textsIn } from './process-set.ts';

export const NO_RESPONSIBILITY: Responsibility = {
	steps: 0,
	performs: 0,
	approves: 0,
	decides: 0,
	owns: false,
};

/** Counts steps by what the one who has them does there. */
export function responsibilityOf(steps: readonly Step[], owns = false): Responsibility {
	const count = (...types: readonly Step['type'][]): number =>
		steps.filter(({ type }) => types.includes(type)).length;
	return {
		steps: steps.length,
		performs: count('task', 'subprocess', 'wait'),
		approves: count('approval'),
		decides: count('decision'),
		owns,
	};
}

/**
 * Process × role, from what the documents say and nothing else: the steps in a role's lane and the owner of
 * the process. A process without steps has no row.
 */
export function responsibilities(
	processes: readonly PlacedProcess[],
	config: CompileConfig,
): ResponsibilityMatrix {
	const rows = processes.filter(({ model }) => model.steps.length > 0).map(rowOf);
	const present = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
	const declared = [...config.roles.keys()].filter((key) => present.has(key));
	return { roles: [...new Set([...declared, ...present])], rows };
}

function rowOf({ id, document, model, level, group }: PlacedProcess): ResponsibilityRow {
	const owner = document.frontmatter['owner'];
	const steps = Map.groupBy(model.steps, (step) => step.role);
	steps.delete('');
	const cells = new Map(
		[...steps].map(([role, own]) => [role, responsibilityOf(own, role === owner)] as const),
	);
	if (typeof owner === 'string' && owner !== '' && !cells.has(owner)) {
		cells.set(owner, { ...NO_RESPONSIBILITY, owns: true });
	}
	return { process: id, level, ...(group ? { group } : {}), modules: textsIn(document, 'modules'), cells };
}
