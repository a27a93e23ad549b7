import type { LogRecord, StepRecord } from '../../../model/index.ts';
import type { RunData } from '../../plan/run-data.ts';
import { maskSecrets } from '../../search/secrets.ts';
import { momentText } from '../moment.ts';
import { type Run, stepOf } from '../run/runs.ts';

/** What a form holds, by field; '' for nothing. */
export type Values = Readonly<Record<string, string>>;

/** Stands for the value of a secret parameter. */
const HIDDEN = '•••';

/** The log of a run: what the run knows, and what the reader has filled in. Everything typed has its secrets masked. */
export function recordOfRun(data: RunData, run: Run, values: Values, now: number): LogRecord {
	const place = values['place'] ? data.places[Number(values['place'])] : undefined;
	const isIncident = values['logType'] === 'incident';
	const ended = run.finishedAt ?? lastMoment(run, now);
	const downtime = values['downtime'] ?? '';
	const optional = (name: string): object => (values[name] ? { [name]: maskSecrets(values[name]) } : {});
	return {
		id: values['id'] ?? '',
		lang: data.lang,
		title: maskSecrets(values['title'] ?? ''),
		owner: values['owner'] ?? '',
		logType: values['logType'] ?? '',
		date: values['date'] ?? '',
		system: values['system'] ?? '',
		outcome: values['outcome'] ?? '',
		modules: data.modules,
		...optional('environment'),
		...optional('requestedBy'),
		...optional('executedBy'),
		...optional('approvedBy'),
		...optional('reason'),
		...optional('ticket'),
		...optional('severity'),
		...optional('exceptionClass'),
		...(isIncident ? optional('cause') : {}),
		runbook: data.id,
		...optional('runbookWorked'),
		...(place ? { process: place.process, ...(place.step ? { step: place.step } : {}) } : {}),
		objects: lines(values['objects']),
		window: {
			start: momentText(run.startedAt),
			// What is still open has no end yet, and no duration for the boards.
			...(values['outcome'] === 'open' ? {} : { end: momentText(ended) }),
			...(downtime === '' ? {} : { downtimeMinutes: Number(downtime) }),
		},
		related: [data.id],
		story: {
			...text('seen', values),
			steps: data.steps.map((step) => stepRecord(step.title, stepOf(run, step.id))),
			parameters: parameters(data, run),
			escalations: Object.entries(run.escalated).map(([index, at]) => {
				const level = data.escalation[Number(index)];
				return { at: momentText(at), to: [level?.to, level?.channel].filter(Boolean).join(', ') };
			}),
			...text('worked', values),
			...text('failed', values),
			...text('followUp', values),
		},
	};
}

function text(name: string, values: Values): object {
	return values[name] ? { [name]: maskSecrets(values[name]) } : {};
}

function lines(written: string | undefined): string[] {
	return (written ?? '')
		.split('\n')
		.map((line) => maskSecrets(line.trim()))
		.filter(Boolean);
}

function lastMoment(run: Run, now: number): number {
	const moments = Object.values(run.steps).flatMap(({ endedAt }) => endedAt ?? []);
	return moments.length > 0 ? Math.max(...moments) : now;
}

function stepRecord(title: string, step: ReturnType<typeof stepOf>): StepRecord {
	const { state, startedAt, endedAt, result, note, confirmedAt } = step;
	return {
		title,
		state,
		...(startedAt === undefined || state === 'open' ? {} : { startedAt: momentText(startedAt) }),
		...(endedAt === undefined ? {} : { endedAt: momentText(endedAt) }),
		...(result ? { result } : {}),
		...(note?.trim() ? { note: maskSecrets(note.trim()) } : {}),
		...(confirmedAt === undefined ? {} : { confirmedAt: momentText(confirmedAt) }),
	};
}

/** Secret ones were never kept: that they were used is all that can be told. */
function parameters(data: RunData, run: Run): { label: string; value: string }[] {
	return data.parameters.flatMap(({ name, label, secret }) => {
		const value = run.values[name]?.trim() ?? '';
		if (secret) return [{ label, value: HIDDEN }];
		return value === '' ? [] : [{ label, value }];
	});
}

/** How a run seems to have ended, for the form to begin with. */
export function judgeRun(data: RunData, run: Run): { readonly outcome: string; readonly worked: string } {
	const steps = data.steps.map(({ id }) => stepOf(run, id));
	const done = steps.filter(({ state }) => state === 'done').length;
	const open = steps.filter(({ state }) => state === 'open').length;
	const doubtful = steps.filter(
		({ state, result }) => state === 'done' && (result === 'no' || result === 'differs'),
	);
	if (done === 0) return { outcome: run.finishedAt === undefined ? 'open' : 'failed', worked: '' };
	if (open > 0 && run.finishedAt === undefined) return { outcome: 'open', worked: '' };
	const isClean = doubtful.length === 0;
	return { outcome: isClean ? 'success' : 'partial', worked: isClean ? 'yes' : 'partly' };
}

/** What is wrong with a form, by field; texts are keys of `wrong`. */
export function formProblems(values: Values, needed: readonly string[]): Record<string, string> {
	const problems: Record<string, string> = {};
	for (const name of needed) if (!values[name]) problems[name] = 'empty';
	if (values['id'] && !/^LOG-[A-Z0-9]{1,8}-[0-9]{3,6}$/.test(values['id'])) problems['id'] = 'id';
	if (values['date'] && !isDay(values['date'])) problems['date'] = 'date';
	if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*\.md$/u.test(values['fileName'] ?? ''))
		problems['fileName'] = 'fileName';
	if (values['downtime'] && !/^\d{1,6}(?:\.\d)?$/.test(values['downtime'])) problems['downtime'] = 'downtime';
	if (values['approvedBy'] && values['approvedBy'] === values['executedBy'])
		problems['approvedBy'] = 'approvedBy';
	return problems;
}

function isDay(text: string): boolean {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
