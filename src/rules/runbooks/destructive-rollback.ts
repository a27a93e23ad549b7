import { defineRule, type SourceRange } from '../../model/index.ts';
import { bodyParts, lineFrom } from '../body/body-parts.ts';
import { runbookExample } from '../example-documents.ts';
import { startOf } from '../places.ts';
import { type OutsidePart, outsideParts } from './outside-parts.ts';

const STEP = `
## Diagnosis
Look at it.
## Steps

::::step{#recalc risk=destructive}
### Recalculate the balance
`;

export const destructiveRollback = defineRule({
	code: 'MS401',
	rule: 'step-without-rollback',
	severity: 'error',
	scope: 'document',
	title: { en: 'Destructive step without a way back', 'zh-CN': '破坏性步骤没有回退办法' },
	message: {
		en: ({ id, line }) =>
			line
				? `The step \`${id}\` is destructive, and its \`:::rollback\` in line ${line} stands outside of it. Move that block above the line that closes the step.`
				: `The step \`${id}\` is destructive and says nothing about the way back. Add a \`:::rollback\` block, if only to say that there is none and who decides.`,
		'zh-CN': ({ id, line }) =>
			line
				? `步骤 \`${id}\` 具有破坏性，而第 ${line} 行的 \`:::rollback\` 写在步骤之外。请移到步骤的结束行之前。`
				: `步骤 \`${id}\` 具有破坏性，却没有说明如何回退。请加上 \`:::rollback\`；确实无法回退时也要写明，并注明由谁决定。`,
	},
	why: {
		en: 'It is read at three in the morning by somebody who cannot ask. The way back must be known before the step is taken.',
		'zh-CN': '凌晨三点照着做的人没处可问。动手之前必须知道怎么退回来。',
	},
	mend: {
		en: 'Write inside the step: `:::rollback`, how to undo it (backup, reversal document), `:::`. If the step harms nothing, lower its `risk`.',
		'zh-CN':
			'在步骤内写 `:::rollback`，说明如何撤销（备份、冲销凭证），再以 `:::` 结束。步骤其实无害时，请调低 `risk`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample(
						'status: approved',
						`${STEP}\n:::rollback\nRestore the table from the backup of step 1.\n:::\n::::\n`,
					),
				},
			},
		],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample('status: approved', `${STEP}::::\n`) },
				at: 'docs/stock.md:18:1',
			},
			{
				files: {
					'docs/stock.md': runbookExample('status: approved', `${STEP}\n:::rollback\n:::\n::::\n`),
				},
				at: 'docs/stock.md:18:1',
			},
			{
				files: {
					'docs/stock.md': runbookExample(
						'status: approved',
						`${STEP}::::\n\n:::rollback\nRestore the table.\n:::\n`,
					),
				},
				at: 'docs/stock.md:18:1',
			},
		],
	},
	check({ document, source, tree, report }) {
		let parts: readonly OutsidePart[] | undefined;
		for (const { id, risk, hasRollback, range } of document.procedure) {
			if (risk !== 'destructive' || hasRollback || isSwallowed(tree, range)) continue;
			parts ??= outsideParts(document, tree, source.text);
			const outside = parts.find(({ node, step }) => node.name === 'rollback' && step?.id === id)?.node;
			report({
				range: startOf(range),
				params: { id, line: outside?.position?.start.line ?? 0 },
				...(outside && {
					related: [{ file: document.file, range: lineFrom(outside, source.text), message: ':::rollback' }],
				}),
			});
		}
	},
});

/** Whether the rollback is there and became code, in a block without an end, which is a finding by itself. */
function isSwallowed(tree: unknown, { start, end }: SourceRange): boolean {
	return bodyParts(tree).code.some(({ value, position }) => {
		const line = position?.start.line ?? 0;
		return start.line <= line && line <= end.line && /^[ \t]*:{3,}rollback(?![\w-])/m.test(value);
	});
}
