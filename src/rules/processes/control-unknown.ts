import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { valueRange } from '../places.ts';
import { processOf } from './flow.ts';

export const controlUnknown = defineRule({
	code: 'MS318',
	rule: 'process-control-unknown',
	severity: 'error',
	scope: 'document',
	title: { en: 'Control of a step is not declared', 'zh-CN': '步骤引用的控制点未声明' },
	message: {
		en: ({ control }) =>
			`The process declares no control \`${control}\`. Add it under \`controls\` with its name, or correct the id.`,
		'zh-CN': ({ control }) =>
			`流程没有声明控制点 \`${control}\`。请在 \`controls\` 中补上并写明名称，或更正编号。`,
	},
	why: {
		en: 'An auditor reads controls from this list; one that exists in a step only has no name and no type.',
		'zh-CN': '审计按控制点清单检查；只出现在步骤里的控制点没有名称，也没有类型。',
	},
	mend: {
		en: 'Declare it once: `controls: [{id: C1, name: Credit limit, type: preventive}]`.',
		'zh-CN': '统一声明：`controls: [{id: C1, name: 信用额度检查, type: preventive}]`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`controls: [{id: C1, name: Credit limit, type: preventive}]
steps:
  - {id: order, name: Order arrives, type: start, controls: [C1]}
  - {id: done, name: Done, type: end}`),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`controls: [{id: C1, name: Credit limit, type: preventive}]
steps:
  - {id: order, name: Order arrives, type: start, controls: [C2]}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:11:62',
			},
		],
	},
	check(context) {
		if (context.document.kind !== 'process') return;
		const { controls } = context.document.frontmatter as ProcessFrontmatter;
		const ids = (controls ?? []).flatMap((control) => control.id ?? []);
		const near = indexNearest(ids);
		for (const step of processOf(context)?.steps ?? []) {
			for (const [index, control] of step.controls.entries()) {
				if (control === '' || ids.includes(control)) continue;
				context.report({
					range: valueRange(context.document, `${step.pointer}/controls/${index}`),
					params: { control },
					...suggest(near(control)),
				});
			}
		}
	},
});
