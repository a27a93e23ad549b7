import fc from 'fast-check';
import type { Flow, ProcessModel, Step, StepType } from '../../../src/model/index.ts';

export function step(id: string, over: Partial<Step> = {}): Step {
	return {
		id,
		name: id,
		type: 'task',
		role: 'a',
		data: [],
		controls: [],
		runbooks: [],
		customisations: [],
		pointer: `/steps/${id}`,
		...over,
	};
}

/** `a → b`, or `a → b: label`. */
export function flow(text: string): Flow {
	const [, from = '', to = '', label] = /^(\S+) → (\S+?)(?:: (.+))?$/u.exec(text) ?? [];
	return { from, to, ...(label === undefined ? {} : { label }), implicit: false, pointer: '' };
}

/** A process whose lanes are the roles of its steps, in the order they appear. */
export function model(
	steps: readonly Step[],
	flows: readonly string[],
	lanes?: readonly string[],
): ProcessModel {
	const keys = lanes ?? [...new Set(steps.map(({ role }) => role))];
	return {
		id: 'PR-T-0001',
		title: 'Test',
		lanes: keys.map((key) => ({ key, label: key })),
		steps,
		flows: flows.map(flow),
	};
}

const TYPES: readonly StepType[] = [
	'task',
	'task',
	'start',
	'end',
	'decision',
	'decision',
	'approval',
	'subprocess',
	'wait',
];
const NAMES = [
	'核对订单',
	'检查库存可用量是否足够',
	'Approve',
	'Post goods receipt against the purchase order',
	'录入 ERPNext 凭证',
];
const OBJECTS = ['Sales Order', '销售订单', 'Purchase Receipt Item', '库存明细账与序列号'];
const LABELS = ['', '', '是', '否', 'Yes, and within the notice period', '超过五万元且客户信用不足'];

/** Processes of any shape: mostly forward, with jumps, loops, self-loops, parallel branches and dead ends. */
export function processes(limits: { steps: number; lanes: number }): fc.Arbitrary<ProcessModel> {
	return fc
		.record({
			steps: fc.integer({ min: 1, max: limits.steps }),
			lanes: fc.integer({ min: 1, max: limits.lanes }),
		})
		.chain(({ steps, lanes }) =>
			fc.record({
				steps: fc.array(
					fc.record({
						lane: fc.nat(lanes - 1),
						type: fc.constantFrom(...TYPES),
						name: fc.constantFrom(...NAMES),
						transaction: fc.constantFrom(undefined, 'VA01', 'Stock > Stock Entry > Material Issue'),
						data: fc.uniqueArray(fc.constantFrom(...OBJECTS), { maxLength: 3 }),
					}),
					{ minLength: steps, maxLength: steps },
				),
				flows: fc.array(
					fc.record({
						from: fc.nat(steps - 1),
						near: fc.integer({ min: -2, max: 4 }),
						far: fc.nat(steps - 1),
						jump: fc.integer({ min: 0, max: 9 }),
						label: fc.constantFrom(...LABELS),
					}),
					{ minLength: Math.floor(steps * 0.8), maxLength: Math.ceil(steps * 1.5), size: 'max' },
				),
			}),
		)
		.map(({ steps, flows }) => ({
			id: 'PR-T-0001',
			title: 'Random',
			lanes: [...new Set(steps.map(({ lane }) => lane))].map((lane) => ({
				key: `L${lane}`,
				label: `泳道 ${lane}`,
			})),
			steps: steps.map(({ lane, type, name, transaction, data }, index) =>
				step(`s${index}`, {
					role: `L${lane}`,
					type,
					name,
					data: data.map((object) => ({ object })),
					...(transaction === undefined ? {} : { transaction }),
				}),
			),
			flows: flows.map(({ from, near, far, jump, label }) => {
				const to = jump < 3 ? far : Math.min(steps.length - 1, Math.max(0, from + near));
				return { ...flow(`s${from} → s${to}`), ...(label === '' ? {} : { label }) };
			}),
		}));
}
