import { describe, expect, it } from 'vitest';
import type { RoleStep, RoleView, StepPlace } from '../../../src/model/index.ts';
import { questionsFor } from '../../../src/site/roles/questions.ts';

const place = (step: string): StepPlace => ({
	process: 'PR-A-001',
	step,
	name: step,
	route: '/d/PR-A-001/',
	lang: 'en',
});
const step = (id: string, more: Partial<RoleStep> = {}): RoleStep => ({
	...place(id),
	number: 1,
	type: 'task',
	runbooks: [],
	...more,
});
const runbook = {
	id: 'RB-A-001',
	kind: 'runbook',
	lang: 'en',
	title: 'Help',
	summary: '',
	route: '/d/RB-A-001/',
} as const;

function role(steps: readonly RoleStep[], more: Partial<RoleView> = {}): RoleView {
	return {
		key: 'clerk',
		counts: { processes: 1, steps: steps.length, performs: 0, approves: 0, decides: 0, owns: false },
		hasPage: true,
		processes: [{ link: { ...runbook, id: 'PR-A-001', kind: 'process' }, steps }],
		transactions: [],
		runbooks: [],
		receives: [],
		passes: [],
		systems: [],
		data: [],
		owns: [],
		reading: [],
		...more,
	};
}

const asked = (view: RoleView): string[] => questionsFor(view).map(({ type, at }) => `${type} ${at.step}`);

describe('self-check questions', () => {
	it('ask for transactions once each, in order of the steps', () => {
		const steps = [
			step('a', { transaction: 'VA01' }),
			step('b', { transaction: 'VA01' }),
			step('c', { transaction: 'VL01', runbooks: [runbook] }),
		];
		expect(asked(role(steps))).toEqual(['transaction a', 'transaction c', 'runbook c']);
	});

	it('ask where work goes only where that does not depend', () => {
		const steps = [step('a'), step('b', { type: 'decision' })];
		const passes = [
			{
				role: 'boss',
				at: [
					{ from: place('a'), to: place('x') },
					{ from: place('b'), to: place('x') },
				],
			},
		];
		expect(asked(role(steps, { passes }))).toEqual(['next a']);
	});

	it('are at most eleven, however long the work', () => {
		const steps = Array.from({ length: 60 }, (_, at) =>
			step(`s${at}`, { transaction: `T${at}`, runbooks: [runbook] }),
		);
		const at = steps.map(({ step: id }) => ({ from: place(id), to: place(id) }));
		const view = role(steps, { passes: [{ role: 'x', at }], receives: [{ role: 'y', at }] });
		expect(questionsFor(view)).toHaveLength(11);
	});
});
