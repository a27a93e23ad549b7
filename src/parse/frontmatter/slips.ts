/** A slip that explains a syntax error: what it is, where it stands by offsets, and what to write there. */
export interface Slip {
	readonly problem:
		| 'ODD_BLANK'
		| 'ODD_DASH'
		| 'CURLY_QUOTE'
		| 'HASH'
		| 'FULL_WIDTH_COLON'
		| 'COLON_SPACE'
		| 'DASH_SPACE'
		| 'INDENTATION';
	readonly start: number;
	readonly end: number;
	/** The text to write; the number of blanks for an indentation. */
	readonly meant: string;
}

/** `-{object: Order}`, and `-id: order`. */
const DASH = /^\s*(?:- +)*(-(?=[^\s-]).*)/;

/** `role：sales`, and `role:sales`; not `https://…`. */
const COLON = /^\s*(?:- +)*([A-Za-z][\w-]*(?:：[ \t]*|:(?=[^\s:/])))/;

/**
 * The slip on the line of a syntax error, or an indentation there or on a line beside it: at it the parser says
 * something else about the line above, or goes on to the end of the line. Undefined where neither is plain.
 */
export function slipAt(text: string, at: number): Slip | undefined {
	const start = text.lastIndexOf('\n', at - 1) + 1;
	const end = text.indexOf('\n', start);
	const line = text.slice(start, end === -1 ? text.length : end);
	const above = text.lastIndexOf('\n', start - 2) + 1;
	return (
		oddMark(line, start) ??
		// Brackets that stay open are noticed in the line below.
		hashIn(line, start) ??
		hashIn(text.slice(above, Math.max(above, start - 1)), above) ??
		lostBlank(line, start) ??
		indentation(text, start)
	);
}

/** Blanks that YAML takes for letters: no-break ones, full-width ones, those without width; as indentation or behind a colon. */
const ODD_BLANK =
	/^([ \t]*(?:- +)*(?:[A-Za-z][\w-]*:)?)([ \t]*[\u00a0\u2000-\u200b\u202f\u3000\ufeff][\s\u200b]*)\S/;

/** What writing programs make of the dash of a list, and the dots of other lists. */
const ODD_DASH = /^\s*([–—−‐‑•·－])[ \t]*(?=\S)/;

/** A value inside brackets that begins with the quote of a text in a book. */
const CURLY_QUOTE = /[[{].*?(?:[[,{]|: )[ \t]*([“”„‘’])/;

function oddMark(line: string, offset: number): Slip | undefined {
	const blank = ODD_BLANK.exec(line);
	if (blank) {
		const [, before = '', odd = ''] = blank;
		const start = offset + before.length;
		const own = before.trimStart();
		const rest = line.slice(before.length + odd.length);
		const meant = shortened(own === '' ? rest : `${own} ${rest}`);
		return { problem: 'ODD_BLANK', start, end: start + odd.length, meant };
	}
	const dash = ODD_DASH.exec(line);
	if (dash) {
		const [whole, mark = ''] = dash;
		const start = offset + whole.lastIndexOf(mark);
		return { problem: 'ODD_DASH', start, end: start + 1, meant: `- ${shortened(line.slice(whole.length))}` };
	}
	const quote = CURLY_QUOTE.exec(line);
	if (quote) {
		const start = offset + quote.index + quote[0].length - 1;
		return { problem: 'CURLY_QUOTE', start, end: start + 1, meant: "'" };
	}
	return undefined;
}

/** ` #` in brackets that are closed behind it only: the rest of the line is a comment, and the brackets stay open. */
function hashIn(line: string, offset: number): Slip | undefined {
	const at = line.search(/[ \t]#\S/) + 1;
	if (at === 0) return undefined;
	const [before, rest] = [line.slice(0, at), line.slice(at)];
	if (!/[[{]/.test(before) || /['"]/.test(before) || !/[\]}]/.test(rest)) return undefined;
	const end = offset + line.trimEnd().length;
	return { problem: 'HASH', start: offset + at, end, meant: shortened(rest) };
}

function lostBlank(line: string, offset: number): Slip | undefined {
	const dash = DASH.exec(line);
	if (dash) {
		const [whole, entry = ''] = dash;
		const start = offset + whole.length - entry.length;
		return { problem: 'DASH_SPACE', start, end: start + 1, meant: `- ${shortened(entry.slice(1))}` };
	}
	const colon = COLON.exec(line);
	if (!colon) return undefined;
	const [whole, key = ''] = colon;
	const start = offset + whole.length - key.length;
	const problem = key.includes('：') ? 'FULL_WIDTH_COLON' : 'COLON_SPACE';
	const value = shortened(line.slice(whole.length));
	return {
		problem,
		start,
		end: start + key.trimEnd().length,
		meant: `${key.replace(/[：:]\s*$/, '')}: ${value}`.trimEnd(),
	};
}

/** As much of a value as a message needs. */
function shortened(value: string): string {
	const text = value.trimEnd();
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

interface Line {
	readonly offset: number;
	/** Blanks before the first character. */
	readonly indent: number;
	/** Column at which the keys of a map stand: behind the dashes of a list. */
	readonly keys: number;
	readonly isEntry: boolean;
	/** Nothing may hang from it: it has a value of its own. */
	readonly isWhole: boolean;
}

const LINE = /^( *)((?:- +)*)(?:([A-Za-z][\w-]*):(?:[ \t]+(\S.*)?)?$)?/;

function lineAt(text: string, offset: number): Line {
	const end = text.indexOf('\n', offset);
	const written = text.slice(offset, end === -1 ? text.length : end);
	const [, blanks = '', dashes = '', key, value = ''] = LINE.exec(written) ?? [];
	return {
		offset,
		indent: blanks.length,
		keys: blanks.length + dashes.length,
		isEntry: key !== undefined || dashes !== '',
		isWhole: key !== undefined && value !== '' && !/^[|>#&]/.test(value),
	};
}

/** The first line, of the one at an offset and those beside it, whose indentation no line above has or allows. */
function indentation(text: string, last: number): Slip | undefined {
	const levels = [0];
	const dashed = new Set<number>();
	const keyed = new Set([0]);
	let previous: Line | undefined;
	for (
		let offset = text.startsWith('\n') ? 1 : 0;
		offset >= 0 && offset < text.length;
		offset = nextLine(text, offset)
	) {
		const line = lineAt(text, offset);
		if (!line.isEntry) continue;
		const deepest = levels.at(-1) ?? 0;
		const isDash = line.keys > line.indent;
		// A key below a dash stands where the key behind the dash does.
		const isBelowDash = !isDash && dashed.has(line.indent) && !keyed.has(line.indent);
		const fits = line.indent > deepest ? !previous?.isWhole : levels.includes(line.indent);
		if (!fits || isBelowDash)
			return nextLine(text, offset) < last ? undefined : misplaced(line, levels, isDash ? dashed : keyed);
		while ((levels.at(-1) ?? 0) > line.indent) levels.pop();
		for (const level of [line.indent, line.keys]) if (level > (levels.at(-1) ?? 0)) levels.push(level);
		if (line.keys > line.indent) dashed.add(line.indent);
		keyed.add(line.keys);
		previous = line;
		if (offset > last) return undefined;
	}
	return undefined;
}

/** Dashes stand below dashes, keys below keys. */
function misplaced(
	{ offset, indent, keys }: Line,
	levels: readonly number[],
	alikes: ReadonlySet<number>,
): Slip {
	const alike = levels.filter((level) => alikes.has(level));
	const nearest =
		(alike.length > 0 ? alike : [...levels]).sort(
			(a, b) => Math.abs(a - indent) - Math.abs(b - indent) || b - a,
		)[0] ?? 0;
	const start = offset + indent;
	return { problem: 'INDENTATION', start, end: Math.max(start + 1, offset + keys), meant: String(nearest) };
}

function nextLine(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length : end + 1;
}
