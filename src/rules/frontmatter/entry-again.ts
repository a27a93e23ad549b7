import { defineRule } from '../../model/index.ts';
import { noteExample, runbookExample } from '../example-documents.ts';
import { readablePath, valueRange } from '../places.ts';
import { eachTextList } from './lists.ts';

/** Lists in which two texts that differ in letter case may be two things. */
const VERBATIM: ReadonlySet<string> = new Set([
	...['tables', 'releases', 'controls', 'redirectFrom', 'objects', 'tests', 'standardObjects', 'interfaces'],
	'permissions',
]);

export const entryAgain = defineRule({
	code: 'MS125',
	rule: 'frontmatter-entry-again',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Entry stands in a list twice', 'zh-CN': '列表中有重复的项' },
	message: {
		en: ({ path, entry }) =>
			`\`${entry}\` stands in \`${path}\` already. Remove one of the two, or write what was meant here.`,
		'zh-CN': ({ path, entry }) => `\`${path}\` 中已经有 \`${entry}\`。请删去一个，或改成原本要写的内容。`,
	},
	why: {
		en: 'An entry that was copied and not changed stands where another one is missing.',
		'zh-CN': '复制后忘了改的那一项，往往占了本该写的另一项的位置。',
	},
	mend: { en: 'Remove or correct the second one.', 'zh-CN': '删去或更正第二个。' },
	examples: {
		good: [
			{ files: { 'docs/a.md': runbookExample('keywords: [stock, count]') } },
			{ files: { 'docs/a.md': noteExample('touches: {tables: [Item, ITEM]}') } },
		],
		bad: [
			{ files: { 'docs/a.md': runbookExample('keywords: [stock, count, Stock]') }, at: 'docs/a.md:11:26' },
			{ files: { 'docs/a.md': noteExample('touches: {tables: [Item, Item]}') }, at: 'docs/a.md:12:26' },
		],
	},
	check({ document, report }) {
		eachTextList(document.frontmatter, ({ pointer: list, field, entries }) => {
			if (entries.length < 2) return;
			// What other tools make of letter case is not known.
			const isExact = document.kind === 'page' || VERBATIM.has(field);
			const seen = new Set<string>();
			for (const [index, entry] of entries.entries()) {
				if (typeof entry !== 'string') continue;
				const same = isExact ? entry.trim() : entry.normalize('NFKC').trim().toLowerCase();
				if (!seen.has(same)) {
					seen.add(same);
					continue;
				}
				const pointer = `${list}/${index}`;
				// Of a text that is none there either is a finding.
				if (same === '' || document.schemaIssues.some((issue) => issue.pointer === pointer)) continue;
				report({
					range: valueRange(document, pointer),
					params: { path: readablePath(list), entry: entry.trim() },
				});
			}
		});
	},
});
