import { editDistance } from '../../model/index.ts';
import { CODE_MARK } from '../text/tokens.ts';
import type { LocalIndex } from './local-index.ts';

/** Known words near to a written one, for typing errors and for words still being typed. */
export interface Vocabulary {
	has(term: string): boolean;
	/** At most {@link MOST_NEAR} words within edit distance 1 (five letters or more) or 2 (eight or more). */
	near(term: string): string[];
	/** At most {@link MOST_PREFIXED} words that begin so, frequent ones first. */
	beginning(prefix: string): string[];
}

const MOST_NEAR = 3;
const MOST_PREFIXED = 6;
const SHORTEST_FUZZY = 5;
const SHORTEST_FUZZY_TWICE = 8;
const SHORTEST_PREFIX = 2;

export function createVocabulary({ terms: sorted, postings }: LocalIndex): Vocabulary {
	const byLength = new Map<number, string[]>();
	for (const term of sorted) {
		if (!/^[a-z][a-z0-9]{3,}$/.test(term)) continue;
		const list = byLength.get(term.length);
		if (list) list.push(term);
		else byLength.set(term.length, [term]);
	}
	const frequency = (term: string): number => postings(term)?.docs.length ?? 0;
	const known = new Set(sorted);
	return {
		has: (term) => known.has(term),
		near: (term) => nearTerms(term, byLength, frequency),
		beginning: (prefix) => {
			if (prefix.replace(CODE_MARK, '').length < SHORTEST_PREFIX) return [];
			const found: string[] = [];
			for (let at = lowerBound(sorted, prefix); sorted[at]?.startsWith(prefix); at++) {
				if (sorted[at] !== prefix) found.push(sorted[at] ?? '');
			}
			return found.sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1)).slice(0, MOST_PREFIXED);
		},
	};
}

function nearTerms(
	term: string,
	byLength: ReadonlyMap<number, readonly string[]>,
	frequency: (term: string) => number,
): string[] {
	if (term.length < SHORTEST_FUZZY || !/^[a-z][a-z0-9]+$/.test(term)) return [];
	const limit = term.length < SHORTEST_FUZZY_TWICE ? 1 : 2;
	const found: { term: string; distance: number }[] = [];
	for (let length = term.length - limit; length <= term.length + limit; length++) {
		for (const candidate of byLength.get(length) ?? []) {
			const distance = editDistance(term, candidate, limit);
			if (distance <= limit && distance > 0) found.push({ term: candidate, distance });
		}
	}
	return found
		.sort(
			(a, b) =>
				a.distance - b.distance || frequency(b.term) - frequency(a.term) || (a.term < b.term ? -1 : 1),
		)
		.slice(0, MOST_NEAR)
		.map((entry) => entry.term);
}

function lowerBound(sorted: readonly string[], value: string): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? '') < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
