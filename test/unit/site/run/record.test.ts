import { describe, expect, test } from 'vitest';
import { composeLog, neededFields } from '../../../../schemas/record-log.ts';
import type { Repository } from '../../../../src/model/index.ts';
import { en } from '../../../../src/site/i18n/run/en.ts';
import { runText } from '../../../../src/site/i18n/run/index.ts';
import type { RunData } from '../../../../src/site/plan/run-data.ts';
import {
	LONGEST_ADDRESS,
	newFileAddress,
	newIssueAddress,
} from '../../../../src/site/scripts/record/address.ts';
import {
	issueOfReport,
	recordOfReport,
	titleOfReport,
} from '../../../../src/site/scripts/record/of-report.ts';
import { formProblems, judgeRun, recordOfRun } from '../../../../src/site/scripts/record/of-run.ts';
import type { Run } from '../../../../src/site/scripts/run/runs.ts';

const REPOSITORY: Repository = {
	url: 'https://git.example.com/ops/docs',
	branch: 'main',
	provider: 'github',
	folder: '',
};

describe('addresses of a repository', () => {
	const path = 'docs/system-logs/a & b.md';

	test.each([
		[
			'github',
			'https://git.example.com/ops/docs/new/main?filename=docs%2Fsystem-logs%2Fa%20%26%20b.md&value=%23%20x',
			'all',
		],
		[
			'gitea',
			'https://git.example.com/ops/docs/_new/main/docs/system-logs?filename=a%20%26%20b.md&value=%23%20x',
			'all',
		],
		[
			'gitlab',
			'https://git.example.com/ops/docs/-/new/main/docs/system-logs?file_name=a%20%26%20b.md&content=%23%20x',
			'perhaps',
		],
	] as const)('%s opens its page for a new file', (provider, url, carries) => {
		expect(newFileAddress({ ...REPOSITORY, provider }, path, '# x')).toEqual({ url, carries });
	});

	test.each([
		['github', 'https://git.example.com/ops/docs/issues/new?title=a%26b&body=c'],
		['gitea', 'https://git.example.com/ops/docs/issues/new?title=a%26b&body=c'],
		[
			'gitlab',
			'https://git.example.com/ops/docs/-/issues/new?issue%5Btitle%5D=a%26b&issue%5Bdescription%5D=c',
		],
	] as const)('%s opens its page for a new issue', (provider, url) => {
		expect(newIssueAddress({ ...REPOSITORY, provider }, 'a&b', 'c')?.url).toBe(url);
	});

	test('what is too long for an address is left out of it, and said', () => {
		const long = newFileAddress(REPOSITORY, path, '库'.repeat(2000));
		expect(long).toMatchObject({ carries: 'nothing' });
		expect(long?.url.length).toBeLessThan(LONGEST_ADDRESS);
	});

	test('an own template gets encoded values; without a repository there is no address', () => {
		const own = {
			...REPOSITORY,
			provider: 'custom' as const,
			newFile: 'https://x/{branch}/{path}?t={content}&y={other}',
		};
		expect(newFileAddress(own, 'a/b c.md', '&')).toEqual({
			url: 'https://x/main/a/b%20c.md?t=%26&y={other}',
			carries: 'all',
		});
		expect(newFileAddress({ ...REPOSITORY, provider: 'custom' }, path, 'x')).toBeUndefined();
		expect(newFileAddress(undefined, path, 'x')).toBeUndefined();
	});
});

const DATA: RunData = {
	id: 'RB-INV-0042',
	kind: 'runbook',
	title: 'Stock',
	lang: 'en',
	slug: 'stock',
	owner: 'dba',
	modules: ['inventory'],
	systems: ['erpnext'],
	steps: [
		{ id: 'a', title: 'First', risk: 'read-only' },
		{ id: 'b', title: 'Second | piped', risk: 'destructive' },
	],
	parameters: [
		{ name: 'item', label: 'Item', example: '', secret: false },
		{ name: 'pw', label: 'Password', example: '', secret: true },
	],
	escalation: [{ after: 10, to: 'DBA', channel: 'Phone' }],
	places: [{ process: 'PR-INV-0010', step: 'verify', title: 'Count' }],
};

const RUN: Run = {
	id: 'r',
	number: 1,
	name: 'Run 1',
	startedAt: Date.parse('2026-11-22T03:14:00'),
	values: { item: 'X|1' },
	steps: {
		a: {
			state: 'done',
			startedAt: Date.parse('2026-11-22T03:14:00'),
			endedAt: Date.parse('2026-11-22T03:20:00'),
			result: 'yes',
			note: 'password: hunter2',
		},
	},
	escalated: { 0: Date.parse('2026-11-22T03:25:00') },
	prints: {},
};

const VALUES = {
	id: 'LOG-2026-0001',
	title: 'T',
	owner: 'dba',
	logType: 'incident',
	date: '2026-11-22',
	system: 'erpnext',
	outcome: 'success',
	severity: 'S2',
	exceptionClass: 'data-inconsistency',
	cause: 'unknown',
	fileName: 'a.md',
	place: '0',
};

describe('the record of a run', () => {
	const log = composeLog(recordOfRun(DATA, RUN, VALUES, RUN.startedAt));

	test('tells steps with times, values, escalations; masks secrets', () => {
		expect(log).toContain('| 03:14–03:20 | 1. First | done | yes |');
		expect(log).toContain('| – | 2. Second \\| piped | not done | – |');
		expect(log).toContain('| Item | X\\|1 |');
		expect(log).toContain('| Password | ••• |');
		expect(log).toContain('escalated to DBA, Phone');
		expect(log).toContain('window: {start: "2026-11-22 03:14", end: "2026-11-22 03:20"}');
		expect(log).toContain('process: PR-INV-0010\nstep: verify');
		expect(log).not.toContain('hunter2');
	});

	test('no place chosen is no process', () => {
		expect(composeLog(recordOfRun(DATA, RUN, { ...VALUES, place: '' }, 0))).not.toContain('process:');
	});

	test('what is still open has begun and not ended', () => {
		const open = composeLog(recordOfRun(DATA, RUN, { ...VALUES, outcome: 'open' }, 0));
		expect(open).toContain('window: {start: "2026-11-22 03:14"}');
	});

	test('keeps the lines of what was typed', () => {
		const seen = 'it says\n- no space\n\nsince noon';
		const told = composeLog(recordOfRun(DATA, RUN, { ...VALUES, seen }, 0));
		expect(told).toContain('it says\\\n\\- no space\n\nsince noon');
	});

	test('begins with how the run seems to have ended', () => {
		const done = {
			...RUN,
			steps: { a: { state: 'done' }, b: { state: 'done', result: 'differs' } },
		} as const;
		expect(judgeRun(DATA, RUN)).toEqual({ outcome: 'open', worked: '' });
		expect(judgeRun(DATA, done)).toEqual({ outcome: 'partial', worked: 'partly' });
		expect(judgeRun(DATA, { ...RUN, finishedAt: 1, steps: {} }).outcome).toBe('failed');
	});

	test('says what is missing or wrong in the form', () => {
		expect(formProblems(VALUES, neededFields('incident'))).toEqual({});
		expect(formProblems({ ...VALUES, logType: '' }, neededFields(''))).toEqual({ logType: 'empty' });
		expect(
			formProblems(
				{
					...VALUES,
					id: 'LOG-1',
					date: '2026-02-30',
					fileName: '../a.md',
					downtime: 'x',
					cause: '',
					executedBy: 'a',
					approvedBy: 'a',
				},
				neededFields('incident'),
			),
		).toEqual({
			id: 'id',
			date: 'date',
			fileName: 'fileName',
			downtime: 'downtime',
			cause: 'empty',
			approvedBy: 'approvedBy',
		});
	});
});

describe('a report', () => {
	const subject = {
		id: 'PR-O2C-0001',
		kind: 'process',
		title: 'Order *to* cash',
		lang: 'en',
		slug: 'o2c',
		version: '2026-10-01',
		modules: [],
		systems: [],
	};
	const values = {
		...VALUES,
		seen: 'It says:\ntoken=abc ~~~ here',
		where: 'Screen <b>',
		since: '',
		meanwhile: 'paper',
	};

	test('as a ticket keeps the text as it is, masked, in a fence of its own', () => {
		const { title, body } = issueOfReport(subject, values, 'https://kb/x', en, (_, value) => value);
		expect(title).toBe('Problem: It says:');
		expect(body).toContain('~~~~text\nIt says:\ntoken=*** ~~~ here\n~~~~');
		expect(body).toContain('Screen \\<b\\>');
		expect(body).toContain('PR-O2C-0001 Order \\*to\\* cash https://kb/x (version of 2026-10-01)');
	});

	test('as a log is open, of unknown cause, and belongs to the process', () => {
		const log = composeLog(recordOfReport(subject, values, 'en', 'https://kb/x', en));
		expect(log).toContain('outcome: open');
		expect(log).toContain('process: PR-O2C-0001');
		expect(log).toContain('cause: unknown');
		expect(log).toContain('Meanwhile: paper');
	});

	test('a long first line is cut for the title', () => {
		expect(titleOfReport(`\n${'x'.repeat(200)}`)).toHaveLength(80);
	});
});

test('the texts have the same keys in all languages', () => {
	const keys = (value: object, path = ''): string[] =>
		Object.entries(value).flatMap(([key, each]) =>
			typeof each === 'object' && !Array.isArray(each)
				? keys(each as object, `${path}${key}.`)
				: [path + key],
		);
	for (const text of Object.values(runText)) expect(keys(text)).toEqual(keys(en));
});
