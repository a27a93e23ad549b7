import {
	addPeriod,
	type Document,
	type DocumentId,
	type FreshnessLine,
	type FreshnessRow,
	type FreshnessState,
	inForce,
} from '../model/index.ts';
import {
	type BoardInput,
	daysBetween,
	facetsOf,
	original,
	originals,
	recordOf,
	textOf,
} from './board-document.ts';
import { type Evidence, evidenceOf, type LogsByDocument, logsByDocument } from './evidence.ts';
import { recordsOf, textsOf } from './process-record.ts';

export interface FreshnessInput extends BoardInput {
	/** Last change of the code that a path of a dev-note covers, `YYYY-MM-DD`; unknown paths are left out. */
	readonly codeChanged?: ReadonlyMap<string, string>;
}

/** What proof is worth on the day it was given. */
const STRENGTH: Readonly<Record<Evidence['kind'], number>> = {
	drill: 100,
	incident: 90,
	test: 75,
	partly: 60,
	reading: 50,
	date: 30,
};
const NO_PROOF = 10;
const CHANGED = 10;
const MOST_CHANGES = 3;
const FAILED = 30;

/**
 * How far each document can be relied on, the least first. Score 0–100, the sum of its lines:
 *
 * - the evidence that is worth most today: drill 100, incident in which it worked 90, test 75, incident in
 *   which it partly worked 60, reading 50, a bare date 30. A drill, incident or test that the document merely
 *   claims, without naming a log or a proof, is worth 10 less;
 * - age: strength × age ÷ (2 × review period) is lost, so half by the due day and everything at twice the period;
 * - 10 less for each later change log that names the document or a customisation linked to it, and for each
 *   path of such a customisation's code with a later commit, 30 at most;
 * - 30 less when a later log says that the runbook did not work.
 *
 * Never below 0; without any evidence 0. Processes, dev-notes and runbooks in force count, and pages that
 * have a `review`; logs are records and do not age.
 */
export function freshnessRows(input: FreshnessInput): FreshnessRow[] {
	const documents = originals(input.graph);
	const logs = logsByDocument(documents);
	return documents
		.filter((document) => isJudged(document) && inForce(document))
		.map((document) => rowOf(document, logs, input))
		.sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
}

function isJudged({ kind, frontmatter }: Document): boolean {
	return kind === 'page' ? frontmatter['review'] !== undefined : kind !== 'system-log';
}

function rowOf(document: Document, logs: LogsByDocument, input: FreshnessInput): FreshnessRow {
	const every = textOf(recordOf(document.frontmatter['review'])['every']) ?? input.reviewEvery;
	const all = evidenceOf(document, logs).filter(({ on }) => on <= input.asOf);
	const period = daysOf(every);
	const [best] = all
		.map((evidence) => ({ evidence, lines: evidenceLines(evidence, input.asOf, period) }))
		.sort((a, b) => sum(b.lines) - sum(a.lines) || (a.evidence.on < b.evidence.on ? 1 : -1));
	const lines = best ? [...best.lines, ...changeLines(document, best.evidence.on, logs, input)] : [];
	const total = sum(lines);
	const latest = all
		.map(({ on }) => on)
		.sort()
		.at(-1);
	const due = latest === undefined ? undefined : addPeriod(latest, every);
	return {
		id: document.id,
		...facetsOf(document),
		kind: document.kind,
		score: Math.max(0, total),
		state: stateOf(best ? Math.max(0, total) : undefined),
		every,
		...(due === undefined ? {} : { due }),
		overdue: due !== undefined && due < input.asOf,
		lines: total < 0 ? [...lines, { key: 'floor', points: -total }] : lines,
	};
}

function evidenceLines({ kind, on, log, proven }: Evidence, asOf: string, period: number): FreshnessLine[] {
	const points = STRENGTH[kind];
	const days = daysBetween(on, asOf);
	const lost = Math.min(points, Math.round((points * days) / (2 * period)));
	const lines: FreshnessLine[] = [{ key: 'evidence', kind, on, ...(log ? { log } : {}), points }];
	if (lost > 0) lines.push({ key: 'age', days, points: -lost });
	const unproven = proven ? 0 : Math.min(NO_PROOF, points - lost);
	if (unproven > 0) lines.push({ key: 'no-proof', points: -unproven });
	return lines;
}

/** What happened to what the document describes since its evidence: each customisation, log or path once. */
function changeLines(
	document: Document,
	since: string,
	logs: LogsByDocument,
	{ graph, asOf, codeChanged }: FreshnessInput,
): FreshnessLine[] {
	const isLater = (on: string): boolean => on > since && on <= asOf;
	const failed = (logs.failures.get(document.id) ?? [])
		.filter(({ on }) => isLater(on))
		.slice(-1)
		.map(({ id, on }): FreshnessLine => ({ key: 'failed', log: id, on, points: -FAILED }));
	const changes = new Map<string, FreshnessLine>();
	const addLogs = (id: DocumentId): void => {
		for (const log of logs.changes.get(id) ?? []) {
			if (isLater(log.on)) changes.set(log.id, { key: 'changed', by: log.id, on: log.on, points: -CHANGED });
		}
	};
	addLogs(document.id);
	for (const id of customisationsOf(document, logs)) {
		addLogs(id);
		const note = original(graph, id);
		for (const path of note ? codePaths(note) : []) {
			const on = codeChanged?.get(path);
			if (on !== undefined && isLater(on)) changes.set(path, { key: 'code', path, on, points: -CHANGED });
		}
	}
	return [...failed, ...[...changes.values()].slice(0, MOST_CHANGES)];
}

/** The customisations that a document names, or that name it as their process; a dev-note is one itself. */
function customisationsOf(document: Document, { notes }: LogsByDocument): DocumentId[] {
	if (document.kind === 'dev-note') return [document.id];
	const { steps, related } = document.frontmatter;
	const named = [
		...textsOf(related).filter((id) => id.startsWith('DN-')),
		...recordsOf(steps).flatMap((step) => textsOf(step['customisations'])),
		...(notes.get(document.id) ?? []),
	];
	return [...new Set(named)];
}

/** Paths of the code that a dev-note covers in its own repository. */
export function codePaths({ frontmatter }: Document): string[] {
	return recordsOf(frontmatter['code']).flatMap(({ path, repo }) =>
		repo === undefined ? textsOf([path]) : [],
	);
}

function sum(lines: readonly FreshnessLine[]): number {
	return lines.reduce((total, { points }) => total + points, 0);
}

/** Length of a period in days, from a fixed day so that it is always the same; 183 when it is not understood. */
function daysOf(period: string): number {
	const end = addPeriod('2026-01-01', period);
	return end === undefined ? 183 : Math.max(1, daysBetween('2026-01-01', end));
}

function stateOf(score: number | undefined): FreshnessState {
	if (score === undefined) return 'never';
	if (score >= 60) return 'proven';
	return score >= 30 ? 'plausible' : 'weak';
}
