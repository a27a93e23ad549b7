import { isClosed, openingInside, openingMarks } from '../../model/fenced-code.ts';
import { defineRule } from '../../model/index.ts';
import { bodyParts, lineFrom } from './body-parts.ts';

export const fenceUnclosed = defineRule({
	code: 'MS427',
	rule: 'fence-unclosed',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A code block is never closed', 'zh-CN': '代码块没有结束' },
	message: {
		en: ({ swallowed, isNameless }) =>
			swallowed === ''
				? `This code block has no closing line, so everything to the end of what holds it is code. Add a line with the marks that opened it where the code ends${isNameless ? ', or where a block above it ends' : ''}.`
				: `This code block has no closing line of its own, so it takes in the line that was to open the block “${swallowed}”. Add a line with the marks that opened it where the code ends.`,
		'zh-CN': ({ swallowed, isNameless }) =>
			swallowed === ''
				? `代码块没有结束行，后面的内容都会被当成代码。请在代码结束处补上一行与开头相同的标记${isNameless ? '；也可能是上面某个代码块缺了结束行' : ''}。`
				: `代码块没有自己的结束行，连本应开始“${swallowed}”代码块的那一行也成了代码。请在代码结束处补上一行与开头相同的标记。`,
	},
	why: {
		en: 'Headings, steps and warnings below it are shown as code; links and checks no longer see them.',
		'zh-CN': '后面的标题、步骤和警告都会显示成代码，链接和检查也看不到它们。',
	},
	mend: {
		en: 'Close it with the same character, as often as it was opened with. To show a fence as text, open the outer one with more marks.',
		'zh-CN': '用同一种字符、不少于开始行的数量来结束。要展示围栏本身，外层请多写几个标记。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': '# A\n\n```sql\nSELECT 1;\n```\n\n- B\n\n  ~~~sh\n  ls\n  ~~~~\n' } },
			{ files: { 'docs/a.md': '# A\n\n````markdown\n```sql\nSELECT 1;\n```\n````\n\n    ```sql\n' } },
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n```sql\nSELECT 1;\n\n## Then\n\nGo on.\n' }, at: 'docs/a.md:3:1' },
			{
				files: { 'docs/a.md': '# A\n\n```sh\nls\n\n再查。\n\n```sql\nSELECT 1;\n```\n' },
				at: 'docs/a.md:3:1',
			},
			{
				files: { 'docs/a.md': '# A\n\nls\n```\n\n再查。\n\n```sql\nSELECT 1;\n```\n' },
				at: 'docs/a.md:4:1',
			},
			{ files: { 'docs/a.md': '# A\n\n- B\n\n  ```sh\n  ls\n\nThen C.\n' }, at: 'docs/a.md:5:3' },
		],
	},
	check({ source: { text }, tree, report }) {
		if (!text.includes('```') && !text.includes('~~~')) return;
		let isAfterOne = false;
		for (const node of bodyParts(tree).code) {
			const marks = openingMarks(node, text);
			if (marks === undefined) continue;
			const isOpen = !isClosed(node, marks, text);
			const swallowed = openingInside(node, marks);
			if (!isOpen && swallowed === undefined) continue;
			// The closing line of a block that ended too early opens one that has no end either.
			const isEcho = isAfterOne && !node.lang && swallowed === undefined;
			isAfterOne = true;
			if (isEcho) continue;
			report({
				range: lineFrom(node, text),
				params: { swallowed: swallowed ?? '', isNameless: node.lang ? 0 : 1 },
			});
		}
	},
});
