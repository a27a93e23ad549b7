/** A place in a source text. Lines and columns are 1-based; columns count UTF-16 units, as editors do. */
export interface Point {
	readonly line: number;
	readonly column: number;
}

/** A half-open span: `end` is the first place after it. */
export interface SourceRange {
	readonly start: Point;
	readonly end: Point;
}

/** The range of a finding that concerns a file as a whole. */
export const FILE_START: SourceRange = {
	start: { line: 1, column: 1 },
	end: { line: 1, column: 1 },
};

/** Orders two points by line, then column. */
export function comparePoints(a: Point, b: Point): number {
	return a.line - b.line || a.column - b.column;
}
