import { bodyText, type Document, defineRule, inForce, type Twin } from '../../model/index.ts';
import { frontmatterStart } from '../places.ts';
import { findTwins, type TextComparer, textComparer } from './twins.ts';

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
	check({ graph, report, isAsked, twins }) {
		const documents = [...graph.nodes.values()].filter(isComparable);
		const found = twins ?? twinsAmong(documents, isAsked);
		for (const [index, document] of documents.entries()) {
			const twin = found[index];
			const other = twin && documents[twin.at];
			if (!other) continue;
			report({
				file: document.file,
				range: frontmatterStart(document),
				params: { percent: Math.floor(twin.part * 100), other: other.file },
				related: [{ file: other.file, range: frontmatterStart(other), message: other.title }],
			});
		}
	},
});

/** Whether a document is compared with others. */
export function isComparable(document: Document): boolean {
	return document.signature !== undefined && document.kind !== 'system-log' && inForce(document);
}

function twinsAmong(
	documents: readonly Document[],
	isAsked: ((file: string) => boolean) | undefined,
): (Twin | undefined)[] {
	const asked = isAsked && documents.map(({ file }) => isAsked(file));
	return findTwins({
		signatures: documents.map(({ signature = [] }) => signature),
		ids: documents.map(({ id }) => id),
		languages: documents.map(({ lang }) => lang),
		...(asked && {
			// What a writer suppresses is counted even where nobody asks.
			isWanted: (one, others) =>
				asked[one] === true ||
				others.some((index) => asked[index]) ||
				documents[one]?.suppressions !== undefined,
		}),
		compare: rememberingComparer(documents),
	});
}

/** What was found of two documents holds as long as both live: an editor asks again after every change of any other. */
const compared = new WeakMap<Document, WeakMap<Document, number>>();

function rememberingComparer(documents: readonly Document[]): TextComparer {
	const compare = textComparer((index) => bodyText(documents[index] ?? { sections: [] }));
	return (one, others) => {
		const document = documents[one];
		if (!document) return [];
		const found = compared.get(document) ?? new WeakMap<Document, number>();
		compared.set(document, found);
		const known = (other: number): number | undefined => {
			const twin = documents[other];
			return twin && found.get(twin);
		};
		const unknown = others.filter((other) => known(other) === undefined);
		const parts = unknown.length > 0 ? compare(one, unknown) : [];
		for (const [index, other] of unknown.entries()) {
			const twin = documents[other];
			if (twin) found.set(twin, parts[index] ?? 0);
		}
		return others.map((other) => known(other) ?? 0);
	};
}
