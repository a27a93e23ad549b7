import { defineRule } from '../../model/index.ts';
import { placeIn } from './body-parts.ts';
import { unreadHeadings } from './unread-headings.ts';

export const headingUnread = defineRule({
	code: 'MS430',
	rule: 'heading-unread',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A heading that is read as text', 'zh-CN': '标题被当作正文' },
	message: {
		en: ({ heading, expected, blank }) =>
			blank
				? `“${heading}” is no heading, for what follows the marks is a ${blank === '\u3000' ? 'full-width' : 'no-break'} space (${numberOf(blank)}), which looks like a space and is none to Markdown. Write “${expected}” with an ordinary one.`
				: `“${heading}” is no heading as it is written, so readers see the marks. Write “${expected}”: one to six half-width marks, then a space.`,
		'zh-CN': ({ heading, expected, blank }) =>
			blank
				? `“${heading}”不是标题：标记后面是${blank === '\u3000' ? '全角空格' : '不换行空格'}（${numberOf(blank)}），看起来像空格，Markdown 却不认。请写成“${expected}”，用半角空格。`
				: `“${heading}”的写法不是标题，读者会看到标记本身。请写成“${expected}”：一到六个半角 #，再加一个半角空格。`,
	},
	why: {
		en: 'The section is missing in the table of contents, links to it lead nowhere, and its text belongs to the section above.',
		'zh-CN': '目录里没有这一节，指向它的链接无效，内容也会算到上一节里。',
	},
	mend: {
		en: 'Put a space behind the marks. To begin a line with such marks as text, write `\\##`.',
		'zh-CN': '在标记后面加一个半角空格。要把它当正文写在行首，请写 `\\##`。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': '# A\n\n#123 is closed, #stock too.\n#hashtag\n\n`##B` or \\##B, C ##D.\n' } },
			{ files: { 'docs/a.md': '# A\n\n```text\n##B\n```\n\n#!/bin/sh\n' } },
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n##Check\n\nCount it.\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# 甲\n\n先看这里。\n##1. 核对\n盘点。\n' }, at: 'docs/a.md:4:1' },
			{ files: { 'docs/a.md': '# 甲\n\n##　核对\n\n盘点。\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '---\ntitle: A\n---\n\n#Start\n\nCount it.\n' }, at: 'docs/a.md:5:1' },
		],
	},
	check({ document: { file }, source, tree, report }) {
		for (const { block, from, text, to, depth, certain } of unreadHeadings(tree, source.text)) {
			const start = block.position?.start.offset ?? 0;
			const written = (begin: number): string => source.text.slice(start + begin, start + to).trimEnd();
			const marks = `${'#'.repeat(depth)} `;
			const expected = marks + written(text);
			report({
				range: placeIn(block, source.text, from, from + written(from).length),
				params: {
					heading: written(from).slice(0, 60),
					expected: expected.slice(0, 60),
					blank: /^#{1,6}([\u00a0\u3000])/.exec(written(from))?.[1] ?? '',
				},
				suggestions: [{ value: expected }],
				...(certain && {
					fix: [{ file, range: placeIn(block, source.text, from, text), newText: marks }],
				}),
			});
		}
	},
});

function numberOf(character: unknown): string {
	return `U+${String(character).charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
