import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responsibilities } from '../../../src/boards/responsibilities.ts';
import { roleWork } from '../../../src/boards/roles.ts';
import type { CompileConfig, Document, RoleWork } from '../../../src/model/index.ts';
import { record } from './overlay-documents.ts';
import { page, process, workSet } from './work-set.ts';

const ORDER = process(
	'PR-A-001',
	[
		{ id: 'demand', role: 'clerk', type: 'start' },
		{
			id: 'enter',
			role: 'clerk',
			transaction: 'VA01',
			system: 'erp',
			data: [
				{ object: 'Order', access: 'create' },
				{ object: 'Customer', access: 'read' },
			],
			runbooks: ['RB-A-001'],
		},
		{
			id: 'release',
			role: 'boss',
			type: 'approval',
			next: [
				{ to: 'ship', when: 'yes' },
				{ to: 'enter', when: 'no' },
			],
		},
		{ id: 'ship', role: 'store', transaction: 'VL01', system: 'erp' },
		{ id: 'done', role: 'clerk', type: 'end' },
	],
	{ parent: 'PR-A-010', owner: 'boss', modules: ['sales'] },
);
const GROUP = record('PR-A-010', { level: 2, parent: 'PR-A-100', owner: 'boss' });
const CHAIN = record('PR-A-100', { level: 1, owner: 'board' });

function workOf(role: string, more: readonly Document[] = [], settings: Partial<CompileConfig> = {}) {
	return roleWork(workSet([ORDER, GROUP, CHAIN, ...more], settings)).find(
		({ key }) => key === role,
	) as RoleWork;
}

describe('the work of a role', () => {
	it('holds its steps in order and counts what it does there', () => {
		const { counts, processes, transactions, systems, owns } = workOf('clerk');
		expect(processes).toEqual([
			{ process: 'PR-A-001', group: 'PR-A-010', steps: ['demand', 'enter', 'done'] },
		]);
		expect(counts).toEqual({ processes: 1, steps: 3, performs: 1, approves: 0, decides: 0, owns: false });
		expect(transactions).toEqual([
			{ transaction: 'VA01', system: 'erp', at: [{ process: 'PR-A-001', step: 'enter' }] },
		]);
		expect(systems).toEqual([{ system: 'erp', steps: 1 }]);
		expect(owns).toEqual([]);
		expect(workOf('boss').owns).toEqual(['PR-A-001', 'PR-A-010']);
	});

	it('tells who hands over and who takes over, wherever a flow crosses lanes', () => {
		const at = (from: string, to: string) => ({ process: 'PR-A-001', from, to });
		expect(workOf('clerk').receives).toEqual([
			{ role: 'boss', at: [at('release', 'enter')] },
			{ role: 'store', at: [at('ship', 'done')] },
		]);
		expect(workOf('clerk').passes).toEqual([{ role: 'boss', at: [at('enter', 'release')] }]);
	});

	it('names what it creates and changes, not what it only reads', () => {
		expect(workOf('clerk').data).toEqual([
			{ object: 'Order', access: ['create'], at: [{ process: 'PR-A-001', step: 'enter' }] },
		]);
	});

	it('gathers runbooks from its steps, from the runbooks themselves and from their roles', () => {
		const runbooks = [
			record('RB-A-001'),
			record('RB-A-002', { processes: [{ process: 'PR-A-001', step: 'done' }] }),
			record('RB-A-003', { processes: [{ process: 'PR-A-001' }] }),
			record('RB-A-004', { roles: ['clerk'] }),
			record('RB-A-005', { processes: [{ process: 'PR-A-001', step: 'ship' }] }),
			record('RB-A-006', { roles: ['clerk'], status: 'retired' }),
		];
		const known = workOf('clerk', runbooks).runbooks;
		expect(
			known.map(({ id, at, wholeProcess, declared }) => [
				id,
				at.map(({ step }) => step).join(),
				wholeProcess.length,
				declared,
			]),
		).toEqual([
			['RB-A-001', 'enter', 0, false],
			['RB-A-002', 'done', 0, false],
			['RB-A-003', '', 1, false],
			['RB-A-004', '', 0, true],
		]);
	});

	it('lists declared roles first, also without any work', () => {
		const roles = new Map([
			['idle', { en: 'Idle' }],
			['store', { en: 'Store' }],
		]);
		expect(roleWork(workSet([ORDER], { roles })).map(({ key, counts }) => `${key} ${counts.steps}`)).toEqual([
			'idle 0',
			'store 1',
			'clerk 3',
			'boss 1',
		]);
	});
});

describe('the reading path', () => {
	const reading = (role: string, more: readonly Document[] = []): string[] =>
		workOf(role, more).reading.map(({ type, items }) => `${type}: ${items.join(' ')}`);

	it('goes from the whole to the single case', () => {
		const more = [
			record('RB-A-001'),
			page('guides/start-all'),
			page('guides/start-boss', { readers: ['boss'] }),
			page('guides/cash', { readers: ['clerk', 'boss'] }),
			page('guides/other'),
		];
		expect(reading('clerk', more)).toEqual([
			'start: page:guides/cash page:guides/start-all',
			'overview: PR-A-100',
			'processes: PR-A-010 PR-A-001',
			'runbooks: RB-A-001',
		]);
		expect(reading('boss', more)[0]).toBe(
			'start: page:guides/cash page:guides/start-all page:guides/start-boss',
		);
	});

	it('is empty for a role that has nothing to do', () => {
		expect(reading('board', [page('guides/start-all')])).toEqual([]);
	});
});

const ROLES = ['a', 'b', 'c', ''] as const;
const stepsArbitrary = fc.array(
	fc.record({
		role: fc.constantFrom(...ROLES),
		type: fc.constantFrom('task', 'start', 'end', 'decision', 'approval', 'subprocess', 'wait'),
	}),
	{ maxLength: 8 },
);

describe('whatever the processes', () => {
	const sets = fc
		.array(fc.record({ steps: stepsArbitrary, owner: fc.constantFrom('a', 'd') }), { maxLength: 5 })
		.map((list) =>
			list.map(({ steps, owner }, at) =>
				process(
					`PR-A-${String(at + 1).padStart(3, '0')}`,
					steps.map((step, index) => ({ ...step, id: `s${index}` })),
					{ owner },
				),
			),
		);

	it('matrix and role pages count the same steps, and every step with a role once', () => {
		fc.assert(
			fc.property(sets, (documents) => {
				const set = workSet(documents);
				const { rows } = responsibilities(set.processes, set.config);
				const roles = roleWork(set);
				for (const { key, counts } of roles) {
					const cells = rows.flatMap(({ cells: all }) => all.get(key) ?? []);
					const sum = (part: 'steps' | 'performs' | 'approves' | 'decides'): number =>
						cells.reduce((total, cell) => total + cell[part], 0);
					for (const part of ['steps', 'performs', 'approves', 'decides'] as const) {
						expect(sum(part)).toBe(counts[part]);
					}
				}
				const written = documents.flatMap(({ frontmatter }) => frontmatter['steps'] as { role: string }[]);
				const counted = roles.reduce((total, { counts }) => total + counts.steps, 0);
				expect(counted).toBe(written.filter(({ role }) => role !== '').length);
			}),
		);
	});

	it('what one role hands over another one takes, and a reading path names no document twice', () => {
		fc.assert(
			fc.property(sets, (documents) => {
				const roles = roleWork(workSet(documents));
				const given = roles.flatMap(({ key, passes }) =>
					passes.flatMap(({ role, at }) => at.map((place) => JSON.stringify([key, role, place]))),
				);
				const taken = roles.flatMap(({ key, receives }) =>
					receives.flatMap(({ role, at }) => at.map((place) => JSON.stringify([role, key, place]))),
				);
				expect(given.sort()).toEqual(taken.sort());
				for (const { reading, processes } of roles) {
					const ids = reading.flatMap(({ items }) => items);
					expect(new Set(ids).size).toBe(ids.length);
					expect(ids).toEqual(expect.arrayContaining(processes.map(({ process: id }) => id)));
				}
			}),
		);
	});
});
