import { defineRule } from '../../model/index.ts';

export const headingSkipped = defineRule({
	code: 'MS421',
	rule: 'heading-level-skipped',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Heading level skipped', 'zh-CN': '标题跳级' },
	message: {
		en: ({ heading, depth, expected }) =>
			`“${heading}” is a heading of level ${depth} below one of level ${Number(expected) - 1}. Write it with ${'#'.repeat(Number(expected))}.`,
		'zh-CN': ({ heading, depth, expected }) =>
			`“${heading}”是 ${depth} 级标题，而上一个标题是 ${Number(expected) - 1} 级。请写成 ${'#'.repeat(Number(expected))}。`,
	},
	why: {
		en: 'Screen readers and the table of contents show the levels as an outline; a gap looks like a part that is missing.',
		'zh-CN': '屏幕阅读器和目录按级别显示大纲；跳级看起来像少了一节。',
	},
	mend: {
		en: 'Go down one level at a time; going up, any number.',
		'zh-CN': '往下每次只降一级；往上可以一次升多级。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n\n## B\n\n### C\n\nText.\n\n## D\n\nText.\n' } }],
		bad: [{ files: { 'docs/a.md': '# A\n\n## B\n\n#### C\n\nText.\n' }, at: 'docs/a.md:5:1' }],
	},
	check({ document, report }) {
		let above: number | undefined;
		for (const { depth, text, range } of document.headings) {
			if (above !== undefined && depth > above + 1) {
				report({ range, params: { heading: text, depth, expected: above + 1 } });
			}
			above = depth;
		}
	},
});
