import {
	type CompileConfig,
	DATA_ACCESS,
	type DataAccess,
	type DataDictionary,
	type DocumentGraph,
	type DocumentId,
	inForce,
	type RoleWork,
	type StepAt,
} from '../model/index.ts';
import { handoversOf } from './handovers.ts';
import { originalOf, type PlacedProcess, type PlacedStep, stepsOf } from './process-set.ts';
import { readingPath } from './reading-path.ts';
import { responsibilityOf } from './responsibilities.ts';
import { type RunbookFacts, runbookFacts, runbooksOf } from './role-runbooks.ts';

/** What the boards of roles are made from. */
export interface WorkSet {
	readonly graph: DocumentGraph;
	readonly config: CompileConfig;
	readonly processes: readonly PlacedProcess[];
	readonly dictionary: DataDictionary;
}

/**
 * What each role does, over all processes: those that mainstay.yaml declares in its order, also without any
 * work, then those that only steps and owners name.
 */
export function roleWork(set: WorkSet): RoleWork[] {
	const steps = Map.groupBy(stepsOf(set.processes), ({ step }) => step.role);
	steps.delete('');
	const owned = ownedByRole(set.graph);
	const handovers = handoversOf(set.processes);
	const runbooks = runbookFacts(set.graph);
	const keys = new Set([...set.config.roles.keys(), ...steps.keys(), ...owned.keys(), ...runbooks.roles]);
	return [...keys].map((key) => {
		const owns = owned.get(key) ?? [];
		return {
			...workOf(set, key, steps.get(key) ?? [], owns, runbooks),
			receives: handovers.into(key),
			passes: handovers.outOf(key),
			owns,
		};
	});
}

function workOf(
	set: WorkSet,
	key: string,
	steps: readonly PlacedStep[],
	owns: readonly DocumentId[],
	facts: RunbookFacts,
): Omit<RoleWork, 'receives' | 'passes' | 'owns'> {
	const processes = [...Map.groupBy(steps, ({ process }) => process)];
	const runbooks = runbooksOf(key, steps, facts);
	const counts = responsibilityOf(
		steps.map(({ step }) => step),
		owns.length > 0,
	);
	return {
		key,
		counts: { ...counts, processes: processes.length },
		processes: processes.map(([{ id, group }, own]) => ({
			process: id,
			...(group ? { group } : {}),
			steps: own.map(({ step }) => step.id),
		})),
		transactions: transactionsOf(steps),
		runbooks,
		systems: systemsOf(steps),
		data: dataOf(steps, set.dictionary),
		reading: readingPath(
			key,
			processes.map(([process]) => process),
			runbooks.map(({ id }) => id),
			set.graph,
		),
	};
}

/** One entry per transaction and system, in order of first use. */
function transactionsOf(steps: readonly PlacedStep[]): RoleWork['transactions'] {
	const used = steps.filter(({ step }) => step.transaction !== undefined);
	const groups = Map.groupBy(used, ({ step }) => JSON.stringify([step.transaction, step.system]));
	return [...groups.values()].map((own) => {
		const { transaction = '', system } = own[0]?.step ?? {};
		return { transaction, ...(system === undefined ? {} : { system }), at: own.map(placeOf) };
	});
}

/** The system that most steps are done in comes first. */
function systemsOf(steps: readonly PlacedStep[]): RoleWork['systems'] {
	const groups = Map.groupBy(steps, ({ step }) => step.system);
	return [...groups]
		.flatMap(([system, own]) => (system === undefined ? [] : [{ system, steps: own.length }]))
		.sort((a, b) => b.steps - a.steps);
}

/** Objects that the steps leave other than they were. */
function dataOf(steps: readonly PlacedStep[], dictionary: DataDictionary): RoleWork['data'] {
	const uses = steps.flatMap((placed) =>
		placed.step.data.flatMap(({ object, access }) => {
			const known = dictionary.byName.get(object);
			return known && access && access !== 'read' ? [{ key: known.key, access, placed }] : [];
		}),
	);
	return [...Map.groupBy(uses, ({ key }) => key)].map(([object, own]) => ({
		object,
		access: inOrder(own.map(({ access }) => access)),
		at: uniquePlaces(own.map(({ placed }) => placeOf(placed))),
	}));
}

function inOrder(found: readonly DataAccess[]): DataAccess[] {
	return DATA_ACCESS.filter((access) => found.includes(access));
}

function uniquePlaces(places: readonly StepAt[]): StepAt[] {
	return [...new Map(places.map((place) => [`${place.process}#${place.step}`, place])).values()];
}

function placeOf({ process, step }: PlacedStep): StepAt {
	return { process: process.id, step: step.id };
}

/** Documents in force by the role that answers for them. */
function ownedByRole(graph: DocumentGraph): Map<string, DocumentId[]> {
	const owned = new Map<string, DocumentId[]>();
	for (const id of [...graph.byId.keys()].sort()) {
		const document = originalOf(graph, id);
		const owner = document?.frontmatter['owner'];
		if (!document || typeof owner !== 'string' || owner === '' || !inForce(document)) continue;
		owned.set(owner, [...(owned.get(owner) ?? []), id]);
	}
	return owned;
}
