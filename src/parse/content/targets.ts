/** A span of offsets in a text. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/**
 * Where the address of a link, image or definition stands between two offsets of the source: behind
 * the first `](` (or `]:`) that is followed by it. `from` may be inside the label, never behind it.
 * Undefined where the source says it in a way this does not recognise.
 */
export function findTarget(
	text: string,
	url: string,
	from: number,
	to: number,
	mark: '](' | ']:',
): Span | undefined {
	let last: Span | undefined;
	for (let at = text.indexOf(mark, from); at !== -1 && at < to; at = text.indexOf(mark, at + 2)) {
		const span = addressAt(text, at + 2, to, mark === '](');
		if (!span) continue;
		if (text.slice(span.start, span.end) === url) return span;
		last = span;
	}
	return last;
}

function isSpace(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return (unit <= 32 || unit >= 128) && /\s/.test(text.charAt(at));
}

/** The address that starts at an offset, spaces aside: in angle brackets, else up to a space or the end. */
function addressAt(text: string, from: number, to: number, inParentheses: boolean): Span | undefined {
	let start = from;
	while (start < to && /[\s>]/.test(text.charAt(start))) start++;
	if (text.charAt(start) === '<') {
		const close = text.indexOf('>', start);
		return close === -1 || close >= to ? undefined : { start: start + 1, end: close };
	}
	const limit = inParentheses ? to - 1 : to;
	let end = start;
	while (end < limit && !isSpace(text, end)) end++;
	return end > start ? { start, end } : undefined;
}
