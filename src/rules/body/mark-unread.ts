import { defineRule } from '../../model/index.ts';
import { bodyParts, placeIn, runningText, type TextBlock } from './body-parts.ts';
import { type UnreadMark, unreadMarks } from './unread-marks.ts';

export const markUnread = defineRule({
	code: 'MS416',
	rule: 'mark-unread',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A mark of bold or code that is read as text', 'zh-CN': '加粗或代码标记被当作正文' },
	message: {
		en: ({ written, mark, paired }) =>
			paired
				? `The marks ${mark} around “${written}” are shown as they stand. Put no blank inside them; where one stands between punctuation and a letter, move the punctuation outside, or put a blank there.`
				: `The mark ${mark} at “${written}” has no partner, so readers see it. Write it on both sides of what it is for, or a \\ before each of its characters to show it.`,
		'zh-CN': ({ written, mark, paired }) =>
			paired
				? `“${written}”两边的标记 ${mark} 会原样显示。内侧不要留空格；夹在标点和文字之间时，请把标点移到外面，或在外侧加空格。`
				: `“${written}”处的标记 ${mark} 没有配对，读者会看到它。请在两边都写上；要原样显示，请在每个字符前加 \\。`,
	},
	why: {
		en: 'Readers see stray marks, and what was to stand out, a warning or the name of a button, does not.',
		'zh-CN': '读者会看到多余的符号，而本该突出的警告或按钮名称并不突出。',
	},
	mend: {
		en: 'Write `**important**` and `` `code` ``, the same marks on both sides.',
		'zh-CN': '写成 `**重点**` 和 `` `代码` ``，两边的标记相同。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# A\n\n**B**, `c`, *d*, \\*\\*e, src/**, **/*.ts, 2**8, f(**args), **** and \\`f.\n\n    **G\n\n| **h** | i |\n| --- | --- |\n| 3 * 4 | *j* |\n',
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\nOpen `Stock Balance and count.\n' }, at: 'docs/a.md:3:6' },
			{ files: { 'docs/a.md': '# A\n\nPress **Create and wait.\n' }, at: 'docs/a.md:3:7' },
			{ files: { 'docs/a.md': '# A\n\nPress **Create* and wait.\n' }, at: 'docs/a.md:3:7' },
			{ files: { 'docs/a.md': '# 甲\n\n先点** 保存 **再打印。\n' }, at: 'docs/a.md:3:3' },
			{ files: { 'docs/a.md': '# A\n\nThe **“count”**s differ.\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\n| B |\n| --- |\n| See **c |\n' }, at: 'docs/a.md:5:7' },
		],
	},
	check({ source: { text }, tree, report }) {
		if (!text.includes('*') && !text.includes('`')) return;
		for (const block of bodyParts(tree).blocks) {
			if (!hasMark(block)) continue;
			const start = block.position?.start.offset ?? 0;
			const written = text.slice(start, block.position?.end.offset);
			for (const mark of unreadMarks(runningText(block, text), written)) {
				if (block.type === 'tableCell' && mark.mark === '`' && isCutByBar(text, start)) continue;
				report({ range: placeIn(block, text, mark.from, mark.to), params: paramsOf(mark) });
			}
		}
	},
});

function hasMark(node: TextBlock | TextBlock['children'][number]): boolean {
	if (node.type === 'text') return /[*`]/.test(node.value);
	return 'children' in node && node.children.some(hasMark);
}

/** Code in a table that holds a bar ends at it, which is told of the row: its marks are all there, in two cells. */
function isCutByBar(text: string, at: number): boolean {
	const from = text.lastIndexOf('\n', at) + 1;
	const end = text.indexOf('\n', at);
	return text.slice(from, end === -1 ? text.length : end).split('`').length % 2 === 1;
}

function paramsOf({ mark, isPaired, text }: UnreadMark) {
	return { mark, paired: isPaired ? 1 : 0, written: text };
}
