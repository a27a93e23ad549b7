import {
	type DiagramNode,
	MARK_SHAPES,
	OVERLAYS,
	type OverlayCell,
	type OverlayName,
} from '../../model/index.ts';
import { element, escapeXml } from '../svg.ts';

/** The marks of one step; overlays that say nothing of it may be left out. */
export interface StepMarks {
	readonly step: string;
	/** Drawn as a diamond, whose outline is away from the corner of its box. */
	readonly decision?: boolean;
	readonly cells: Readonly<Partial<Record<OverlayName, Pick<OverlayCell, 'tone' | 'sign'>>>>;
}

/** Digits that fit into a mark at full size. */
const MOST_DIGITS = 2;

/** How far inside the box of a diamond its mark stands, as a part of width and height, to touch the outline. */
const DIAMOND_INSET = 0.2;

/**
 * Marks on the top right corners of the nodes, one group per overlay. Nothing of it shows until a
 * stylesheet overrides the groups' `display`, so that a drawing alone stays what it was. Colours are
 * the stylesheet's too. Screen readers get the same facts from the table below a drawing.
 */
export function drawMarks(nodes: readonly DiagramNode[], marks: readonly StepMarks[]): string {
	const byStep = new Map(marks.map((each) => [each.step, each]));
	const groups = OVERLAYS.map((overlay) => {
		const drawn = nodes.map((node) => drawMark(node, byStep.get(node.step), overlay));
		return element('g', { 'data-marks': overlay, display: 'none' }, ...drawn);
	});
	return element('g', { class: 'diagram-marks', 'aria-hidden': 'true' }, ...groups);
}

function drawMark(node: DiagramNode, marks: StepMarks | undefined, overlay: OverlayName): string {
	const cell = marks?.cells[overlay];
	if (!cell || cell.tone === 'none' || cell.sign === '') return '';
	const many = cell.sign.length > MOST_DIGITS;
	const inset = marks?.decision ? DIAMOND_INSET : 0;
	const x = round(node.x + node.width * (1 - inset));
	const y = round(node.y + node.height * inset);
	return element(
		'g',
		{ class: `mark mark-${cell.tone}`, transform: `translate(${x} ${y})` },
		element('path', { d: MARK_SHAPES[cell.tone] }),
		element('text', many ? { y: 3, class: 'mark-many' } : { y: 3.8 }, many ? '99+' : escapeXml(cell.sign)),
	);
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

/** A finished drawing with something on top of everything. */
export function overlaid(svg: string, marks: string): string {
	const end = svg.lastIndexOf('</svg>');
	return end < 0 ? svg : svg.slice(0, end) + marks + svg.slice(end);
}
