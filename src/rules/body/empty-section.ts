import type { Nodes, Root } from 'mdast';
import { defineRule } from '../../model/index.ts';
import { rangeOf } from './body-parts.ts';
import { isEmptyHeading } from './heading-empty.ts';

export const emptySection = defineRule({
	code: 'MS420',
	rule: 'empty-section',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Section without content', 'zh-CN': '章节没有内容' },
	message: {
		en: ({ heading }) =>
			`The section “${heading}” says nothing. Write what belongs there, or remove the heading.`,
		'zh-CN': ({ heading }) => `“${heading}”一节没有内容。请补上，或删去这个标题。`,
	},
	why: {
		en: 'A heading promises an answer; whoever opens it in trouble finds nothing and trusts the rest less.',
		'zh-CN': '标题意味着这里有答案；出问题时点进来却是空的，读者对其余内容也会不放心。',
	},
	mend: {
		en: 'Fill it, remove it, or say in one sentence why nothing is needed. A section that holds sections is not empty.',
		'zh-CN': '补上内容、删去标题，或用一句话说明为何不需要。只含下级章节的一节不算空。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n\n## Setup\n\n### Server\n\nInstall it.\n' } }],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n## Setup\n\n## Use\n\nOpen it.\n' }, at: 'docs/a.md:3:1' },
			{
				files: { 'docs/a.md': '# A\n\n## Use\n\nOpen it.\n\n## Later\n\n<!-- to come -->\n' },
				at: 'docs/a.md:7:1',
			},
		],
	},
	check({ document, tree, report }) {
		if (document.headings.length === 0) return;
		const shown = (tree as Root).children.filter(isShown);
		for (const [index, node] of shown.entries()) {
			if (node.type !== 'heading' || node.data?.title) continue;
			const next = shown[index + 1];
			const isEmpty = next === undefined || (next.type === 'heading' && next.depth <= node.depth);
			if (!isEmpty) continue;
			const line = node.position?.start.line;
			const heading = document.headings.find(({ range }) => range.start.line === line)?.text ?? '';
			if (heading !== '') report({ range: rangeOf(node), params: { heading } });
		}
	},
});

/** Comments and link targets are for writers; a heading without text is a finding of its own. */
function isShown(node: Nodes): boolean {
	if (node.type === 'definition') return false;
	if (node.type === 'heading') return !isEmptyHeading(node);
	return node.type !== 'html' || !/^\s*<!--[\s\S]*-->\s*$/.test(node.value);
}
