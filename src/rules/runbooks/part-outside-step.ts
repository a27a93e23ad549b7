import { defineRule } from '../../model/index.ts';
import { lineFrom } from '../body/body-parts.ts';
import { runbookExample } from '../example-documents.ts';
import { startOf } from '../places.ts';
import { outsideParts } from './outside-parts.ts';

const STEP = '\n## Diagnosis\nLook at it.\n## Steps\n\n::::step{#recalc risk=reversible}\n### Recalculate\n';

export const partOutsideStep = defineRule({
	code: 'MS440',
	rule: 'part-outside-step',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Part of a step stands outside of it', 'zh-CN': '步骤的内容写在步骤之外' },
	message: {
		en: ({ part, step }) =>
			step
				? `:::${part} belongs to a step and stands in none. Move it into step \`${step}\`, above the line that closes the step.`
				: `:::${part} belongs to a step and stands in none. Move it into the step that it is for.`,
		'zh-CN': ({ part, step }) =>
			step
				? `:::${part} 应写在步骤里，这里却在步骤之外。请移到步骤 \`${step}\` 中，放在步骤的结束行之前。`
				: `:::${part} 应写在步骤里，这里却在步骤之外。请移到它所属的步骤中。`,
	},
	why: {
		en: 'Whoever works through the steps one by one does not see it: not what should come of the step, nor how to undo it.',
		'zh-CN': '逐步执行的人看不到它：既不知道这一步应有的结果，也不知道如何回退。',
	},
	mend: {
		en: 'A step opens with `::::step{#id}` and ends with `::::`. What should be seen and the way back stand between the two, each between `:::expect` or `:::rollback` and `:::`.',
		'zh-CN':
			'步骤以 `::::step{#id}` 开始，以 `::::` 结束。预期结果和回退写在两者之间，分别以 `:::expect` 或 `:::rollback` 开始，以 `:::` 结束。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample(
						'status: draft',
						`${STEP}\n:::expect\nThe report is empty.\n:::\n::::\n\n:::note\nDone.\n:::\n`,
					),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample(
						'status: draft',
						`${STEP}::::\n\n:::expect\nThe report is empty.\n:::\n`,
					),
				},
				at: 'docs/stock.md:22:1',
			},
			{
				files: {
					'docs/stock.md': runbookExample(
						'status: draft',
						`\n:::rollback\nRestore the backup.\n:::\n${STEP}::::\n`,
					),
				},
				at: 'docs/stock.md:14:1',
			},
		],
	},
	check({ document, source, tree, report }) {
		// Without any step, that is what is told.
		if (document.kind !== 'runbook' || document.procedure.length === 0) return;
		for (const { node, step } of outsideParts(document, tree, source.text)) {
			// The step that lacks it is an error by itself.
			if (node.name === 'rollback' && step?.risk === 'destructive' && !step.hasRollback) continue;
			report({
				range: lineFrom(node, source.text),
				params: { part: node.name, step: step?.id ?? '' },
				...(step && { related: [{ file: document.file, range: startOf(step.range), message: step.title }] }),
			});
		}
	},
});
