import { describe, expect, it } from 'vitest';
import {
	chooseOrientation,
	layoutProcess,
	type Orientation,
	orientationsOf,
	type PlacedNode,
	type ProcessLayout,
} from '../../../src/diagrams/index.ts';
import { crossingsOf, faultsOf } from './layout-faults.ts';
import { model, step } from './process-models.ts';

const ORIENTATIONS: readonly Orientation[] = ['rows', 'columns'];

function nodeOf(layout: ProcessLayout, id: string): PlacedNode {
	const node = layout.nodes.find((candidate) => candidate.step.id === id);
	if (node === undefined) throw new Error(`No node ${id}`);
	return node;
}

function centre({ x, y, width, height }: PlacedNode): { x: number; y: number } {
	return { x: x + width / 2, y: y + height / 2 };
}

describe.each(ORIENTATIONS)('layoutProcess with lanes as %s', (orientation) => {
	const layout = (...args: Parameters<typeof model>) => layoutProcess(model(...args), { orientation });

	it('draws what there is of a broken process', () => {
		expect(layout([], [], ['a', 'b']).lanes).toHaveLength(2);
		expect(layout([], []).nodes).toEqual([]);
		expect(layout([step('x', { role: '' })], ['x → missing', 'missing → x'], []).edges).toEqual([]);
		for (const broken of [
			layout([step('x'), step('x'), step('y')], ['x → y'], ['a', 'a']),
			layout([step('x', { name: '' }), step('y', { role: 'b' }), step('z')], ['z → z']),
			layout([step('s', { type: 'end' }), step('e', { type: 'start' })], ['s → e', 'e → s']),
		]) {
			expect(faultsOf(broken)).toEqual([]);
		}
	});

	it('gives a step whose lane is not listed a lane of its own', () => {
		const { lanes } = layout([step('x', { role: 'new' })], [], ['a']);
		expect(lanes.map(({ key }) => key)).toEqual(['a', 'new']);
	});

	it('stacks parallel branches of one lane and keeps the flow in one direction', () => {
		const drawn = layout(
			[step('s'), step('a1'), step('a2'), step('a3'), step('t')],
			['s → a1', 's → a2', 's → a3', 'a1 → t', 'a2 → t', 'a3 → t'],
		);
		const along = (id: string) => centre(nodeOf(drawn, id))[orientation === 'rows' ? 'x' : 'y'];
		expect(along('a1')).toBe(along('a2'));
		expect(along('a2')).toBe(along('a3'));
		expect(along('s')).toBeLessThan(along('a1'));
		expect(along('a1')).toBeLessThan(along('t'));
		expect(faultsOf(drawn)).toEqual([]);
	});

	it('hands over to a free neighbouring lane straight across', () => {
		const drawn = layout([step('x'), step('y', { role: 'b' })], ['x → y']);
		expect(drawn.edges[0]?.points).toHaveLength(2);
	});

	it('lets edges to a decision share one arrowhead and leaves its other corners to the exits', () => {
		const drawn = layout(
			[step('s'), step('x'), step('y'), step('d', { type: 'decision' }), step('a'), step('b'), step('c')],
			['s → x', 's → y', 'x → d', 'y → d', 'd → a: 甲', 'd → b: 乙', 'd → c: 丙'],
		);
		const ends = drawn.edges.slice(2, 4).map(({ points }) => points.at(-1));
		expect(ends[0]).toEqual(ends[1]);
	});

	it('keeps up to three exits of a decision apart, each with its name beside it', () => {
		const drawn = layout(
			[step('d', { type: 'decision' }), step('x'), step('y', { role: 'b' }), step('z', { role: 'b' })],
			['d → x: 是', 'd → y: 否', 'd → z: 未知'],
		);
		expect(new Set(drawn.edges.map(({ points }) => JSON.stringify(points[0]))).size).toBe(3);
		expect(drawn.edges.map(({ label }) => label?.text.lines.join(''))).toEqual(['是', '否', '未知']);
	});

	it('draws loops, and flows between the same two steps as one edge with both names', () => {
		const drawn = layout(
			[step('x'), step('y', { type: 'decision' })],
			['x → y', 'y → x: 退回', 'y → y: 再查', 'x → y: 补充'],
		);
		expect(drawn.edges.map(({ back }) => back)).toEqual([false, true, true]);
		expect(drawn.edges[0]).toMatchObject({ flows: [0, 3], label: { text: { lines: ['补充'] } } });
		expect(faultsOf(drawn)).toEqual([]);
	});

	it('lists the steps in flow order, not in the order of writing', () => {
		const drawn = layout([step('late'), step('early'), step('last')], ['early → late', 'late → last']);
		expect(drawn.nodes.map((node) => node.step.id)).toEqual(['early', 'late', 'last']);
	});

	it('puts parts that are not connected one after the other, or side by side in lanes of their own', () => {
		const along = (drawn: ProcessLayout, id: string) =>
			centre(nodeOf(drawn, id))[orientation === 'rows' ? 'x' : 'y'];
		const inOne = layout([step('a1'), step('b1'), step('a2'), step('b2')], ['a1 → a2', 'b1 → b2']);
		expect(along(inOne, 'b1')).toBeGreaterThan(along(inOne, 'a2'));
		const own = { role: 'b' };
		const inTwo = layout([step('a1'), step('b1', own), step('a2'), step('b2', own)], ['a1 → a2', 'b1 → b2']);
		expect(along(inTwo, 'b1')).toBe(along(inTwo, 'a1'));
	});

	it('lines the branches of a fork up, in whatever lanes they are', () => {
		const drawn = layout(
			[step('s'), step('x'), step('y', { role: 'b' }), step('z', { role: 'c' })],
			['s → x', 's → y', 's → z'],
		);
		const along = ['x', 'y', 'z'].map((id) => centre(nodeOf(drawn, id))[orientation === 'rows' ? 'x' : 'y']);
		expect(new Set(along).size).toBe(1);
	});

	it('shows data objects on request only, each once, under the name given', () => {
		const data = [{ object: 'Order' }, { object: 'Order', access: 'read' as const }, { object: 'Item' }];
		const process = model([step('x', { data }), step('y')], ['x → y']);
		expect(layoutProcess(process, { orientation }).data).toEqual([]);
		const drawn = layoutProcess(process, { orientation, dataObjects: true, dataName: (name) => `«${name}»` });
		expect(drawn.data.map(({ object, text }) => [object, text.lines.join('')])).toEqual([
			['Order', '«Order»'],
			['Item', '«Item»'],
		]);
		expect(faultsOf(drawn)).toEqual([]);
	});

	it('holds long questions and names in full', () => {
		const name = '在 ERPNext 中核对 Purchase Order 与 Supplier Quotation 的含税单价差异是否超过 0.5%？';
		for (const type of ['decision', 'task', 'start', 'approval', 'subprocess'] as const) {
			const { nodes } = layout([step('x', { type, name })], []);
			expect(nodes[0]?.name.full).toBeUndefined();
		}
	});
});

describe('chooseOrientation', () => {
	it('takes rows where they can be read, else columns where those can, else rows', () => {
		expect(chooseOrientation({ rows: 1000, columns: 500 }, 800)).toBe('rows');
		expect(chooseOrientation({ rows: 2400, columns: 1000 }, 800)).toBe('columns');
		expect(chooseOrientation({ rows: 2400, columns: 2000 }, 800)).toBe('rows');
		expect(chooseOrientation({ rows: 2400, columns: undefined }, 800)).toBe('rows');
	});

	it('offers columns up to five lanes', () => {
		const lanes = (count: number) =>
			Array.from({ length: count }, (_, key) => ({ key: `${key}`, label: '' }));
		expect(orientationsOf({ lanes: lanes(5) })).toEqual(['rows', 'columns']);
		expect(orientationsOf({ lanes: lanes(6) })).toEqual(['rows']);
	});
});

describe('an order-to-cash process', () => {
	const steps = [
		step('order', { role: '销售', type: 'start', name: '收到订单' }),
		step('enter', { role: '销售', name: '录入销售订单', transaction: 'VA01' }),
		step('credit', { role: '财务', type: 'decision', name: '信用额度够吗？' }),
		step('release', { role: '财务', type: 'approval', name: '批准放行' }),
		step('stock', { role: '仓库', type: 'decision', name: '库存是否充足？' }),
		step('buy', { role: '采购', type: 'subprocess', name: '采购补货' }),
		step('arrive', { role: '仓库', type: 'wait', name: '等待到货' }),
		step('pick', { role: '仓库', name: '拣货' }),
		step('ship', { role: '仓库', name: '发货过账', transaction: 'VL02N' }),
		step('bill', { role: '财务', name: '开票', transaction: 'VF01' }),
		step('paid', { role: '财务', type: 'decision', name: '是否按期收款？' }),
		step('dun', { role: '销售', name: '催收' }),
		step('clear', { role: '财务', name: '核销' }),
		step('cancel', { role: '销售', type: 'end', name: '订单取消' }),
		step('done', { role: '财务', type: 'end', name: '完成' }),
	];
	const flows = [
		'order → enter',
		'enter → credit',
		'credit → stock: 够',
		'credit → release: 不够',
		'release → stock: 同意',
		'release → cancel: 拒绝',
		'stock → pick: 充足',
		'stock → buy: 不足',
		'buy → arrive',
		'arrive → pick',
		'pick → ship',
		'ship → bill',
		'bill → paid',
		'paid → clear: 是',
		'paid → dun: 否',
		'dun → paid',
		'clear → done',
	];

	it.each(ORIENTATIONS)('has few crossings and no wide gaps as %s', (orientation) => {
		const drawn = layoutProcess(model(steps, flows), { orientation });
		expect(faultsOf(drawn)).toEqual([]);
		expect(crossingsOf(drawn)).toBeLessThanOrEqual(3);
		expect(drawn.width).toBeLessThan(orientation === 'rows' ? 2200 : 1100);
		expect(drawn.height).toBeLessThan(orientation === 'rows' ? 700 : 1500);
	});
});
