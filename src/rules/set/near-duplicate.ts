import {
	type Document,
	defineRule,
	inForce,
	resemblances,
	type Shingles,
	SIGNATURE_LENGTH,
	shinglesOf,
} from '../../model/index.ts';
import { frontmatterStart } from '../places.ts';

/** Part of the text that two documents share from which on they are the same text twice. */
const ALIKE = 0.8;

/** Signature values that one bucket key holds: two texts of that likeness meet in one of the buckets with p > 0.999. */
const ROWS = 4;

const LONG = Array.from(
	{ length: 30 },
	(_, index) => `Step ${index}: open report ${index * 7} and compare column ${index * 3} with the ledger.`,
).join('\n');

export const nearDuplicate = defineRule({
	code: 'MS514',
	rule: 'near-duplicate',
	severity: 'hint',
	scope: 'graph',
	title: { en: 'Two documents say nearly the same', 'zh-CN': '两篇文档内容几乎相同' },
	message: {
		en: ({ percent, other }) =>
			`${percent} % of this text also stands in ${other}. Keep it in one of them and link to it.`,
		'zh-CN': ({ percent, other }) => `正文有 ${percent}% 与 ${other} 相同。请只保留一处，另一处改为链接。`,
	},
	why: {
		en: 'Copies are mended one at a time; after the first correction one of them is wrong, and nobody knows which.',
		'zh-CN': '复制的内容只会改其中一份；改过一次之后必有一份是错的，没人知道是哪份。',
	},
	mend: {
		en: 'Move what they share into one document, or say in `supersedes` that one replaces the other.',
		'zh-CN': '把相同部分放进一篇，或用 `supersedes` 写明一篇替代另一篇。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': `# A\n\n${LONG}\n`,
					'docs/b.md': `# B\n\n${LONG.replaceAll('column', 'line of the second sheet')}\n`,
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md': `# A\n\n${LONG}\n`,
					'docs/b.md': `# B\n\n${LONG.replace('ledger', 'count')}\n`,
				},
				at: 'docs/b.md:1:1',
			},
		],
	},
	check({ graph, report, isAsked = () => true }) {
		const documents = [...graph.nodes.values()].filter(
			(document) => document.signature && document.kind !== 'system-log' && inForce(document),
		);
		const signatures = inOneArray(documents);
		const alikeOf = bucketsOf(signatures, documents.length);
		const resemblancesOf = comparer();
		for (const [index, document] of documents.entries()) {
			const others = alikeOf(index);
			if (others.length === 0) continue;
			// What a writer suppresses is counted even where nobody asks.
			const isWanted = (each: number): boolean => isAsked(documents[each]?.file ?? '');
			if (!document.suppressions && !isWanted(index) && !others.some(isWanted)) continue;
			const near = nearest(index, others, documents, signatures);
			const shared = resemblancesOf(document, near);
			const at = shared.findIndex((part) => part >= ALIKE);
			const twin = near[at];
			if (!twin) continue;
			report({
				file: document.file,
				range: frontmatterStart(document),
				params: { percent: Math.floor((shared[at] ?? 0) * 100), other: twin.file },
				related: [{ file: twin.file, range: frontmatterStart(twin), message: twin.title }],
			});
		}
	},
});

/** What was found of two documents holds as long as both live: an editor asks again after every change of any other. */
const compared = new WeakMap<Document, WeakMap<Document, number>>();

/**
 * Compares the full text of a document with those of others, until one is {@link ALIKE}: 0–1 for each, 0 for all below
 * that. The words of one document are read once per comparer.
 */
function comparer(): (document: Document, others: readonly Document[]) => number[] {
	const known = new Map<Document, Shingles>();
	const shinglesIn = (document: Document): Shingles => {
		const present = known.get(document) ?? shinglesOf(bodyText(document));
		known.set(document, present);
		return present;
	};
	return (document, others) => {
		const found = compared.get(document) ?? new WeakMap<Document, number>();
		compared.set(document, found);
		const unknown = others.filter((other) => !found.has(other));
		if (unknown.length > 0) {
			const parts = resemblances(shinglesIn(document), unknown.map(shinglesIn), ALIKE);
			for (const [index, other] of unknown.entries()) found.set(other, parts[index] ?? 0);
		}
		return others.map((other) => found.get(other) ?? 0);
	};
}

/** Full comparisons made for one document: where texts share a form, the likeliest may turn out too different. */
const MOST_COMPARED = 4;

/** Equal values of two signatures below which their texts are not alike, with room for the error of one in ten. */
const FEWEST_EQUAL = Math.ceil((ALIKE - 0.1) * SIGNATURE_LENGTH);

/** The likeliest of the others to be alike, the likeliest first. */
function nearest(
	index: number,
	others: readonly number[],
	documents: readonly Document[],
	signatures: Int32Array,
): Document[] {
	const document = documents[index];
	const near: { other: number; equal: number }[] = [];
	for (const other of others) {
		const equal = equalValues(signatures, index, other);
		if (equal < FEWEST_EQUAL) continue;
		const twin = documents[other];
		if (twin?.id !== document?.id && twin?.lang === document?.lang) near.push({ other, equal });
	}
	near.sort((a, b) => b.equal - a.equal || a.other - b.other);
	return near.slice(0, MOST_COMPARED).flatMap(({ other }) => documents[other] ?? []);
}

const BANDS = SIGNATURE_LENGTH / ROWS;

/** Entries of one bucket looked at: texts that share a form fill some buckets, but hardly all that two alike share. */
const MOST_IN_BUCKET = 4;

/**
 * Puts signatures into buckets, one for each band, and tells of one signature after the other which ones came last into
 * its buckets. Looking at the last few only keeps a set of a thousand copies as fast as any other. One table
 * with open addresses holds all buckets: tens of thousands of entries in maps take ten times as long.
 */
function bucketsOf(signatures: Int32Array, documents: number): (index: number) => number[] {
	const keys = new Int32Array(documents * BANDS);
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
	/** By document, the one that it was last found for, from 1. */
	const foundFor = new Int32Array(documents);
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
function inOneArray(documents: readonly Document[]): Int32Array {
	const all = new Int32Array(documents.length * SIGNATURE_LENGTH);
	for (const [index, { signature = [] }] of documents.entries()) all.set(signature, index * SIGNATURE_LENGTH);
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

function bodyText(document: Document): string {
	return document.sections.map(({ text }) => text).join('\n');
}
