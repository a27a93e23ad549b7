import { type Document, type DocumentGraph, type DocumentId, inForce } from '../model/index.ts';

/**
 * What the other documents say of one process. Logs and runbooks count once, in whatever languages they
 * exist, and not at all once superseded or retired.
 */
export interface ProcessRecord {
	/** The version that stands for all languages: the first configured one. */
	readonly document: Document;
	readonly steps: readonly StepRecord[];
	/** Incident logs that name the process, open ones included. */
	readonly incidents: readonly Document[];
	/** Runbooks that its steps name or that name it. */
	readonly runbooks: readonly DocumentId[];
	/** Dates of finished reviews: its own fields and process-review logs. */
	readonly reviews: readonly string[];
}

export interface StepRecord {
	readonly id: string;
	readonly role: string;
	readonly system: string;
	/** Runbooks that the step names or that name the step. */
	readonly runbooks: readonly DocumentId[];
	/** Incident logs that name the step. */
	readonly incidents: number;
}

/** Every process by id, with the logs and runbooks that refer to it. */
export function processRecords(graph: DocumentGraph): Map<DocumentId, ProcessRecord> {
	const documents = [...graph.byId.values()].flatMap((versions) => [...versions.values()].slice(0, 1));
	const logs = groupBy(documents, 'system-log', (log) => textsOf([log.frontmatter['process']]));
	const runbooks = groupBy(documents, 'runbook', (runbook) =>
		recordsOf(runbook.frontmatter['processes']).flatMap(({ process }) => textsOf([process])),
	);
	return new Map(
		documents
			.filter(({ kind }) => kind === 'process')
			.map((document) => [
				document.id,
				recordOf(document, logs.get(document.id) ?? [], runbooks.get(document.id) ?? []),
			]),
	);
}

function recordOf(
	document: Document,
	logs: readonly Document[],
	runbooks: readonly Document[],
): ProcessRecord {
	const incidents = logs.filter((log) => log.frontmatter['logType'] === 'incident');
	const steps = recordsOf(document.frontmatter['steps']).map((step) =>
		stepOf(document.id, step, incidents, runbooks),
	);
	const named = [...steps.flatMap((step) => step.runbooks), ...runbooks.map(({ id }) => id)];
	return { document, steps, incidents, runbooks: [...new Set(named)], reviews: reviewsOf(document, logs) };
}

function stepOf(
	process: DocumentId,
	step: Readonly<Record<string, unknown>>,
	incidents: readonly Document[],
	runbooks: readonly Document[],
): StepRecord {
	const id = String(step['id'] ?? '');
	const naming = runbooks.filter((runbook) =>
		recordsOf(runbook.frontmatter['processes']).some(
			(each) => each['process'] === process && each['step'] === id,
		),
	);
	return {
		id,
		role: String(step['role'] ?? ''),
		system: String(step['system'] ?? ''),
		runbooks: [...new Set([...textsOf(step['runbooks']), ...naming.map((each) => each.id)])],
		incidents: incidents.filter((log) => log.frontmatter['step'] === id).length,
	};
}

function reviewsOf(document: Document, logs: readonly Document[]): string[] {
	const { review, fitReview } = document.frontmatter;
	const own = [review, fitReview].flatMap((each) => recordsOf([each]).flatMap(({ on }) => textsOf([on])));
	const logged = logs
		.filter(
			({ frontmatter }) => frontmatter['logType'] === 'process-review' && frontmatter['outcome'] !== 'open',
		)
		.flatMap(({ frontmatter }) => textsOf([frontmatter['date']]));
	return [...own, ...logged].sort();
}

function groupBy(
	documents: readonly Document[],
	kind: Document['kind'],
	processesOf: (document: Document) => readonly string[],
): Map<DocumentId, Document[]> {
	const groups = new Map<DocumentId, Document[]>();
	for (const document of documents) {
		if (document.kind !== kind || !inForce(document)) continue;
		for (const process of new Set(processesOf(document))) {
			const group = groups.get(process) ?? [];
			group.push(document);
			groups.set(process, group);
		}
	}
	return groups;
}

/** The texts of a list that are not empty. */
export function textsOf(value: unknown): string[] {
	return Array.isArray(value)
		? value.filter((each): each is string => typeof each === 'string' && each !== '')
		: [];
}

/** The mappings of a list. */
export function recordsOf(value: unknown): Readonly<Record<string, unknown>>[] {
	return Array.isArray(value)
		? value.filter(
				(each): each is Readonly<Record<string, unknown>> => typeof each === 'object' && each !== null,
			)
		: [];
}
