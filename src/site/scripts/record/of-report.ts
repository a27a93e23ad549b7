import { escapeMarkdown } from '../../../../schemas/record-log.ts';
import type { LogRecord } from '../../../model/index.ts';
import type { RunText } from '../../i18n/run/en.ts';
import type { SubjectData } from '../../plan/run-data.ts';
import { maskSecrets } from '../../search/secrets.ts';
import type { Values } from './of-run.ts';

const TITLE_LENGTH = 80;

/** The first line of what is seen, as a title. */
export function titleOfReport(seen: string): string {
	const line = maskSecrets(
		seen
			.split('\n')
			.find((each) => each.trim() !== '')
			?.trim() ?? '',
	);
	return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH - 1).trimEnd()}…` : line;
}

/** A log of what somebody has seen and nobody has mended yet. */
export function recordOfReport(
	subject: SubjectData,
	values: Values,
	lang: string,
	address: string,
	text: RunText,
): LogRecord {
	const known = (name: string): string => maskSecrets(values[name] ?? '');
	const more = (['since', 'meanwhile'] as const).flatMap((name) =>
		values[name] ? [text.issue.line(text.issue[name], known(name))] : [],
	);
	return {
		id: values['id'] ?? '',
		lang,
		title: known('title'),
		owner: values['owner'] ?? '',
		logType: 'incident',
		date: values['date'] ?? '',
		system: values['system'] ?? '',
		outcome: 'open',
		modules: subject.modules,
		severity: values['severity'] ?? '',
		exceptionClass: values['exceptionClass'] ?? '',
		cause: 'unknown',
		...(subject.kind === 'process' ? { process: subject.id } : {}),
		objects: [],
		related: subject.id === '' ? [] : [subject.id],
		story: {
			seen: [known('seen'), ...more].join('\n\n'),
			...(values['where'] ? { where: known('where') } : {}),
			steps: [],
			parameters: [],
			escalations: [],
			source: { title: subject.title, address, ...(subject.version ? { version: subject.version } : {}) },
		},
	};
}

/** The same as a ticket: Markdown that reads well as plain text too. */
export function issueOfReport(
	subject: SubjectData,
	values: Values,
	address: string,
	text: RunText,
	labelOf: (field: string, value: string) => string,
): { readonly title: string; readonly body: string } {
	const { issue } = text;
	const known = (name: string): string => maskSecrets(values[name] ?? '').trim();
	const version = subject.version ? ` (${issue.version} ${subject.version})` : '';
	const id = subject.id === '' ? '' : `${subject.id} `;
	const line = (label: string, value: string): string[] =>
		value === '' ? [] : [`- ${issue.line(`**${label}**`, value)}`];
	const facts = [
		...line(issue.class, labelOf('exceptionClass', values['exceptionClass'] ?? '')),
		...line(issue.urgency, labelOf('severity', values['severity'] ?? '')),
		...line(issue.system, labelOf('systems', values['system'] ?? '')),
		...line(issue.where, escapeMarkdown(known('where'))),
		...line(issue.since, escapeMarkdown(known('since'))),
		...line(issue.meanwhile, escapeMarkdown(known('meanwhile'))),
		...line(issue.page, `${id}${escapeMarkdown(subject.title)} ${address}${version}`),
	];
	return {
		title: text.issueTitle(titleOfReport(values['seen'] ?? '')),
		body: `## ${issue.seen}\n\n${fenced(known('seen'))}\n\n${facts.join('\n')}\n`,
	};
}

/** Error texts stay as they are: in a fence longer than any in the text. */
function fenced(text: string): string {
	const longest = Math.max(2, ...[...text.matchAll(/~+/g)].map(([run]) => run.length));
	const fence = '~'.repeat(longest + 1);
	return `${fence}text\n${text}\n${fence}`;
}
