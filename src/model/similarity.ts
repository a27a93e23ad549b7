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

/** FNV-1a's constants, as the 32-bit integers that the engine computes with. */
const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Of two texts that say nearly the same, the other one: its place in a list, and the part that both have, 0–1. */
export interface Twin {
	readonly at: number;
	readonly part: number;
}

/** The different shingles of a text, as 32-bit hashes. */
export type Shingles = Int32Array;

/** Letter case, spacing and punctuation make no difference. */
export function shinglesOf(text: string): Shingles {
	const words = wordHashes(text);
	const shingles = new Int32Array(Math.max(0, words.length - SHINGLE + 1));
	clearTable(shingles.length);
	let count = 0;
	for (let last = SHINGLE - 1; last < words.length; last++) {
		const shingle = shingleAt(words, last);
		if (enter(shingle)) shingles[count++] = shingle;
	}
	return shingles.slice(0, count);
}

/** The shingle that ends with a word; never 0. */
function shingleAt(words: Int32Array, last: number): number {
	let hash = OFFSET;
	for (let at = last - SHINGLE + 1; at <= last; at++) hash = Math.imul(hash, 31) ^ (words[at] ?? 0);
	return mix(hash) || 1;
}

/** Values met so far, 0 for a free place: open addressing, many times faster than a `Set`. Cleared for every use. */
let table = new Int32Array(4096);
let mask = table.length - 1;

/** Makes room for so many values. */
function clearTable(values: number): void {
	let size = 256;
	while (size < 2 * values) size *= 2;
	if (table.length < size) table = new Int32Array(size);
	else table.fill(0, 0, size);
	mask = size - 1;
}

/** Whether a value is new to the table; then it no longer is. */
function enter(value: number): boolean {
	let at = value & mask;
	for (let met = table[at]; met !== 0; met = table[at]) {
		if (met === value) return false;
		at = (at + 1) & mask;
	}
	table[at] = value;
	return true;
}

/** Room for the words of the longest text so far. */
let room = new Int32Array(4096);

/**
 * FNV-1a of every word, over UTF-16 units: a plain loop, since every document of a set comes through here. What it
 * answers holds until it is asked again.
 */
function wordHashes(text: string, isFolded = false): Int32Array {
	if (room.length < text.length) room = new Int32Array(2 * text.length);
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
	for (let last = SHINGLE - 1; last < words.length; last++) {
		const shingle = shingleAt(words, last);
		const bin = shingle >>> VALUE_BITS;
		const value = shingle & (EMPTY - 1);
		const known = least[bin] ?? EMPTY;
		if (known === EMPTY) full++;
		if (value < known) least[bin] = value;
	}
	if (full < FEWEST && shinglesOf(text).length < FEWEST) return undefined;
	return least.map((value, bin) => (value === EMPTY ? borrowed(least, bin) : value));
}

/** What of a document is compared with others. */
export function bodyText({ sections }: { readonly sections: readonly { readonly text: string }[] }): string {
	return sections.map(({ text }) => text).join('\n');
}

/** The part of all shingles that both have, 0–1; 0 as well where it is less than `least`, which is known sooner. */
export function resemblance(a: Shingles, b: Shingles, least = 0): number {
	return resemblances(a, [b], least)[0] ?? 0;
}

/** {@link resemblance} of one text with each of the others. */
export function resemblances(a: Shingles, others: readonly Shingles[], least = 0): number[] {
	clearTable(a.length);
	for (let at = 0; at < a.length; at++) enter(a[at] ?? 0);
	return others.map((b) => {
		const all = a.length + b.length;
		// Rounded up: what is just alike must be counted to the end.
		const missed = missing(b, Math.ceil(b.length - (least * all) / (1 + least)));
		const shared = b.length - missed;
		const part = shared / Math.max(1, all - shared);
		return part < least ? 0 : part;
	});
}

/** How many of these values the table has not; no longer counted beyond `most`. */
function missing(values: Shingles, most: number): number {
	let missed = 0;
	for (let at = 0; at < values.length && missed <= most; at++) if (!isEntered(values[at] ?? 0)) missed++;
	return missed;
}

function isEntered(value: number): boolean {
	let at = value & mask;
	for (let met = table[at]; met !== 0; met = table[at]) {
		if (met === value) return true;
		at = (at + 1) & mask;
	}
	return false;
}

/** An empty bin takes the next full one's value, told apart by how far away that is. */
function borrowed(least: readonly number[], bin: number): number {
	for (let distance = 1; distance < least.length; distance++) {
		const value = least[(bin + distance) % least.length] ?? EMPTY;
		if (value !== EMPTY) return (value + Math.imul(distance, 0x9e3779b1)) & 0x3fffffff;
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
