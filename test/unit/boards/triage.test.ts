import { describe, expect, it } from 'vitest';
import { calendarEvents } from '../../../src/boards/calendar.ts';
import { changesByDates, changesOf } from '../../../src/boards/changes.ts';
import { triageOf } from '../../../src/boards/triage.ts';
import { checkProject } from '../../rules/mini-project.ts';
import { AS_OF, boardsIn, log, runbook } from './documents.ts';

const CLASSES = ['crash-or-slow', 'user-operation'];

function triageIn(files: Readonly<Record<string, string>>) {
	return triageOf(checkProject(files).graph, CLASSES);
}

/** A document of the helpers with one line of its frontmatter replaced. */
function withField(text: string, field: string, value: string): string {
	return text.replace(new RegExp(`^${field}:.*$`, 'm'), `${field}: ${value}`);
}

describe('triage', () => {
	const files = {
		'docs/calm.md': runbook('RB-A-0001'),
		'docs/grave.md': withField(runbook('RB-A-0002'), 'severity', 'S1'),
		'docs/tried.md': runbook(
			'RB-A-0003',
			'escalation: [{afterMinutes: 30, to: dba, vendor: Acme}, {to: boss}]',
		),
		'docs/failed.md': runbook('RB-A-0004', 'escalation: [{afterMinutes: 15, to: dba, channel: phone}]'),
		'docs/old.md': runbook('RB-A-0005', 'status: retired'),
		'docs/l1.md': log(
			'LOG-A-0001',
			'2026-10-01',
			'incident',
			'runbook: RB-A-0003',
			'runbookWorked: yes',
			'exceptionClass: user-operation',
		),
		'docs/l2.md': log('LOG-A-0002', '2026-10-02', 'drill', 'runbook: RB-A-0003', 'runbookWorked: partly'),
		'docs/l3.md': log('LOG-A-0003', '2026-10-03', 'drill', 'runbook: RB-A-0004', 'runbookWorked: no'),
	};

	it('ranks by severity, then incidents, then how often it worked; what was never tried stands in the middle', () => {
		const [empty, own] = triageIn(files).classes;
		expect(empty).toMatchObject({
			exceptionClass: 'crash-or-slow',
			runbooks: [],
			contacts: [],
			incidents: 0,
		});
		expect(own?.runbooks.map(({ id }) => id)).toEqual(['RB-A-0002', 'RB-A-0003', 'RB-A-0001', 'RB-A-0004']);
		expect(own?.runbooks[1]).toMatchObject({ incidents: 1, tried: 2, rate: 75 });
		expect(own?.runbooks[2]).toMatchObject({ incidents: 0, tried: 0 });
		expect(own?.runbooks[2]).not.toHaveProperty('rate');
		expect(own?.incidents).toBe(1);
	});

	it('names whom a class escalates to, the first to be called first, each with its earliest time', () => {
		const own = triageIn(files).classes[1];
		expect(own?.contacts).toEqual([
			{ to: 'boss', afterMinutes: 0, runbooks: 1 },
			{ to: 'dba', afterMinutes: 15, runbooks: 2 },
		]);
		expect(own?.vendors.map((vendor) => Object.values(vendor))).toEqual([['Acme']]);
	});

	it('holds symptoms and the first step in every language of the runbook', () => {
		const step = (title: string) => `\n::::step{#look minutes=5}\n### ${title}\n\nText.\n::::\n`;
		const { classes } = triageIn({
			'mainstay.yaml': 'languages: [zh-CN, en]\n',
			'docs/a.md': withField(runbook('RB-A-0001'), 'symptoms', '[坏了]') + step('看看'),
			'docs/a.en.md': withField(runbook('RB-A-0001', 'lang: en'), 'symptoms', '[broken]') + step('Look'),
		});
		expect(classes[1]?.runbooks[0]).toMatchObject({
			symptoms: { 'zh-CN': ['坏了'], en: ['broken'] },
			firstStep: { id: 'look', minutes: 5, title: { 'zh-CN': '看看', en: 'Look' } },
		});
	});
});

describe('the calendar', () => {
	const boards = boardsIn({
		'docs/r.md': runbook(
			'RB-A-0001',
			'review: {every: P6M, on: 2026-09-01}',
			'workarounds: [{type: manual, until: 2026-10-01}]',
		),
		'docs/p.md': log(
			'LOG-A-0001',
			'2026-11-01',
			'permission',
			'permission: {action: add, subject: x, to: y, validTo: 2026-12-01}',
		),
		'docs/q.md': log(
			'LOG-A-0002',
			'2026-11-02',
			'permission',
			'permission: {action: disable, subject: z, to: none, validTo: 2026-12-02}',
		),
		'docs/b.md': log('LOG-A-0003', '2026-11-10', 'backup'),
	});

	it('has every duty on its day, what is over too, in order', () => {
		expect(calendarEvents(boards).map(({ type, date, id }) => [type, date, id])).toEqual([
			['workaround', '2026-10-01', 'RB-A-0001'],
			['permission', '2026-12-01', 'LOG-A-0001'],
			['backup', '2026-12-10', 'LOG-A-0003'],
			['review', '2027-03-01', 'RB-A-0001'],
		]);
	});

	it('calls a duty the same whatever the day of the build', () => {
		const later = calendarEvents({ ...boards, asOf: '2027-06-01' });
		expect(later.map(({ key }) => key)).toEqual(calendarEvents(boards).map(({ key }) => key));
	});
});

describe('changes', () => {
	const { graph } = checkProject({
		'mainstay.yaml': 'languages: [en, zh-CN]\n',
		'docs/new.md': runbook('RB-A-0001'),
		'docs/translated.md': runbook('RB-A-0002'),
		'docs/translated.zh-CN.md': runbook('RB-A-0002', 'lang: zh-CN'),
		'docs/gone.md': runbook('RB-A-0003', 'status: retired'),
		'docs/still-gone.md': runbook('RB-A-0004', 'status: retired'),
		'docs/moved.md': runbook('RB-A-0005'),
		'docs/same.md': runbook('RB-A-0006', 'review: {every: P6M, on: 2026-11-15}'),
		'docs/log.md': log('LOG-A-0001', '2026-11-20', 'change'),
	});

	it('each document is in one list; a translation or a move is a change', () => {
		expect(
			changesOf(graph, [
				{ file: 'docs/new.md', change: 'added' },
				{ file: 'docs/translated.zh-CN.md', change: 'added' },
				{ file: 'docs/gone.md', change: 'changed', before: { id: 'RB-A-0003', status: 'approved' } },
				{ file: 'docs/still-gone.md', change: 'changed', before: { id: 'RB-A-0004', status: 'superseded' } },
				{ file: 'docs/moved.md', change: 'added' },
				{ file: 'docs/before.md', change: 'removed', before: { id: 'RB-A-0005' } },
				{ file: 'docs/lost.md', change: 'removed', before: { id: 'RB-A-0099', title: 'Lost' } },
			]),
		).toEqual({
			added: ['RB-A-0001'],
			changed: ['RB-A-0002', 'RB-A-0004', 'RB-A-0005'],
			retired: ['RB-A-0003'],
			removed: [{ id: 'RB-A-0099', title: 'Lost' }],
		});
	});

	it('without a history goes by the days that documents name', () => {
		expect(changesByDates(graph, '2026-11-15', AS_OF)).toMatchObject({
			added: ['LOG-A-0001'],
			changed: ['RB-A-0006'],
		});
		expect(changesByDates(graph, '2026-11-21', AS_OF)).toMatchObject({ added: [], changed: [] });
	});
});
