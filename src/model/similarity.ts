/**
 * How alike two texts are, by the runs of words they share. Sources: Broder, "On the resemblance and
 * containment of documents", 1997; one permutation in place of many: Li, Owen, Zhang, "One permutation
 * hashing", 2012; empty bins: Shrivastava, Li, "Densifying one permutation hashing", 2014.
 */

/** Words in one shingle; a Chinese character is a word. */
const SHINGLE = 5;

/** Below this many different shingles two texts are alike by chance. */
const FEWEST = 40;

/** Values in a signature: a power of two. */
export const SIGNATURE_LENGTH = 64;

/** Bits of a shingle that say its bin; the others, all of them small integers to the engine, are its value there. */
const BIN_BITS = 6;
const VALUE_BITS = 32 - BIN_BITS;
const EMPTY = 1 << VALUE_BITS;

/** FNV-1a's constants. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Of the polynomial over the words of a shingle: an odd number, and it raised to the words' count. */
const BASE = 0x9e3779b1;
const BASE_TO_LENGTH = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** The different shingles of a text, as 32-bit hashes. Letter case, spacing and punctuation make no difference. */
export function shinglesOf(text: string): Set<number> {
	const words = wordHashes(text);
	const shingles = new Set<number>();
	let run = 0;
	for (let last = 0; last < words.length; last++) {
		run = rolled(run, words, last);
		if (last >= SHINGLE - 1) shingles.add(mix(run));
	}
	return shingles;
}

/** The hash of the run of words that ends one word further: a polynomial, from which the word before it is taken out. */
function rolled(run: number, words: Uint32Array, last: number): number {
	const before = last < SHINGLE ? 0 : Math.imul(words[last - SHINGLE] ?? 0, BASE_TO_LENGTH);
	return (Math.imul(run, BASE) + (words[last] ?? 0) - before) | 0;
}

/** Room for the words of the longest text so far. */
let room = new Uint32Array(4096);

/**
 * FNV-1a of every word, over UTF-16 units: a plain loop, since every document of a set comes through here. What it
 * answers holds until it is asked again.
 */
function wordHashes(text: string, isFolded = false): Uint32Array {
	if (room.length < text.length) room = new Uint32Array(2 * text.length);
	const words = room;
	let count = 0;
	let hash = OFFSET;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		const small = unit >= 65 && unit <= 90 ? unit + 32 : unit;
		if (isOneWord(unit)) {
			if (hash !== OFFSET) words[count++] = hash;
			words[count++] = Math.imul(OFFSET ^ unit, PRIME);
			hash = OFFSET;
		} else if (isLetter(small)) {
			// Beyond ASCII, only the engine knows letter case.
			if (unit >= 0x80 && !isFolded) return wordHashes(text.toLowerCase(), true);
			hash = Math.imul(hash ^ small, PRIME);
		} else if (hash !== OFFSET) {
			words[count++] = hash;
			hash = OFFSET;
		}
	}
	if (hash !== OFFSET) words[count++] = hash;
	return words.subarray(0, count);
}

/** Kana and Chinese characters. */
function isOneWord(unit: number): boolean {
	return (unit >= 0x3040 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);
}

/** Letters, digits and underscore of ASCII; above it all but the punctuation blocks. */
function isLetter(unit: number): boolean {
	if (unit < 0x80) {
		return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 95;
	}
	return unit >= 0xc0 && !(unit >= 0x2000 && unit <= 0x303f) && !(unit >= 0xfe30 && unit <= 0xff0f);
}

/** {@link SIGNATURE_LENGTH} values, equal in as large a part as the texts are alike; undefined for short texts. */
export function signatureOf(text: string): number[] | undefined {
	const words = wordHashes(text);
	if (words.length - SHINGLE + 1 < FEWEST) return undefined;
	const least = new Array<number>(SIGNATURE_LENGTH).fill(EMPTY);
	let full = 0;
	// A shingle that comes again changes no minimum, so nothing need remember which ones have come.
	let run = 0;
	for (let last = 0; last < words.length; last++) {
		run = rolled(run, words, last);
		if (last < SHINGLE - 1) continue;
		const shingle = mix(run);
		const bin = shingle >>> VALUE_BITS;
		const value = shingle & (EMPTY - 1);
		const known = least[bin] ?? EMPTY;
		if (known === EMPTY) full++;
		if (value < known) least[bin] = value;
	}
	if (full < FEWEST && shinglesOf(text).size < FEWEST) return undefined;
	return least.map((value, bin) => (value === EMPTY ? borrowed(least, bin) : value));
}

/** The part of all shingles that both have, 0–1. */
export function resemblance(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
	let shared = 0;
	for (const shingle of a) if (b.has(shingle)) shared++;
	return shared / Math.max(1, a.size + b.size - shared);
}

/** An empty bin takes the next full one's value, told apart by how far away that is. */
function borrowed(least: readonly number[], bin: number): number {
	for (let distance = 1; distance < least.length; distance++) {
		const value = least[(bin + distance) % least.length] ?? EMPTY;
		if (value !== EMPTY) return (value + Math.imul(distance, BASE)) & 0x3fffffff;
	}
	return EMPTY;
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
	let hash = value;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}
