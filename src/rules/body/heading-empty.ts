import type { Heading } from 'mdast';
import { defineRule } from '../../model/index.ts';
import { bodyParts, rangeOf } from './body-parts.ts';

export const headingEmpty = defineRule({
	code: 'MS431',
	rule: 'heading-empty',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Heading without text', 'zh-CN': '标题没有文字' },
	message: {
		en: ({ marks }) => `This heading has no text. Write it behind “${marks}”, or remove the line.`,
		'zh-CN': ({ marks }) => `这个标题没有文字。请在“${marks}”后面写上，或删去这一行。`,
	},
	why: {
		en: 'It leaves a gap in the table of contents, and what stands below it has no name to be found or linked by.',
		'zh-CN': '目录里会出现空行，下面的内容没有名称，既搜不到也无法链接。',
	},
	mend: {
		en: 'Say in two or three words what the section is about.',
		'zh-CN': '用几个字写明这一节讲什么。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n\n## ![The menu](https://example.com/a.png)\n\nOpen it.\n' } }],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n## \n\nOpen it.\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# 甲\n\n## {#check}\n\n先盘点。\n' }, at: 'docs/a.md:3:1' },
		],
	},
	check({ tree, report }) {
		for (const node of bodyParts(tree).headings) {
			if (isEmptyHeading(node)) report({ range: rangeOf(node), params: { marks: '#'.repeat(node.depth) } });
		}
	},
});

/** Whether nothing is shown of a heading; its id, which is no text, is gone from the tree. */
export function isEmptyHeading({ children }: Heading): boolean {
	return children.every((child) => child.type === 'text' && child.value.trim() === '');
}
