import { FILE_START, type LineSpan, type SourceRange } from '../model/index.ts';

/** The parts of `spans` that lie within `bounds`. */
export function within(spans: readonly LineSpan[], bounds: LineSpan): LineSpan[] {
	return spans.flatMap(({ first, last }) => {
		const part = { first: Math.max(first, bounds.first), last: Math.min(last, bounds.last) };
		return part.first <= part.last ? [part] : [];
	});
}

/** Sorted, those that touch joined. */
export function joined(spans: readonly LineSpan[]): LineSpan[] {
	const sorted = [...spans].sort((a, b) => a.first - b.first || a.last - b.last);
	const result: LineSpan[] = [];
	for (const span of sorted) {
		const before = result.at(-1);
		if (before && span.first <= before.last + 1) {
			result[result.length - 1] = { first: before.first, last: Math.max(before.last, span.last) };
		} else result.push(span);
	}
	return result;
}

const MOST = 6;

/** `3-9, 14`; of many the first few. */
export function spansText(spans: readonly LineSpan[]): string {
	const all = joined(spans);
	const shown = all
		.slice(0, MOST)
		.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
	return `${shown.join(', ')}${all.length > MOST ? ', …' : ''}`;
}

/** The text of some lines, without the line end after the last. */
export function linesAt(text: string, { first, last }: LineSpan): string {
	return linesOf(text)
		.slice(first - 1, last)
		.join('\n');
}

export function linesOf(text: string): string[] {
	return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}

/** The first changed lines that hang together, to the end of the last. */
export function rangeOfLines(lines: readonly LineSpan[], text: string | undefined): SourceRange {
	const [first] = lines;
	if (!first || text === undefined) return FILE_START;
	const all = linesOf(text);
	const line = Math.min(Math.max(1, first.first), Math.max(1, all.length));
	const last = Math.min(Math.max(line, first.last), Math.max(1, all.length));
	return { start: { line, column: 1 }, end: { line: last, column: (all[last - 1]?.length ?? 0) + 1 } };
}
