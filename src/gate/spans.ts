import type { LineSpan } from '../model/index.ts';

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
