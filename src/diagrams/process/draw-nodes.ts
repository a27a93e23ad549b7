import { element, escapeXml } from '../svg.ts';
import { textLines } from './draw-text.ts';
import type { PlacedNode } from './layout-types.ts';
import { DETAIL_TEXT, LINE_HEIGHT, NAME_TEXT } from './measures.ts';
import { EVENT_SIGN, textHeight } from './node-size.ts';
import { NODE_PAINT, PAINT } from './paint.ts';

export interface NodeLinks {
	readonly id: string;
	/** Key of the step's lane. */
	readonly lane: string;
	readonly href: string | undefined;
	readonly ariaLabel: string;
}

const TASK_RADIUS = 8;
const FOCUS_MARGIN = 4;

/** A step as a link, or as a picture with a name where there is nothing to open. */
export function drawNode(node: PlacedNode, { id, lane, href, ariaLabel }: NodeLinks): string {
	const cut = [node.name.full, node.detail.full].filter((text) => text !== undefined);
	return element(
		href === undefined ? 'g' : 'a',
		{
			id,
			class: `diagram-node node-${node.step.type}`,
			'data-step': node.step.id,
			'data-lane': lane,
			href,
			tabindex: href === undefined ? 0 : undefined,
			role: href === undefined ? 'img' : undefined,
			'aria-label': ariaLabel,
		},
		cut.length === 0 ? '' : element('title', {}, escapeXml(cut.join('\n'))),
		focusRing(node),
		element('g', { class: 'diagram-shape', ...NODE_PAINT[node.step.type], 'stroke-width': 1.5 }, shape(node)),
		sign(node),
		text(node),
	);
}

/** Invisible until the stylesheet gives it a stroke. */
function focusRing({ x, y, width, height }: PlacedNode): string {
	return element('rect', {
		class: 'diagram-focus',
		x: x - FOCUS_MARGIN,
		y: y - FOCUS_MARGIN,
		width: width + 2 * FOCUS_MARGIN,
		height: height + 2 * FOCUS_MARGIN,
		rx: TASK_RADIUS + FOCUS_MARGIN,
		fill: 'none',
		stroke: 'none',
		'stroke-width': 2.5,
	});
}

function shape({ shape: kind, x, y, width, height }: PlacedNode): string {
	if (kind === 'diamond') {
		const middle = { x: x + width / 2, y: y + height / 2 };
		const d = `M${x} ${middle.y}L${middle.x} ${y}L${x + width} ${middle.y}L${middle.x} ${y + height}Z`;
		return element('path', { d, 'stroke-linejoin': 'round' });
	}
	const rx = kind === 'event' ? Math.min(height / 2, EVENT_SIGN.cornerRadius) : TASK_RADIUS;
	return element('rect', { x, y, width, height, rx });
}

/** The mark of the step's kind, after BPMN: rings for events, a plus for a subprocess; a seal for approvals. */
function sign(node: PlacedNode): string {
	const { stroke } = NODE_PAINT[node.step.type];
	switch (node.step.type) {
		case 'start':
		case 'end':
		case 'wait':
			return eventSign(node, stroke);
		case 'approval': {
			const [x, y] = [node.x + 17, node.y];
			return (
				element('circle', { cx: x, cy: y, r: 9, fill: stroke }) +
				element('path', {
					d: `M${x - 4} ${y + 0.3}l2.9 2.9l5.2 -5.8`,
					fill: 'none',
					stroke: PAINT.badgeMark,
					'stroke-width': 1.8,
					'stroke-linecap': 'round',
					'stroke-linejoin': 'round',
				})
			);
		}
		case 'subprocess': {
			const [x, y] = [node.x + node.width / 2, node.y + node.height - 11];
			return element('path', {
				d: `M${x - 6.5} ${y - 6.5}h13v13h-13ZM${x - 3.5} ${y}h7M${x} ${y - 3.5}v7`,
				fill: 'none',
				stroke,
				'stroke-width': 1.3,
				'stroke-linejoin': 'round',
			});
		}
		default:
			return '';
	}
}

function eventSign(node: PlacedNode, stroke: string): string {
	const { type } = node.step;
	const cx = contentLeft(node) + EVENT_SIGN.size / 2;
	const cy = node.y + node.height / 2;
	const ring = element('circle', {
		cx,
		cy,
		r: type === 'end' ? 6.5 : 7.2,
		fill: 'none',
		stroke,
		'stroke-width': type === 'end' ? 3.2 : 1.5,
	});
	if (type === 'start')
		return ring + element('path', { d: `M${cx - 2} ${cy - 3.4}l5.4 3.4l-5.4 3.4Z`, fill: stroke });
	if (type === 'end') return ring;
	const hands = { d: `M${cx} ${cy - 4.2}v4.2l2.9 2`, fill: 'none', stroke, 'stroke-width': 1.5 };
	return ring + element('path', { ...hands, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
}

/** Left end of an event's sign: sign and text are centred together. */
function contentLeft(node: PlacedNode): number {
	const content = EVENT_SIGN.size + EVENT_SIGN.gap + Math.max(node.name.width, node.detail.width);
	return node.x + Math.max(EVENT_SIGN.inset, (node.width - content) / 2);
}

function text(node: PlacedNode): string {
	const { name, detail, height, y } = node;
	const event = node.shape === 'event';
	const x = event ? contentLeft(node) + EVENT_SIGN.size + EVENT_SIGN.gap : node.x + node.width / 2;
	const marker = node.step.type === 'subprocess' ? 14 : 0;
	const top = y + (height - marker - textHeight(name, detail)) / 2;
	const detailTop = top + name.lines.length * LINE_HEIGHT.name + LINE_HEIGHT.gap;
	const anchor = event ? undefined : 'middle';
	const named = element(
		'g',
		{
			class: 'diagram-name',
			fill: PAINT.text,
			'font-size': NAME_TEXT.size,
			'font-weight': NAME_TEXT.weight,
			'text-anchor': anchor,
		},
		textLines(name.lines, { x, top, lineHeight: LINE_HEIGHT.name, size: NAME_TEXT.size }),
	);
	if (detail.lines.length === 0) return named;
	return (
		named +
		element(
			'g',
			{ class: 'diagram-detail', fill: PAINT.muted, 'font-size': DETAIL_TEXT.size, 'text-anchor': anchor },
			textLines(detail.lines, { x, top: detailTop, lineHeight: LINE_HEIGHT.detail, size: DETAIL_TEXT.size }),
		)
	);
}
