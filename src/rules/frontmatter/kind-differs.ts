import { DOCUMENT_KINDS, defineRule, type SchemaIssue } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { kindInChinese } from '../kind-names.ts';
import { valueRange } from '../places.ts';

/** The kind is one, but the fields are those of another. */
export function isOtherKind({ pointer, meant, received }: SchemaIssue): boolean {
	return pointer === '/kind' && meant !== undefined && DOCUMENT_KINDS.some((kind) => kind === received);
}

export const kindDiffers = defineRule({
	code: 'MS122',
	rule: 'kind-differs',
	severity: 'error',
	scope: 'document',
	title: { en: 'Fields of another kind', 'zh-CN': '字段与文档类型不符' },
	message: {
		en: ({ received, meant }) =>
			`The kind is \`${received}\`, but the fields are those of a ${meant}. Write \`kind: ${meant}\`.`,
		'zh-CN': ({ received, meant }) =>
			`类型写的是 \`${received}\`，而字段属于${kindInChinese(meant)}。请写成 \`kind: ${meant}\`。`,
	},
	why: {
		en: 'The kind decides which fields a document must have, what is checked and where it is shown.',
		'zh-CN': '类型决定文档要有哪些字段、做哪些检查、显示在哪里。',
	},
	mend: {
		en: 'Correct `kind`. Where the kind is right, the fields and the id were copied from a document of another kind: replace them (`mainstay new` writes a template).',
		'zh-CN':
			'更正 `kind`。如果类型没有错，就是字段和编号从别的类型抄来了：请换掉（`mainstay new` 会生成模板）。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample() } }],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample().replace('kind: runbook', 'kind: process') },
				at: 'docs/stock.md:2:7',
			},
			{
				files: { 'docs/stock.md': runbookExample().replace('kind: runbook', 'kind: page') },
				at: 'docs/stock.md:2:7',
			},
		],
	},
	check({ document, report }) {
		if (document.schemaIssues.length === 0) return;
		const issue = document.schemaIssues.find(isOtherKind);
		if (issue?.meant === undefined) return;
		report({
			range: valueRange(document, '/kind'),
			params: { received: issue.received, meant: issue.meant },
			suggestions: [{ value: issue.meant }],
		});
	},
});
