import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { processOf } from './flow.ts';

export const duplicateLane = defineRule({
	code: 'MS323',
	rule: 'process-duplicate-lane',
	severity: 'hint',
	scope: 'document',
	title: { en: 'A lane is listed twice', 'zh-CN': '同一泳道列了两次' },
	message: {
		en: ({ lane }) =>
			`\`${lane}\` is among the lanes already and is drawn where it stands first. Remove it here, or name the role that was meant.`,
		'zh-CN': ({ lane }) =>
			`\`${lane}\` 已在 \`lanes\` 中，只按第一次出现的位置画一条泳道。请删去这里的，或改成原本想写的角色。`,
	},
	why: {
		en: 'A copied line often was to be another role, which is missing from the map then.',
		'zh-CN': '复制出来的一项往往本该是另一个角色，结果图上少了它。',
	},
	mend: { en: 'Name every role once in `lanes`.', 'zh-CN': '`lanes` 中每个角色只写一次。' },
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
					'docs/p.md': processExample(`lanes: [sales, stores, sales]
steps:
  - {id: order, name: Order arrives, type: start, role: sales}
  - {id: done, name: Goods sent, type: end, role: stores}`),
				},
				at: 'docs/p.md:9:24',
			},
		],
	},
	check(context) {
		if (!processOf(context)) return;
		const { lanes = [] } = context.document.frontmatter as ProcessFrontmatter;
		const listed = new Set(lanes);
		if (listed.size === lanes.length) return;
		for (const [index, lane] of lanes.entries()) {
			// The first of each is taken out, so that whatever comes again is one too many.
			if (lane === '' || listed.delete(lane)) continue;
			context.report({ range: valueRange(context.document, `/lanes/${index}`), params: { lane } });
		}
	},
});
