import type { TextBlock } from '../text/break.ts';
import { LINE_HEIGHT } from './measures.ts';

/** Limits and distances of edge labels, px. */
export const LABEL = {
	maxWidth: 108,
	maxLines: 3,
	fromShape: 7,
	/** Clear of the place for a mark at the shape's corner. */
	fromMark: 11,
	fromLine: 3,
	fromVertical: 6,
	clearance: 2,
	step: 6,
} as const;

export function labelHeight(text: TextBlock): number {
	return text.lines.length * LINE_HEIGHT.label;
}
