import type { ProcessModel } from '../../model/index.ts';
import { breakText, type TextBlock } from '../text/break.ts';
import type { Geometry } from './geometry.ts';
import { type LabelledGeometry, placeLabels } from './labels.ts';
import type { Box, LayoutOptions, PlacedLane, ProcessLayout, XY } from './layout-types.ts';
import { LANE_TEXT, LINE_HEIGHT } from './measures.ts';
import { placeSteps } from './placement.ts';
import { Planner, type ProcessPlan } from './plan.ts';

/** Room for the frame's stroke, px. */
const MARGIN = 1;
/** Length of a drawing without steps, px. */
const MIN_LENGTH = 240;
/** How often edges are laid anew for their labels. */
const RETRIES = 8;
const HEADER = {
	rows: { maxText: 92, maxLines: 4, padding: 16, min: 48 },
	columns: { maxLines: 3, padding: 13, minText: 60 },
} as const;

/**
 * Lays a process out in lanes. Draws what is there: flows to missing steps are left out, steps without a
 * lane get one. The same model always gives the same layout.
 */
export function layoutProcess(model: ProcessModel, options: LayoutOptions): ProcessLayout {
	const { plan, geometry, labels, data } = planWithLabels(model, options);
	const rows = plan.orientation === 'rows';
	const header = headerOf(plan, geometry);
	const origin = rows ? { x: MARGIN + header.size, y: MARGIN } : { x: MARGIN, y: MARGIN + header.size };
	const length = Math.max(geometry.along.length, MIN_LENGTH);
	const area = rows ? { x: length, y: geometry.across.length } : { x: geometry.across.length, y: length };
	const position = new Map(plan.graph.order.map((step, index) => [step, index]));
	return {
		orientation: plan.orientation,
		width: Math.ceil(origin.x + area.x + MARGIN),
		height: Math.ceil(origin.y + area.y + MARGIN),
		lanes: lanesOf(plan, geometry, header, length),
		nodes: plan.graph.order.flatMap((step) => {
			const sized = plan.steps[step];
			const box = geometry.nodes[step];
			if (sized === undefined || box === undefined) return [];
			return [{ ...sized, ...moved(box, origin), lane: plan.graph.laneOf[step] ?? 0 }];
		}),
		edges: plan.graph.edges.map((edge, index) => {
			const label = labels[index];
			return {
				from: position.get(edge.from) ?? 0,
				to: position.get(edge.to) ?? 0,
				flows: edge.flows,
				back: edge.back,
				points: (geometry.paths[index] ?? []).map((point) => moved(point, origin)),
				...(label === undefined ? {} : { label: { ...moved(label, origin), text: label.text } }),
			};
		}),
		data: data.map((each) => ({
			...moved(each, origin),
			node: position.get(each.node) ?? 0,
			icon: moved(each.icon, origin),
			link: each.link.map((point) => moved(point, origin)),
		})),
	};
}

type LabelledPlan = LabelledGeometry & { readonly plan: ProcessPlan };

/** When a label finds no place, its edge is laid anew, apart from others; the best plan wins. */
function planWithLabels(model: ProcessModel, options: LayoutOptions): LabelledPlan {
	const planner = new Planner(placeSteps(model, options));
	let best: LabelledPlan | undefined;
	for (let attempt = 0; attempt <= RETRIES; attempt++) {
		const { plan } = planner;
		const labelled = placeLabels(plan);
		if (best === undefined || labelled.crowded.length < best.crowded.length) best = { plan, ...labelled };
		if (labelled.crowded.length === 0) break;
		planner.setApart(labelled.crowded);
	}
	if (best === undefined) throw new Error('Nothing was planned');
	return best;
}

interface Headers {
	/** Width of the header column, or height of the header row. */
	readonly size: number;
	readonly texts: readonly TextBlock[];
}

/** Lane labels stand upright in both orientations: Chinese and English read alike without turning the head. */
function headerOf(plan: ProcessPlan, geometry: Geometry): Headers {
	const rows = plan.orientation === 'rows';
	const texts = plan.graph.lanes.map(({ label }, lane) => {
		const breadth = (geometry.borders[lane + 1] ?? 0) - (geometry.borders[lane] ?? 0);
		const { maxLines } = HEADER[plan.orientation];
		const lines = rows ? Math.min(maxLines, Math.floor((breadth - 8) / LINE_HEIGHT.lane)) : maxLines;
		const maxWidth = rows ? HEADER.rows.maxText : Math.max(HEADER.columns.minText, breadth - 20);
		return breakText(label, { ...LANE_TEXT, maxWidth, maxLines: lines });
	});
	if (texts.every((text) => text.lines.length === 0)) return { size: 0, texts };
	const size = rows
		? Math.max(HEADER.rows.min, Math.max(...texts.map((text) => text.width)) + 2 * HEADER.rows.padding)
		: Math.max(...texts.map((text) => text.lines.length)) * LINE_HEIGHT.lane + 2 * HEADER.columns.padding;
	return { size: Math.ceil(size), texts };
}

function lanesOf(plan: ProcessPlan, geometry: Geometry, header: Headers, length: number): PlacedLane[] {
	return plan.graph.lanes.map(({ key }, lane) => {
		const start = MARGIN + (geometry.borders[lane] ?? 0);
		const breadth = (geometry.borders[lane + 1] ?? 0) - (geometry.borders[lane] ?? 0);
		const box = (size: number): Box =>
			plan.orientation === 'rows'
				? { x: MARGIN, y: start, width: size, height: breadth }
				: { x: start, y: MARGIN, width: breadth, height: size };
		const text = header.texts[lane] ?? { lines: [], width: 0 };
		return { key, text, ...box(header.size + length), header: box(header.size) };
	});
}

function moved<P extends XY>(point: P, origin: XY): P {
	return { ...point, x: point.x + origin.x, y: point.y + origin.y };
}
