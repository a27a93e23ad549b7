import { nearest } from '../model/index.ts';

/** Answers with the candidates nearest to what was written, best first. */
export type NearestIndex = (written: string) => readonly string[];

interface Candidate {
	readonly value: string;
	readonly length: number;
	readonly letters: number;
}

/**
 * `nearest` of the model for many questions over many candidates: remembers answers, and looks closely
 * only at candidates whose length and set of letters are near enough. Same answers, tens of times faster.
 */
export function indexNearest(values: Iterable<string>): NearestIndex {
	let candidates: Candidate[] | undefined;
	const answers = new Map<string, readonly string[]>();
	return (written) => {
		const known = answers.get(written);
		if (known) return known;
		candidates ??= Array.from(values, describe);
		const wanted = describe(written);
		const limit = Math.max(1, Math.floor(wanted.length / 3));
		const close = candidates.filter(
			(candidate) =>
				Math.abs(candidate.length - wanted.length) <= limit &&
				// One edit changes two letters of the set at most.
				bitCount(candidate.letters ^ wanted.letters) <= 2 * limit,
		);
		const answer = nearest(
			written,
			close.map((candidate) => candidate.value),
		);
		answers.set(written, answer);
		return answer;
	};
}

function describe(value: string): Candidate {
	const folded = value.normalize('NFKC').toLowerCase();
	let letters = 0;
	for (let index = 0; index < folded.length; index++) letters |= 1 << (folded.charCodeAt(index) % 32);
	return { value, length: folded.length, letters };
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
