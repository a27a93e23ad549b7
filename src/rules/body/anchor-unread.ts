import { defineRule } from '../../model/index.ts';
import { bodyParts, placeIn, runningText } from './body-parts.ts';
import { brokenAnchor } from './broken-anchors.ts';

export const anchorUnread = defineRule({
	code: 'MS415',
	rule: 'anchor-unread',
	severity: 'warning',
	scope: 'document',
	title: { en: 'An anchor that is read as text', 'zh-CN': '锚点被当作正文' },
	message: {
		en: ({ written, expected }) =>
			`“${written}” is no anchor as it is written, so readers see it in the heading. Write \`${expected}\`.`,
		'zh-CN': ({ written, expected }) =>
			`“${written}”的写法不是锚点，会显示在标题里。请写成 \`${expected}\`。`,
	},
	why: {
		en: 'The heading has another address than its author meant: links to it lead nowhere, and its translations no longer meet.',
		'zh-CN': '标题的地址不是作者想要的：指向它的链接无效，各语言版本也对不上。',
	},
	mend: {
		en: 'An anchor ends a heading: half-width braces, `#`, then letters, digits and dashes without a blank, `{#check-stock}`.',
		'zh-CN': '锚点写在标题末尾：半角花括号、`#`，然后是不含空格的字母、数字和短横，例如 `{#check-stock}`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# A {#a}\n\n## C#\n\nB.\n\n## `{#b}`\n\nB.\n\n## Issue #12\n\nC.\n\n## GET /items/{id}\n\nD.\n',
				},
			},
			{ files: { 'docs/a.md': '# A\n\n## Hello {name}\n\nB.\n' } },
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n## Check {#check\n\nB.\n' }, at: 'docs/a.md:3:10' },
			{ files: { 'docs/a.md': '# A\n\n## Check #check}\n\nB.\n' }, at: 'docs/a.md:3:10' },
			{ files: { 'docs/a.md': '# 甲\n\n## 核对｛#check｝\n\n盘点。\n' }, at: 'docs/a.md:3:6' },
			{ files: { 'docs/a.md': '# A\n\n## Check {# check}\n\nB.\n' }, at: 'docs/a.md:3:10' },
			{ files: { 'docs/a.md': '# A {#a}\n\n## Check {check}\n\nB.\n' }, at: 'docs/a.md:3:10' },
		],
	},
	check({ document: { file }, source: { text }, tree, report }) {
		// Braces are expressions in MDX.
		if (file.endsWith('.mdx')) return;
		const hasAnchors = text.includes('{#');
		for (const heading of bodyParts(tree).headings) {
			const end = heading.children.at(-1);
			if (end?.type !== 'text' || !/[{}｛｝]/.test(end.value)) continue;
			const broken = brokenAnchor(runningText(heading, text));
			if (!broken || (!broken.certain && !hasAnchors)) continue;
			const range = placeIn(heading, text, broken.from, broken.to);
			const start = heading.position?.start.offset ?? 0;
			const expected = `{#${broken.id}}`;
			report({
				range,
				params: { written: text.slice(start + broken.from, start + broken.to), expected },
				suggestions: [{ value: expected }],
				...(broken.certain && { fix: [{ file, range, newText: expected }] }),
			});
		}
	},
});
