import { composeLog, logFileName } from '../../../../schemas/record-log.ts';
import type { RunText } from '../../i18n/run/en.ts';
import { loadRunText } from '../../i18n/run/load.ts';
import type { RecordData } from '../../plan/record-data.ts';
import type { SubjectData } from '../../plan/run-data.ts';
import { element } from '../../search/element.ts';
import { maskSecrets } from '../../search/secrets.ts';
import { momentText } from '../moment.ts';
import { siteRoot } from '../site-root.ts';
import { newFileAddress, newIssueAddress } from './address.ts';
import { loadRecordData, nextIdOf } from './data.ts';
import { createDelivery, type Delivery } from './deliver.ts';
import { createField, type Field, type FieldSpec, fromVocabulary } from './form.ts';
import { issueOfReport, recordOfReport, titleOfReport } from './of-report.ts';
import { formProblems, type Values } from './of-run.ts';
import { openSheet } from './sheet.ts';
import { noteTaken } from './taken.ts';

const LOG_ONLY = ['title', 'owner', 'date', 'id', 'fileName'];
const TYPED = ['seen', 'where', 'since', 'meanwhile'];

/** Opens the form that makes a ticket or a log entry of what somebody sees. */
export async function openReport(subject: SubjectData, url: string): Promise<void> {
	const text = await loadRunText(siteRoot().lang);
	const sheet = openSheet(text.reportTitle, text.reportLead, text.close);
	try {
		showReport(subject, text, await loadRecordData(url), sheet.body);
	} catch {
		sheet.body.append(element('p', { class: 'run-warning', role: 'alert' }, text.loadFailed));
	}
}

function showReport(subject: SubjectData, text: RunText, data: RecordData, body: HTMLElement): void {
	const fields = new Map<string, Field>();
	const edited = new Set<string>();
	const address = location.origin + location.pathname;
	const made = (specs: readonly FieldSpec[]): HTMLElement[] =>
		specs.map((spec) => {
			const field = createField(spec, text, () => {
				edited.add(spec.name);
				field.complain('');
				refresh();
			});
			fields.set(spec.name, field);
			return field.element;
		});
	const asked = element('div', { class: 'field-group' }, ...made(questions(subject, text, data)));
	const form = createField(
		{
			name: 'form',
			label: text.preview,
			type: 'cards',
			value: 'issue',
			choices: [
				['issue', text.asIssue],
				['log', text.asLog],
			],
		},
		text,
		() => refresh(),
	);
	const forLog = element('div', { class: 'field-group' }, ...made(logFields(subject, text, data)));
	const preview = element('pre', { class: 'record-preview', tabindex: '0', 'aria-label': text.preview });
	const masked = element('p', { class: 'run-warning', role: 'status', hidden: true }, text.masked);
	const { repository, folder } = data.recording;
	const isLog = (): boolean => form.value() === 'log';
	const values = (): Values => Object.fromEntries([...fields].map(([name, field]) => [name, field.value()]));
	const ticket = createDelivery(
		text,
		{
			saved: () => text.issueSaved,
			copied: () => text.issueCopied,
			open: text.openIssue,
			opened: text.issueOpened,
			openedPaste: text.issueOpenedPaste,
		},
		repository,
		() => (checked() ? ticketNow() : undefined),
		() => undefined,
	);
	const log = createDelivery(
		text,
		{
			saved: text.saved,
			copied: text.fileCopied,
			open: text.openFile,
			opened: text.opened,
			openedPaste: text.openedPaste,
		},
		repository,
		() => (checked() ? logNow() : undefined),
		() => {
			// It keeps its number, whatever is mended in it afterwards.
			edited.add('id');
			noteTaken(values()['id'] ?? '');
		},
	);
	body.append(
		element(
			'div',
			{ class: 'record-form' },
			element('p', { class: 'quiet' }, text.reportAbout(subject.title)),
			asked,
		),
		element(
			'div',
			{ class: 'record-side' },
			form.element,
			forLog,
			masked,
			preview,
			ticket.element,
			log.element,
		),
	);

	function ticketNow(): Delivery {
		const { title, body } = issueOfReport(subject, values(), address, text, (field, value) =>
			labelOf(data, field, value),
		);
		return {
			fileName: 'problem-report.md',
			path: '',
			content: `# ${title}\n\n${body}`,
			address: newIssueAddress(repository, title, body),
		};
	}

	function logNow(): Delivery {
		const fileName = values()['fileName'] ?? '';
		const path = [repository?.folder, folder, fileName].filter(Boolean).join('/');
		const content = composeLog(recordOfReport(subject, values(), data.lang, address, text));
		return { fileName, path, content, address: newFileAddress(repository, path, content) };
	}

	function checked(): boolean {
		const always = ['seen', 'exceptionClass', 'severity'];
		const needed = isLog() ? [...always, 'system', 'title', 'owner', 'date', 'id'] : always;
		const problems = formProblems(values(), needed);
		const wrong = [...fields].filter(
			([name]) => problems[name] !== undefined && (isLog() || !LOG_ONLY.includes(name)),
		);
		for (const [name, field] of wrong) field.complain(text.wrong[problems[name] ?? ''] ?? '');
		wrong[0]?.[1].focus();
		if (wrong.length > 0) (isLog() ? log : ticket).say(text.missing(wrong.length));
		return wrong.length === 0;
	}

	function refresh(): void {
		const now = values();
		if (!edited.has('title')) fields.get('title')?.set(titleOfReport(now['seen'] ?? ''));
		if (!edited.has('id')) fields.get('id')?.set(nextIdOf(now['date'] ?? '', data));
		if (!edited.has('fileName')) {
			const name = logFileName({ date: now['date'] ?? '', logType: 'incident' }, subject.slug, data.suffix);
			fields.get('fileName')?.set(name);
		}
		for (const name of ['seen', 'exceptionClass', 'severity']) fields.get(name)?.need(true);
		fields.get('system')?.need(isLog());
		const current = isLog() ? logNow() : ticketNow();
		forLog.hidden = !isLog();
		log.element.hidden = !isLog();
		ticket.element.hidden = isLog();
		preview.textContent = current.content;
		(isLog() ? log : ticket).refresh(current);
		masked.hidden = TYPED.every((name) => maskSecrets(now[name] ?? '') === (now[name] ?? ''));
	}
	refresh();
	fields.get('seen')?.focus();
}

function questions(subject: SubjectData, text: RunText, { choices, labels }: RecordData): FieldSpec[] {
	return [
		{ name: 'seen', label: text.seen, type: 'area', hint: text.seenHint },
		{
			name: 'exceptionClass',
			label: text.kindOfTrouble,
			type: 'cards',
			choices: choices['exceptionClass'] ?? [],
			hints: text.classHints,
		},
		{ name: 'severity', label: text.urgency, type: 'cards', choices: choices['severity'] ?? [] },
		{ name: 'where', label: text.where, type: 'text', wide: true },
		{
			name: 'system',
			label: labels['system'] ?? '',
			...fromVocabulary(choices['systems']),
			value: subject.systems[0] ?? '',
		},
		{ name: 'since', label: text.sinceWhen, type: 'text' },
		{ name: 'meanwhile', label: text.meanwhile, type: 'text', hint: text.meanwhileHint, wide: true },
	];
}

function logFields(subject: SubjectData, text: RunText, data: RecordData): FieldSpec[] {
	const { labels, choices } = data;
	const label = (name: string): string => labels[name] ?? name;
	const today = momentText(Date.now()).slice(0, 10);
	return [
		{ name: 'title', label: label('title'), type: 'text', wide: true },
		{ name: 'owner', label: label('owner'), ...fromVocabulary(choices['roles']), value: subject.owner ?? '' },
		{ name: 'date', label: label('date'), type: 'date', value: today },
		{ name: 'id', label: label('id'), type: 'text', hint: text.idHint(data.asOf) },
		{ name: 'fileName', label: text.labels.fileName, type: 'text' },
	];
}

function labelOf({ choices }: RecordData, field: string, value: string): string {
	return choices[field]?.find(([key]) => key === value)?.[1] ?? value;
}
