import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { keyRange } from '../places.ts';
import { issuesOf, reportOf } from './schema-issues.ts';

export const unknownKey = defineRule({
	code: 'MS102',
	rule: 'frontmatter-unknown-key',
	severity: 'error',
	scope: 'document',
	title: { en: 'Unknown field', 'zh-CN': '未知字段' },
	message: {
		en: ({ key }) =>
			`There is no field \`${key}\` here. Correct its name, or name it \`x-${key}\` if it is your own and only for people.`,
		'zh-CN': ({ key }) => `这里没有 \`${key}\` 字段。请更正名称；如果是自用的备注字段，请写成 \`x-${key}\`。`,
	},
	why: {
		en: 'A misspelt field looks right in the file and is missing everywhere else: on the page, in filters, in checks.',
		'zh-CN': '拼错的字段在文件里看着没问题，但页面、筛选和检查都用不到它。',
	},
	mend: {
		en: 'Use the nearest field name, an `x-…` key, or declare a field of your own under `fields:` in mainstay.yaml.',
		'zh-CN': '改成最接近的字段名，或使用 `x-…` 键，或在 mainstay.yaml 的 `fields:` 中声明自有字段。',
	},
	examples: {
		good: [
			{ files: { 'docs/stock.md': runbookExample('impact: Deliveries stop.') } },
			{ files: { 'docs/stock.md': runbookExample('x-shelf: B12') } },
		],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample('impct: Deliveries stop.') },
				at: 'docs/stock.md:11:1',
			},
		],
	},
	check({ document, report }) {
		for (const issue of issuesOf(document, 'unknown-key')) {
			report(reportOf(issue, keyRange(document, issue.pointer)));
		}
	},
});
