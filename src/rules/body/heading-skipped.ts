import { defineRule, type Heading } from '../../model/index.ts';
import { placeIn } from './body-parts.ts';
import { unreadHeadings } from './unread-headings.ts';

export const headingSkipped = defineRule({
	code: 'MS421',
	rule: 'heading-level-skipped',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Heading level skipped', 'zh-CN': '标题跳级' },
	message: {
		en: ({ heading, depth, expected, first }) =>
			first
				? `“${heading}” is the first heading of this page and of level ${depth}. Write it with ${'#'.repeat(Number(expected))}.`
				: `“${heading}” is a heading of level ${depth} below one of level ${Number(expected) - 1}. Write it with ${'#'.repeat(Number(expected))}.`,
		'zh-CN': ({ heading, depth, expected, first }) =>
			first
				? `“${heading}”是本页的第一个标题，却是 ${depth} 级。请写成 ${'#'.repeat(Number(expected))}。`
				: `“${heading}”是 ${depth} 级标题，而上一个标题是 ${Number(expected) - 1} 级。请写成 ${'#'.repeat(Number(expected))}。`,
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
		good: [
			{ files: { 'docs/a.md': '# A\n\n## B\n\n### C\n\nText.\n\n## D\n\nText.\n' } },
			{ files: { 'docs/a.md': '---\ntitle: A\n---\n\n## B\n\nText.\n' } },
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n## B\n\n#### C\n\nText.\n' }, at: 'docs/a.md:5:1' },
			{ files: { 'docs/a.md': '---\ntitle: A\n---\n\n#### B\n\nText.\n' }, at: 'docs/a.md:5:1' },
		],
	},
	check({ document: { headings }, source, tree, report }) {
		if (!isSkipped(headings)) return;
		let above: number | undefined;
		/** Headings that are read as text count: one mistake is one finding. */
		const unread = unreadHeadings(tree, source.text).map(({ block, from, depth }) => ({
			line: placeIn(block, source.text, from, from).start.line,
			depth,
		}));
		for (const { depth, text, range } of headings) {
			while (unread[0] && unread[0].line < range.start.line) above = unread.shift()?.depth;
			// The title of a page is of level one wherever it is written.
			const expected = (above ?? 1) + 1;
			if (depth > expected) {
				report({ range, params: { heading: text, depth, expected, first: above === undefined ? 1 : 0 } });
			}
			above = depth;
		}
	},
});

/** Whether any is, those left out that are read as text: most documents need not be looked through for these. */
function isSkipped(headings: readonly Heading[]): boolean {
	return headings.some(({ depth }, index) => depth > (headings[index - 1]?.depth ?? 1) + 1);
}
