import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { keyRange } from '../places.ts';
import { isFlowKnown, processOf } from './flow.ts';

export const startEnd = defineRule({
	code: 'MS316',
	rule: 'process-start-end',
	severity: 'error',
	scope: 'document',
	title: { en: 'Process without a start or an end', 'zh-CN': '流程没有开始或结束步骤' },
	message: {
		en: ({ type }) =>
			`The process has no step of \`type: ${type}\`. Mark the step where it ${type === 'start' ? 'begins' : 'ends'}.`,
		'zh-CN': ({ type }) =>
			`流程中没有 \`type: ${type}\` 的步骤。请标明在哪一步${type === 'start' ? '开始' : '结束'}。`,
	},
	why: {
		en: 'The start tells what sets the process off, the end when it is done; reachability is judged from the start.',
		'zh-CN': '开始步骤说明由什么触发，结束步骤说明何时完成；步骤是否可达也从开始步骤判断。',
	},
	mend: {
		en: 'Add `type: start` to the first step and `type: end` to every last one.',
		'zh-CN': '给第一步加上 `type: start`，给每个最后一步加上 `type: end`。',
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
			{ files: { 'docs/p.md': processExample('trigger: An order arrives.') } },
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:9:1',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		if (!model || !isFlowKnown(context.document)) return;
		for (const type of ['start', 'end'] as const) {
			if (model.steps.some((step) => step.type === type)) continue;
			context.report({ range: keyRange(context.document, '/steps'), params: { type } });
		}
	},
});
