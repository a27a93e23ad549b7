import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { keyRange, valueRange } from '../places.ts';
import { exitsOf, isFlowKnown, processOf } from './flow.ts';

export const decisionExits = defineRule({
	code: 'MS314',
	rule: 'process-decision-exits',
	severity: 'error',
	scope: 'document',
	title: { en: 'Decision without two labelled exits', 'zh-CN': '判断缺少两个带条件的出口' },
	message: {
		en: ({ id, labelled }) =>
			`The decision \`${id}\` has ${labelled} labelled ${labelled === 1 ? 'exit' : 'exits'}; it needs two at least, each with \`to\` and \`when\`.`,
		'zh-CN': ({ id, labelled }) =>
			`判断 \`${id}\` 只有 ${labelled} 个带条件的出口；至少需要两个，每个都要写 \`to\` 和 \`when\`。`,
	},
	why: {
		en: 'A decision is a question; without an answer on every arrow nobody knows which way is theirs.',
		'zh-CN': '判断就是提问；箭头上没有答案，就不知道该走哪条路。',
	},
	mend: {
		en: 'Write `next: [{to: a, when: yes}, {to: b, when: no}]`. If there is one way only, make it a task.',
		'zh-CN': '写成 `next: [{to: a, when: 是}, {to: b, when: 否}]`。如果只有一条路，请改为普通任务。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: check, name: In stock?, type: decision, next: [{to: pick, when: in stock}, {to: done, when: sold out}]}
  - {id: pick, name: Pick the goods}
  - {id: done, name: Done, type: end}`),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: check, name: In stock?, type: decision, next: [{to: pick, when: in stock}, {to: done}]}
  - {id: pick, name: Pick the goods}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:11:50',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		if (!model || !isFlowKnown(context.document)) return;
		const { document, report } = context;
		const exits = exitsOf(model);
		for (const { id, type, pointer } of model.steps) {
			if (type !== 'decision') continue;
			const all = exits.get(id) ?? [];
			const labelled = all.filter((flow) => flow.label).length;
			if (labelled >= 2 && labelled === all.length) continue;
			const next = `${pointer}/next`;
			const range = document.positions[next]
				? keyRange(document, next)
				: valueRange(document, `${pointer}/id`);
			report({ range, params: { id, labelled } });
		}
	},
});
