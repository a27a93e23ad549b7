import { composeLog, logFileName, neededFields } from '../../../../schemas/record-log.ts';
import type { LogRecord } from '../../../model/index.ts';
import type { RecordData } from '../../plan/record-data.ts';
import { element } from '../../search/element.ts';
import { momentText } from '../moment.ts';
import type { Run } from '../run/runs.ts';
import type { Session } from '../run/session.ts';
import { newFileAddress } from './address.ts';
import { loadRecordData, nextIdOf } from './data.ts';
import { createDelivery, type Delivery } from './deliver.ts';
import { createField, type Field, type FieldSpec, fromVocabulary } from './form.ts';
import { formProblems, judgeRun, recordOfRun, type Values } from './of-run.ts';
import { openSheet } from './sheet.ts';
import { noteTaken } from './taken.ts';

/** Opens the form that makes a system log from the run that is followed. */
export async function openRunRecord(session: Session): Promise<void> {
	const run = session.run();
	const url = document.querySelector<HTMLElement>('[data-record-url]')?.dataset['recordUrl'] ?? '';
	if (!run) return;
	const sheet = openSheet(session.text.recordTitle, session.text.recordLead, session.text.close);
	try {
		showForm(session, run, await loadRecordData(url), sheet.body);
	} catch {
		sheet.body.append(element('p', { class: 'run-warning', role: 'alert' }, session.text.loadFailed));
	}
}

function showForm(session: Session, run: Run, data: RecordData, body: HTMLElement): void {
	const { text, data: runbook } = session;
	const fields = new Map<string, Field>();
	const edited = new Set<string>();
	const groups = groupsOf(session, run, data).map(([heading, specs]) => {
		const made = specs.map((spec) => {
			const field = createField(spec, text, () => {
				edited.add(spec.name);
				refresh(spec.name);
			});
			fields.set(spec.name, field);
			return field.element;
		});
		return element('fieldset', { class: 'field-group' }, element('legend', {}, heading), ...made);
	});
	const values = (): Values => Object.fromEntries([...fields].map(([name, field]) => [name, field.value()]));
	const preview = element('pre', { class: 'record-preview', tabindex: '0', 'aria-label': text.preview });
	const masked = element('p', { class: 'run-warning', role: 'status', hidden: true }, text.masked);
	const missing = element('p', { class: 'run-warning', role: 'alert', hidden: true });
	const { repository } = data.recording;
	const delivery = createDelivery(
		text,
		{
			saved: text.saved,
			copied: text.fileCopied,
			open: text.openFile,
			opened: text.opened,
			openedPaste: text.openedPaste,
		},
		repository,
		() => (checked() ? deliveryOf(recordNow(), values(), data) : undefined),
		() => {
			const { id = '' } = values();
			noteTaken(id);
			session.update((each) => ({ ...each, recordedAs: id }));
		},
	);
	body.append(
		element('div', { class: 'record-form' }, ...groups),
		element(
			'div',
			{ class: 'record-side' },
			element('h3', {}, text.preview),
			masked,
			preview,
			missing,
			delivery.element,
		),
	);

	function recordNow(): LogRecord {
		return recordOfRun(runbook, session.run() ?? run, values(), session.now());
	}

	/** Says what is missing and goes to the first such field. */
	function checked(): boolean {
		const problems = problemsNow();
		const wrong = [...fields].filter(([name]) => problems[name] !== undefined);
		for (const [name, field] of fields) field.complain(text.wrong[problems[name] ?? ''] ?? '');
		missing.hidden = wrong.length === 0;
		missing.textContent = wrong.length > 0 ? text.missing(wrong.length) : '';
		wrong[0]?.[1].focus();
		return wrong.length === 0;
	}

	function problemsNow(): Record<string, string> {
		const all = values();
		return formProblems(all, neededFields(all['logType'] ?? ''));
	}

	function refresh(name?: string): void {
		const now = values();
		const logType = now['logType'] ?? '';
		if (name === 'logType' && !edited.has('title')) {
			fields.get('title')?.set(titleOf(logType, runbook.title, data));
		}
		if (name === 'date' && !edited.has('id')) fields.get('id')?.set(nextIdOf(now['date'] ?? '', data));
		if (!edited.has('fileName')) {
			fields
				.get('fileName')
				?.set(logFileName({ date: now['date'] ?? '', logType }, runbook.slug, data.suffix));
		}
		const needed: readonly string[] = neededFields(logType);
		for (const [key, field] of fields) field.need(needed.includes(key) || key === 'fileName');
		const objects = fields.get('objects')?.element;
		if (objects) objects.hidden = logType !== 'data-fix';
		if (name) {
			fields.get(name)?.complain('');
			missing.hidden = true;
		}
		const record = recordNow();
		preview.textContent = composeLog(record);
		masked.hidden = !isMasked(record, values(), session.run() ?? run);
		delivery.refresh(deliveryOf(record, values(), data));
	}
	refresh();
	fields.get('title')?.focus();
}

function deliveryOf(record: LogRecord, values: Values, { recording }: RecordData): Delivery {
	const fileName = values['fileName'] ?? '';
	const path = [recording.repository?.folder, recording.folder, fileName].filter(Boolean).join('/');
	const content = composeLog(record);
	return { fileName, path, content, address: newFileAddress(recording.repository, path, content) };
}

function groupsOf(
	{ text, data: runbook }: Session,
	run: Run,
	data: RecordData,
): readonly (readonly [heading: string, fields: readonly FieldSpec[]])[] {
	const { labels, choices } = data;
	const label = (name: string): string => labels[name] ?? name;
	const date = momentText(run.startedAt).slice(0, 10);
	const logType = 'incident';
	const { outcome, worked } = judgeRun(runbook, run);
	const roles = fromVocabulary(choices['roles']);
	const role = (name: string, value = ''): FieldSpec => ({ name, label: label(name), ...roles, value });
	const choice = (name: string, value = ''): FieldSpec => ({
		name,
		label: label(name),
		type: 'select',
		choices: choices[name] ?? [],
		value,
	});
	return [
		[
			text.groups.what,
			[
				{
					name: 'title',
					label: label('title'),
					type: 'text',
					value: titleOf(logType, runbook.title, data),
					wide: true,
				},
				{ name: 'seen', label: text.seen, type: 'area', hint: text.seenHint },
				choice('logType', logType),
				{ name: 'date', label: label('date'), type: 'date', value: date },
				{
					name: 'system',
					label: label('system'),
					...fromVocabulary(choices['systems']),
					value: runbook.systems[0] ?? '',
				},
				{ name: 'environment', label: label('environment'), type: 'text', value: 'production' },
				choice('severity', runbook.severity),
				choice('exceptionClass', runbook.exceptionClass),
				choice('cause'),
				{
					name: 'place',
					label: text.labels.place,
					type: 'select',
					optional: true,
					value: runbook.places.length === 1 ? '0' : '',
					choices: runbook.places.map(({ title, step }, index) => [
						String(index),
						step ? `${title} #${step}` : title,
					]),
				},
				{ name: 'objects', label: text.labels.objects, type: 'area' },
			],
		],
		[
			text.groups.outcome,
			[
				choice('outcome', outcome),
				choice('runbookWorked', worked),
				{ name: 'downtime', label: text.labels.downtime, type: 'number' },
				{ name: 'worked', label: text.labels.worked, type: 'area' },
				{ name: 'failed', label: text.labels.failed, type: 'area' },
				{ name: 'followUp', label: text.labels.followUp, type: 'area' },
			],
		],
		[
			text.groups.who,
			[
				role('owner', runbook.owner),
				role('executedBy'),
				role('requestedBy'),
				role('approvedBy'),
				{ name: 'ticket', label: label('ticket'), type: 'text' },
				{ name: 'reason', label: label('reason'), type: 'text', wide: true },
			],
		],
		[
			text.groups.file,
			[
				{
					name: 'id',
					label: label('id'),
					type: 'text',
					value: run.recordedAs || nextIdOf(date, data),
					hint: text.idHint(data.asOf),
					wide: true,
				},
				{ name: 'fileName', label: text.labels.fileName, type: 'text', wide: true },
			],
		],
	];
}

function titleOf(logType: string, runbook: string, { choices, lang }: RecordData): string {
	const type = choices['logType']?.find(([key]) => key === logType)?.[1] ?? logType;
	return lang.startsWith('zh') ? `${type}：${runbook}` : `${type}: ${runbook}`;
}

/** Whether masking has changed anything that was typed. */
function isMasked(record: LogRecord, values: Values, run: Run): boolean {
	const { story } = record;
	const pairs: readonly (readonly [string | undefined, string | undefined])[] = [
		[record.title, values['title']],
		[record.reason, values['reason']],
		[story.seen, values['seen']],
		[story.worked, values['worked']],
		[story.failed, values['failed']],
		[story.followUp, values['followUp']],
	];
	const notes = Object.values(run.steps).map(({ note }) => note?.trim());
	return (
		pairs.some(([kept, typed]) => (kept ?? '') !== (typed ?? '')) ||
		notes.some((note) => note && !story.steps.some((step) => step.note === note))
	);
}
