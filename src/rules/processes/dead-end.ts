import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { exitsOf, isFlowKnown, processOf } from './flow.ts';

export const deadEnd = defineRule({
	code: 'MS313',
	rule: 'process-dead-end',
	severity: 'error',
	scope: 'document',
	title: { en: 'Step leads nowhere', 'zh-CN': '步骤没有去向' },
	message: {
		en: ({ id, name }) =>
			`Nothing follows \`${id}\` (${name}). Name its \`next\`, or make it an end with \`type: end\`.`,
		'zh-CN': ({ id, name }) =>
			`\`${id}\`（${name}）之后没有步骤。请写明 \`next\`，或用 \`type: end\` 标为结束。`,
	},
	why: {
		en: 'Whoever works by the process does not learn whether it is finished here or whether an arrow was forgotten.',
		'zh-CN': '按流程办事的人无法判断：到此结束，还是漏画了箭头。',
	},
	mend: {
		en: 'Every step but an end leads on: by `next`, or by the step below it.',
		'zh-CN': '除结束步骤外，每一步都要有去向：写 `next`，或流向下一行的步骤。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: done, name: Done, type: end}`),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start, next: [{to: done, when: small}, {to: ask, when: large}]}
  - {id: done, name: Done, type: end}
  - {id: ask, name: Ask the manager}`),
				},
				at: 'docs/p.md:12:10',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		if (!model || !isFlowKnown(context.document)) return;
		const exits = exitsOf(model);
		for (const { id, name, type, pointer } of model.steps) {
			if (type === 'end' || (exits.get(id)?.length ?? 0) > 0) continue;
			context.report({ range: valueRange(context.document, `${pointer}/id`), params: { id, name } });
		}
	},
});
