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

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}_]+/gu;

/** The different shingles of a text, as 32-bit hashes. */
export function shinglesOf(text: string): Set<number> {
	const shingles = new Set<number>();
	const window: number[] = [];
	for (const [word] of text.toLowerCase().matchAll(WORD)) {
		window.push(hashWord(word));
		if (window.length < SHINGLE) continue;
		let hash = 0x811c9dc5;
		for (const each of window) hash = mix(Math.imul(hash, 31) ^ each);
		shingles.add(hash >>> 0);
		window.shift();
	}
	return shingles;
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

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < word.length; index++) {
		hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
	}
	return hash;
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
	let hash = value;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}
