import type { Paragraph, Root } from 'mdast';
import { bodyParts, runningText } from './body-parts.ts';

/** A line that was meant to be a heading and is text. */
export interface UnreadHeading {
	readonly block: Paragraph;
	/** Offsets in the block: of the marks, of the text behind them, and of the end of the line. */
	readonly from: number;
	readonly text: number;
	readonly to: number;
	readonly depth: number;
	/** What it says, without an id. */
	readonly title: string;
	/** Whether nothing else can have been meant: one `#` before a word may be a hashtag. */
	readonly certain: boolean;
}

/** Marks and what keeps them from being a heading: no blank behind them, one that Markdown does not know, too many, full width. */
const MARKS = /^[ \t>]*([#＃]+)([ \t\u00a0\u3000]*)(?=[^\s#＃])[^\r\n]*/gm;

/** Marks that are none of a heading; what follows them if they may be meant as such. */
const LIKELY = /#{7}|#+(?:[^\s#!]|[\u00a0\u3000])/y;

/** What may stand before them in their line. */
const BEFORE = ' \t>-+*.)0123456789';

/** Whether a text can hold one at all: much faster than looking at each block, or at each line. */
function mayHoldOne(text: string): boolean {
	if (text.includes('＃')) return true;
	for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', LIKELY.lastIndex)) {
		LIKELY.lastIndex = at;
		if (LIKELY.test(text) && startsLine(text, at)) return true;
		LIKELY.lastIndex = at + 1;
		while (text[LIKELY.lastIndex] === '#') LIKELY.lastIndex++;
	}
	return false;
}

function startsLine(text: string, from: number): boolean {
	let at = from - 1;
	while (at >= 0 && BEFORE.includes(text.charAt(at))) at--;
	return at < 0 || text[at] === '\n' || text[at] === '\r';
}

/** The first text of a heading: a letter, a number of a chapter, or what Chinese headings begin with. */
const BEGINS = /^(?:\*\*)?(?:\p{L}|\d+(?:\.\d+)*[.、 \t]|[【《“（])/u;

export function unreadHeadings(tree: unknown, text: string): UnreadHeading[] {
	if (!mayHoldOne(text)) return [];
	const found: UnreadHeading[] = [];
	const { blocks, headings } = bodyParts(tree);
	const [first] = (tree as Root).children;
	const isUntitled = !headings.some(({ depth }) => depth === 1);
	for (const block of blocks) {
		if (block.type !== 'paragraph') continue;
		const start = block.position?.start.offset ?? 0;
		const running = runningText(block, text);
		for (const { 0: line, 1: marks = '', 2: gap = '', index } of running.matchAll(MARKS)) {
			const from = index + line.indexOf(marks);
			const behind = from + marks.length + gap.length;
			const to = index + line.length;
			const said = text.slice(start + behind, start + to).trimEnd();
			if (!BEGINS.test(said)) continue;
			const isTitle =
				isUntitled && block === first && index === 0 && !/[\r\n]|#.*#/.test(running) && gap === '';
			const certain = isCertain(marks, gap);
			if (!certain && !isTitle) continue;
			const title = said.replace(/(?<!\s)\s*\{#[^{}\s]+\}$/, '');
			found.push({ block, from, text: behind, to, depth: Math.min(6, marks.length), title, certain });
		}
	}
	return found;
}

function isCertain(marks: string, gap: string): boolean {
	const isWide = marks.includes('＃');
	if (gap === '') return marks.length > 1 && marks.length <= 6;
	return isWide || marks.length > 6 || /[\u00a0\u3000]/.test(gap);
}
