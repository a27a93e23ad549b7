import type { Finding } from '../../model/index.ts';
import { nestingTooDeep } from '../findings.ts';

/** Containers in containers; people stop at ten. */
export const DEEPEST = 100;

type Bomb = Omit<Finding, 'file'>;

/** A line that opens so many quotes and lists at once that it must be looked at. */
const MARKERS = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${DEEPEST + 1}}`, 'm');

/**
 * Looks for texts that would take the parser minutes, before it starts: one pass of cheap line
 * scanning, since the parser's time grows with the square of the nesting depth.
 */
export function findBomb(text: string): Bomb | undefined {
	const deep = MARKERS.exec(text);
	if (!deep) return undefined;
	const line = text.slice(0, deep.index).split(/\r\n|\n|\r/).length;
	const range = { start: { line, column: 1 }, end: { line, column: deep[0].length + 1 } };
	return { code: nestingTooDeep.code, range, params: { most: DEEPEST } };
}
