import { lineEndOf } from './places.ts';

/** The frontmatter of a text by offsets: from behind the opening line to the closing one. */
export interface FrontmatterLines {
	readonly start: number;
	readonly end: number;
	/** Behind the closing line. */
	readonly bodyStart: number;
}

/** Finds the block between two lines of `---`; undefined where a text does not plainly have one. */
export function frontmatterLines(text: string): FrontmatterLines | undefined {
	const first = /^---[ \t]*(?:\r\n?|\n)/.exec(text);
	if (!first) return undefined;
	const closing = /^---[ \t]*(?:\r\n?|\n|$)/gm;
	closing.lastIndex = first[0].length;
	const match = closing.exec(text);
	return match
		? { start: first[0].length, end: match.index, bodyStart: match.index + match[0].length }
		: undefined;
}

/** Whether a block is a map whose keys start their lines, so that another line makes another key. */
export function isBlockMap(block: string): boolean {
	const lines = block.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
	return lines.every((line) => line.trimEnd() !== '...') && !/^[\s{[!&%]|^- /.test(lines[0] ?? '');
}

/** A block of its own for a text that has none. */
export function newBlock(text: string, line: string): string {
	const end = lineEndOf(text);
	return `---${end}${line}${end}---${end}${end}`;
}
