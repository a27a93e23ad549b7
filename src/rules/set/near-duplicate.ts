import {
	type Document,
	defineRule,
	inForce,
	resemblance,
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
	check({ graph, report }) {
		const buckets: Buckets = Array.from({ length: SIGNATURE_LENGTH / ROWS }, () => new Map());
		for (const document of graph.nodes.values()) {
			const { signature } = document;
			if (!signature || document.kind === 'system-log' || !inForce(document)) continue;
			const twin = candidates(buckets, document, signature).find((each) => isNear(each, document));
			if (!twin) continue;
			const shared = resemblance(shinglesOf(bodyText(twin)), shinglesOf(bodyText(document)));
			if (shared < ALIKE) continue;
			report({
				file: document.file,
				range: frontmatterStart(document),
				params: { percent: Math.floor(shared * 100), other: twin.file },
				related: [{ file: twin.file, range: frontmatterStart(twin), message: twin.title }],
			});
		}
	},
});

/**
 * The first documents of every bucket that this one falls into; it becomes the first of empty ones.
 * Comparing with first ones only keeps a set of a thousand copies as fast as any other.
 */
function candidates(buckets: Buckets, document: Document, signature: readonly number[]): Document[] {
	const found = new Set<Document>();
	for (const [band, bucket] of buckets.entries()) {
		let key = 0;
		for (let row = 0; row < ROWS; row++) {
			key = Math.imul(key ^ (signature[band * ROWS + row] ?? 0), 0x01000193) ^ (key >>> 15);
		}
		const first = bucket.get(key);
		if (first) found.add(first);
		else bucket.set(key, document);
	}
	return [...found];
}

/** By band of the signature, then by its hash: the first document there. */
type Buckets = readonly Map<number, Document>[];

/** By the signatures, with room for their error of five in a hundred. */
function isNear(a: Document, b: Document): boolean {
	if (a.id === b.id || a.lang !== b.lang) return false;
	const { signature = [] } = b;
	const equal = (a.signature ?? []).filter((value, index) => value === signature[index]).length;
	return equal / SIGNATURE_LENGTH >= ALIKE - 0.1;
}

function bodyText(document: Document): string {
	return document.sections.map(({ text }) => text).join('\n');
}
