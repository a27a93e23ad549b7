import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { keyRange, valueRange } from '../places.ts';
import { processOf } from './flow.ts';

export const laneUnused = defineRule({
	code: 'MS322',
	rule: 'process-lane-unused',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Lane without a step', 'zh-CN': '泳道中没有步骤' },
	message: {
		en: ({ lane }) =>
			lane
				? `No step has the role \`${lane}\`, so this lane is drawn empty. Give it the steps that are its own, or remove it from \`lanes\`.`
				: 'No step names its role, so all of these lanes are drawn empty. Add `role:` to every step, or leave `lanes` out.',
		'zh-CN': ({ lane }) =>
			lane
				? `没有步骤属于 \`${lane}\`，这条泳道在图上是空的。请把它负责的步骤写上角色，或从 \`lanes\` 中删去。`
				: '没有步骤写明角色，这些泳道在图上都是空的。请给每个步骤写上 `role:`，或不写 `lanes`。',
	},
	why: {
		en: 'An empty lane says that somebody takes part and not with what. Mostly a step was given to another role, or was removed, and its lane stayed.',
		'zh-CN': '空泳道表示这个角色要参与，却看不出做什么。多半是步骤换了角色或已删除，泳道却留了下来。',
	},
	mend: {
		en: 'List the roles that have a step. Who only receives or supplies something belongs in `inputs` and `outputs`.',
		'zh-CN': '只列出有步骤的角色。仅接收或提供资料的一方请写在 `inputs` 和 `outputs` 中。',
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
					'docs/p.md': processExample(`lanes: [sales, purchasing, stores]
steps:
  - {id: order, name: Order arrives, type: start, role: sales}
  - {id: done, name: Goods sent, type: end, role: stores}`),
				},
				at: 'docs/p.md:9:16',
			},
			{
				files: {
					'docs/p.md': processExample(`lanes: [sales, stores]
steps:
  - {id: order, name: Order arrives, type: start}
  - {id: done, name: Goods sent, type: end}`),
				},
				at: 'docs/p.md:9:1',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		const { lanes = [], status } = context.document.frontmatter as ProcessFrontmatter;
		// The steps of a draft may still be to come.
		if (!model || lanes.length === 0 || status === 'draft') return;
		const used = new Set(model.steps.map(({ role }) => role));
		const { document, report } = context;
		if (used.size === 1 && used.has('')) {
			if (!isRoleWrong(document.schemaIssues))
				report({ range: keyRange(document, '/lanes'), params: { lane: '' } });
			return;
		}
		const unused = lanes.flatMap((lane, index) =>
			used.has(lane) ? [] : [{ lane, pointer: `/lanes/${index}` }],
		);
		if (unused.length === 0 || isRoleWrong(document.schemaIssues)) return;
		// A step without a role, or with one that has no lane, is told there and may belong into any of them.
		if ([...used].some((role) => !lanes.includes(role))) return;
		const told = new Set<string>();
		for (const { lane, pointer } of unused) {
			if (told.has(lane)) continue;
			told.add(lane);
			report({ range: valueRange(document, pointer), params: { lane } });
		}
	},
});

/** Whether a lane or a step is written wrong in a way that is told there. */
function isRoleWrong(issues: readonly { readonly pointer: string }[]): boolean {
	return issues.some(({ pointer }) => /^\/(?:lanes|steps)(?:\/|$)/.test(pointer));
}
