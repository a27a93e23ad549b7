import type { Step } from '../../model/index.ts';
import { breakText, EMPTY_BLOCK, longestWord, type TextBlock } from '../text/break.ts';
import type { NodeShape } from './layout-types.ts';
import { DETAIL_TEXT, LINE_HEIGHT, NAME_TEXT, PORT_OFFSET } from './measures.ts';

/** A step with its text broken into lines and the size of its shape, in px. Sizes are even numbers. */
export interface SizedStep {
	readonly step: Step;
	readonly shape: NodeShape;
	readonly name: TextBlock;
	readonly detail: TextBlock;
	readonly width: number;
	readonly height: number;
}

const TASK_WIDTHS = [132, 148, 164, 180];
const TASK_PADDING = { x: 12, y: 11 };
const TASK_MIN_HEIGHT = 56;
/** Room under the text for the plus sign of a subprocess. */
const MARKER_HEIGHT = 16;
/** The sign to the left of an event's text. */
export const EVENT_SIGN = { inset: 13, size: 16, gap: 7, cornerRadius: 20 } as const;
const EVENT = {
	minWidth: 112,
	maxTexts: [124, 148],
	widest: 148,
	paddingRight: 16,
	minHeight: 40,
	paddingY: 9,
};
const DIAMOND = { narrowest: 52, minWidth: 128, minHeight: 72, widest: 132, margin: 5, wide: 176 };
/** A question too long for that gets wider still. */
const LONG_QUESTION = { widest: 212, lines: 5 };
/** Lines of a name before it is cut off. */
const MOST_LINES = 6;

/** Sizes all steps of one process: tasks share one width, so that they line up. */
export function sizeSteps(steps: readonly Step[]): SizedStep[] {
	const tasks = steps.filter((step) => shapeOf(step) === 'task');
	const width = TASK_WIDTHS.find((candidate) => tasks.every((step) => isComfortable(step, candidate)));
	return steps.map((step) => sizeStep(step, width ?? TASK_WIDTHS.at(-1) ?? 180));
}

function shapeOf(step: Step): NodeShape {
	if (step.type === 'decision') return 'diamond';
	return step.type === 'start' || step.type === 'end' || step.type === 'wait' ? 'event' : 'task';
}

function sizeStep(step: Step, taskWidth: number): SizedStep {
	const shape = shapeOf(step);
	if (shape === 'diamond') return sizeDiamond(step);
	return shape === 'event' ? sizeEvent(step) : sizeTask(step, taskWidth);
}

/** Nothing is cut off, no word is broken and the name takes no more than two lines. */
function isComfortable(step: Step, width: number): boolean {
	const maxWidth = width - 2 * TASK_PADDING.x;
	const name = nameBlock(step, maxWidth, 2);
	if (longestWordOf(step) > maxWidth) return false;
	return name.full === undefined && detailBlock(step, maxWidth, 2).full === undefined;
}

function sizeTask(step: Step, width: number): SizedStep {
	const maxWidth = width - 2 * TASK_PADDING.x;
	const name = nameBlock(step, maxWidth, MOST_LINES);
	const detail = detailBlock(step, maxWidth, 2);
	const marker = step.type === 'subprocess' ? MARKER_HEIGHT : 0;
	const height = textHeight(name, detail) + 2 * TASK_PADDING.y + marker;
	return { step, shape: 'task', name, detail, width, height: even(Math.max(TASK_MIN_HEIGHT, height)) };
}

function sizeEvent(step: Step): SizedStep {
	const fits = (width: number) => nameBlock(step, width, 4).full === undefined;
	const maxText = EVENT.maxTexts.find(fits) ?? EVENT.widest;
	const name = nameBlock(step, maxText, MOST_LINES);
	const detail = detailBlock(step, maxText, 2);
	const text = Math.max(name.width, detail.width);
	return {
		step,
		shape: 'event',
		name,
		detail,
		width: even(
			Math.max(
				EVENT.minWidth,
				EVENT_SIGN.inset + EVENT_SIGN.size + EVENT_SIGN.gap + text + EVENT.paddingRight,
			),
		),
		height: even(Math.max(EVENT.minHeight, textHeight(name, detail) + 2 * EVENT.paddingY)),
	};
}

/** The smallest diamond that holds the text, tried over line widths; wide rather than high. */
function sizeDiamond(step: Step): SizedStep {
	const narrowest = Math.min(DIAMOND.widest, Math.max(DIAMOND.narrowest, longestWordOf(step)));
	const usual = bestDiamond(step, narrowest, DIAMOND.widest, 4);
	return isCut(usual) ? bestDiamond(step, DIAMOND.widest, LONG_QUESTION.widest, LONG_QUESTION.lines) : usual;
}

function bestDiamond(step: Step, from: number, to: number, lines: number): SizedStep {
	const sized = (maxWidth: number): SizedStep => {
		const name = nameBlock(step, maxWidth, lines);
		const detail = detailBlock(step, maxWidth, 3);
		return { step, shape: 'diamond', name, detail, ...diamondAround(name, detail) };
	};
	let best = sized(from);
	for (let maxWidth = from + 10; maxWidth <= to; maxWidth += 10) {
		const candidate = sized(maxWidth);
		const better = isCut(candidate) === isCut(best) ? area(candidate) < area(best) : isCut(best);
		if (better) best = candidate;
	}
	return isCut(best) ? sized(to) : best;
}

function isCut({ name, detail }: SizedStep): boolean {
	return name.full !== undefined || detail.full !== undefined;
}

/** What a size costs the drawing: area, and more than that for what makes one rank much wider than the others. */
function area({ width, height }: { width: number; height: number }): number {
	return width * height + height * 40 + Math.max(0, width - DIAMOND.wide) * 300;
}

/** A line at distance `d` from the centre fits when d / (height / 2) + halfWidth / (width / 2) ≤ 1. */
function diamondAround(name: TextBlock, detail: TextBlock): { width: number; height: number } {
	const text = textHeight(name, detail);
	const halfText = Math.max(name.width, detail.width) / 2 + DIAMOND.margin;
	let best = { width: Number.POSITIVE_INFINITY, height: DIAMOND.minHeight };
	for (let height = Math.max(DIAMOND.minHeight, even(text + 24)); height <= text + 72; height += 4) {
		const share = 1 - text / 2 / (height / 2);
		const width = even(Math.max(DIAMOND.minWidth, (2 * halfText) / share));
		if (area({ width, height }) < area(best)) best = { width, height };
	}
	return best;
}

function nameBlock(step: Step, maxWidth: number, maxLines: number): TextBlock {
	return breakText(nameOf(step), { ...NAME_TEXT, maxWidth, maxLines });
}

function nameOf(step: Step): string {
	return step.name === '' ? step.id : step.name;
}

function longestWordOf(step: Step): number {
	return Math.max(longestWord(nameOf(step), NAME_TEXT), longestWord(step.transaction ?? '', DETAIL_TEXT));
}

function detailBlock(step: Step, maxWidth: number, maxLines: number): TextBlock {
	const text = step.transaction ?? '';
	return text === '' ? EMPTY_BLOCK : breakText(text, { ...DETAIL_TEXT, maxWidth, maxLines });
}

/** Height of the name and the transaction under it. */
export function textHeight(name: TextBlock, detail: TextBlock): number {
	const gap = detail.lines.length > 0 ? LINE_HEIGHT.gap : 0;
	return name.lines.length * LINE_HEIGHT.name + gap + detail.lines.length * LINE_HEIGHT.detail;
}

function even(value: number): number {
	return Math.ceil(value / 2) * 2;
}

/** Where edges may meet a side that faces along x (left, right) or along y (top, bottom): offsets from its centre, in px. */
export function portOffsets(shape: NodeShape, side: 'x' | 'y'): readonly number[] {
	const centreOnly = shape === 'diamond' || (shape === 'event' && side === 'x');
	const offset = side === 'x' ? PORT_OFFSET.y : PORT_OFFSET.x;
	return centreOnly ? [0] : [-offset, 0, offset];
}
