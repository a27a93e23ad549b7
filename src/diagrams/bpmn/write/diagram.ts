import type { ModdleElement } from 'bpmn-moddle';
import type { ProcessModel } from '../../../model/index.ts';
import type { Box, ProcessLayout, XY } from '../../process/layout-types.ts';
import type { DataElements } from './data.ts';
import { bpmnGeometry } from './geometry.ts';
import { create } from './moddle.ts';

const LABEL_LINE = 15;

/** The elements that the drawing shows. */
export interface DrawnElements {
	readonly collaboration: ModdleElement;
	readonly pool: ModdleElement;
	/** By position in the layout's lanes; empty when the only lane has no name. */
	readonly lanes: readonly ModdleElement[];
	/** By position in the model's steps. */
	readonly steps: readonly ModdleElement[];
	/** By position in the model's flows; undefined where a flow leads nowhere. */
	readonly flows: readonly (ModdleElement | undefined)[];
	/** By position in the layout's data. */
	readonly data: DataElements['shapes'];
}

/** Diagram interchange: a shape with bounds for the pool, every lane and step; an edge for every flow. */
export function diagramOf(
	model: ProcessModel,
	layout: ProcessLayout,
	elements: DrawnElements,
): ModdleElement {
	const geometry = bpmnGeometry(layout);
	const isHorizontal = layout.orientation === 'rows';
	const positions = new Map(model.steps.map((step, index) => [step, index]));
	const shapes = [
		shape(elements.pool, geometry.pool, { isHorizontal }),
		...elements.lanes.map((lane, index) => shape(lane, geometry.lanes[index], { isHorizontal })),
		...layout.nodes.map((node, index) => {
			const { bounds, label } = geometry.shapes[index] ?? {};
			const element = elements.steps[positions.get(node.step) ?? -1];
			// The name stands in the diamond itself.
			const look = node.shape === 'diamond' ? { isMarkerVisible: false } : {};
			return shape(element, bounds, { ...look, ...(label ? { label: labelAt(label) } : {}) });
		}),
	];
	const edges = layout.edges.flatMap(({ flows }, index) => {
		const drawn = flows.flatMap((flow) => elements.flows[flow] ?? []);
		let line = 0;
		return drawn.map((flow) => {
			const text = geometry.labels[index];
			const label = text && flow.get?.('name') !== undefined ? lineOf(text, drawn.length, line++) : undefined;
			return edge(flow, geometry.paths[index] ?? [], label);
		});
	});
	for (const [index, { reference, connection }] of elements.data.entries()) {
		const place = geometry.data[index];
		shapes.push(shape(reference, place?.bounds, place ? { label: labelAt(place.label) } : {}));
		edges.push(edge(connection, place?.path ?? [], undefined));
	}
	const planeElement = [...numbered('Shape', shapes), ...numbered('Edge', edges)];
	const plane = create('bpmndi:BPMNPlane', {
		id: 'Plane_1',
		bpmnElement: elements.collaboration,
		planeElement,
	});
	return create('bpmndi:BPMNDiagram', { id: 'Diagram_1', plane });
}

type Drawn = (id: string) => ModdleElement;

function numbered(word: string, drawn: readonly Drawn[]): ModdleElement[] {
	return drawn.map((make, index) => make(`${word}_${index + 1}`));
}

function shape(
	bpmnElement: ModdleElement | undefined,
	bounds: Box | undefined,
	look: Readonly<Record<string, unknown>>,
): Drawn {
	return (id) =>
		create('bpmndi:BPMNShape', { id, bpmnElement, bounds: create('dc:Bounds', { ...bounds }), ...look });
}

function edge(bpmnElement: ModdleElement, path: readonly XY[], label: Box | undefined): Drawn {
	const waypoint = path.map((point) => create('dc:Point', { ...point }));
	return (id) =>
		create('bpmndi:BPMNEdge', { id, bpmnElement, waypoint, ...(label ? { label: labelAt(label) } : {}) });
}

function labelAt(bounds: Box): ModdleElement {
	return create('bpmndi:BPMNLabel', { bounds: create('dc:Bounds', { ...bounds }) });
}

/** Several flows may share one line of the drawing; their names then stand one below the other. */
function lineOf(label: Box, flows: number, line: number): Box {
	return flows === 1 ? label : { ...label, y: label.y + line * LABEL_LINE, height: LABEL_LINE };
}
