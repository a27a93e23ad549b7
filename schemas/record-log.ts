import { interfaceLanguageOf } from '../src/model/language.ts';
import type { LogRecord, RecordStory, StepRecord } from '../src/model/record.ts';
import { RECORD_WORDS, type RecordWords } from './record-words.ts';

/**
 * A system log as a file: frontmatter in the order of the schema, then what was seen and done. Used by the
 * command line and in the browser, so it pulls in neither Zod nor Node. Texts of the record are escaped:
 * whatever was typed stays text.
 */
export function composeLog(record: LogRecord): string {
	const words = RECORD_WORDS[interfaceLanguageOf(record.lang)];
	return `---\n${frontmatter(record).join('\n')}\n---\n\n${story(record, words).join('\n\n')}\n`;
}

function frontmatter(record: LogRecord): string[] {
	const { window } = record;
	const lines: (readonly [key: string, value: string | undefined])[] = [
		['id', record.id],
		['kind', 'system-log'],
		['title', scalar(record.title)],
		['owner', scalar(record.owner)],
		['lang', record.lang],
		['status', 'draft'],
		['modules', list(record.modules)],
		['systems', record.system === '' ? undefined : list([record.system])],
		['logType', record.logType],
		['date', record.date],
		['system', scalar(record.system)],
		['environment', scalar(record.environment)],
		['requestedBy', scalar(record.requestedBy)],
		['executedBy', scalar(record.executedBy)],
		['approvedBy', scalar(record.approvedBy)],
		['reason', scalar(record.reason)],
		['ticket', scalar(record.ticket)],
		['severity', record.severity],
		['exceptionClass', record.exceptionClass],
		['cause', record.cause],
		['runbook', record.runbook],
		['runbookWorked', record.runbook ? record.runbookWorked : undefined],
		['process', record.process],
		['step', record.process ? scalar(record.step) : undefined],
		['dataFix', record.objects.length > 0 ? `{objects: ${list(record.objects)}}` : undefined],
		['window', window && windowOf(window)],
		['outcome', record.outcome],
		['related', list([...new Set(record.related)])],
	];
	return lines.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}: ${value}`]));
}

function windowOf({ start, end, downtimeMinutes }: NonNullable<LogRecord['window']>): string | undefined {
	const parts = [
		...(start ? [`start: ${scalar(start)}`] : []),
		...(end ? [`end: ${scalar(end)}`] : []),
		...(downtimeMinutes === undefined ? [] : [`downtimeMinutes: ${downtimeMinutes}`]),
	];
	return parts.length > 0 ? `{${parts.join(', ')}}` : undefined;
}

function list(values: readonly string[]): string | undefined {
	const written = values.map((value) => scalar(value)).filter((value) => value !== undefined);
	return written.length > 0 ? `[${written.join(', ')}]` : undefined;
}

/** A name stays as it is, anything else becomes a JSON string, which YAML reads the same; undefined for nothing. */
function scalar(text: string | undefined): string | undefined {
	const value = text?.replace(/\s+/g, ' ').trim() ?? '';
	if (value === '') return undefined;
	const plain = /^[\p{L}][\p{L}\p{N}_-]*$/u.test(value) && !/^(?:null|true|false|nan|inf)$/i.test(value);
	return plain ? value : JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, unicodeEscape);
}

function unicodeEscape(char: string): string {
	return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function story({ story, runbook, runbookWorked, outcome }: LogRecord, words: RecordWords): string[] {
	const section = (heading: string, parts: readonly (string | undefined)[]): string[] => {
		const written = parts.filter((part) => part !== undefined && part !== '') as string[];
		return written.length > 0 ? [`## ${heading}`, ...written] : [];
	};
	const { source } = story;
	const reported = source && words.reportedFrom(escapeMarkdown(source.title), source.address, source.version);
	return [
		...section(words.seen, [paragraphs(story.seen), labelled(words.where, story.where), reported]),
		...section(words.done, [
			runbook && words.followed(runbook),
			steps(story, words),
			notes(story.steps, words),
			escalations(story, words),
		]),
		...section(words.parameters, [parameters(story, words)]),
		...section(words.result, [
			paragraphs(story.worked) ??
				(runbookWorked === undefined && outcome !== 'open' ? undefined : words.outcomes[outcome]),
			story.failed ? `**${words.failed}**\n\n${paragraphs(story.failed)}` : undefined,
		]),
		...section(words.followUp, [paragraphs(story.followUp)]),
	];
}

function labelled(label: string, text: string | undefined): string | undefined {
	return text ? `**${label}** ${escapeMarkdown(text)}` : undefined;
}

function steps({ steps, asChecklist }: RecordStory, words: RecordWords): string | undefined {
	if (steps.length === 0) return undefined;
	if (asChecklist) {
		return steps
			.map(
				({ title, state }, at) => `- [${state === 'done' ? 'x' : ' '}] ${at + 1}. ${escapeMarkdown(title)}`,
			)
			.join('\n');
	}
	const rows = steps.map((step, at) => [
		timeOf(step),
		`${at + 1}. ${escapeMarkdown(step.title)}`,
		step.state === 'done' ? words.finished : words.states[step.state],
		step.result ? words.results[step.result] : '–',
	]);
	return table([words.time, words.step, words.state, words.asExpected], rows);
}

function timeOf({ startedAt, endedAt }: StepRecord): string {
	const from = startedAt?.slice(11) ?? '';
	const to = endedAt?.slice(11) ?? '';
	if (from === '' && to === '') return '–';
	return from === to || from === '' || to === '' ? from || to : `${from}–${to}`;
}

/** What does not fit a table: confirmations and notes, by step. */
function notes(all: readonly StepRecord[], words: RecordWords): string | undefined {
	const lines = all.flatMap(({ note, confirmedAt }, at) => [
		...(confirmedAt ? [`- ${words.confirmed(at + 1, confirmedAt)}`] : []),
		...(note ? [`- ${words.note(at + 1)}${escapeMarkdown(note).replace(/\n+/g, ' ')}`] : []),
	]);
	return lines.length > 0 ? lines.join('\n') : undefined;
}

function escalations({ escalations }: RecordStory, words: RecordWords): string | undefined {
	if (escalations.length === 0) return undefined;
	return escalations.map(({ at, to }) => `- ${words.escalated(at, escapeMarkdown(to))}`).join('\n');
}

function parameters({ parameters }: RecordStory, words: RecordWords): string | undefined {
	if (parameters.length === 0) return undefined;
	const rows = parameters.map(({ label, value }) => [escapeMarkdown(label), escapeMarkdown(value)]);
	return table([words.parameter, words.value], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
	return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Lines stay lines: an error text or a list of what was done is not run together. */
function paragraphs(text: string | undefined): string | undefined {
	const written = text?.trim();
	return written ? escapeMarkdown(written).replace(/(?<!\n)\n(?!\n)/g, '\\\n') : undefined;
}

/** Plain text as Markdown: what could be a mark-up sign, an HTML tag, a link by id or a list gets a backslash. */
export function escapeMarkdown(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.split('\n')
		.map((line) =>
			line
				.trim()
				.replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
				.replace(/\bkb:/g, 'kb\\:')
				.replace(/::/g, '\\:\\:')
				.replace(/^([-+=])/, '\\$1')
				.replace(/^(\d+)([.)])/, '$1\\$2'),
		)
		.join('\n')
		.replace(/\n{3,}/g, '\n\n');
}

/** One above the highest number of the group, with as many digits as the ids here have. */
export function nextLogId(group: string, highest: number): string {
	return `LOG-${group}-${String(highest + 1).padStart(4, '0')}`;
}

/** `2026-11-22-stock-mismatch-incident.md`: the day, what it is about, what kind of log. */
export function logFileName(
	{ date, logType }: Pick<LogRecord, 'date' | 'logType'>,
	about: string,
	suffix = '',
): string {
	const slug = about
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return `${[date, slug, logType].filter(Boolean).join('-')}${suffix}.md`;
}

/** Fields that a log of a type needs before it passes the checks. */
export function neededFields(logType: string): readonly (keyof LogRecord)[] {
	const always = ['id', 'title', 'owner', 'logType', 'date', 'system', 'outcome'] as const;
	if (logType === 'incident') return [...always, 'severity', 'exceptionClass', 'cause'];
	const approved = ['requestedBy', 'executedBy', 'approvedBy', 'reason', 'ticket'] as const;
	if (logType === 'change') return [...always, ...approved];
	return logType === 'data-fix' ? [...always, ...approved, 'objects'] : always;
}
