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

const BIN_BITS = 6;
const EMPTY = 0xffffffff;

/** FNV-1a's constants. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** The different shingles of a text, as 32-bit hashes. Letter case, spacing and punctuation make no difference. */
export function shinglesOf(text: string): Set<number> {
	const words = wordHashes(text.toLowerCase());
	const shingles = new Set<number>();
	for (let last = SHINGLE - 1; last < words.length; last++) {
		let hash = OFFSET;
		for (let at = last - SHINGLE + 1; at <= last; at++) hash = Math.imul(hash, 31) ^ (words[at] ?? 0);
		shingles.add(mix(hash) >>> 0);
	}
	return shingles;
}

/** FNV-1a of every word, over UTF-16 units: a plain loop, since every document of a set comes through here. */
function wordHashes(text: string): number[] {
	const words: number[] = [];
	let hash = OFFSET;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (isOneWord(unit)) {
			if (hash !== OFFSET) words.push(hash);
			words.push(Math.imul(OFFSET ^ unit, PRIME));
			hash = OFFSET;
		} else if (isLetter(unit)) hash = Math.imul(hash ^ unit, PRIME);
		else if (hash !== OFFSET) {
			words.push(hash);
			hash = OFFSET;
		}
	}
	if (hash !== OFFSET) words.push(hash);
	return words;
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
export function signatureOf(shingles: ReadonlySet<number>): number[] | undefined {
	if (shingles.size < FEWEST) return undefined;
	const least = new Array<number>(SIGNATURE_LENGTH).fill(EMPTY);
	for (const shingle of shingles) {
		const bin = shingle >>> (32 - BIN_BITS);
		const rest = (shingle << BIN_BITS) >>> 0;
		if (rest < (least[bin] ?? EMPTY)) least[bin] = rest;
	}
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
		if (value !== EMPTY) return (value + Math.imul(distance, 0x9e3779b1)) >>> 0;
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
