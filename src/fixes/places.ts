import type { Point, SourceRange } from '../model/index.ts';

/** Goes between the places of a text and its offsets. */
export interface Places {
	offset(point: Point): number;
	/** The text of a range. */
	slice(range: SourceRange): string;
	range(start: number, end: number): SourceRange;
}

/** LF, CRLF and CR end a line, as in Markdown; columns count UTF-16 units. */
export function placesOf(text: string): Places {
	const starts = [0];
	for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
	const offset = ({ line, column }: Point): number =>
		Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
	const point = (at: number): Point => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= at) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
	};
	return {
		offset,
		slice: ({ start, end }) => text.slice(offset(start), offset(end)),
		range: (start, end) => ({ start: point(start), end: point(end) }),
	};
}

/** The line end that a text uses first; LF for a text of one line. */
export function lineEndOf(text: string): string {
	return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
