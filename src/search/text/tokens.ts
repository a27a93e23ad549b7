import { codesIn } from './codes.ts';
import { stem } from './stem.ts';

/**
 * One thing to look up. `gram`: two neighbouring characters of a script without spaces (or a lone one);
 * `word`: a Latin word or a number; `part`: a piece of a compound such as `crashLoop`; `code`: a canonical code.
 */
export interface Token {
	readonly type: 'gram' | 'word' | 'part' | 'code';
	readonly term: string;
	/** Place in the folded text, half open. */
	readonly start: number;
	readonly end: number;
}

/** Codes live in a namespace of their own: `#ora1555`. */
export const CODE_MARK = '#';

/** A number with thousands set off, which others write without: `1,248`. */
const GROUPED_NUMBER = /(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?![\d,])/g;
const RUNS = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+)|([\p{L}\p{N}_]+)/gu;
const PIECES = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|\p{Lo}+/gu;
const LONGEST_WORD = 64;

/** Tokens of a folded text that kept its letter case, codes last. Work is linear in the length of the text. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	for (const match of text.matchAll(RUNS)) {
		if (match[1]) pushGrams(tokens, match[1], match.index);
		else pushWords(tokens, match[0], match.index);
	}
	for (const { 0: number, index } of text.matchAll(GROUPED_NUMBER)) {
		const term = number.replaceAll(',', '');
		tokens.push({ type: 'word', term, start: index, end: index + number.length });
	}
	for (const { canonical, start, end } of codesIn(text)) {
		tokens.push({ type: 'code', term: CODE_MARK + canonical, start, end });
	}
	return tokens;
}

function pushGrams(tokens: Token[], run: string, offset: number): void {
	const characters = [...run];
	let start = offset;
	for (let at = 0; at < Math.max(1, characters.length - 1); at++) {
		const term = (characters[at] ?? '') + (characters[at + 1] ?? '');
		tokens.push({ type: 'gram', term, start, end: start + term.length });
		start += characters[at]?.length ?? 0;
	}
}

function pushWords(tokens: Token[], run: string, offset: number): void {
	const pieces = [...run.matchAll(PIECES)];
	const whole = run.replaceAll('_', '');
	if (whole.length > LONGEST_WORD) return;
	if (pieces.length > 1) {
		tokens.push({ type: 'word', term: whole.toLowerCase(), start: offset, end: offset + run.length });
	}
	for (const piece of pieces) {
		const term = wordTerm(piece[0]);
		if (term.length < 2) continue;
		const start = offset + piece.index;
		tokens.push({ type: pieces.length > 1 ? 'part' : 'word', term, start, end: start + piece[0].length });
	}
}

function wordTerm(piece: string): string {
	if (/^\p{N}/u.test(piece)) return piece.replace(/^0+(?=\p{N})/u, '');
	return stem(piece.toLowerCase());
}
