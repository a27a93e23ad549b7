/** What a diagram opens and does not close, where it stands in the fence, 1-based. */
export interface Unclosed {
	readonly mark: string;
	readonly line: number;
	readonly column: number;
}

/** Where mermaid stopped; without a place at the end. */
export interface Stop {
	readonly line: number;
	readonly column: number;
}

const FLOWCHART = /^\s*(?:flowchart|graph)(?:-elk)?(?![\w-])/;
const SEQUENCE = /^\s*sequenceDiagram\b/;
const BRACED = /^\s*(?:stateDiagram|classDiagram)(?:-v2)?\b/;

const OF_SEQUENCES = /^\s*(alt|opt|loop|par|critical|break|rect|box)\b/;
const OF_FLOWCHARTS = /^\s*(subgraph)\b/;

/**
 * Mermaid reads on behind a bracket, quote or block without an end and stops lines below it. The mark that was left
 * open before the stop, where that is an earlier line and nothing else can have been meant.
 */
export function unclosedBefore(lines: readonly string[], stop: Stop | undefined): Unclosed | undefined {
	const head = lines.find((line) => FLOWCHART.test(line) || SEQUENCE.test(line) || BRACED.test(line));
	if (head === undefined) return undefined;
	const first = lines.indexOf(head) + 1;
	if (FLOWCHART.test(head)) {
		const open = openLabel(lines, first, stop);
		return open ?? (stop ? undefined : openBlock(lines, first, OF_FLOWCHARTS));
	}
	if (SEQUENCE.test(head)) return stop ? undefined : openBlock(lines, first, OF_SEQUENCES);
	return openBrace(lines, first);
}

const CLOSES: Readonly<Record<string, string>> = { ']': '[', ')': '(', '}': '{' };
const LINK = /--|==|-\./;

/** The label that is open where mermaid stopped: begun in a line above, with a link, which no label holds, between. */
function openLabel(lines: readonly string[], first: number, stop: Stop | undefined): Unclosed | undefined {
	const open: Unclosed[] = [];
	let quote: Unclosed | undefined;
	/** A text in quotes over several lines, in what is open. */
	let long: Unclosed | undefined;
	let hasLink = false;
	const last = stop?.line ?? lines.length;
	for (let line = first + 1; line <= last; line++) {
		const text = lines[line - 1] ?? '';
		if (/^\s*%%/.test(text)) continue;
		const end = stop?.line === line ? stop.column - 1 : text.length;
		if (open[0] && LINK.test(text.slice(0, end))) hasLink = true;
		for (let at = 0; at < end; at++) {
			const mark = text.charAt(at);
			const here = { mark, line, column: at + 1 };
			if (mark === '"') {
				if (quote && quote.line < line && open[0]) long ??= quote;
				quote = quote ? undefined : here;
			} else if (quote) continue;
			else if (mark === '[' || mark === '(' || mark === '{') open.push(here);
			else if (open.at(-1)?.mark === CLOSES[mark] && open.length > 0) open.pop();
			else if (mark === '|') {
				if (open.at(-1)?.mark === '|') open.pop();
				else if (open.length === 0) open.push(here);
			}
		}
		if (open.length === 0) [long, hasLink] = [undefined, false];
	}
	const [outermost] = open;
	const found = long ?? outermost;
	if (!found || found.line >= last) return undefined;
	return !stop || long || hasLink ? found : undefined;
}

/** The first block, begun by a word, that has no `end`. */
function openBlock(lines: readonly string[], first: number, begins: RegExp): Unclosed | undefined {
	const open: Unclosed[] = [];
	for (let line = first + 1; line <= lines.length; line++) {
		const text = lines[line - 1] ?? '';
		const word = begins.exec(text)?.[1];
		if (word) open.push({ mark: word, line, column: text.indexOf(word) + 1 });
		else if (/^\s*end\s*;?\s*$/.test(text)) open.pop();
	}
	return open[0];
}

/** The first block in braces that is not closed by the end of the diagram. */
function openBrace(lines: readonly string[], first: number): Unclosed | undefined {
	const open: Unclosed[] = [];
	for (let line = first + 1; line <= lines.length; line++) {
		const text = (lines[line - 1] ?? '').trimEnd();
		if (text.endsWith('{')) open.push({ mark: '{', line, column: text.length });
		else if (/^\s*\}$/.test(text)) open.pop();
	}
	return open[0];
}
