import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { frontmatterStart, valueRange } from '../places.ts';
import { processOf } from './flow.ts';

export const laneUndeclared = defineRule({
	code: 'MS315',
	rule: 'process-lane-undeclared',
	severity: 'error',
	scope: 'document',
	title: { en: 'Role of a step is not among the lanes', 'zh-CN': '步骤的角色不在泳道中' },
	message: {
		en: ({ role, lanes, lines }) =>
			lines
				? `\`${role}\` has the steps in lines ${lines} and is not among the lanes of this process. Add it to \`lanes\`, or correct the roles of these steps.`
				: `\`${role}\` is not among the lanes of this process (${lanes}). Add it to \`lanes\`, or correct the role.`,
		'zh-CN': ({ role, lanes, lines }) =>
			lines
				? `第 ${lines} 行的步骤属于 \`${role}\`，但本流程的泳道中没有它。请加入 \`lanes\`，或更正这些步骤的角色。`
				: `\`${role}\` 不在本流程的泳道（${lanes}）中。请加入 \`lanes\`，或更正角色。`,
	},
	why: {
		en: 'Whoever lists the lanes fixes their order; a role outside of the list would hang below the diagram as a lane nobody planned.',
		'zh-CN': '列出 `lanes` 就是规定泳道及其顺序；不在其中的角色会在图的末尾多出一条计划外的泳道。',
	},
	mend: {
		en: 'List every role that has a step, in the order in which the lanes shall stand, or leave `lanes` out.',
		'zh-CN': '按显示顺序列出所有有步骤的角色，或不写 `lanes`。',
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
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`lanes: [sales, stores]
steps:
  - {id: order, name: Order arrives, type: start, role: sales}
  - {id: done, name: Goods sent, type: end, role: store}`),
				},
				at: 'docs/p.md:12:51',
			},
			{
				files: {
					'docs/p.md': processExample(`lanes: [sales]
steps:
  - {id: order, name: Order arrives, type: start, role: sales}
  - {id: pick, name: Pick, role: stores}
  - {id: done, name: Goods sent, type: end, role: stores}`),
				},
				at: 'docs/p.md:9:8',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		const { lanes } = context.document.frontmatter as ProcessFrontmatter;
		if (!model || !lanes || lanes.length === 0) return;
		const near = indexNearest(lanes);
		const { roles } = context.config;
		// A role that nobody declared is told as such.
		const isUnknown = (role: string): boolean => roles.size > 0 && !roles.has(role);
		const outside = model.steps.filter(
			({ role }) => role !== '' && !lanes.includes(role) && !isUnknown(role),
		);
		for (const [role, steps] of Map.groupBy(outside, (step) => step.role)) {
			const places = steps.map(({ pointer }) => valueRange(context.document, `${pointer}/role`));
			const [first = frontmatterStart(context.document), ...others] = places;
			// One step may have another role than was meant; several lack their lane.
			const isLane = others.length > 0;
			const lines = isLane ? places.map(({ start }) => start.line).join(', ') : '';
			context.report({
				range: isLane ? valueRange(context.document, '/lanes') : first,
				params: { role, lanes: lanes.join(', '), lines },
				...(!isLane && suggest(near(role))),
			});
		}
	},
});
