// Straight from its file: a thread that only compares texts loads nothing else.
import {
	resemblances,
	type Shingles,
	SIGNATURE_LENGTH,
	shinglesOf,
	type Twin,
} from '../../model/similarity.ts';

/** Part of the text that two documents share from which on they are the same text twice. */
const ALIKE = 0.8;

/** Signature values that one bucket key holds: two texts of that likeness meet in one of the buckets with p > 0.999. */
const ROWS = 4;

/** Texts that are compared with each other, all lists in the same order. Of an id or between languages none are twins. */
export interface TwinSearch {
	/** What `signatureOf` says of each. */
	readonly signatures: readonly ArrayLike<number>[];
	readonly ids: readonly string[];
	readonly languages: readonly string[];
	/** Whether anybody asks about a text or those that may be alike; without it, all are asked about. */
	readonly isWanted?: (one: number, others: readonly number[]) => boolean;
	readonly compare: TextComparer;
}

/** How alike a text is to others, 0–1 for each, up to the first that is {@link ALIKE}; 0 for all below that. */
export type TextComparer = (one: number, others: readonly number[]) => readonly number[];

/** By text, the first of those before it that says nearly the same. */
export function findTwins(search: TwinSearch): (Twin | undefined)[] {
	const signatures = inOneArray(search.signatures);
	const alikeOf = bucketsOf(signatures, search.signatures.length);
	return search.signatures.map((_, index) => {
		const others = alikeOf(index);
		if (others.length === 0 || search.isWanted?.(index, others) === false) return undefined;
		const near = nearest(index, others, signatures, search);
		// Most that share a bucket are not alike.
		if (near.length === 0 || search.isWanted?.(index, near) === false) return undefined;
		const shared = search.compare(index, near);
		const found = shared.findIndex((part) => part >= ALIKE);
		const at = near[found];
		return at === undefined ? undefined : { at, part: shared[found] ?? 0 };
	});
}

/** Compares full texts. The words of one are read once per comparer. */
export function textComparer(textOf: (index: number) => string): TextComparer {
	const known = new Map<number, Shingles>();
	const shinglesIn = (index: number): Shingles => {
		const present = known.get(index) ?? shinglesOf(textOf(index));
		known.set(index, present);
		return present;
	};
	return (one, others) => resemblances(shinglesIn(one), others.map(shinglesIn), ALIKE);
}

/** Full comparisons made for one document: where texts share a form, the likeliest may turn out too different. */
const MOST_COMPARED = 4;

/** Equal values of two signatures below which their texts are not alike, with room for the error of one in ten. */
const FEWEST_EQUAL = Math.ceil((ALIKE - 0.1) * SIGNATURE_LENGTH);

/** The likeliest of the others to be alike, the likeliest first. */
function nearest(
	index: number,
	others: readonly number[],
	signatures: Int32Array,
	{ ids, languages }: TwinSearch,
): number[] {
	const near: { other: number; equal: number }[] = [];
	for (const other of others) {
		const equal = equalValues(signatures, index, other);
		if (equal < FEWEST_EQUAL) continue;
		if (ids[other] !== ids[index] && languages[other] === languages[index]) near.push({ other, equal });
	}
	near.sort((a, b) => b.equal - a.equal || a.other - b.other);
	return near.slice(0, MOST_COMPARED).map(({ other }) => other);
}

const BANDS = SIGNATURE_LENGTH / ROWS;

/** Entries of one bucket looked at: texts that share a form fill some buckets, but hardly all that two alike share. */
const MOST_IN_BUCKET = 4;

/**
 * Puts signatures into buckets, one for each band, and tells of one signature after the other which ones came last into
 * its buckets. Looking at the last few only keeps a set of a thousand copies as fast as any other. One table
 * with open addresses holds all buckets: tens of thousands of entries in maps take ten times as long.
 */
function bucketsOf(signatures: Int32Array, texts: number): (index: number) => number[] {
	const keys = new Int32Array(texts * BANDS);
	let size = 2;
	while (size < 2 * keys.length) size *= 2;
	/** The last entry of each bucket, from 1. */
	const slots = new Int32Array(size);
	/** By entry, the one before it in its bucket, from 1. */
	const before = new Int32Array(keys.length);
	for (let at = 0; at < keys.length; at++) keys[at] = keyOf(signatures, at * ROWS);
	const add = (entry: number): void => {
		const key = keys[entry] ?? 0;
		const band = entry % BANDS;
		let at = mixed(key, band) & (size - 1);
		for (let last = (slots[at] ?? 0) - 1; last !== -1; last = (slots[at] ?? 0) - 1) {
			if (keys[last] === key && last % BANDS === band) break;
			at = (at + 1) & (size - 1);
		}
		before[entry] = slots[at] ?? 0;
		slots[at] = entry + 1;
	};
	/** By text, the one that it was last found for, from 1. */
	const foundFor = new Int32Array(texts);
	return (index) => {
		const alike: number[] = [];
		for (let band = 0; band < BANDS; band++) {
			add(index * BANDS + band);
			let entry = (before[index * BANDS + band] ?? 0) - 1;
			for (let count = 0; entry !== -1 && count < MOST_IN_BUCKET; count++) {
				const other = Math.floor(entry / BANDS);
				if (foundFor[other] !== index + 1) alike.push(other);
				foundFor[other] = index + 1;
				entry = (before[entry] ?? 0) - 1;
			}
		}
		return alike;
	};
}

/** A hash of the values of one band. */
function keyOf(signatures: Int32Array, from: number): number {
	let key = 0;
	for (let at = from; at < from + ROWS; at++) {
		key = Math.imul(key ^ (signatures[at] ?? 0), 0x01000193) ^ (key >>> 15);
	}
	return key;
}

function mixed(key: number, band: number): number {
	const hash = Math.imul(key ^ (band * 0x9e3779b1), 0x85ebca6b);
	return hash ^ (hash >>> 15);
}

/** All signatures, one after the other: a loop over numbers in one place is many times as fast. */
function inOneArray(signatures: readonly ArrayLike<number>[]): Int32Array {
	const all = new Int32Array(signatures.length * SIGNATURE_LENGTH);
	for (const [index, signature] of signatures.entries()) all.set(signature, index * SIGNATURE_LENGTH);
	return all;
}

/** Of two signatures; not counted to the end where too few can be. */
function equalValues(signatures: Int32Array, one: number, other: number): number {
	const [a, b] = [one * SIGNATURE_LENGTH, other * SIGNATURE_LENGTH];
	let different = 0;
	for (let at = 0; at < SIGNATURE_LENGTH && different <= SIGNATURE_LENGTH - FEWEST_EQUAL; at++) {
		if (signatures[a + at] !== signatures[b + at]) different++;
	}
	return SIGNATURE_LENGTH - different;
}
