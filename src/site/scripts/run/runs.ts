import type { ExpectedResult } from '../../../model/index.ts';

/** Version of what is kept in the browser. A newer one is left alone. */
export const RUNS_VERSION = 1;

/** Times are milliseconds since 1970, so that a device that slept computes the same. */
export interface StepProgress {
	readonly state: 'open' | 'done' | 'skipped';
	readonly startedAt?: number;
	readonly endedAt?: number;
	readonly result?: ExpectedResult;
	readonly note?: string;
	readonly confirmedAt?: number;
}

/** One time that somebody follows a runbook. */
export interface Run {
	readonly id: string;
	readonly number: number;
	readonly name: string;
	readonly startedAt: number;
	readonly finishedAt?: number;
	/** Values of parameters that are not secret. */
	readonly values: Readonly<Record<string, string>>;
	readonly steps: Readonly<Record<string, StepProgress>>;
	/** Level of escalation → when it was done. */
	readonly escalated: Readonly<Record<string, number>>;
	/** What the steps said when the run began: step id → hash; `` for the text around them. */
	readonly prints: Readonly<Record<string, string>>;
	readonly recordedAs?: string;
}

export const OPEN: StepProgress = { state: 'open' };

export type ReadProblem = 'newer' | 'damaged';

/** Runs as they were kept. What cannot be read is left out and said. */
export function parseRuns(text: string | null): { readonly runs: Run[]; readonly problem?: ReadProblem } {
	if (text === null) return { runs: [] };
	try {
		const file = JSON.parse(text) as { schemaVersion?: unknown; runs?: unknown };
		if (typeof file.schemaVersion === 'number' && file.schemaVersion > RUNS_VERSION) {
			return { runs: [], problem: 'newer' };
		}
		if (!Array.isArray(file.runs)) return { runs: [], problem: 'damaged' };
		const runs = file.runs.filter(isRun);
		return runs.length === file.runs.length ? { runs } : { runs, problem: 'damaged' };
	} catch {
		return { runs: [], problem: 'damaged' };
	}
}

export function runsText(runs: readonly Run[]): string {
	return JSON.stringify({ schemaVersion: RUNS_VERSION, runs });
}

function isRun(value: unknown): value is Run {
	if (!isMap(value)) return false;
	const { id, number, name, startedAt, finishedAt, values, steps, escalated, prints } = value;
	return (
		typeof id === 'string' &&
		typeof number === 'number' &&
		typeof name === 'string' &&
		typeof startedAt === 'number' &&
		(finishedAt === undefined || typeof finishedAt === 'number') &&
		isMapOf(values, 'string') &&
		isMapOf(escalated, 'number') &&
		isMapOf(prints, 'string') &&
		isMap(steps) &&
		Object.values(steps).every(isProgress)
	);
}

function isProgress(value: unknown): boolean {
	return isMap(value) && ['open', 'done', 'skipped'].includes(String(value['state']));
}

function isMap(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMapOf(value: unknown, type: 'string' | 'number'): boolean {
	return isMap(value) && Object.values(value).every((each) => typeof each === type);
}

export interface Beginning {
	readonly id: string;
	readonly now: number;
	readonly name: (number: number) => string;
	readonly values: Readonly<Record<string, string>>;
	readonly prints: Readonly<Record<string, string>>;
	readonly firstStep: string | undefined;
}

export function beginRun(
	others: readonly Run[],
	{ id, now, name, values, prints, firstStep }: Beginning,
): Run {
	const number = Math.max(0, ...others.map((run) => run.number)) + 1;
	return {
		id,
		number,
		name: name(number),
		startedAt: now,
		values,
		steps: firstStep === undefined ? {} : { [firstStep]: { state: 'open', startedAt: now } },
		escalated: {},
		prints,
	};
}

export function stepOf(run: Run, id: string): StepProgress {
	return run.steps[id] ?? OPEN;
}

/** Changes what is known of a step. */
export function withStep(run: Run, id: string, change: Partial<StepProgress>): Run {
	return { ...run, steps: { ...run.steps, [id]: { ...stepOf(run, id), ...change } } };
}

/** Ends a step; the next open one begins. */
export function endStep(
	run: Run,
	id: string,
	state: 'done' | 'skipped',
	ids: readonly string[],
	now: number,
): Run {
	const startedAt = stepOf(run, id).startedAt ?? lastMoment(run);
	const ended = withStep(run, id, { state, startedAt, endedAt: now });
	const next = nextOpen(ended, ids, id);
	return next === undefined || stepOf(ended, next).startedAt !== undefined
		? ended
		: withStep(ended, next, { startedAt: now });
}

/** Takes an ended step back; its time goes on from where it began. */
export function reopenStep(run: Run, id: string): Run {
	const { endedAt: _endedAt, ...rest } = stepOf(run, id);
	return { ...run, steps: { ...run.steps, [id]: { ...rest, state: 'open' } } };
}

function lastMoment(run: Run): number {
	return Math.max(run.startedAt, ...Object.values(run.steps).map(({ endedAt }) => endedAt ?? 0));
}

/** The first open step after one, else the first open step at all. */
export function nextOpen(run: Run, ids: readonly string[], after?: string): string | undefined {
	const isOpen = (id: string): boolean => stepOf(run, id).state === 'open';
	const from = after === undefined ? -1 : ids.indexOf(after);
	return ids.slice(from + 1).find(isOpen) ?? ids.find(isOpen);
}

export function countEnded(run: Run, ids: readonly string[]): number {
	return ids.filter((id) => stepOf(run, id).state !== 'open').length;
}

/** Whole minutes between two moments; a clock that was set back counts as none. */
export function minutesBetween(from: number, to: number): number {
	return Math.max(0, Math.floor((to - from) / 60_000));
}

export interface Level {
	readonly index: number;
	/** `done`: escalated; `due`: should be by now. */
	readonly state: 'done' | 'due' | 'later';
	/** Minutes until it is due, rounded up. */
	readonly inMinutes: number;
}

/** Where the run stands against the escalation times of its runbook. */
export function levelsAt(run: Run, afterMinutes: readonly number[], now: number): Level[] {
	return afterMinutes.map((after, index) => {
		const left = run.startedAt + after * 60_000 - now;
		const state = run.escalated[index] !== undefined ? 'done' : left <= 0 ? 'due' : 'later';
		return { index, state, inMinutes: Math.max(0, Math.ceil(left / 60_000)) };
	});
}

export interface Changes {
	readonly changed: readonly string[];
	readonly added: readonly string[];
	readonly removed: number;
	/** The text around the steps. */
	readonly elsewhere: boolean;
}

/** What the document says differently since the run began; undefined for nothing. */
export function changesSince(run: Run, prints: Readonly<Record<string, string>>): Changes | undefined {
	const now = Object.keys(prints).filter((id) => id !== '');
	const then = Object.keys(run.prints).filter((id) => id !== '');
	const changes: Changes = {
		changed: now.filter((id) => run.prints[id] !== undefined && run.prints[id] !== prints[id]),
		added: now.filter((id) => run.prints[id] === undefined),
		removed: then.filter((id) => prints[id] === undefined).length,
		elsewhere: run.prints[''] !== prints[''],
	};
	const isSame = changes.changed.length + changes.added.length + changes.removed === 0 && !changes.elsewhere;
	return isSame ? undefined : changes;
}

/** FNV-1a over UTF-16 units, twice with other beginnings: enough to notice an edit. Fowler, Noll, Vo, 1991. */
export function fingerprint(text: string): string {
	const hash = (seed: number): string => {
		let value = seed;
		for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
		return (value >>> 0).toString(36);
	};
	return hash(0x811c9dc5) + hash(0x01000193);
}
