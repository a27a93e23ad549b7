import type { Point, SourceRange } from '../model/index.ts';

/** Answers where an offset of a text stands. */
export interface LineTable {
	point(offset: number): Point;
	range(start: number, end: number): SourceRange;
}

/** Finds line starts at the first question, so that a text nobody asks about costs nothing. */
export function lineTable(text: string): LineTable {
	let starts: number[] | undefined;
	const point = (offset: number): Point => {
		starts ??= lineStarts(text);
		const line = lineOf(starts, offset);
		return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
	};
	return { point, range: (start, end) => ({ start: point(start), end: point(end) }) };
}

/** Offsets at which lines start; LF, CRLF and CR end a line, as in Markdown. */
function lineStarts(text: string): number[] {
	const starts = [0];
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
	}
	return starts;
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
