import type { LineSpan } from '../../model/index.ts';

/** Finds a definition by its name between two lines; the answer covers all of it, decorators included. */
export type FindDefinition = (
	lines: readonly string[],
	name: string,
	bounds: LineSpan,
) => LineSpan | undefined;

/** A name as a part of a pattern. */
export function escapePattern(name: string): string {
	return name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
