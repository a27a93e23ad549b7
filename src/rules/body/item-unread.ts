import { defineRule } from '../../model/index.ts';
import { lineTable } from '../../model/lines.ts';
import { bodyParts } from './body-parts.ts';
import { mayHoldUnreadItems, unreadItems } from './unread-items.ts';

export const itemUnread = defineRule({
	code: 'MS434',
	rule: 'item-unread',
	severity: 'warning',
	scope: 'document',
	title: { en: 'An item of a list that is read as text', 'zh-CN': '列表项被当作正文' },
	message: {
		en: ({ written, expected, count }) =>
			`“${written}” is no item of a list${Number(count) > 1 ? ` (nor are ${Number(count) - 1} more lines of this paragraph)` : ''}, so it runs on behind the line above. Write “${expected}”: a half-width mark, then a space.`,
		'zh-CN': ({ written, expected, count }) =>
			`“${written}”不是列表项${Number(count) > 1 ? `（本段共 ${count} 行）` : ''}，会和上一行连成一段。请写成“${expected}”：半角标记，再加一个空格。`,
	},
	why: {
		en: 'Readers see one paragraph instead of steps or points, and count one of them less.',
		'zh-CN': '读者看到的是连成一段的文字，步骤或要点会少数一条。',
	},
	mend: {
		en: 'Items begin with a hyphen, or a number and a dot, and a space. To begin a line with such a mark as text, write `\\-` or `1\\.`.',
		'zh-CN': '列表项以半角短横、或编号加点开头，后面加一个空格。要把它当正文写在行首，请写 `\\-` 或 `1\\.`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# A\n\n- one\n  -v\n- two\n-5 is a number\n\n1. one\n1.5 two\n\n*b* c\n\n-d\n\n1）甲\n2）乙\n\n1、甲\n2、乙\n\n- one\n*b* c\n-v is an option\n',
				},
			},
			{
				files: {
					'docs/a.md':
						'# 甲\n\n1.乙  \n2.丙\n\n```text\n1.乙\n2.丙\n- one\n-two\n```\n\n2.丁\n\n8.x 戊\n\n· 己\n\n· 庚\n\n—— 辛\n—— 壬\n',
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n- one\n-two\n- three\n' }, at: 'docs/a.md:4:1' },
			{ files: { 'docs/a.md': '# A\n\n1. one\n2.two\n3. three\n' }, at: 'docs/a.md:4:1' },
			{ files: { 'docs/a.md': '# A\n\n*one\n* two\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# A\n\n- one\n\n-**two**\n' }, at: 'docs/a.md:5:1' },
			{ files: { 'docs/a.md': '# 甲\n\n步骤：\n1.盘点\n2.入账\n3.核对\n' }, at: 'docs/a.md:4:1' },
			{ files: { 'docs/a.md': '# 甲\n\n先做：\n• 盘点\n• 入账\n' }, at: 'docs/a.md:4:1' },
			{ files: { 'docs/a.md': '# 甲\n\n> -盘点\n> -入账\n' }, at: 'docs/a.md:3:3' },
		],
	},
	check({ document: { file }, source: { text }, tree, report }) {
		if (!mayHoldUnreadItems(text)) return;
		const lines = lineTable(text);
		for (const block of bodyParts(tree).blocks) {
			if (block.type !== 'paragraph') continue;
			const items = unreadItems(block, text);
			const [first] = items;
			if (!first) continue;
			const written = text.slice(first.from, first.to).trimEnd();
			const expected = first.meant + text.slice(first.text, first.to).trimEnd();
			report({
				range: lines.range(first.from, first.from + written.length),
				params: { written: written.slice(0, 40), expected: expected.slice(0, 41), count: items.length },
				suggestions: [{ value: expected }],
				fix: items.map(({ from, text: to, meant }) => ({
					file,
					range: lines.range(from, to),
					newText: meant,
				})),
			});
		}
	},
});
