import type { LineSpan } from '../../model/index.ts';

/**
 * The lines between `mainstay:begin <name>` and `mainstay:end <name>`, the markers left out; they stand in comments of
 * whatever language. Undefined without both, in this order. An empty region has its last line before its first.
 */
export function findRegion(lines: readonly string[], name: string): LineSpan | undefined {
	const begin = lines.findIndex((line) => isMarker(line, 'begin', name));
	if (begin < 0) return undefined;
	const end = lines.findIndex((line, index) => index > begin && isMarker(line, 'end', name));
	return end < 0 ? undefined : { first: begin + 2, last: end };
}

/** What keeps a region from being compared as a whole: an opening without its end, or the name used again. */
export interface RegionFault {
	readonly fault: 'unclosed' | 'again';
	/** Of the marker that is at fault. */
	readonly line: number;
}

export function regionFault(lines: readonly string[], name: string): RegionFault | undefined {
	const opened = lines.flatMap((line, index) => (isMarker(line, 'begin', name) ? [index + 1] : []));
	const [first, second] = opened;
	if (first === undefined) return undefined;
	if (!findRegion(lines, name)) return { fault: 'unclosed', line: first };
	return second === undefined ? undefined : { fault: 'again', line: second };
}

/** Names of the regions of a text, for the nearest one. */
export function regionNames(lines: readonly string[]): string[] {
	return lines.flatMap((line) => {
		const name = /\bmainstay:begin\s+(\S+)/.exec(line)?.[1];
		return name === undefined ? [] : [name];
	});
}

/** Whether the line holds nothing but a marker, of any region. */
export function isAnyMarker(line: string): boolean {
	return /\bmainstay:(begin|end)\s+\S+/.test(line);
}

function isMarker(line: string, side: 'begin' | 'end', name: string): boolean {
	const found = new RegExp(`\\bmainstay:${side}\\s+(\\S+)`).exec(line)?.[1];
	return found === name;
}
