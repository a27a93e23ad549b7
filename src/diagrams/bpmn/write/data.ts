import type { ModdleElement } from 'bpmn-moddle';
import type { PlacedData, ProcessLayout } from '../../process/layout-types.ts';
import { create } from './moddle.ts';
import { xmlText } from './text.ts';

/** The data objects of a drawing that shows them, as elements of the process. */
export interface DataElements {
	/** Of the process: each object and its reference. */
	readonly flowElements: readonly ModdleElement[];
	/** Of the process: connections that are no data associations. */
	readonly artifacts: readonly ModdleElement[];
	/** By position in the layout's data. */
	readonly shapes: readonly { readonly reference: ModdleElement; readonly connection: ModdleElement }[];
}

/**
 * One data object for every place where the drawing shows it. What an activity reads flows in, what it writes
 * flows out; where the access is not known, and at gateways and events, which BPMN gives no data, the
 * connection is a plain association.
 *
 * @param stepOf the element of a node, by its position in the layout
 */
export function dataElements(
	{ data, nodes }: ProcessLayout,
	stepOf: (node: number) => ModdleElement | undefined,
): DataElements {
	const flowElements: ModdleElement[] = [];
	const artifacts: ModdleElement[] = [];
	const shapes = data.flatMap((placed, index) => {
		const step = stepOf(placed.node);
		if (!step) return [];
		const number = index + 1;
		const name = xmlText(placed.object);
		const dataObjectRef = create('bpmn:DataObject', { id: `Data_${number}`, name });
		const reference = create('bpmn:DataObjectReference', { id: `DataRef_${number}`, name, dataObjectRef });
		flowElements.push(dataObjectRef, reference);
		const access = nodes[placed.node]?.step.data.find(({ object }) => object === placed.object)?.access;
		const isActivity = step.$instanceOf?.('bpmn:Activity') === true && access !== undefined;
		const connection = isActivity
			? dataAssociation(step, reference, access === 'read', number)
			: create('bpmn:Association', { id: `DataLink_${number}`, sourceRef: step, targetRef: reference });
		if (!isActivity) artifacts.push(connection);
		return [{ reference, connection }];
	});
	return { flowElements, artifacts, shapes };
}

function dataAssociation(
	step: ModdleElement,
	reference: ModdleElement,
	reads: boolean,
	number: number,
): ModdleElement {
	const id = `DataLink_${number}`;
	if (!reads) {
		const association = create('bpmn:DataOutputAssociation', { id, targetRef: reference });
		append(step, 'dataOutputAssociations', association);
		return association;
	}
	// An input needs a target inside the activity; editors of BPMN make such a property, too.
	const property = create('bpmn:Property', { id: `DataTarget_${number}`, name: '__targetRef_placeholder' });
	const association = create('bpmn:DataInputAssociation', {
		id,
		sourceRef: [reference],
		targetRef: property,
	});
	append(step, 'properties', property);
	append(step, 'dataInputAssociations', association);
	return association;
}

function append(element: ModdleElement, list: string, item: ModdleElement): void {
	const items = element.get?.(list);
	if (Array.isArray(items)) items.push(item);
}

/** Where the name of a data object stands: beside the sheet, in what the layout kept free. */
export function dataLabel({ x, y, width, height, icon, mirrored }: PlacedData): PlacedData['icon'] {
	return mirrored
		? { x, y, width: icon.x - x, height }
		: { x: icon.x + icon.width, y, width: x + width - icon.x - icon.width, height };
}
