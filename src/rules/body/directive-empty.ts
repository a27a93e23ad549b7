import type { ContainerDirective } from 'mdast-util-directive';
import { type Document, defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { bodyParts, lineFrom } from './body-parts.ts';

const STEP = '\n## Diagnosis\nLook at it.\n\n::::step{#recalc risk=reversible}\n### Recalculate\n';

export const directiveEmpty = defineRule({
	code: 'MS441',
	rule: 'directive-empty',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Directive without content', 'zh-CN': '指令没有内容' },
	message: {
		en: ({ directive }) =>
			`:::${directive} says nothing. Write what belongs between its two lines, or remove both.`,
		'zh-CN': ({ directive }) => `:::${directive} 没有内容。请在首尾两行之间补上，或把两行都删去。`,
	},
	why: {
		en: 'Readers see an empty box under a heading that promises something: a result to look for, a way back, a warning.',
		'zh-CN': '读者看到的是空框：标题说有预期结果、回退办法或警告，里面却什么也没有。',
	},
	mend: {
		en: 'Fill it or remove it. What is still to be written can be said in a sentence; a comment is not shown.',
		'zh-CN': '补上内容或删去。还没写好的，用一句话说明；注释不会显示。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample('status: draft', `${STEP}\n:::expect\nIt is empty.\n:::\n::::\n`),
				},
			},
			{ files: { 'docs/a.md': '# A\n\n:::note[Read the plan first]\n:::\n' } },
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n:::note\n:::\n\nGo on.\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# 甲\n\n:::danger\n<!-- 待补 -->\n:::\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# A\n\n:::note\n:::\nGo on.\n:::\n' }, at: 'docs/a.md:3:1' },
			{
				files: {
					'docs/stock.md': runbookExample('status: draft', `${STEP}\n:::expect\n\n:::\n::::\n`),
				},
				at: 'docs/stock.md:20:1',
			},
			{
				files: {
					'docs/stock.md': runbookExample(
						'status: draft',
						'\n## Diagnosis\nLook at it.\n\n::::step{#recalc}\n::::\n',
					),
				},
				at: 'docs/stock.md:17:1',
			},
		],
	},
	check({ document, source, tree, report }) {
		for (const node of bodyParts(tree).directives) {
			if (!isEmptyDirective(node) || isToldOfStep(document, node)) continue;
			report({ range: lineFrom(node, source.text), params: { directive: node.name } });
		}
	},
});

/** Whether nothing is shown of a directive, not even a title of its own; one without an end is told as such. */
export function isEmptyDirective({ children, data }: ContainerDirective): boolean {
	if (data?.unclosed) return false;
	return children.every(
		(child) =>
			child.type === 'definition' || (child.type === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(child.value)),
	);
}

/** A destructive step without a way back is an error, be it that all of it is empty or the way back alone. */
function isToldOfStep({ procedure }: Document, { name, position }: ContainerDirective): boolean {
	if (name !== 'rollback' && name !== 'step') return false;
	const line = position?.start.line ?? 0;
	return procedure.some(
		({ risk, hasRollback, range: { start, end } }) =>
			risk === 'destructive' && !hasRollback && start.line <= line && line <= end.line,
	);
}
