import {
	addPeriod,
	type DocumentGraph,
	type DocumentId,
	daysBefore,
	HEALTH_STATES,
	type HealthReason,
	type HealthState,
	type ProcessFacts,
	type ProcessHealth,
} from '../model/index.ts';
import { type ProcessRecord, processRecords, recordsOf, textsOf } from './process-record.ts';

export interface HealthOptions {
	/** The day of the build, `YYYY-MM-DD`. */
	readonly asOf: string;
	/** Review period of documents that name none, ISO 8601. */
	readonly reviewEvery: string;
}

/** Incidents of this many days up to the day of the build are counted. */
const RECENT_DAYS = 90;

/** How grave each ground is; what is not named here is no ground for concern. */
const WEIGHT: Readonly<Partial<Record<HealthReason['key'], HealthState>>> = {
	'fit-redesign': 'bad',
	'open-incidents': 'attention',
	'review-overdue': 'attention',
	'unguarded-steps': 'attention',
	'fit-adjust': 'attention',
	draft: 'attention',
	superseded: 'attention',
	retired: 'attention',
	'never-reviewed': 'unknown',
	'no-steps': 'unknown',
	'no-processes': 'unknown',
};

/**
 * Facts and health of every process of the set, by id. A process is `bad` with an open incident of S1 or S2
 * or when its review asks for a redesign; it needs `attention` with any other open incident, an overdue
 * review, incidents at steps without a runbook, a review that asks for changes, or a status that is not in
 * force; it is `unknown` when nobody has reviewed it. A process with others below it is as bad as the worst.
 */
export function processFacts(graph: DocumentGraph, options: HealthOptions): Map<DocumentId, ProcessFacts> {
	const records = processRecords(graph);
	const facts = new Map<DocumentId, ProcessFacts>();
	const open = new Set<DocumentId>();
	const visit = (id: DocumentId): void => {
		const record = records.get(id);
		if (!record || facts.has(id) || open.has(id)) return;
		open.add(id);
		const children = graph.children.get(id) ?? [];
		for (const child of children) visit(child);
		facts.set(id, {
			...keysOf(record),
			counts: countsOf(isGroup(record) ? below(id, graph, records) : [record], options.asOf),
			health: healthOf(
				record,
				children.flatMap((child) => facts.get(child)?.health ?? []),
				options,
			),
		});
	};
	for (const id of records.keys()) visit(id);
	return facts;
}

function isGroup({ document }: ProcessRecord): boolean {
	return document.frontmatter['level'] === 1 || document.frontmatter['level'] === 2;
}

function isActivity({ document }: ProcessRecord): boolean {
	return document.frontmatter['level'] === 4;
}

/** A process and everything below it, each once; a cycle of parents ends where it began. */
function below(
	id: DocumentId,
	graph: DocumentGraph,
	records: ReadonlyMap<DocumentId, ProcessRecord>,
): ProcessRecord[] {
	const found = new Set<DocumentId>();
	const walk = (each: DocumentId): void => {
		if (found.has(each)) return;
		found.add(each);
		for (const child of graph.children.get(each) ?? []) walk(child);
	};
	walk(id);
	return [...found].flatMap((each) => records.get(each) ?? []);
}

function keysOf({ document, steps }: ProcessRecord): Pick<ProcessFacts, 'modules' | 'systems'> {
	const { modules, systems } = document.frontmatter;
	const used = [...textsOf(systems), ...steps.map(({ system }) => system)].filter(Boolean);
	return { modules: textsOf(modules), systems: [...new Set(used)] };
}

function countsOf(records: readonly ProcessRecord[], asOf: string): ProcessFacts['counts'] {
	const since = daysBefore(asOf, RECENT_DAYS) ?? asOf;
	const steps = records.flatMap((record) => record.steps);
	const logs = new Map(records.flatMap(({ incidents }) => incidents.map((log) => [log.id, log])));
	const recent = [...logs.values()].filter(({ frontmatter: { date } }) => {
		return typeof date === 'string' && date > since && date <= asOf;
	});
	return {
		processes: records.filter((record) => !isGroup(record) && !isActivity(record)).length,
		steps: steps.length,
		roles: new Set(steps.map(({ role }) => role).filter(Boolean)).size,
		runbooks: new Set(records.flatMap(({ runbooks }) => runbooks)).size,
		incidents: recent.length,
	};
}

function healthOf(
	record: ProcessRecord,
	children: readonly ProcessHealth[],
	options: HealthOptions,
): ProcessHealth {
	const own = ownReasons(record, options);
	// Nobody need review a group whose processes are reviewed.
	const needed =
		isGroup(record) && children.length > 0 ? own.filter(({ key }) => key !== 'never-reviewed') : own;
	const reasons = [...needed, ...reasonsBelow(record, children)];
	const states = reasons.map(weightOf);
	const state = HEALTH_STATES.find((each) => states.includes(each)) ?? 'unknown';
	const grave = (reason: HealthReason): number => HEALTH_STATES.indexOf(weightOf(reason));
	return { state, reasons: reasons.sort((a, b) => grave(a) - grave(b)) };
}

function weightOf(reason: HealthReason): HealthState {
	if (reason.key === 'below') return reason.state;
	if (reason.key === 'open-incidents' && reason.severe) return 'bad';
	return WEIGHT[reason.key] ?? 'good';
}

function ownReasons(record: ProcessRecord, options: HealthOptions): HealthReason[] {
	const { document, steps, incidents } = record;
	const { status, fitReview } = document.frontmatter;
	const reasons: HealthReason[] = [];
	const running = incidents.filter(({ frontmatter }) => frontmatter['outcome'] === 'open');
	if (running.length > 0) {
		const severe = running.some(({ frontmatter: { severity } }) => severity === 'S1' || severity === 'S2');
		reasons.push({ key: 'open-incidents', count: running.length, severe });
	}
	const unguarded = steps.filter((step) => step.incidents > 0 && step.runbooks.length === 0);
	if (unguarded.length > 0) reasons.push({ key: 'unguarded-steps', count: unguarded.length });
	if (status === 'draft' || status === 'superseded' || status === 'retired') reasons.push({ key: status });
	const [fit] = recordsOf([fitReview]);
	if (fit?.['result'] === 'adjust') reasons.push({ key: 'fit-adjust' });
	if (fit?.['result'] === 'redesign') reasons.push({ key: 'fit-redesign' });
	if (steps.length === 0 && !isGroup(record)) reasons.push({ key: 'no-steps' });
	return [...reasons, reviewReason(record, options)];
}

function reviewReason({ document, reviews }: ProcessRecord, options: HealthOptions): HealthReason {
	const on = reviews.filter((date) => date <= options.asOf).at(-1);
	if (!on) return { key: 'never-reviewed' };
	const [review] = recordsOf([document.frontmatter['review']]);
	const every = typeof review?.['every'] === 'string' ? review['every'] : options.reviewEvery;
	const due = addPeriod(on, every);
	if (due && due < options.asOf) return { key: 'review-overdue', due };
	return { key: 'reviewed', on, ...(due ? { due } : {}) };
}

function reasonsBelow(record: ProcessRecord, children: readonly ProcessHealth[]): HealthReason[] {
	if (children.length === 0) return isGroup(record) ? [{ key: 'no-processes' }] : [];
	return HEALTH_STATES.flatMap((state) => {
		const count = children.filter((child) => child.state === state).length;
		return count > 0 ? [{ key: 'below' as const, state, count }] : [];
	});
}
