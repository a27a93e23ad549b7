import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { processOf } from './flow.ts';

export const roleMissing = defineRule({
	code: 'MS324',
	rule: 'process-role-missing',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Step without a role where there are lanes', 'zh-CN': '有泳道，步骤却没有角色' },
	message: {
		en: ({ id, lanes }) =>
			`The step \`${id}\` names no role, so it is drawn in a lane without a name. Add \`role:\` with one of the lanes: ${lanes}.`,
		'zh-CN': ({ id, lanes }) =>
			`步骤 \`${id}\` 没有写角色，会画在一条没有名称的泳道中。请用 \`role:\` 写明属于哪条泳道：${lanes}。`,
	},
	why: {
		en: 'Lanes say who does what. Of this step nobody learns whose it is, and it is missing from the work of the role.',
		'zh-CN': '泳道说明谁做什么。这一步看不出由谁来做，角色的工作清单里也没有它。',
	},
	mend: {
		en: 'Start and end belong to a role as well: to whoever sets the process off or finishes it.',
		'zh-CN': '开始和结束也要写角色：写触发或结束流程的人。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`lanes: [sales, stores]
steps:
  - {id: order, name: Order arrives, type: start, role: sales}
  - {id: done, name: Goods sent, type: end, role: stores}`),
				},
			},
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start, role: sales}
  - {id: done, name: Goods sent, type: end}`),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`lanes: [sales, stores]
steps:
  - {id: order, name: Order arrives, type: start, role: sales}
  - {id: pick, name: Pick the goods}
  - {id: done, name: Goods sent, type: end, role: stores}`),
				},
				at: 'docs/p.md:12:10',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		if (!model) return;
		const { document, report } = context;
		const { lanes = [] } = document.frontmatter as ProcessFrontmatter;
		if (lanes.length === 0) return;
		const without = model.steps.filter(({ role }) => role === '');
		// Where no step has one, that is told once, of the lanes.
		if (without.length === 0 || without.length === model.steps.length) return;
		for (const { id, pointer } of without) {
			// What is written wrong in a step may be its role.
			if (document.schemaIssues.some((issue) => isWithin(issue.pointer, pointer))) continue;
			report({
				range: valueRange(document, `${pointer}/id`),
				params: { id, lanes: [...new Set(lanes)].join(', ') },
			});
		}
	},
});

function isWithin(pointer: string, parent: string): boolean {
	return pointer === parent || pointer.startsWith(`${parent}/`);
}
