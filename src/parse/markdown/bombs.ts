import type { Finding } from '../../model/index.ts';
import { markupBomb, nestingTooDeep } from '../findings.ts';
import { DIRECTIVE_NAMES } from '../tree.ts';

/** Containers in containers; people stop at ten. */
export const DEEPEST = 100;

/** Directives in directives. The parser reads the content of each one anew, so depth multiplies length. */
const DEEPEST_DIRECTIVE = 10;

/** Images inside the alternative texts of images; time grows with the cube. */
const DEEPEST_IMAGE = 100;

/** Comments, instructions and declarations without an end, each of which is looked for up to the end of the paragraph. */
const MOST_UNCLOSED = 1000;

type Bomb = Omit<Finding, 'file'>;

/** A line that opens too many quotes and lists at once. */
const MARKERS = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${DEEPEST + 1}}`, 'm');

const MARKER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/**
 * Looks for texts that would take the parser minutes, before it starts: passes of cheap line
 * scanning, each only over texts that hold what it looks for. The parser's time grows at least with the
 * square of nesting (8,000 list marks in one line take 25 s).
 */
export function findBomb(text: string): Bomb | undefined {
	const line = MARKERS.exec(text);
	if (line) return tooDeep(text.slice(0, line.index).split(/\r\n|\n|\r/).length, DEEPEST);
	// Lines of blanks alone, such as the frontmatter's, hold no marks.
	if (/^[ \t>]{50,}[^ \t>\r\n]/m.test(text)) {
		const deep = deepLine(text);
		if (deep !== undefined) return tooDeep(deep, DEEPEST);
	}
	if (text.includes(':::')) {
		const deep = deepDirective(text);
		if (deep !== undefined) return tooDeep(deep, DEEPEST_DIRECTIVE);
	}
	const bomb = text.includes('![') ? nestedImages(withoutFences(text)) : undefined;
	return bomb ?? (opensOften(text) ? unclosedMarkup(withoutFences(text)) : undefined);
}

function tooDeep(line: number, most: number): Bomb {
	return { code: nestingTooDeep.code, range: lineRange(line), params: { most } };
}

function lineRange(line: number): Finding['range'] {
	return { start: { line, column: 1 }, end: { line: line + 1, column: 1 } };
}

/** The first line (1-based) at which lists and quotes are too deep, judged by the columns of their marks. */
function deepLine(text: string): number | undefined {
	let columns: number[] = [];
	for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
		let at = 0;
		let column = 0;
		let quotes = 0;
		MARKER.lastIndex = 0;
		for (let match = MARKER.exec(line); match; match = MARKER.exec(line)) {
			for (; at < MARKER.lastIndex; at++) column += line.charCodeAt(at) === 9 ? 4 - (column % 4) : 1;
			if (match[0].endsWith('>')) quotes++;
			else {
				const mark = column;
				columns = columns.filter((open) => open < mark);
				columns.push(mark);
			}
			if (columns.length + quotes > DEEPEST) return index + 1;
		}
	}
	return undefined;
}

const DIRECTIVE_LINE = new RegExp(`^[ \\t>]*(:{3,})(?:(?:${DIRECTIVE_NAMES.join('|')})(?![a-z])|[ \\t]*$)`);

/** The first line at which directives are too deep. A closing line ends the outermost it is long enough for. */
function deepDirective(text: string): number | undefined {
	let open: number[] = [];
	let inFence = false;
	for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
		if (/^[ \t>]*(?:```|~~~)/.test(line)) inFence = !inFence;
		const match = inFence ? null : DIRECTIVE_LINE.exec(line);
		if (!match) continue;
		const colons = match[1]?.length ?? 3;
		if (match[0].trimEnd().endsWith(':')) {
			const closed = open.findIndex((each) => each <= colons);
			if (closed !== -1) open = open.slice(0, closed);
		} else if (open.push(colons) > DEEPEST_DIRECTIVE) return index + 1;
	}
	return undefined;
}

/** The text with the lines of fences at the margin emptied: what they hold is not read as markup. */
function withoutFences(text: string): string {
	if (!/^ {0,3}(?:```|~~~)/m.test(text)) return text;
	let fence = '';
	return text
		.split('\n')
		.map((line) => {
			const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line.trimEnd()) ?? [];
			if (fence === '') {
				if (marks !== '' && !(marks.startsWith('`') && info.includes('`'))) fence = marks;
				return line;
			}
			if (info === '' && marks.startsWith(fence)) fence = '';
			return '';
		})
		.join('\n');
}

function nestedImages(text: string): Bomb | undefined {
	let depth = 0;
	let line = 1;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 91 && text.charCodeAt(at - 1) === 33) depth++;
		else if (code === 93 && depth > 0) depth--;
		else if (code === 10) {
			line++;
			// A blank line ends the paragraph, and with it all that was open.
			if (/^[ \t\r]*\n/.test(text.slice(at + 1, at + 9))) depth = 0;
		}
		if (depth > DEEPEST_IMAGE) {
			const params = { what: '![', count: depth, most: DEEPEST_IMAGE };
			return { code: markupBomb.code, range: lineRange(line), params };
		}
	}
	return undefined;
}

/** Whether a text has so many comments and the like that some can be too many. */
function opensOften(text: string): boolean {
	let count = 0;
	for (const mark of ['<!', '<?']) {
		for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 2)) count++;
	}
	return count > MOST_UNCLOSED;
}

/** What opens and closes them, and the blank line that ends a paragraph. */
const UNCLOSED = /<(!--|\?|!\[CDATA\[|![a-z])|(--|\?|\]\])?>|\n(?=[ \t\r]*\n)/gi;

function unclosedMarkup(text: string): Bomb | undefined {
	const open = { '!--': 0, '?': 0, '![CDATA[': 0, '!': 0 };
	for (const { 0: mark, 1: opened, 2: closed, index } of text.matchAll(UNCLOSED)) {
		if (opened) {
			const what = opened in open ? (opened as keyof typeof open) : '!';
			if (++open[what] <= MOST_UNCLOSED) continue;
			const line = text.slice(0, index).split(/\r\n|\n|\r/).length;
			const params = { what: `<${what}`, count: open[what], most: MOST_UNCLOSED };
			return { code: markupBomb.code, range: lineRange(line), params };
		}
		const isEnd = mark === '\n';
		if (isEnd || closed === '--') open['!--'] = 0;
		if (isEnd || closed === '?') open['?'] = 0;
		if (isEnd || closed === ']]') open['![CDATA['] = 0;
		open['!'] = 0;
	}
	return undefined;
}
