import { defineRule, type Report, type SchemaIssue } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { expectedInChinese } from './expected-words.ts';
import { issuesOf, reportOf } from './schema-issues.ts';

export const wrongType = defineRule({
	code: 'MS104',
	rule: 'frontmatter-wrong-type',
	severity: 'error',
	scope: 'document',
	title: { en: 'Value has the wrong type', 'zh-CN': '值的类型不对' },
	message: {
		en: ({ path, expected, received }) =>
			received === 'null'
				? `\`${path}\` takes ${expected}, but it is empty. Write a value.`
				: `\`${path}\` takes ${expected}, but this is \`${received}\`. Write it in the expected form; quote texts that YAML reads as something else.`,
		'zh-CN': ({ path, expected, received }) =>
			received === 'null'
				? `\`${path}\` 应为 ${expectedInChinese(expected)}，现在是空的。请写上值。`
				: `\`${path}\` 应为 ${expectedInChinese(expected)}，现在是 \`${received}\`。请按要求的形式书写；会被 YAML 误读的文字请加引号。`,
	},
	why: {
		en: 'YAML guesses types: `on` may become a truth value and `1.10` the number 1.1. A text that was meant as such must arrive as such.',
		'zh-CN': 'YAML 会猜测类型：`1.10` 会变成数字 1.1。本意是文字，就必须按文字读到。',
	},
	mend: {
		en: 'Put quotes around texts, write lists with `- ` or `[…]`, numbers without quotes.',
		'zh-CN': '文字加引号，列表用 `- ` 或 `[…]`，数字不加引号。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample('minutes: 20') } }],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample('minutes: twenty') },
				at: 'docs/stock.md:11:10',
			},
			{ files: { 'docs/stock.md': runbookExample('keywords: [stock, ~]') }, at: 'docs/stock.md:11:19' },
			{ files: { 'docs/stock.md': runbookExample('keywords: [1.5, stock]') }, at: 'docs/stock.md:11:12' },
		],
	},
	check({ document, report }) {
		for (const issue of issuesOf(document, 'wrong-type')) {
			const range = valueRange(document, issue.pointer);
			report({ ...reportOf(issue, range), ...quoted(issue) });
		}
	},
});

/** A number or truth value where a text belongs is that text without its quotes. */
function quoted({ expected, received }: SchemaIssue): Pick<Report, 'suggestions'> {
	if (expected !== 'text' || !/^(?:-?[\d.]+|true|false)$/.test(received)) return {};
	return { suggestions: [{ value: `"${received}"` }] };
}
