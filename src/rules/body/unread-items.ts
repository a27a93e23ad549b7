import { runningText, type TextBlock } from './body-parts.ts';

/** A line that was meant to be an item of a list and is text; offsets of the file. */
export interface UnreadItem {
	/** Of the mark, of the text behind it, and of the end of the line. */
	readonly from: number;
	readonly text: number;
	readonly to: number;
	/** The mark and the blank behind it, as they should be. */
	readonly meant: string;
}

/**
 * A mark that touches its text, or the bullet of a word processor. Options of programs, numbers below zero and versions
 * have marks too.
 */
const MARKS =
	/^([ \t>]*)((?:[•·●○■▪◦‣⁃－]|[–—](?=[ \t]))[ \t\u3000]*(?=[^\s\p{P}\p{S}])|[-+*](?![A-Za-z](?![A-Za-z]))(?=[\p{L}“《【（[\0])|(\d{1,3})[.)](?=[\p{L}“《【（[\0]))/gmu;

const BULLET = /[•·●○■▪◦‣⁃－–—]/;

/** What every line of that sort has, for texts that have none: much faster than looking at each block. */
const LIKELY = /(?:^|\n)[ \t>]*(?:[-+][^\s+\d-]|\*[^\s*]|\d{1,3}[.)][^\s\d.)]|[•·●○■▪◦‣⁃－–—])/;

export function mayHoldUnreadItems(text: string): boolean {
	return LIKELY.test(text);
}

/** An item as it should be. */
const ITEM = /^([ \t>]*)([-+*]|(\d{1,9})[.)])[ \t]+\S/;

interface Mark {
	readonly indent: string;
	/** Of the list: its bullet, or what stands behind its numbers. */
	readonly sort: string;
	/** Of the item; undefined for a bullet. */
	readonly number: number | undefined;
}

interface Candidate extends UnreadItem, Mark {
	readonly line: number;
	readonly isHan: boolean;
}

/**
 * The lines of a paragraph that lack the mark of a list, or the blank behind it: between items of such a list, or two
 * below each other that can be nothing else. Where lines are broken on purpose they are told apart already.
 */
export function unreadItems(block: TextBlock, text: string): UnreadItem[] {
	const start = block.position?.start.offset ?? 0;
	if (!LIKELY.test(text.slice(start, block.position?.end.offset))) return [];
	const found: UnreadItem[] = [];
	let last: { readonly candidate: Candidate; isTold: boolean } | undefined;
	for (const candidate of candidatesIn(runningText(block, text), start, text)) {
		const before = last && follows(last.candidate, candidate) ? last : undefined;
		const isOne =
			before?.isTold ||
			(before !== undefined && isCertainRun(before.candidate)) ||
			isBeside(candidate, lineBeside(text, candidate.line, -1), -1) ||
			isBeside(candidate, lineBeside(text, candidate.line, 1), 1);
		if (isOne && before && !before.isTold) found.push(before.candidate);
		if (isOne) found.push(candidate);
		last = { candidate, isTold: isOne };
	}
	return found;
}

function* candidatesIn(running: string, start: number, text: string): Generator<Candidate> {
	for (const { 0: whole, 1: blanks = '', 2: mark = '', 3: number, index } of running.matchAll(MARKS)) {
		const behind = running.charAt(index + whole.length);
		// Marks of emphasis.
		if (mark === '*' && /[\0*]/.test(behind)) continue;
		const from = start + index + blanks.length;
		const line = text.lastIndexOf('\n', from - 1) + 1;
		const indent = text.slice(line, from);
		if (!/^[ \t>]*$/.test(indent)) continue;
		const end = text.indexOf('\n', from);
		yield {
			from,
			text: start + index + whole.length,
			to: end === -1 ? text.length : end,
			meant: BULLET.test(mark) ? '- ' : `${mark} `,
			line,
			indent,
			sort: BULLET.test(mark) ? mark.charAt(0) : mark.slice(-1),
			number: number === undefined ? undefined : Number(number),
			isHan: /\p{Script=Han}/u.test(behind),
		};
	}
}

/** Whether one stands in the line below the other, as its next item. */
function follows(above: Candidate, { line, indent, sort, number }: Candidate): boolean {
	return above.to + 1 === line && isNext(above, { indent, sort, number });
}

function isNext(above: Mark, below: Mark): boolean {
	return (
		above.indent === below.indent &&
		above.sort === below.sort &&
		(above.number === undefined || below.number === above.number + 1)
	);
}

/** Whether a second line of the sort makes a list of the two: 1 and 2, bullets, or dashes before Chinese. */
function isCertainRun({ number, sort, isHan }: Candidate): boolean {
	return number === undefined ? BULLET.test(sort) || (isHan && sort === '-') : number === 1;
}

/** The line above or below, or behind one blank line. */
function lineBeside(text: string, from: number, way: -1 | 1): string {
	let line = '';
	let at = from;
	for (let step = 0; step < 2 && line.trim() === ''; step++) {
		if (way === 1) {
			const end = text.indexOf('\n', at);
			if (end === -1) return '';
			at = end + 1;
		} else {
			if (at === 0) return '';
			at = text.lastIndexOf('\n', at - 2) + 1;
		}
		const end = text.indexOf('\n', at);
		line = text.slice(at, Math.min(at + 300, end === -1 ? text.length : end));
	}
	return line;
}

function isBeside(candidate: Candidate, line: string, way: -1 | 1): boolean {
	const [, indent = '', mark = '', number] = ITEM.exec(line) ?? [];
	if (mark === '') return false;
	const item = { indent, sort: mark.slice(-1), number: number === undefined ? undefined : Number(number) };
	if (item.number === 1 && candidate.number === 1 && item.sort === candidate.sort) return true;
	return way === -1 ? isNext(item, candidate) : isNext(candidate, item);
}
