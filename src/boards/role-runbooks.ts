import { type DocumentGraph, type DocumentId, inForce, type RoleWork, type StepAt } from '../model/index.ts';
import { originalOf, type PlacedStep, textsIn } from './process-set.ts';

/** What runbooks themselves say of roles and processes. */
export interface RunbookFacts {
	readonly inForce: ReadonlySet<DocumentId>;
	/** Runbooks by the role that may do them. */
	readonly byRole: ReadonlyMap<string, readonly DocumentId[]>;
	readonly roles: Iterable<string>;
	/** Runbooks by `process#step`, by `process` alone where they name the whole process. */
	readonly byPlace: ReadonlyMap<string, readonly DocumentId[]>;
}

/** Reads the runbooks in force once, by id. */
export function runbookFacts(graph: DocumentGraph): RunbookFacts {
	const current = new Set<DocumentId>();
	const byRole = new Map<string, DocumentId[]>();
	const byPlace = new Map<string, DocumentId[]>();
	const put = (map: Map<string, DocumentId[]>, key: string, id: DocumentId): void => {
		const list = map.get(key);
		if (list) list.push(id);
		else map.set(key, [id]);
	};
	for (const id of [...graph.byId.keys()].sort()) {
		const document = originalOf(graph, id);
		if (document?.kind !== 'runbook' || !inForce(document)) continue;
		current.add(id);
		for (const role of new Set(textsIn(document, 'roles'))) if (role !== '') put(byRole, role, id);
		for (const place of placesIn(document.frontmatter['processes'])) put(byPlace, place, id);
	}
	return { inForce: current, byRole, roles: byRole.keys(), byPlace };
}

function placesIn(value: unknown): string[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((entry: { process?: unknown; step?: unknown }) => {
		if (typeof entry.process !== 'string') return [];
		return typeof entry.step === 'string' ? [`${entry.process}#${entry.step}`] : [entry.process];
	});
}

type Known = { at: Map<string, StepAt>; wholeProcess: Set<DocumentId>; declared: boolean };

/**
 * The runbooks that a role should know, in order of the map: those that its steps name, those that name its
 * steps or a process it takes part in, then those that only name the role.
 */
export function runbooksOf(
	role: string,
	steps: readonly PlacedStep[],
	facts: RunbookFacts,
): RoleWork['runbooks'] {
	const known = new Map<DocumentId, Known>();
	const know = (id: DocumentId): Known | undefined => {
		if (!facts.inForce.has(id)) return undefined;
		const entry = known.get(id) ?? { at: new Map(), wholeProcess: new Set(), declared: false };
		known.set(id, entry);
		return entry;
	};
	for (const { process, step } of steps) {
		const place = `${process.id}#${step.id}`;
		const at = { process: process.id, step: step.id };
		for (const id of [...step.runbooks, ...(facts.byPlace.get(place) ?? [])]) know(id)?.at.set(place, at);
	}
	for (const id of new Set(steps.map(({ process }) => process.id))) {
		for (const runbook of facts.byPlace.get(id) ?? []) know(runbook)?.wholeProcess.add(id);
	}
	for (const id of facts.byRole.get(role) ?? []) {
		const entry = know(id);
		if (entry) entry.declared = true;
	}
	return [...known].map(([id, { at, wholeProcess, declared }]) => ({
		id,
		at: [...at.values()],
		wholeProcess: [...wholeProcess],
		declared,
	}));
}
