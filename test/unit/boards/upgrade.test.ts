import { describe, expect, it } from 'vitest';
import { compareReleases } from '../../../src/model/index.ts';
import { boardsIn, log, note, process, runbook } from './documents.ts';

describe('releases', () => {
	it('are compared by their numbers', () => {
		const releases = ['v15.2', '9', 'v15', 'V14.10', 'v14.9', '2025 H2', '2025 H1'];
		expect(releases.sort(compareReleases)).toEqual([
			'9',
			'v14.9',
			'V14.10',
			'v15',
			'v15.2',
			'2025 H1',
			'2025 H2',
		]);
		expect(compareReleases('V15', '15')).toBe(0);
	});
});

describe('the upgrade view', () => {
	const files = {
		'docs/a.md': note(
			'DN-A-0001',
			'{risk: low, lastAdapted: v15, effortDays: 0.1}',
			'objects: [{type: t, name: Base}]',
		),
		'docs/b.md': note(
			'DN-B-0001',
			'{risk: high, lastAdapted: v14, effortDays: 0.2}',
			'touches: {tables: [Base]}',
		),
		'docs/c.md': note('DN-C-0001', '{risk: medium}'),
		'docs/d.md': note('DN-D-0001', '{risk: high, effortDays: 9}', 'status: retired'),
	};

	it('puts what others build on first, then the riskiest', () => {
		const [next, v15, v14] = boardsIn(files).upgrade.plans;
		expect(next?.items.map(({ id, order, after }) => [id, order, after])).toEqual([
			['DN-A-0001', 1, []],
			['DN-B-0001', 2, ['DN-A-0001']],
			['DN-C-0001', 3, []],
		]);
		expect(next).toMatchObject({ release: '', effortDays: 0.3, unestimated: 1 });
		expect(v15?.items.filter(({ adapted }) => adapted).map(({ id }) => id)).toEqual(['DN-A-0001']);
		expect(v14?.items.filter(({ adapted }) => adapted).map(({ id }) => id)).toEqual([
			'DN-B-0001',
			'DN-A-0001',
		]);
	});

	it('orders even what uses each other', () => {
		const circle = {
			'docs/a.md': note(
				'DN-A-0001',
				'{risk: low}',
				'objects: [{type: t, name: A}]',
				'touches: {tables: [B]}',
			),
			'docs/b.md': note(
				'DN-B-0001',
				'{risk: high}',
				'objects: [{type: t, name: B}]',
				'touches: {tables: [A]}',
			),
		};
		expect(boardsIn(circle).upgrade.plans[0]?.items.map(({ id }) => id)).toEqual(['DN-A-0001', 'DN-B-0001']);
	});
});

describe('coverage', () => {
	it('counts steps at which somebody works, covered by a runbook in force from either side', () => {
		const steps = `steps:
  - {id: go, name: Go, type: start}
  - {id: a, name: A, runbooks: [RB-A-0001]}
  - {id: b, name: B}
  - {id: c, name: C, runbooks: [RB-C-0001]}
  - {id: d, name: D, type: approval}
  - {id: end, name: End, type: end}`;
		const { coverage } = boardsIn({
			'docs/p.md': process('PR-P-0001', steps, 'modules: [sales]'),
			'docs/a.md': runbook('RB-A-0001', 'modules: [sales]'),
			'docs/b.md': runbook('RB-A-0002', 'modules: [sales]', 'processes: [{process: PR-P-0001, step: b}]'),
			'docs/c.md': runbook('RB-C-0001', 'status: retired'),
			'docs/l.md': log(
				'LOG-1-0001',
				'2026-01-01',
				'incident',
				'process: PR-P-0001',
				'step: d',
				'exceptionClass: crash-or-slow',
			),
		});
		const [row] = coverage.processes;
		expect(row).toMatchObject({ steps: 4, covered: 2, group: 'A' });
		expect(row?.missing.map(({ step, incidents }) => [step, incidents])).toEqual([
			['d', 1],
			['c', 0],
		]);
		expect(
			coverage.classes.map(({ exceptionClass, cells }) => [
				exceptionClass,
				cells[0]?.count,
				cells[0]?.incidents,
			]),
		).toEqual([
			['data-inconsistency', 0, 0],
			['crash-or-slow', 0, 1],
			['user-operation', 2, 0],
		]);
	});
});

describe('incidents', () => {
	it('are timed by their window, grouped, and known to repeat', () => {
		const { incidents } = boardsIn({
			'docs/a.md': log(
				'LOG-1-0001',
				'2026-01-01',
				'incident',
				'modules: [a, b]',
				'runbook: RB-A-0001',
				'runbookWorked: yes',
				'window: {start: "2026-01-01 23:30", end: "2026-01-02T00:30"}',
			),
			'docs/b.md': log(
				'LOG-1-0002',
				'2026-01-02',
				'incident',
				'modules: [a]',
				'runbook: RB-A-0001',
				'runbookWorked: partly',
				'outcome: open',
				'window: {start: 2026-01-01, end: 2026-01-02}',
			),
			'docs/c.md': log('LOG-1-0003', '2026-01-03', 'drill', 'runbook: RB-A-0001', 'runbookWorked: no'),
			'docs/r.md': runbook('RB-A-0001'),
		});
		expect(incidents.all).toEqual({ key: '', count: 2, open: 1, timed: 1, meanMinutes: 60 });
		expect(incidents.byModule.map(({ key, count }) => [key, count])).toEqual([
			['a', 2],
			['b', 1],
		]);
		expect(incidents.incidents.map(({ id, repeats }) => [id, repeats])).toEqual([
			['LOG-1-0002', 1],
			['LOG-1-0001', 1],
		]);
		expect(incidents.runbooks).toEqual([{ runbook: 'RB-A-0001', yes: 1, partly: 1, no: 1, rate: 50 }]);
	});
});
