import { neededFields, nextLogId } from '../../schemas/record-log.ts';
import type { Project } from '../../src/compiler/index.ts';
import {
	type Document,
	type DocumentGraph,
	type LogRecord,
	nearest,
	phrase,
	UserError,
} from '../../src/model/index.ts';
import { type Arguments, textOption } from '../command.ts';
import { demandTerms } from './terms.ts';

/**
 * The log that the flags and the document describe. Throws a UserError that names the flags of whatever the
 * checks would miss.
 */
export function recordFrom(
	args: Arguments,
	project: Project,
	graph: DocumentGraph,
	source: Document | undefined,
	date: string,
	lang: string,
): LogRecord {
	const fields = source?.frontmatter ?? {};
	const logType = textOption(args, 'type') ?? 'incident';
	const isRunbook = source?.kind === 'runbook';
	const objects = (textOption(args, 'objects') ?? '').split(',').map((each) => each.trim());
	const downtime = textOption(args, 'downtime');
	const given = (name: string, flag: string, fallback?: unknown): object => {
		const value = textOption(args, flag) ?? (typeof fallback === 'string' ? fallback : undefined);
		return value === undefined ? {} : { [name]: value };
	};
	const record: LogRecord = {
		id: nextId(graph, groupOf(args, date)),
		lang,
		title: textOption(args, 'title') ?? source?.title ?? '',
		owner: textOption(args, 'owner') ?? textIn(fields, 'owner'),
		logType,
		date,
		system: textOption(args, 'system') ?? textsIn(fields, 'systems')[0] ?? onlySystem(project),
		outcome: textOption(args, 'outcome') ?? 'open',
		modules: textsIn(fields, 'modules'),
		...given('environment', 'environment'),
		...given('requestedBy', 'requested-by'),
		...given('executedBy', 'executed-by'),
		...given('approvedBy', 'approved-by'),
		...given('reason', 'reason'),
		...given('ticket', 'ticket'),
		...given('severity', 'severity', fields['severity'] ?? (logType === 'incident' ? 'S3' : undefined)),
		...given('exceptionClass', 'class', fields['exceptionClass']),
		...given('cause', 'cause', logType === 'incident' ? 'unknown' : undefined),
		...(isRunbook ? { runbook: source.id } : {}),
		...given('runbookWorked', 'worked'),
		...placeOf(args, source),
		objects: objects.filter(Boolean),
		...(downtime === undefined ? {} : { window: { downtimeMinutes: minutes(downtime) } }),
		related: source ? [source.id] : [],
		story: {
			steps: (isRunbook ? source.procedure : []).map(({ title }) => ({ title, state: 'open' })),
			asChecklist: true,
			parameters: [],
			escalations: [],
		},
	};
	demand(record);
	demandTerms(record, project.config);
	return record;
}

/** Everything that the checks would ask for is asked for here, with the flag that gives it. */
function demand(record: LogRecord): void {
	const missing = neededFields(record.logType).filter((name) => {
		const value = record[name];
		return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
	});
	if (missing.length > 0) {
		const flags = missing.map((name) => `--${FLAGS[name] ?? name}`).join(' ');
		throw new UserError(
			'field-missing',
			phrase`A log of type ${record.logType} also needs: ${missing.join(', ')}.`,
			phrase`Give ${flags}.`,
		);
	}
	if (record.approvedBy !== undefined && record.approvedBy === record.executedBy) {
		throw new UserError(
			'approver-is-executor',
			'Whoever did it cannot approve it.',
			'Give another --approved-by.',
		);
	}
}

const FLAGS: Readonly<Record<string, string>> = {
	requestedBy: 'requested-by',
	executedBy: 'executed-by',
	approvedBy: 'approved-by',
	exceptionClass: 'class',
};

function placeOf(args: Arguments, source: Document | undefined): object {
	const step = textOption(args, 'step');
	if (source?.kind !== 'process') {
		if (step === undefined) return {};
		throw new UserError(
			'flag-without-process',
			'--step names a step of a process.',
			'Use: --from process PR-… --step …',
		);
	}
	if (step === undefined) return { process: source.id };
	const { steps } = source.frontmatter;
	const ids = (Array.isArray(steps) ? steps : []).flatMap((each: unknown) =>
		typeof each === 'object' && each !== null && 'id' in each ? [String(each.id)] : [],
	);
	if (ids.includes(step)) return { process: source.id, step };
	const [best] = nearest(step, ids, 1);
	throw new UserError(
		'unknown-step',
		phrase`${source.id} has no step “${step}”.`,
		best ? phrase`Did you mean ${best}?` : '',
	);
}

function groupOf(args: Arguments, date: string): string {
	const group = (textOption(args, 'group') ?? date.slice(0, 4)).toUpperCase();
	if (/^[A-Z0-9]{1,8}$/.test(group)) return group;
	throw new UserError(
		'flag-value-not-allowed',
		phrase`--group must be 1 to 8 letters or digits, not “${group}”.`,
		'',
	);
}

function nextId(graph: DocumentGraph, group: string): string {
	const start = `LOG-${group}-`;
	const used = [...graph.byId.keys()].flatMap((id) =>
		id.startsWith(start) ? [Number(id.slice(start.length))] : [],
	);
	return nextLogId(group, Math.max(0, ...used));
}

function minutes(written: string): number {
	if (/^\d{1,6}$/.test(written)) return Number(written);
	throw new UserError(
		'flag-value-not-allowed',
		phrase`--downtime must be a number of minutes, not “${written}”.`,
		'',
	);
}

/** A project with one system means that one. */
function onlySystem({ config }: Project): string {
	const [first, ...others] = config.systems.keys();
	return first !== undefined && others.length === 0 ? first : '';
}

function textIn(fields: Document['frontmatter'], key: string): string {
	const value = fields[key];
	return typeof value === 'string' ? value : '';
}

function textsIn(fields: Document['frontmatter'], key: string): string[] {
	const value = fields[key];
	return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
