import type { Point, SourceRange } from './position.ts';

/** Answers where an offset of a text stands. */
export interface LineTable {
	point(offset: number): Point;
	range(start: number, end: number): SourceRange;
}

/** Finds line starts at the first question, so that a text nobody asks about costs nothing. */
export function lineTable(text: string): LineTable {
	let starts: readonly number[] | undefined;
	let line = 0;
	const point = (offset: number): Point => {
		starts ??= lineStarts(text);
		// Nearly always asked from top to bottom.
		if (!holds(starts, line, offset))
			line = holds(starts, line + 1, offset) ? line + 1 : lineOf(starts, offset);
		return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
	};
	return { point, range: (start, end) => ({ start: point(start), end: point(end) }) };
}

function holds(starts: readonly number[], line: number, offset: number): boolean {
	const start = starts[line];
	return start !== undefined && start <= offset && offset < (starts[line + 1] ?? Number.POSITIVE_INFINITY);
}

/** Offsets at which lines start; LF, CRLF and CR end a line, as in Markdown. */
function lineStarts(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return text.includes('\r') ? withReturns(text, starts) : starts;
}

function withReturns(text: string, starts: readonly number[]): number[] {
	const all = [...starts];
	for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
		if (text[at + 1] !== '\n') all.push(at + 1);
	}
	return all.sort((a, b) => a - b);
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
