/** Frontmatter cut from a file's text, before anything reads it. */
export interface FrontmatterBlock {
	/** `refused` names another language than YAML; `unclosed` has no closing line; `misopened` begins with another line. */
	readonly status: 'none' | 'yaml' | 'refused' | 'unclosed' | 'misopened';
	/** The lines between the fences, ended by LF each; '' unless `yaml`. */
	readonly text: string;
	/** The word after the opening dashes, when `refused`. */
	readonly language: string;
	/** Offset in the file at which the body starts. */
	readonly bodyStart: number;
	/** Offsets of the line that was meant to open it, when `misopened`. */
	readonly opening?: readonly [start: number, end: number];
}

const NONE: FrontmatterBlock = { status: 'none', text: '', language: '', bodyStart: 0 };

/** A line that starts a map entry. */
const ENTRY = /^(?:[^\s#:[\]{}>|*&!%@`-][^\r\n]*?|"[^"\r\n]*"|'[^'\r\n]*'):(?:[ \t\r]|$)/m;

/**
 * Finds the frontmatter of a file, whose lines end by LF, CRLF or CR as in Markdown. The first line must be exactly
 * `---`: a word behind it would choose another engine (`---js` is code), so it is refused whatever it says. The
 * closing line is the first that is exactly `---`, not merely one that starts so.
 */
export function findFrontmatter(text: string): FrontmatterBlock {
	const first = /^---([^\r\n]*)(?:\r\n?|\n|$)/.exec(text);
	if (!first) return misopened(text) ?? NONE;
	const rest = first[1] ?? '';
	const twice = openedBy(OPENED_TWICE, text);
	if (twice) return twice;
	const start = first[0].length;
	const closing = closingLine(text, start);
	const bodyStart = closing ? closing.end : start;
	const word = /^[ \t]*([A-Za-z][\w+.-]*)[ \t]*$/.exec(rest)?.[1];
	if (word !== undefined && (closing || !/^[ \t]/.test(rest))) {
		return { status: 'refused', text: '', language: word, bodyStart };
	}
	if (rest.trim() !== '') return misopened(text) ?? NONE;
	const end = closing ? closing.start : text.length;
	const block = text.slice(start, end);
	if (!closing) return ENTRY.exec(block)?.index === 0 ? { ...NONE, status: 'unclosed', bodyStart } : NONE;
	return isThematicBreak(block) ? NONE : yamlBlock(block, bodyStart);
}

function yamlBlock(block: string, bodyStart: number): FrontmatterBlock {
	const text = block.includes('\r') ? block.replace(/\r\n?/g, '\n') : block;
	return { status: 'yaml', text, language: '', bodyStart };
}

/**
 * With a blank line below the dashes, or with paragraphs none of which is a map entry, these were a break
 * of a text that knows no frontmatter. Lines that follow the dashes closely are meant as frontmatter,
 * however broken.
 */
function isThematicBreak(block: string): boolean {
	if (/^[ \t]*[\r\n]/.test(block)) return true;
	return !ENTRY.test(block) && /(?:\r\n?|\n)[ \t]*[\r\n]/.test(block);
}

/** Blanks, also those that YAML takes for letters: no-break ones, full-width ones, those without width. */
const BLANK = '[ \\t\\u00a0\\u2000-\\u200d\\u2060\\u3000\\ufeff]';

const END = '(?:\\r\\n?|\\n)';

/** Blank lines or blanks before the dashes, too few or too many of them, or other ones; also none at all. */
const NEARLY_OPENED = new RegExp(
	`^(?:${BLANK}*${END}){0,3}${BLANK}*(?:(?:-{2,}|[–—]+|-(?: -)+|={3,})${BLANK}*)?(?:${END}|(?=[A-Za-z]))`,
);

/** A heading, a comment or a few lines of text above the dashes: what a template or a hasty hand put there. */
const TEXT_ABOVE = new RegExp(
	`^(?!---)(?:[ \\t]*${END})*(?:[^\\s-][^\\r\\n]*${END}){1,3}(?:[ \\t]*${END}){0,3}---[ \\t]*${END}(?=[A-Za-z])`,
);

/** The opening line twice, so that what stands between the two is frontmatter without a field. */
const OPENED_TWICE = new RegExp(`^---[ \\t]*${END}(?:[ \\t]*${END}){0,3}---[ \\t]*${END}(?=[A-Za-z])`);

/** A line that may stand in a map: an entry, what hangs from one, a comment. */
const MAP_LINE = /^(?:[A-Za-z][\w-]*:(?:[ \t].*)?|[ \t]+\S.*|- .*|#.*|[ \t]*)$/;

/** Only frontmatter has lines with such a name. */
const FIELD = /^(?:id|kind|title):(?:[ \t]|$)/m;

/**
 * Frontmatter whose first line is not the one that opens it: nothing but the lines of a map, with the name of a
 * field that documents have, down to a closing line.
 */
function misopened(text: string): FrontmatterBlock | undefined {
	return openedBy(NEARLY_OPENED, text) ?? openedBy(TEXT_ABOVE, text);
}

function openedBy(pattern: RegExp, text: string): FrontmatterBlock | undefined {
	const opening = pattern.exec(text)?.[0];
	if (opening === undefined || !/^[A-Za-z][\w-]*:\s/.test(text.slice(opening.length, opening.length + 80)))
		return undefined;
	const closing = closingLine(text, opening.length);
	if (!closing) return undefined;
	const lines = text
		.slice(opening.length, closing.start)
		.split(/\r\n?|\n/)
		.slice(0, -1);
	const isMap = lines.length > 1 && lines.every((line) => MAP_LINE.test(line));
	if (!isMap || !FIELD.test(lines.join('\n'))) return undefined;
	const end = opening.trimEnd().length;
	const before = opening.slice(0, end);
	const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
	return { ...NONE, status: 'misopened', bodyStart: closing.end, opening: [Math.min(start, end), end] };
}

function closingLine(text: string, from: number): { start: number; end: number } | undefined {
	const pattern = /^---[ \t]*(?:\r\n?|\n|$)/gm;
	pattern.lastIndex = from;
	const match = pattern.exec(text);
	// `m` lets `^` match at `from` itself: an empty block closes at once.
	return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** A line that can hardly be anything but a closing line gone wrong: dashes too few or too many, or other ones. */
const NEARLY_CLOSED = /^(?:-{2}|-{4,}|[–—]+|-(?: -)+|={2,}|\.{3}|---[^\s:][^\r\n:]{0,3})[ \t]*$/m;

/** Offsets of the line that was meant to close frontmatter which nothing closes; undefined where none looks so. */
export function nearlyClosing(text: string): readonly [start: number, end: number] | undefined {
	const first = /\r\n?|\n/.exec(text);
	if (!first) return undefined;
	const from = first.index + first[0].length;
	const match = NEARLY_CLOSED.exec(text.slice(from));
	return match ? [from + match.index, from + match.index + match[0].trimEnd().length] : undefined;
}
