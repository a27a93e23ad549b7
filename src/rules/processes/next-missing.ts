import { defineRule, type SchemaIssue } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { valueRange } from '../places.ts';
import { processOf } from './flow.ts';

export const nextMissing = defineRule({
	code: 'MS311',
	rule: 'process-next-missing',
	severity: 'error',
	scope: 'document',
	title: { en: 'Next step does not exist', 'zh-CN': '下一步不存在' },
	message: {
		en: ({ from, to }) =>
			`Step \`${from}\` leads to \`${to}\`, but there is no such step. Correct the id, or add the step.`,
		'zh-CN': ({ from, to }) => `步骤 \`${from}\` 指向 \`${to}\`，但没有这个步骤。请更正 id，或补上该步骤。`,
	},
	why: {
		en: 'The diagram cannot draw an arrow to nowhere, and whoever follows the process is left there.',
		'zh-CN': '图上画不出没有终点的箭头，按流程办事的人也会卡在这里。',
	},
	mend: { en: 'Use the `id` of a step of the same process.', 'zh-CN': '使用同一流程中某个步骤的 `id`。' },
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start, next: done}
  - {id: done, name: Done, type: end}`),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - id: check
    name: In stock?
    type: decision
    next:
      - {to: done, when: yes we have it}
      - {to: purchse, when: no}
  - {id: purchase, name: Buy it, type: start, next: done}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:16:14',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		if (!model) return;
		const ids = new Set(model.steps.map((step) => step.id));
		const near = indexNearest(ids);
		for (const { from, to, pointer } of model.flows) {
			if (ids.has(to)) continue;
			// It may lead to the step whose id is not written, which is a finding of its own.
			if (context.document.schemaIssues.some(isOfStepId)) return;
			context.report({
				range: valueRange(context.document, pointer),
				params: { from, to },
				...suggest(near(to)),
			});
		}
	},
});

function isOfStepId({ type, pointer, key }: SchemaIssue): boolean {
	return (
		/^\/steps\/\d+\/id$/.test(pointer) ||
		(type === 'missing' && key === 'id' && /^\/steps\/\d+$/.test(pointer))
	);
}
