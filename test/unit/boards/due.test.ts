import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardsIn, log, runbook } from './documents.ts';

describe('temporary measures', () => {
	const measure = (until: string): string => `workarounds: [{type: manual, until: ${until}}]`;

	it('are overdue from the day after their last day, soon within 30 days, the most overdue first', () => {
		const { workarounds } = boardsIn({
			'docs/a.md': runbook('RB-A-0001', measure('2026-11-22')),
			'docs/b.md': runbook('RB-B-0001', measure('2026-11-21')),
			'docs/c.md': runbook('RB-C-0001', measure('2026-12-22')),
			'docs/d.md': runbook('RB-D-0001', measure('2026-12-23')),
			'docs/e.md': runbook('RB-E-0001', measure('2026-01-01'), 'status: retired'),
			'docs/f.md': runbook('RB-F-0001', measure('2025-11-22')),
		});
		expect(workarounds.map(({ id, daysLeft, state }) => [id, daysLeft, state])).toEqual([
			['RB-F-0001', -365, 'overdue'],
			['RB-B-0001', -1, 'overdue'],
			['RB-A-0001', 0, 'soon'],
			['RB-C-0001', 30, 'soon'],
			['RB-D-0001', 31, 'ok'],
		]);
	});

	it('count once for all languages, with their texts in each', () => {
		const text = (words: string): string =>
			runbook('RB-A-0001', `workarounds: [{type: manual, until: 2027-01-01, reconcile: ${words}}]`);
		const { workarounds } = boardsIn({ 'docs/a.md': text('每日'), 'docs/a.en.md': text('daily') });
		expect(workarounds.map(({ reconcile }) => reconcile)).toEqual([{ 'zh-CN': '每日', en: 'daily' }]);
	});
});

describe('permissions', () => {
	const record = (id: string, date: string, permission: string, ...fields: string[]): string =>
		log(id, date, 'permission', `permission: ${permission}`, ...fields);
	const approved = ['requestedBy: a', 'executedBy: b', 'approvedBy: c'];

	it('end by a later record of the same subject, and expire when nobody ends them', () => {
		const { permissions } = boardsIn({
			'docs/a.md': record(
				'LOG-1-0001',
				'2026-01-01',
				'{action: add, subject: user lin, validTo: 2026-06-30}',
			),
			'docs/b.md': record('LOG-1-0002', '2026-07-01', '{action: disable, subject: User  LIN}'),
			'docs/c.md': record(
				'LOG-1-0003',
				'2026-08-01',
				'{action: add, subject: user lin, validTo: 2026-11-21}',
			),
			'docs/d.md': record('LOG-1-0004', '2026-08-01', '{action: add, subject: user wu, validTo: 2026-11-22}'),
			'docs/e.md': record('LOG-1-0005', '2026-08-01', '{action: add, subject: user xu}'),
			'docs/f.md': record('LOG-1-0006', '2026-08-02', '{action: change, subject: user xu}'),
			'docs/g.md': record(
				'LOG-1-0007',
				'2026-08-03',
				'{action: disable, subject: user xu}',
				'outcome: failed',
			),
		});
		const states = Object.fromEntries(permissions.map(({ id, state, endedBy }) => [id, [state, endedBy]]));
		expect(states).toEqual({
			'LOG-1-0001': ['disabled', 'LOG-1-0002'],
			'LOG-1-0002': ['closed', undefined],
			'LOG-1-0003': ['expired', undefined],
			'LOG-1-0004': ['expiring', undefined],
			'LOG-1-0005': ['replaced', 'LOG-1-0006'],
			'LOG-1-0006': ['active', undefined],
			'LOG-1-0007': ['closed', undefined],
		});
		expect(permissions[0]).toMatchObject({ id: 'LOG-1-0003', daysLeft: -1 });
	});

	it.each([
		['sodCheck: 通过，有补偿控制', []],
		['sodCheck: 未通过：建单与审批同属一人', ['sod-failed']],
		['sodCheck: Passed without conflict', []],
		['sodCheck: Conflict between posting and paying', ['sod-failed']],
		['sodCheck: looked at by audit', []],
		['to: x', ['sod-missing']],
	])('%s gives %j', (field, concerns) => {
		const file = record('LOG-1-0001', '2026-11-01', `{action: add, subject: u, ${field}}`, ...approved);
		expect(boardsIn({ 'docs/a.md': file }).permissions[0]?.concerns).toEqual(concerns);
	});

	it('are doubtful when one role does two jobs, or a subject is granted twice', () => {
		const grant = (id: string, to: string, ...roles: string[]): string =>
			record(id, '2026-11-01', `{action: add, subject: u, to: ${to}, sodCheck: ok}`, ...roles);
		const { permissions } = boardsIn({
			'docs/a.md': grant('LOG-1-0001', 'buy', 'requestedBy: a', 'executedBy: c', 'approvedBy: c'),
			'docs/b.md': grant('LOG-1-0002', 'pay', 'requestedBy: c', 'executedBy: b', 'approvedBy: c'),
		});
		expect(Object.fromEntries(permissions.map(({ id, concerns }) => [id, concerns]))).toEqual({
			'LOG-1-0001': ['approver-is-executor', 'several-grants'],
			'LOG-1-0002': ['requester-is-approver', 'several-grants'],
		});
	});
});

describe('continuity', () => {
	const targets = 'continuity: {erp: {backup: P7D, restoreDrill: P3M}, crm: {backup: P1M}}\n';

	it('is judged by the last success, against the target of the system', () => {
		const { continuity } = boardsIn({
			'mainstay.yaml': targets,
			'docs/a.md': log('LOG-1-0001', '2026-11-15', 'backup', 'systems: [db]'),
			'docs/b.md': log('LOG-1-0002', '2026-11-20', 'backup', 'outcome: failed'),
			'docs/c.md': log(
				'LOG-1-0003',
				'2026-08-21',
				'drill',
				'window: {start: 2026-08-21T08:00, end: 2026-08-21T11:40}',
			),
			'docs/d.md': log('LOG-1-0004', '2026-12-01', 'backup'),
		});
		const shown = continuity.systems.map(({ system, proofs }) => [
			system,
			...proofs.map(({ state, due, last, failures }) => [state, due, last?.minutes, failures.length]),
		]);
		expect(shown).toEqual([
			['erp', ['soon', '2026-11-22', undefined, 1], ['overdue', '2026-11-21', 220, 0]],
			['crm', ['never', undefined, undefined, 0], ['no-target', undefined, undefined, 0]],
			['db', ['no-target', undefined, undefined, 0], ['no-target', undefined, undefined, 0]],
		]);
		expect(continuity.logs.map(({ id }) => id)).toEqual(['LOG-1-0002', 'LOG-1-0001', 'LOG-1-0003']);
	});

	it('has default targets for systems on record when settings name none', () => {
		const { continuity } = boardsIn({ 'docs/a.md': log('LOG-1-0001', '2026-11-15', 'backup') });
		expect(continuity.declared).toBe(false);
		expect(continuity.systems[0]?.proofs.map(({ every, state }) => [every, state])).toEqual([
			['P1M', 'ok'],
			['P6M', 'never'],
		]);
	});
});

describe('risks', () => {
	it('have a level by likelihood × impact that never falls when either grows', () => {
		const levels = ['low', 'medium', 'high', 'critical'];
		const levelOf = (likelihood: number, impact: number): number => {
			const file = log(
				'LOG-1-0001',
				'2026-01-01',
				'change',
				`risk: {class: technical, likelihood: ${likelihood}, impact: ${impact}}`,
			);
			return levels.indexOf(boardsIn({ 'docs/a.md': file }).risks[0]?.level ?? '');
		};
		const grade = fc.integer({ min: 1, max: 4 });
		fc.assert(
			fc.property(grade, grade, (l, i) => {
				expect(levelOf(l + 1, i)).toBeGreaterThanOrEqual(levelOf(l, i));
				expect(levelOf(l, i + 1)).toBeGreaterThanOrEqual(levelOf(l, i));
			}),
			{ numRuns: 8 },
		);
		expect([levelOf(1, 4), levelOf(1, 5), levelOf(2, 5), levelOf(3, 5)]).toEqual([0, 1, 2, 3]);
	});
});
