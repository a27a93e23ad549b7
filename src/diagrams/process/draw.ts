import type { Diagram, DiagramNode, LanguageTag, Step } from '../../model/index.ts';
import { element, escapeXml } from '../svg.ts';
import { drawData } from './draw-data.ts';
import { drawEdges } from './draw-edges.ts';
import { drawNode } from './draw-nodes.ts';
import { textLines } from './draw-text.ts';
import type { Box, PlacedLane, PlacedNode, ProcessLayout } from './layout-types.ts';
import { LANE_TEXT, LINE_HEIGHT } from './measures.ts';
import { FONT_FAMILY, PAINT } from './paint.ts';

export interface DrawOptions {
	/** Starts every element id; unique on the page, a valid id. */
	readonly idPrefix: string;
	readonly lang: LanguageTag;
	/** Where a step leads; a step without an address is not a link. */
	readonly hrefOf: (step: Step) => string | undefined;
	readonly ariaLabel: (step: Step) => string;
	readonly title: string;
	readonly description: string;
}

const FRAME_RADIUS = 10;

/**
 * Draws a layout as one self-contained inline SVG. Colours are custom properties with light fallbacks, there
 * is no `<style>`, no `style` attribute and no script, so that a strict Content-Security-Policy holds.
 * Links follow one another in flow order.
 *
 * What scripts and stylesheets may rely on: every step is `.diagram-node` with `data-step` and `data-lane`; every
 * edge is `path.diagram-edge` with `data-from` and `data-to`, and so are its arrowhead (`.diagram-arrow`) and its
 * label (`.diagram-edge-label`). The lines one sees are one path, `.diagram-lines`, so that edges which run together
 * are not painted twice; edges and arrowheads of their own are unpainted until a stylesheet gives them a colour.
 */
export function drawProcess(layout: ProcessLayout, options: DrawOptions): Diagram {
	const { width, height } = layout;
	const ids = { title: `${options.idPrefix}-title`, description: `${options.idPrefix}-desc` };
	const svg = element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: `diagram diagram-process diagram-${layout.orientation}`,
			viewBox: `0 0 ${width} ${height}`,
			width,
			height,
			role: 'group',
			'aria-labelledby': ids.title,
			'aria-describedby': ids.description,
			lang: options.lang,
			'font-family': FONT_FAMILY,
		},
		element('title', { id: ids.title }, escapeXml(options.title)),
		element('desc', { id: ids.description }, escapeXml(options.description)),
		drawLanes(layout, options.idPrefix),
		drawEdges(layout),
		drawData(layout),
		...layout.nodes.map((node, index) =>
			drawNode(node, {
				id: `${options.idPrefix}-node-${index}`,
				lane: layout.lanes[node.lane]?.key ?? '',
				href: options.hrefOf(node.step),
				ariaLabel: options.ariaLabel(node.step),
			}),
		),
	);
	return { svg, width, height, nodes: layout.nodes.map(boxOf) };
}

function boxOf({ step, x, y, width, height }: PlacedNode): DiagramNode {
	return { step: step.id, x, y, width, height };
}

function drawLanes({ lanes, width, height }: ProcessLayout, idPrefix: string): string {
	const clip = `${idPrefix}-frame`;
	const frame = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: FRAME_RADIUS };
	const bodies = lanes.map((lane, index) =>
		element('rect', { ...area(lane), fill: index % 2 === 1 ? PAINT.laneAlternate : PAINT.lane }),
	);
	const headers = lanes.filter(({ header }) => header.width * header.height > 0);
	return element(
		'g',
		{ 'aria-hidden': 'true', class: 'diagram-lanes' },
		element('clipPath', { id: clip }, element('rect', frame)),
		element(
			'g',
			{ 'clip-path': `url(#${clip})` },
			element('rect', { width, height, fill: PAINT.lane }),
			...bodies,
			...headers.map(({ header }) => element('rect', { ...area(header), fill: PAINT.header })),
			element('path', { d: rulesOf(lanes), stroke: PAINT.laneStroke, 'stroke-width': 1 }),
		),
		element('rect', { ...frame, fill: 'none', stroke: PAINT.laneStroke }),
		element(
			'g',
			{
				class: 'diagram-lane-names',
				fill: PAINT.headerText,
				'font-size': LANE_TEXT.size,
				'font-weight': LANE_TEXT.weight,
				'text-anchor': 'middle',
			},
			...headers.map(drawHeader),
		),
	);
}

function drawHeader({ header, text }: PlacedLane): string {
	const top = header.y + (header.height - text.lines.length * LINE_HEIGHT.lane) / 2;
	const lines = textLines(text.lines, {
		x: header.x + header.width / 2,
		top,
		lineHeight: LINE_HEIGHT.lane,
		size: LANE_TEXT.size,
	});
	return text.full === undefined
		? lines
		: element('g', {}, element('title', {}, escapeXml(text.full)), lines);
}

/** The lines between lanes and between headers and lanes, on half pixels so that they are sharp. */
function rulesOf(lanes: readonly PlacedLane[]): string {
	const [first] = lanes;
	if (first === undefined) return '';
	const rows = first.header.width < first.width;
	const rules = lanes
		.slice(1)
		.map((lane) =>
			rows ? `M${lane.x} ${lane.y - 0.5}h${lane.width}` : `M${lane.x - 0.5} ${lane.y}v${lane.height}`,
		);
	const last = lanes[lanes.length - 1] ?? first;
	if (first.header.width * first.header.height > 0) {
		rules.push(
			rows
				? `M${first.x + first.header.width - 0.5} ${first.y}V${last.y + last.height}`
				: `M${first.x} ${first.y + first.header.height - 0.5}H${last.x + last.width}`,
		);
	}
	return rules.join('');
}

function area({ x, y, width, height }: Box): Record<string, number> {
	return { x, y, width, height };
}
