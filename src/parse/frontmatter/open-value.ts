/** A value that begins with a quote and has no second one on its line. */
const OPEN_QUOTE = /^\s*(?:- )*(?:[^\s:#"']+:[ \t]+)?("(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/;

/** A value that begins with a bracket. */
const BRACKET = /^\s*(?:- )*(?:[^\s:#"']+:[ \t]+)?([[{].*)$/;

const NEXT_KEY = /^\s*(?:- )?[A-Za-z][\w-]*:(?:\s|$)/;

/**
 * The value above, or on, the line of a syntax error that somebody forgot to close: the parser notices only where the
 * text after it makes no sense, which may be far below. Offsets; undefined where all are closed.
 */
export function openBefore(text: string, at: number): [start: number, end: number] | undefined {
	const lines = text.slice(0, at + 1).split('\n');
	const rest = text.slice(at + 1).split('\n', 1)[0] ?? '';
	lines.push((lines.pop() ?? '') + rest);
	let offset = 0;
	for (const [index, full] of lines.entries()) {
		const line = full.replace(/\r$/, '');
		const below = lines.slice(index + 1);
		const value = openQuote(line, below) ?? openBracket(line, below);
		if (value !== undefined) return [offset + line.length - value.length, offset + line.length];
		offset += full.length + 1;
	}
	return undefined;
}

/** Texts over several lines are in order, as long as they end before the next key. */
function openQuote(line: string, below: readonly string[]): string | undefined {
	const value = OPEN_QUOTE.exec(line)?.[1];
	if (value === undefined) return undefined;
	for (const next of below) {
		if (NEXT_KEY.test(next)) return value;
		if (next.trimEnd().endsWith(value.charAt(0))) return undefined;
	}
	return value;
}

/** Lists over several lines are in order, as long as their brackets are closed before the next key. */
function openBracket(line: string, below: readonly string[]): string | undefined {
	const value = BRACKET.exec(line)?.[1];
	if (value === undefined) return undefined;
	let depth = depthOf(value);
	for (const next of below) {
		if (depth <= 0) return undefined;
		if (NEXT_KEY.test(next)) return value;
		depth += depthOf(next);
	}
	return depth > 0 ? value : undefined;
}

function depthOf(text: string): number {
	const bare = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
	return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}
