import type { TableRow } from 'mdast';
import { defineRule } from '../../model/index.ts';
import { bodyParts, columnsOf, placeIn, rangeOf } from './body-parts.ts';

export const tableRow = defineRule({
	code: 'MS428',
	rule: 'table-row-cells',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Table row with other cells than the header', 'zh-CN': '表格某行的单元格数与表头不符' },
	message: {
		en: ({ written, columns, reason }) =>
			reason === 'more'
				? `The table has ${columns} columns, so “${written}” is not shown. Put it into a cell, widen the header, or write \`\\|\` for a bar inside a cell.`
				: reason === 'text'
					? `“${written}” stands directly below the table and becomes a row of it. Leave a blank line above it.`
					: `The table has ${columns} columns and this row has fewer cells. Write the missing \`|\`.`,
		'zh-CN': ({ written, columns, reason }) =>
			reason === 'more'
				? `表格只有 ${columns} 栏，“${written}”不会显示。请并入某个单元格、扩充表头，或把单元格内的竖线写成 \`\\|\`。`
				: reason === 'text'
					? `“${written}”紧跟在表格下面，会变成表格的一行。请在它上面空一行。`
					: `表格有 ${columns} 栏，这一行的单元格不够。请补上缺少的 \`|\`。`,
	},
	why: {
		en: 'What stands behind the last column is in no page, without a word; a row that is too short moves values under the wrong heading.',
		'zh-CN': '超出最后一栏的内容不会出现在页面上，也没有提示；单元格不够的行会让数值落到错误的栏目下。',
	},
	mend: {
		en: 'Give each row as many cells as the header. A bar inside a cell is `\\|`, in code too.',
		'zh-CN': '每一行的单元格数要与表头一致。单元格内的竖线写成 `\\|`，代码里也一样。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# A\n\n| a | b |\n| --- | --- |\n| `x \\| y` | 2 |\n| 3 | 4 | |\n5 | 6\n| |\n\nText.\n',
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n' }, at: 'docs/a.md:5:11' },
			{ files: { 'docs/a.md': '# 甲\n\n| 列 | 值 |\n|--|--|\n| `a|b` | 二 |\n' }, at: 'docs/a.md:5:11' },
			{ files: { 'docs/a.md': '# A\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\nText.\n' }, at: 'docs/a.md:6:1' },
		],
	},
	check({ source: { text }, tree, report }) {
		for (const table of bodyParts(tree).tables) {
			const columns = columnsOf(table);
			for (const row of table.children.slice(1)) {
				const written = text.slice(row.position?.start.offset, row.position?.end.offset);
				const over = overhang(row, written);
				if (over) {
					const range = placeIn(row, text, over.from, over.to);
					report({
						range,
						params: { written: written.slice(over.from, over.to).slice(0, 60), columns, reason: 'more' },
					});
				} else if (columns > 1 && !written.includes('|')) {
					report({ range: rangeOf(row), params: { written: written.slice(0, 60), columns, reason: 'text' } });
					// The lines below it are rows for the same reason.
					break;
				} else if (
					row.children.length < columns &&
					row.children.some(({ children }) => children.length > 0)
				) {
					report({ range: rangeOf(row), params: { written: '', columns, reason: 'fewer' } });
				}
			}
		}
	},
});

/** What a row says behind its last cell that is shown: cells beyond the columns are gone from the tree. */
function overhang(row: TableRow, written: string): { from: number; to: number } | undefined {
	const start = row.position?.start.offset ?? 0;
	const end = (row.children.at(-1)?.position?.end.offset ?? start) - start;
	const rest = written.slice(end);
	const said = /[^\s|]/.exec(rest);
	if (!said) return undefined;
	// By hand: an expression for what a text ends with takes the square of its length.
	let last = rest.length;
	while (/[\s|]/.test(rest.charAt(last - 1))) last--;
	return { from: end + said.index, to: end + last };
}
