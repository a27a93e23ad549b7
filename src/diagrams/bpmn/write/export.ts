import type { ModdleElement } from 'bpmn-moddle';
import type { Frontmatter, LanguageTag, ProcessModel } from '../../../model/index.ts';
import type { ProcessLayout } from '../../process/layout-types.ts';
import { MAINSTAY_NAMESPACE, PROCESS_FIELDS } from '../vocabulary.ts';
import { dataElements } from './data.ts';
import { diagramOf } from './diagram.ts';
import { stepElement, usesOf } from './elements.ts';
import { type ElementIds, elementIds } from './ids.ts';
import { create, toXml } from './moddle.ts';
import { xmlText } from './text.ts';

export interface BpmnExportOptions {
	readonly model: ProcessModel;
	/** Of the same model. */
	readonly layout: ProcessLayout;
	/** Of the document: the readable facts in the file are written in it. */
	readonly lang: LanguageTag;
	/** Of the document: what it says beside its steps goes along. */
	readonly frontmatter?: Frontmatter;
}

/** See `exportBpmn` of the room. */
export async function exportBpmn(options: BpmnExportOptions): Promise<string> {
	const { model, layout } = options;
	const ids = elementIds(model);
	const useOf = usesOf(model);
	const steps = model.steps.map((step, index) =>
		stepElement(step, ids.steps[index] ?? '', useOf(step.id), options.lang),
	);
	const flows = flowElements(model, ids, steps);
	const lanes = laneElements(model, layout, steps);
	const stepOf = new Map(model.steps.map((step, index) => [step, steps[index]]));
	const data = dataElements(layout, (node) => {
		const placed = layout.nodes[node];
		return placed && stepOf.get(placed.step);
	});
	const process = processElement(options, ids, {
		laneSets: lanes.length > 0 ? [create('bpmn:LaneSet', { id: 'LaneSet_1', lanes })] : [],
		flowElements: [...steps, ...flows.filter((flow) => flow !== undefined), ...data.flowElements],
		artifacts: data.artifacts,
	});
	const pool = create('bpmn:Participant', {
		id: 'Participant_1',
		name: xmlText(model.title),
		processRef: process,
	});
	const collaboration = create('bpmn:Collaboration', { id: 'Collaboration_1', participants: [pool] });
	const definitions = create('bpmn:Definitions', {
		id: 'Definitions_1',
		targetNamespace: MAINSTAY_NAMESPACE,
		exporter: 'Mainstay',
		rootElements: [collaboration, process],
		diagrams: [
			diagramOf(model, layout, {
				...{ collaboration, pool, lanes, steps, flows },
				data: data.shapes,
			}),
		],
	});
	return toXml(definitions);
}

function processElement(
	{ model, lang, frontmatter = {} }: BpmnExportOptions,
	ids: ElementIds,
	content: Readonly<Record<string, readonly ModdleElement[]>>,
): ModdleElement {
	const { summary } = frontmatter;
	const fields = Object.fromEntries(
		PROCESS_FIELDS.flatMap((key) => (frontmatter[key] === undefined ? [] : [[key, frontmatter[key]]])),
	);
	const facts = create('mainstay:Process', { lang, fields: xmlText(JSON.stringify(fields)) });
	return create('bpmn:Process', {
		id: ids.process,
		name: xmlText(model.title),
		isExecutable: false,
		...(typeof summary === 'string'
			? { documentation: [create('bpmn:Documentation', { text: xmlText(summary) })] }
			: {}),
		extensionElements: create('bpmn:ExtensionElements', { values: [facts] }),
		...content,
	});
}

/** The lanes as they are drawn; none when there is but one without a name. */
function laneElements(
	model: ProcessModel,
	layout: ProcessLayout,
	steps: readonly ModdleElement[],
): ModdleElement[] {
	if (layout.lanes.every(({ key }) => key === '')) return [];
	const positions = new Map(model.steps.map((step, index) => [step, index]));
	const labelOf = new Map(model.lanes.map(({ key, label }) => [key, label]));
	return layout.lanes.map(({ key }, lane) =>
		create('bpmn:Lane', {
			id: `Lane_${lane + 1}`,
			name: xmlText(labelOf.get(key) ?? key),
			extensionElements: create('bpmn:ExtensionElements', {
				values: [create('mainstay:Lane', { role: xmlText(key) })],
			}),
			flowNodeRef: layout.nodes
				.filter((node) => node.lane === lane)
				.map((node) => positions.get(node.step) ?? -1)
				.sort((a, b) => a - b)
				.flatMap((position) => steps[position] ?? []),
		}),
	);
}

/** By position in the model's flows. The steps learn which flows arrive and leave, in the order of writing. */
function flowElements(
	model: ProcessModel,
	ids: ElementIds,
	steps: readonly ModdleElement[],
): (ModdleElement | undefined)[] {
	const byId = new Map(steps.map((step) => [step.get?.('id'), step]));
	const listOf = (step: ModdleElement, name: string): ModdleElement[] => {
		const list = step.get?.(name);
		return Array.isArray(list) ? list : [];
	};
	return model.flows.map(({ from, to, label }, index) => {
		const source = byId.get(ids.byStep.get(from));
		const target = byId.get(ids.byStep.get(to));
		if (!source || !target) return undefined;
		const flow = create('bpmn:SequenceFlow', {
			id: `Flow_${index + 1}`,
			...(label ? { name: xmlText(label) } : {}),
			sourceRef: source,
			targetRef: target,
		});
		listOf(source, 'outgoing').push(flow);
		listOf(target, 'incoming').push(flow);
		return flow;
	});
}
