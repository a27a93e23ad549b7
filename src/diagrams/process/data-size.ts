import type { Step } from '../../model/index.ts';
import { breakText, type TextBlock } from '../text/break.ts';
import { DATA_TEXT, LINE_HEIGHT } from './measures.ts';

/** The sheet of paper that stands for a data object, px. */
export const DATA_ICON = { width: 12, height: 15, gap: 6 } as const;
const TEXT = { maxWidth: 108, maxLines: 2 } as const;
/** Between objects of one step, px. */
const BETWEEN = 5;

/** A data object with its name broken into lines. */
export interface SizedData {
	readonly object: string;
	readonly text: TextBlock;
	/** Distance of its upper end from that of the first object. */
	readonly top: number;
	readonly height: number;
}

/** The data objects of one step, under each other. */
export interface DataStack {
	readonly items: readonly SizedData[];
	readonly width: number;
	readonly height: number;
}

/** Undefined for a step without data objects. */
export function sizeData({ data }: Step, nameOf: (object: string) => string): DataStack | undefined {
	const items: SizedData[] = [];
	let top = 0;
	for (const object of new Set(data.map((use) => use.object))) {
		const text = breakText(nameOf(object), { ...DATA_TEXT, ...TEXT });
		const height = Math.max(DATA_ICON.height, text.lines.length * LINE_HEIGHT.detail);
		items.push({ object, text, top, height });
		top += height + BETWEEN;
	}
	if (items.length === 0) return undefined;
	const width = Math.max(...items.map(({ text }) => text.width)) + DATA_ICON.width + DATA_ICON.gap;
	return { items, width: Math.ceil(width), height: top - BETWEEN };
}
