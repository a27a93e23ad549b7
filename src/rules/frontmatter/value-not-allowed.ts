import { expectedInWords } from '../../../schemas/expected-words.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { isOtherKind } from './kind-differs.ts';
import { issuesOf, reportOf } from './schema-issues.ts';

export const valueNotAllowed = defineRule({
	code: 'MS103',
	rule: 'frontmatter-value-not-allowed',
	severity: 'error',
	scope: 'document',
	title: { en: 'Value is not one of the allowed ones', 'zh-CN': '取值不在允许范围内' },
	message: {
		en: ({ received, path, expected }) =>
			`\`${received}\` is not allowed for \`${path}\`. Use ${expectedInWords(expected, 'en')}.`,
		'zh-CN': ({ received, path, expected }) =>
			`\`${path}\` 不能是 \`${received}\`。请写 ${expectedInWords(expected, 'zh-CN')}。`,
	},
	why: {
		en: 'Filters, boards and labels in three languages rest on a fixed set of values; another one would fall out of all of them.',
		'zh-CN': '筛选、看板和三种语言的标签都依赖固定取值；其他值在哪里都显示不出来。',
	},
	mend: { en: 'Choose one of the listed values.', 'zh-CN': '改用列出的取值之一。' },
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample('status: draft') } }],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample('status: aproved') },
				at: 'docs/stock.md:11:9',
			},
		],
	},
	check({ document, report }) {
		for (const issue of issuesOf(document, 'not-allowed')) {
			if (isOtherKind(issue)) continue;
			report(reportOf(issue, valueRange(document, issue.pointer)));
		}
	},
});
