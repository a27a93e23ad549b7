import {
	type Document,
	defineRule,
	inForce,
	resemblance,
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
		const alikeOf = bucketsOf(documents.map(({ signature = [] }) => signature));
		const resemblanceOf = comparer();
		for (const [index, document] of documents.entries()) {
			const others = alikeOf(index).flatMap((each) => documents[each] ?? []);
			if (others.length === 0) continue;
			// What a writer suppresses is counted even where nobody asks.
			if (!document.suppressions && ![document, ...others].some(({ file }) => isAsked(file))) continue;
			const found = twinOf(document, others, resemblanceOf);
			if (!found) continue;
			const { twin, shared } = found;
			report({
				file: document.file,
				range: frontmatterStart(document),
				params: { percent: Math.floor(shared * 100), other: twin.file },
				related: [{ file: twin.file, range: frontmatterStart(twin), message: twin.title }],
			});
		}
	},
});

/** What was found of two documents holds as long as both live: an editor asks again after every change of any other. */
const compared = new WeakMap<Document, WeakMap<Document, number>>();

/** Compares texts in full; the words of one document are read once per comparer. */
function comparer(): (a: Document, b: Document) => number {
	const known = new Map<Document, Shingles>();
	const shinglesIn = (document: Document): Shingles => {
		const present = known.get(document) ?? shinglesOf(bodyText(document));
		known.set(document, present);
		return present;
	};
	return (a, b) => {
		const others = compared.get(a) ?? new WeakMap<Document, number>();
		const shared = others.get(b) ?? resemblance(shinglesIn(a), shinglesIn(b));
		compared.set(a, others.set(b, shared));
		return shared;
	};
}

/** Full comparisons made for one document: where texts share a form, the likeliest may turn out too different. */
const MOST_COMPARED = 4;

/** The likeliest of the others that is alike in full, and how much of all words both have. */
function twinOf(
	document: Document,
	others: readonly Document[],
	resemblanceOf: (a: Document, b: Document) => number,
): { twin: Document; shared: number } | undefined {
	const near = others
		.map((twin) => ({ twin, equal: equalValues(twin, document) }))
		.filter(({ equal }) => equal >= (ALIKE - 0.1) * SIGNATURE_LENGTH)
		.sort((a, b) => b.equal - a.equal);
	for (const { twin } of near.slice(0, MOST_COMPARED)) {
		const shared = resemblanceOf(twin, document);
		if (shared >= ALIKE) return { twin, shared };
	}
	return undefined;
}

const BANDS = SIGNATURE_LENGTH / ROWS;

/** Entries of one bucket looked at: texts that share a form fill some buckets, but hardly all that two alike share. */
const MOST_IN_BUCKET = 4;

/**
 * Puts signatures into buckets, one for each band, and tells of one signature after the other which ones came last into
 * its buckets, in order. Looking at the last few only keeps a set of a thousand copies as fast as any other. One table
 * with open addresses holds all buckets: tens of thousands of entries in maps take ten times as long.
 */
function bucketsOf(signatures: readonly ArrayLike<number>[]): (index: number) => number[] {
	const keys = new Int32Array(signatures.length * BANDS);
	let size = 2;
	while (size < 2 * keys.length) size *= 2;
	/** The last entry of each bucket, from 1. */
	const slots = new Int32Array(size);
	/** By entry, the one before it in its bucket, from 1. */
	const before = new Int32Array(keys.length);
	for (const [index, signature] of signatures.entries()) writeKeys(signature, keys, index * BANDS);
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
	return (index) => {
		const alike = new Set<number>();
		for (let band = 0; band < BANDS; band++) {
			add(index * BANDS + band);
			let entry = (before[index * BANDS + band] ?? 0) - 1;
			for (let count = 0; entry !== -1 && count < MOST_IN_BUCKET; count++) {
				alike.add(Math.floor(entry / BANDS));
				entry = (before[entry] ?? 0) - 1;
			}
		}
		return [...alike].sort((a, b) => a - b);
	};
}

/** By band: a hash of the signature's values there. */
function writeKeys(signature: ArrayLike<number>, keys: Int32Array, from: number): void {
	for (let band = 0; band < BANDS; band++) {
		let key = 0;
		for (let row = band * ROWS; row < (band + 1) * ROWS; row++) {
			key = Math.imul(key ^ (signature[row] ?? 0), 0x01000193) ^ (key >>> 15);
		}
		keys[from + band] = key;
	}
}

function mixed(key: number, band: number): number {
	const hash = Math.imul(key ^ (band * 0x9e3779b1), 0x85ebca6b);
	return hash ^ (hash >>> 15);
}

/** Of two signatures; below seven in ten texts are not alike, with room for the error of one in ten. */
function equalValues(a: Document, b: Document): number {
	if (a.id === b.id || a.lang !== b.lang) return 0;
	const [ours, theirs] = [a.signature ?? [], b.signature ?? []];
	let equal = 0;
	for (let index = 0; index < SIGNATURE_LENGTH; index++) if (ours[index] === theirs[index]) equal++;
	return equal;
}

function bodyText(document: Document): string {
	return document.sections.map(({ text }) => text).join('\n');
}
