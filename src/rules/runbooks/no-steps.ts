import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { frontmatterStart } from '../places.ts';

export const noSteps = defineRule({
	code: 'MS405',
	rule: 'runbook-without-steps',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Runbook without a step', 'zh-CN': '运行手册没有步骤' },
	message: {
		en: () =>
			'This runbook has no step to follow. Put what is to be done into `::::step{#id}` … `::::` blocks, or make it a page.',
		'zh-CN': () => '这篇运行手册没有可执行的步骤。请把操作写进 `::::step{#id}` … `::::`，或改为普通页面。',
	},
	why: {
		en: 'Steps become a checklist with progress, and the log of what was done; prose does not.',
		'zh-CN': '步骤会变成可勾选的清单，并生成处理记录；普通文字不会。',
	},
	mend: {
		en: '`::::step{#look risk=read-only}`, a heading, what to do, `:::expect` with what should be seen, `::::`.',
		'zh-CN':
			'依次写 `::::step{#look risk=read-only}`、标题、操作、`:::expect` 预期结果，最后以 `::::` 结束。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample() } }],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample(
						'status: draft',
						'\n## Diagnosis\nLook at it.\n## Steps\n\nCall the key user.\n',
					),
				},
				at: 'docs/stock.md:1:1',
			},
		],
	},
	check({ document, report }) {
		if (document.kind !== 'runbook' || document.procedure.length > 0) return;
		report({ range: frontmatterStart(document), params: {} });
	},
});
