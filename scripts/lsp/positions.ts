import type { TextEdit as LspTextEdit, Position, Range } from 'vscode-languageserver';
import type { Point, SourceRange, TextEdit } from '../../src/model/index.ts';

/** Both sides count UTF-16 units; the protocol counts lines and units from 0. */
export function positionOf({ line, column }: Point): Position {
	return { line: Math.max(0, line - 1), character: Math.max(0, column - 1) };
}

export function rangeOf({ start, end }: SourceRange): Range {
	return { start: positionOf(start), end: positionOf(end) };
}

export function pointOf({ line, character }: Position): Point {
	return { line: line + 1, column: character + 1 };
}

export function editOf({ range, newText }: Pick<TextEdit, 'range' | 'newText'>): LspTextEdit {
	return { range: rangeOf(range), newText };
}

/** Whether a place lies in a range; its end counts, since a cursor behind a word is at the word. */
export function holds({ start, end }: SourceRange, { line, column }: Point): boolean {
	const isAfterStart = line > start.line || (line === start.line && column >= start.column);
	const isBeforeEnd = line < end.line || (line === end.line && column <= end.column);
	return isAfterStart && isBeforeEnd;
}

/** Whether two ranges touch. */
export function overlaps(a: SourceRange, b: SourceRange): boolean {
	return holds(a, b.start) || holds(b, a.start);
}
