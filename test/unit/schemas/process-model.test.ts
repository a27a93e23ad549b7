import { describe, expect, it } from 'vitest';
import { frontmatterReferences, processModelOf } from '../../../schemas/index.ts';
import { OPEN } from './samples.ts';

const config = {
	...OPEN,
	roles: new Map([['dba', { 'zh-CN': '数据库管理员', en: 'Database administrator' }]]),
};

const flows = (steps: unknown[]) =>
	processModelOf({ id: 'PR-A-001', title: 'T', steps }, 'en', config).flows.map(
		({ from, to, label, implicit, pointer }) =>
			`${from}>${to}${label ? ` (${label})` : ''}${implicit ? ' *' : ''} ${pointer}`,
	);

describe('the flows of a process', () => {
	it('lead to the step below where nothing is written, and end at an end', () => {
		const steps = [
			{ id: 'a', name: 'A' },
			{ id: 'b', name: 'B', type: 'end' },
			{ id: 'c', name: 'C' },
		];
		expect(flows(steps)).toEqual(['a>b * /steps/0']);
	});

	it('lead where they are written to lead', () => {
		const next = [{ to: 'a', when: '不通过' }, { to: 'nowhere' }];
		expect(
			flows([
				{ id: 'a', name: 'A', next: 'b' },
				{ id: 'b', name: 'B', type: 'decision', next },
			]),
		).toEqual(['a>b /steps/0/next', 'b>a (不通过) /steps/1/next/0/to', 'b>nowhere /steps/1/next/1/to']);
	});

	it('keep their pointers beside a step without an id', () => {
		expect(flows([{}, { id: 'b', name: 'B' }, { id: 'c', name: 'C', next: 'b' }])).toEqual([
			'b>c * /steps/1',
			'c>b /steps/2/next',
		]);
	});
});

describe('the lanes of a process', () => {
	const lanes = (frontmatter: Record<string, unknown>, lang: string) =>
		processModelOf(frontmatter, lang, config).lanes.map(({ key, label }) => `${key}=${label}`);
	const steps = [
		{ id: 'a', name: 'A', role: 'x' },
		{ id: 'b', name: 'B', role: 'dba' },
		{ id: 'c', name: 'C', role: 'x' },
	];

	it('come by first appearance, in the language of the document', () => {
		expect(lanes({ steps }, 'zh-CN')).toEqual(['x=x', 'dba=数据库管理员']);
		expect(lanes({ steps }, 'en-GB')).toEqual(['x=x', 'dba=Database administrator']);
	});

	it('come as listed, then the rest', () => {
		expect(lanes({ steps, lanes: ['dba'] }, 'en')).toEqual(['dba=Database administrator', 'x=x']);
	});

	it('hold steps without a role in a lane without a name', () => {
		expect(lanes({ steps: [{ id: 'a', name: 'A' }] }, 'en')).toEqual(['=']);
	});
});

it('fills what a step leaves out', () => {
	expect(processModelOf({ steps: [{ id: 'a' }] }, 'en', config).steps).toEqual([
		{
			id: 'a',
			name: 'a',
			type: 'task',
			role: '',
			data: [],
			controls: [],
			runbooks: [],
			customisations: [],
			pointer: '/steps/0',
		},
	]);
});

it('tells what a step does with a data object where that is written', () => {
	const data = ['Customer', { object: 'Sales Order', access: 'create' }, { object: 'Item' }, {}];
	const [step] = processModelOf({ steps: [{ id: 'a', data }] }, 'en', config).steps;
	expect(step?.data).toEqual([
		{ object: 'Customer' },
		{ object: 'Sales Order', access: 'create' },
		{ object: 'Item' },
	]);
});

describe('references of frontmatter', () => {
	const list = (kind: 'process' | 'runbook' | 'system-log' | 'dev-note', value: Record<string, unknown>) =>
		frontmatterReferences(kind, value).map(
			({ pointer, relation, expects }) => `${pointer} ${relation} ${expects ?? '-'}`,
		);

	it('come from every field that names documents', () => {
		const step = { id: 'a', runbooks: ['RB-A-001'], customisations: ['DN-A-001'], process: 'PR-A-002' };
		expect(
			list('process', {
				parent: 'PR-A-001',
				related: ['RB-A-001'],
				supersedes: ['PR-A-003'],
				steps: [{}, step],
			}),
		).toEqual([
			'/related/0 related -',
			'/supersedes/0 supersedes -',
			'/parent parent process',
			'/steps/1/runbooks/0 runbooks runbook',
			'/steps/1/customisations/0 customisations dev-note',
			'/steps/1/process process process',
		]);
		expect(list('runbook', { processes: [{ process: 'PR-A-001', step: 'x' }] })).toEqual([
			'/processes/0/process process process',
		]);
		expect(list('dev-note', { processes: ['PR-A-001'] })).toEqual(['/processes/0 processes process']);
		expect(
			list('system-log', { runbook: 'RB-A-001', process: 'PR-A-001', customisations: ['DN-A-001'] }),
		).toEqual([
			'/runbook runbook runbook',
			'/process process process',
			'/customisations/0 customisations dev-note',
		]);
	});

	it('follow evidence only where it is an id', () => {
		expect(list('runbook', { review: { evidence: 'LOG-2026-0104' } })).toEqual([
			'/review/evidence evidence -',
		]);
		expect(list('runbook', { review: { evidence: '盘点表第 3 页' } })).toEqual([]);
	});
});
