import { ID_PREFIX } from '../../../schemas/fields/id.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { kindInChinese } from '../kind-names.ts';
import { valueRange } from '../places.ts';
import { isForeignId } from './schema-issues.ts';

export const idPrefix = defineRule({
	code: 'MS108',
	rule: 'id-prefix',
	severity: 'error',
	scope: 'document',
	title: { en: 'Id does not fit the kind', 'zh-CN': '编号与文档类型不符' },
	message: {
		en: ({ id, kind, prefix }) =>
			`\`${id}\` is no id of a ${kind}: those begin with \`${prefix}-\`. Change the id, or the kind.`,
		'zh-CN': ({ id, kind, prefix }) =>
			`\`${id}\` 不是${kindInChinese(kind)}的编号，应以 \`${prefix}-\` 开头。请更正编号或类型。`,
	},
	why: {
		en: 'The id is the permanent address of the document and tells every reader what kind of document it is.',
		'zh-CN': '编号是文档的永久地址，读者也靠它判断文档类型。',
	},
	mend: {
		en: 'PR for processes, LOG for system logs, DN for development notes, RB for runbooks. `mainstay new` gives the next free id.',
		'zh-CN':
			'流程用 PR，系统日志用 LOG，二次开发文档用 DN，运行手册用 RB。`mainstay new` 会给出下一个空闲编号。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample() } }],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample().replace('RB-INV-0042', 'LOG-INV-0042') },
				at: 'docs/stock.md:3:5',
			},
		],
	},
	check({ document, report }) {
		const { kind } = document;
		if (kind === 'page') return;
		const issue = document.schemaIssues.find(isForeignId);
		if (!issue) return;
		report({
			range: valueRange(document, '/id'),
			params: { id: issue.received, kind, prefix: ID_PREFIX[kind] },
		});
	},
});
