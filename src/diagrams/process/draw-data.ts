import { element, escapeXml, number } from '../svg.ts';
import { DATA_ICON } from './data-size.ts';
import { textLines } from './draw-text.ts';
import type { PlacedData, ProcessLayout } from './layout-types.ts';
import { DATA_TEXT, LINE_HEIGHT } from './measures.ts';
import { PAINT } from './paint.ts';

const FOLD = 4;

/** Data objects as sheets of paper with their names, joined to their steps by dotted lines. */
export function drawData(layout: ProcessLayout): string {
	if (layout.data.length === 0) return '';
	return element(
		'g',
		{ 'aria-hidden': 'true', class: 'diagram-data', fill: PAINT.muted, 'font-size': DATA_TEXT.size },
		element('path', {
			class: 'diagram-data-links',
			d: layout.data.map(linkPath).join(''),
			fill: 'none',
			stroke: PAINT.dataLink,
			'stroke-width': 1.5,
			'stroke-dasharray': '0.1 3.4',
			'stroke-linecap': 'round',
		}),
		...layout.data.map((data) => drawObject(data, layout)),
	);
}

function linkPath({ link }: PlacedData): string {
	return link.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`).join('');
}

function drawObject(data: PlacedData, { nodes }: ProcessLayout): string {
	const { icon, text, mirrored } = data;
	const right = icon.x + icon.width;
	const bottom = icon.y + icon.height;
	const sheet = `M${number(icon.x)} ${number(icon.y)}H${number(right - FOLD)}L${number(right)} ${number(icon.y + FOLD)}V${number(bottom)}H${number(icon.x)}Z`;
	const fold = `M${number(right - FOLD)} ${number(icon.y)}v${FOLD}h${FOLD}`;
	return element(
		'g',
		{ class: 'diagram-data-object', 'data-step': nodes[data.node]?.step.id },
		text.full === undefined ? '' : element('title', {}, escapeXml(text.full)),
		element('path', {
			d: sheet + fold,
			fill: PAINT.dataFill,
			stroke: PAINT.dataStroke,
			'stroke-linejoin': 'round',
		}),
		element(
			'g',
			{ 'text-anchor': mirrored ? 'end' : undefined },
			textLines(text.lines, {
				x: mirrored ? icon.x - DATA_ICON.gap : right + DATA_ICON.gap,
				top: data.y + (data.height - text.lines.length * LINE_HEIGHT.detail) / 2,
				lineHeight: LINE_HEIGHT.detail,
				size: DATA_TEXT.size,
			}),
		),
	);
}
