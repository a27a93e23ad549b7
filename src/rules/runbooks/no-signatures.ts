import { recommendedFields } from '../../../schemas/requirements.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { issuesOf, nearestTo } from '../frontmatter/schema-issues.ts';
import { frontmatterStart } from '../places.ts';

export const noSignatures = defineRule({
	code: 'MS412',
	rule: 'runbook-without-signatures',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Runbook without a signature', 'zh-CN': '运行手册没有报错特征' },
	message: {
		en: () =>
			'This runbook has no signature, so a pasted error cannot lead here. Add `signatures:` with a code, a text or a pattern of the error.',
		'zh-CN': () =>
			'这篇运行手册没有报错特征，粘贴报错时找不到它。请添加 `signatures:`，写明错误码、原文或匹配模式。',
	},
	why: {
		en: 'Support staff arrive with an error text. What a user does wrong shows no error, so that class needs none.',
		'zh-CN': '支持人员带着报错来找答案。用户操作类异常通常没有报错，因此不要求。',
	},
	mend: {
		en: '`signatures: [{code: ORA-01555}]`, or `text:` with the words of the dialog, or `pattern:` with an `example:`.',
		'zh-CN':
			'写 `signatures: [{code: ORA-01555}]`，或用 `text:` 写对话框原文，或用 `pattern:` 加 `example:`。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample() } }],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample().replace('user-operation', 'integration'),
				},
				at: 'docs/stock.md:1:1',
			},
			{
				files: {
					'docs/stock.md': runbookExample('signatures:').replace('user-operation', 'integration'),
				},
				at: 'docs/stock.md:1:1',
			},
		],
	},
	check({ document, report }) {
		if (document.kind !== 'runbook') return;
		// A value that was written and is wrong has a finding of its own.
		if (document.schemaIssues.some(({ pointer }) => pointer === '/signatures')) return;
		if (issuesOf(document, 'unknown-key').some((issue) => nearestTo(issue)[0] === 'signatures')) return;
		if (!recommendedFields('runbook', document.frontmatter).includes('signatures')) return;
		report({ range: frontmatterStart(document), params: {} });
	},
});
