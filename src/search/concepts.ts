import type { Concept } from './format.ts';
import type { Fold } from './text/fold.ts';

/** A place where a text speaks of a concept. */
export interface ConceptMention {
	/** Index in the list of concepts. */
	readonly concept: number;
	readonly start: number;
	readonly end: number;
}

/** Concepts live in a namespace of their own among the terms: `@17`. */
export const CONCEPT_MARK = '@';

export type ConceptFinder = (foldedText: string) => ConceptMention[];

interface Entry {
	readonly word: string;
	readonly concepts: number[];
	readonly latin: boolean;
}

/** Concepts from groups of words: folded, without doubles; a group that folds to one word has nothing to say. */
export function conceptsFrom(groups: readonly Concept[], fold: Fold): Concept[] {
	return groups
		.map(({ words, problem }) => ({ words: foldWords(words, fold), problem }))
		.filter(({ words }) => words.length > 1);
}

function foldWords(words: readonly string[], fold: Fold): string[] {
	return [...new Set(words.map((word) => fold(word).toLowerCase().trim()))].filter(Boolean);
}

const LATIN = /^[\p{Script=Latin}\p{N}]/u;
const LETTER_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u;

/**
 * Finds concept words in folded text: at each place the longest word wins, and Latin words only between word
 * boundaries (with a plural or verb ending, which belongs to the mention). One pass; candidates are looked up by their first two characters.
 */
export function createConceptFinder(concepts: readonly Concept[]): ConceptFinder {
	const byStart = indexByStart(concepts);
	return (text) => {
		const lower = text.toLowerCase();
		const mentions: ConceptMention[] = [];
		for (let at = 0; at < lower.length; at++) {
			const entry = longestAt(text, lower, at, byStart);
			if (!entry) continue;
			const after = at + entry.word.length;
			const end = entry.latin ? after + endingAt(text, after).length : after;
			for (const concept of entry.concepts) mentions.push({ concept, start: at, end });
		}
		return mentions;
	};
}

function indexByStart(concepts: readonly Concept[]): Map<string, Entry[]> {
	const entries = new Map<string, Entry>();
	concepts.forEach(({ words }, concept) => {
		for (const word of words) {
			const entry = entries.get(word);
			if (entry) entry.concepts.push(concept);
			else entries.set(word, { word, concepts: [concept], latin: LATIN.test(word) });
		}
	});
	const byStart = new Map<string, Entry[]>();
	for (const entry of entries.values()) {
		const start = entry.word.slice(0, 2);
		byStart.set(start, [...(byStart.get(start) ?? []), entry]);
	}
	for (const list of byStart.values()) list.sort((a, b) => b.word.length - a.word.length);
	return byStart;
}

function longestAt(
	text: string,
	lower: string,
	at: number,
	byStart: ReadonlyMap<string, Entry[]>,
): Entry | undefined {
	const candidates = byStart.get(lower.slice(at, at + 2));
	return candidates?.find(
		({ word, latin }) =>
			lower.startsWith(word, at) && (!latin || (startsWord(text, at) && endsWord(text, at + word.length))),
	);
}

/** Also between the words of `stockRecalc`. */
function startsWord(text: string, at: number): boolean {
	const before = text[at - 1] ?? '';
	return !LETTER_OR_DIGIT.test(before) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(text[at] ?? ''));
}

function endsWord(text: string, end: number): boolean {
	const next = text[end + endingAt(text, end).length] ?? '';
	return !LETTER_OR_DIGIT.test(next) || (/\p{Ll}/u.test(text[end - 1] ?? '') && /\p{Lu}/u.test(next));
}

/** The plural or verb ending that follows a Latin word, if that is all that follows. */
function endingAt(text: string, end: number): string {
	return /^(?:s|es|ed|d|ing)(?![a-z0-9])/.exec(text.slice(end, end + 4))?.[0] ?? '';
}
