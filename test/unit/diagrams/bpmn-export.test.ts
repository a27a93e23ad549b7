import type { ModdleElement } from 'bpmn-moddle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Orientation } from '../../../src/diagrams/index.ts';
import { exported, list, one, parsed } from './bpmn-files.ts';
import { model, processes, step } from './process-models.ts';

const NCNAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

interface Place {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

function placeOf(shape: ModdleElement | undefined): Place {
	const bounds = one(shape, 'bounds') as unknown as Place;
	return { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height };
}

/** Distance of a point from the outline that BPMN draws in the bounds of an element. */
function fromOutline(
	{ $type }: ModdleElement,
	{ x, y, width, height }: Place,
	point: { x: number; y: number },
): number {
	const dx = Math.abs(point.x - x - width / 2);
	const dy = Math.abs(point.y - y - height / 2);
	if ($type.endsWith('Event')) return Math.abs(Math.hypot(dx, dy) - width / 2);
	if ($type.endsWith('Gateway'))
		return Math.abs(dx / (width / 2) + dy / (height / 2) - 1) * Math.min(width, height);
	const outside = Math.max(dx - width / 2, dy - height / 2);
	return Math.abs(outside);
}

/** What is wrong with a file, in words; nothing for one that any editor opens. */
function faultsOf(definitions: ModdleElement): string[] {
	const faults: string[] = [];
	const [collaboration, process] = list(definitions, 'rootElements');
	const plane = one(list(definitions, 'diagrams')[0], 'plane');
	const drawn = new Map(list(plane, 'planeElement').map((each) => [one(each, 'bpmnElement'), each]));
	const elements = list(process, 'flowElements');
	const lanes = list(list(process, 'laneSets')[0], 'lanes');
	const ids = [...elements, ...lanes, ...list(plane, 'planeElement')].map((each) => String(each.get?.('id')));
	if (new Set(ids).size !== ids.length) faults.push('an id is used twice');
	faults.push(...ids.filter((id) => !NCNAME.test(id)).map((id) => `${id} is no id`));
	if (process?.get?.('isExecutable') !== false) faults.push('executable');
	for (const pool of list(collaboration, 'participants'))
		if (!drawn.has(pool)) faults.push('pool without shape');
	for (const lane of lanes) if (!drawn.has(lane)) faults.push('lane without shape');
	for (const element of elements) {
		const id = String(element.get?.('id'));
		const shape = drawn.get(element);
		if (!element.$instanceOf?.('bpmn:FlowNode')) continue;
		if (!shape || !(placeOf(shape).width > 0)) faults.push(`${id} without shape`);
		const within = lanes.filter((lane) => list(lane, 'flowNodeRef').includes(element)).length;
		if (lanes.length > 0 && within !== 1) faults.push(`${id} in ${within} lanes`);
	}
	for (const flow of elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')) {
		const id = String(flow.get?.('id'));
		const points = list(drawn.get(flow), 'waypoint') as unknown as { x: number; y: number }[];
		const [first] = points;
		const last = points.at(-1);
		const from = one(flow, 'sourceRef');
		const to = one(flow, 'targetRef');
		if (!first || !last || points.length < 2 || !from || !to) {
			faults.push(`${id} without a path`);
			continue;
		}
		if (fromOutline(from, placeOf(drawn.get(from)), first) > 0.5)
			faults.push(`${id} does not touch its start`);
		if (fromOutline(to, placeOf(drawn.get(to)), last) > 0.5) faults.push(`${id} does not touch its end`);
		if (to.$type === 'bpmn:StartEvent') faults.push(`${id} leads to a start event`);
		if (from.$type === 'bpmn:EndEvent') faults.push(`${id} leaves an end event`);
	}
	return faults;
}

describe.each<Orientation>(['rows', 'columns'])('exportBpmn with lanes as %s', (orientation) => {
	it('writes a file without a fault for any process', async () => {
		await fc.assert(
			fc.asyncProperty(processes({ steps: 18, lanes: 4 }), async (process) => {
				const definitions = await parsed(await exported(process, { orientation }));
				expect(faultsOf(definitions)).toEqual([]);
			}),
			{ numRuns: 12, seed: 7 },
		);
	});

	it('turns pool and lanes the same way', async () => {
		const definitions = await parsed(
			await exported(
				model([step('a', { type: 'start' }), step('b', { type: 'end', role: 'b' })], ['a → b']),
				{
					orientation,
				},
			),
		);
		const shapes = list(one(list(definitions, 'diagrams')[0], 'plane'), 'planeElement');
		const turned = shapes.map((shape) => shape.get?.('isHorizontal')).filter((each) => each !== undefined);
		expect(turned).toEqual([orientation === 'rows', orientation === 'rows', orientation === 'rows']);
	});
});

describe('exportBpmn', () => {
	const steps = [
		step('a', { type: 'start' }),
		step('work', {
			system: 'erp',
			data: [
				{ object: 'Order', access: 'read' },
				{ object: 'Invoice', access: 'create' },
			],
		}),
		step('note'),
		step('ok', { type: 'approval' }),
		step('q', { type: 'decision' }),
		step('later', { type: 'wait' }),
		step('sub', { type: 'subprocess', process: 'PR-T-0002' }),
		step('z', { type: 'end' }),
	];
	const flows = [
		'a → work',
		'work → note',
		'note → ok',
		'ok → q',
		'q → later: no',
		'q → sub: yes',
		'later → z',
		'sub → z',
	];

	it('gives every type of step the element that the standard has for it', async () => {
		const definitions = await parsed(await exported(model(steps, flows)));
		const elements = list(list(definitions, 'rootElements')[1], 'flowElements');
		expect(elements.slice(0, 8).map(({ $type }) => $type.slice(5))).toEqual([
			'StartEvent',
			'UserTask',
			'Task',
			'UserTask',
			'ExclusiveGateway',
			'IntermediateCatchEvent',
			'CallActivity',
			'EndEvent',
		]);
		expect(elements[6]?.get?.('calledElement')).toBe('PR-T-0002');
		expect(list(elements[5], 'eventDefinitions').map(({ $type }) => $type)).toEqual([
			'bpmn:TimerEventDefinition',
		]);
	});

	it('says readably what BPMN has no place for', async () => {
		expect(await exported(model(steps, flows), { lang: 'en' })).toContain(
			'Data objects: Order (Reads), Invoice (Creates)',
		);
	});

	it('draws data objects when the layout has them', async () => {
		const definitions = await parsed(await exported(model(steps, flows), { dataObjects: true }));
		const work = list(list(definitions, 'rootElements')[1], 'flowElements')[1];
		expect(list(work, 'dataInputAssociations')).toHaveLength(1);
		expect(list(work, 'dataOutputAssociations')).toHaveLength(1);
		expect(faultsOf(definitions)).toEqual([]);
	});

	it('writes valid ids and characters whatever the document holds', async () => {
		const wild = [
			step('核对', { type: 'start', name: 'a\u0000b\ud800 & <c> "d"\n]]>' }),
			step('Shape_1', { transaction: '\u0007' }),
			step('1²', { type: 'end' }),
		];
		const definitions = await parsed(await exported(model(wild, ['核对 → Shape_1', 'Shape_1 → 1²'])));
		expect(faultsOf(definitions)).toEqual([]);
	});

	it('gives the same bytes for the same process', async () => {
		expect(await exported(model(steps, flows))).toBe(await exported(model(steps, flows)));
	});
});
