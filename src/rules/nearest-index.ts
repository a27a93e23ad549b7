import { editDistance } from '../model/index.ts';

/** Answers with the candidates nearest to what was written, best first. */
export type NearestIndex = (written: string) => readonly string[];

interface Candidate {
	readonly value: string;
	readonly folded: string;
	/** The set of its letters, folded onto 32 bits. */
	readonly letters: number;
}

/** Close comparisons that one index makes before it stops proposing: a set that is all broken stays fast. */
const COMPARISONS = 300_000;

/**
 * `nearest` of the model for many questions over many candidates: remembers answers, looks for one slip
 * first, then for more, and looks closely only at candidates whose length and letters are near enough.
 * Same answers, many times faster, until {@link COMPARISONS} are used up.
 */
export function indexNearest(values: Iterable<string>, most = 3): NearestIndex {
	let candidates: Candidate[] | undefined;
	let left = COMPARISONS;
	const answers = new Map<string, readonly string[]>();

	function search(wanted: Candidate, all: readonly Candidate[], limit: number): Candidate[] {
		const scored: { candidate: Candidate; distance: number }[] = [];
		for (const candidate of all) {
			if (Math.abs(candidate.folded.length - wanted.folded.length) > limit) continue;
			// One edit changes two letters of the set at most.
			if (bitCount(candidate.letters ^ wanted.letters) > 2 * limit) continue;
			if (left-- <= 0) return [];
			const distance = editDistance(wanted.folded, candidate.folded, limit);
			if (distance <= limit) scored.push({ candidate, distance });
		}
		return scored
			.sort((a, b) => a.distance - b.distance)
			.slice(0, most)
			.map(({ candidate }) => candidate);
	}

	function answer(written: string): string[] {
		candidates ??= Array.from(values, describe);
		const wanted = describe(written);
		const limit = Math.max(1, Math.floor(wanted.folded.length / 3));
		for (let closer = 1; closer < limit; closer *= 2) {
			const found = search(wanted, candidates, closer);
			if (found.length === most) return found.map(({ value }) => value);
		}
		return search(wanted, candidates, limit).map(({ value }) => value);
	}

	return (written) => {
		let known = answers.get(written);
		if (!known) {
			known = answer(written);
			answers.set(written, known);
		}
		return known;
	};
}

function describe(value: string): Candidate {
	const folded = value.normalize('NFKC').toLowerCase();
	let letters = 0;
	for (let index = 0; index < folded.length; index++) letters |= 1 << (folded.charCodeAt(index) % 32);
	return { value, folded, letters };
}

/** Number of set bits of a 32-bit integer (Warren, "Hacker's Delight", section 5-1). */
function bitCount(bits: number): number {
	let count = bits - ((bits >>> 1) & 0x55555555);
	count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
	return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Suggestions in the shape of a finding; nothing when there is none. */
export function suggest(values: readonly string[]): { suggestions?: { value: string }[] } {
	return values.length === 0 ? {} : { suggestions: values.map((value) => ({ value })) };
}
