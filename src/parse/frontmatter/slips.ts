/** A slip that explains a syntax error: what it is, where it stands by offsets, and what to write there. */
export interface Slip {
	readonly problem: 'FULL_WIDTH_COLON' | 'COLON_SPACE' | 'DASH_SPACE' | 'INDENTATION';
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
 * The slip on the line of a syntax error, or an indentation there or on the line below, at which the parser says
 * something else about the line above. Undefined where neither is plain.
 */
export function slipAt(text: string, at: number): Slip | undefined {
	const start = text.lastIndexOf('\n', at - 1) + 1;
	const end = text.indexOf('\n', start);
	const line = text.slice(start, end === -1 ? text.length : end);
	return lostBlank(line, start) ?? indentation(text, start);
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

const LINE = /^( *)((?:- +)*)(?:([A-Za-z][\w-]*):(?:[ \t]+(\S.*))?$)?/;

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

/** The first line, of the one at an offset and the next, whose indentation no line above has or allows. */
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
		const fits = line.indent > deepest ? !previous?.isWhole : levels.includes(line.indent);
		if (!fits)
			return offset < last ? undefined : misplaced(line, levels, line.keys > line.indent ? dashed : keyed);
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
