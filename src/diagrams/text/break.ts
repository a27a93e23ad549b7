import { measureText, type TextStyle } from './measure.ts';

export interface BreakOptions extends TextStyle {
	readonly maxWidth: number;
	readonly maxLines: number;
}

/** A text broken into lines that each fit. `full` is the whole text where the lines do not hold all of it. */
export interface TextBlock {
	readonly lines: readonly string[];
	/** Of the widest line, in px. */
	readonly width: number;
	readonly full?: string;
}

export const EMPTY_BLOCK: TextBlock = { lines: [], width: 0 };

/** Must not start a line (kinsoku): closing marks, and marks that belong to what stands before them. */
const NEVER_FIRST =
	/^[、。，．：；？！）」』】》〉〕〗｝”’…—～·・％‰℃°\])},.;:!?%'"ー々゛゜ぁぃぅぇぉっゃゅょァィゥェォッャュョ→>/]/u;
/** Must not end a line: opening marks, and signs that belong to what follows. */
const NEVER_LAST = /[（「『【《〈〔〖｛“‘([{¥￥$＄#＃№]$/u;
const CJK =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u;
const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Marks, joiners and emoji parts: characters that may not stand alone. */
const CLUSTERED = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/** Chinese words: a label reads better when a line does not end inside one. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A piece that is never broken; `space` stands before it and vanishes at a line's start. */
interface Piece {
	readonly text: string;
	readonly space: boolean;
	readonly width: number;
}

/**
 * Breaks a label of mixed Chinese and English into lines no wider than `maxWidth`, evenly filled.
 * Chinese breaks between words where that costs no line, else between characters, but never before closing
 * punctuation; English words stay whole unless one is longer than a line. What does not fit into `maxLines` ends in an ellipsis, and `full` tells.
 */
export function breakText(text: string, options: BreakOptions): TextBlock {
	const whole = text.replace(/\s+/gu, ' ').trim();
	if (whole === '') return EMPTY_BLOCK;
	let pieces = piecesOf(whole, charactersIn, options);
	let lines = fill(pieces, options.maxWidth, options);
	if (lines.length > options.maxLines) return truncate(lines, whole, options);
	if (lines.length > 1 && CJK.test(whole)) {
		const wordPieces = piecesOf(whole, wordsIn, options);
		const wordLines = fill(wordPieces, options.maxWidth, options);
		if (wordLines.length <= lines.length) [pieces, lines] = [wordPieces, wordLines];
	}
	return block(balance(pieces, lines, options), options);
}

/** Width in px of the longest part of a text that should not be broken: an English or a Chinese word. */
export function longestWord(text: string, style: TextStyle): number {
	const options = { ...style, maxWidth: Number.POSITIVE_INFINITY, maxLines: 1 };
	const pieces = piecesOf(text.replace(/\s+/gu, ' ').trim(), wordsIn, options);
	return Math.max(0, ...pieces.map((piece) => piece.width));
}

function block(lines: readonly string[], style: TextStyle, full?: string): TextBlock {
	const width = Math.max(0, ...lines.map((line) => measureText(line, style)));
	return full === undefined ? { lines, width } : { lines, width, full };
}

function truncate(lines: readonly string[], whole: string, options: BreakOptions): TextBlock {
	const kept = lines.slice(0, Math.max(1, options.maxLines));
	const last = charactersOf(kept.pop() ?? '');
	while (last.length > 0 && measureText(last.join('').trimEnd() + ELLIPSIS, options) > options.maxWidth)
		last.pop();
	return block([...kept, last.join('').trimEnd() + ELLIPSIS], options, whole);
}

/** The narrowest width that needs no more lines: centred labels look best with lines of like length. */
function balance(
	pieces: readonly Piece[],
	lines: readonly string[],
	options: BreakOptions,
): readonly string[] {
	if (lines.length < 2) return lines;
	let best = lines;
	let tooNarrow = Math.max(...pieces.map((piece) => piece.width)) - 1;
	let enough = options.maxWidth;
	while (enough - tooNarrow > 1) {
		const width = (enough + tooNarrow) / 2;
		const candidate = fill(pieces, width, options);
		if (candidate.length > lines.length) tooNarrow = width;
		else {
			best = candidate;
			enough = width;
		}
	}
	return best;
}

function fill(pieces: readonly Piece[], maxWidth: number, style: TextStyle): string[] {
	const space = measureText(' ', style);
	const lines: string[] = [];
	let line = '';
	let used = 0;
	for (const piece of pieces) {
		const gap = piece.space && line !== '' ? space : 0;
		if (line !== '' && used + gap + piece.width > maxWidth) {
			lines.push(line);
			line = piece.text;
			used = piece.width;
		} else {
			line += (gap > 0 ? ' ' : '') + piece.text;
			used += gap + piece.width;
		}
	}
	return line === '' ? lines : [...lines, line];
}

function piecesOf(text: string, split: (run: string) => string[], options: BreakOptions): Piece[] {
	const pieces: { text: string; space: boolean }[] = [];
	for (const word of text.split(' ')) {
		unitsOf(word, split).forEach((unit, index) => {
			const last = pieces.at(-1);
			if (last !== undefined && belongs(last.text, unit, index > 0)) {
				last.text += (index === 0 ? ' ' : '') + unit;
			} else pieces.push({ text: unit, space: index === 0 && pieces.length > 0 });
		});
	}
	return pieces.flatMap((piece) => cut(piece, options));
}

/** Whether no line may end between two units: at punctuation, and between a number and its measure word. */
function belongs(before: string, unit: string, adjoining: boolean): boolean {
	const measure = adjoining && /\d$/.test(before) && CJK.test(unit);
	return measure || NEVER_FIRST.test(unit) || NEVER_LAST.test(before);
}

/** Chinese runs as `split` cuts them, other text word by word, where a word may also break after `-`, `/` or `_`. */
function unitsOf(word: string, split: (run: string) => string[]): string[] {
	if (!CJK.test(word)) return latinUnits(word);
	const units: string[] = [];
	let run = '';
	let chinese = false;
	const flush = () => {
		if (run !== '') units.push(...(chinese ? split(run) : latinUnits(run)));
		run = '';
	};
	for (const character of charactersOf(word)) {
		if (CJK.test(character) !== chinese) flush();
		chinese = CJK.test(character);
		run += character;
	}
	flush();
	return units;
}

function latinUnits(text: string): string[] {
	return text.match(/[^-/_]*[-/_]+(?=[^-/_])|.+$/gu) ?? [];
}

function wordsIn(run: string): string[] {
	return Array.from(words.segment(run), ({ segment }) => segment);
}

function charactersIn(run: string): string[] {
	return charactersOf(run);
}

function charactersOf(text: string): string[] {
	return CLUSTERED.test(text)
		? Array.from(graphemes.segment(text), ({ segment }) => segment)
		: Array.from(text);
}

/** Cuts a piece that is longer than a line between graphemes, where punctuation allows. */
function cut(piece: { text: string; space: boolean }, options: BreakOptions): Piece[] {
	const width = measureText(piece.text, options);
	if (width <= options.maxWidth) return [{ ...piece, width }];
	const characters = charactersOf(piece.text);
	const parts: Piece[] = [];
	for (let start = 0; start < characters.length; ) {
		const end = cutEnd(characters, start, options);
		const text = characters.slice(start, end).join('');
		parts.push({ text, space: start === 0 && piece.space, width: measureText(text, options) });
		start = end;
	}
	return parts;
}

function cutEnd(characters: readonly string[], start: number, options: BreakOptions): number {
	let end = start + 1;
	while (
		end < characters.length &&
		measureText(characters.slice(start, end + 1).join(''), options) <= options.maxWidth
	)
		end++;
	let allowed = end;
	while (allowed > start && allowed < characters.length && !mayBreak(characters, allowed)) allowed--;
	return allowed > start ? allowed : end;
}

function mayBreak(characters: readonly string[], index: number): boolean {
	return !NEVER_FIRST.test(characters[index] ?? '') && !NEVER_LAST.test(characters[index - 1] ?? '');
}
