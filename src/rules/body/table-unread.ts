import type { Nodes, Paragraph, Table } from 'mdast';
import { defineRule } from '../../model/index.ts';
import { bodyParts, columnsOf, placeIn, runningText } from './body-parts.ts';

const BAR = /[|｜]/;

/** Two lines that begin with a bar, or a line of dashes and bars; texts without have no broken table. */
const LIKELY = /^[ \t>]*[|｜].*[\r\n]+[ \t>]*[|｜]|[-–—－][ \t]*[|｜][ \t]*[:：]?[-–—－]/m;

export const tableUnread = defineRule({
	code: 'MS429',
	rule: 'table-unread',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A table that is read as text', 'zh-CN': '表格被当作正文' },
	message: {
		en: ({ expected, reason, columns, count }) =>
			reason === 'apart'
				? 'This row is not part of the table beside it, so readers see its bars. Between rows stands no empty line, and above the line of dashes only the header.'
				: reason === 'count'
					? `The header has ${columns} cells and the line below it ${count}, so this is no table. Give both as many: \`${expected}\`.`
					: reason === 'none'
						? `These lines are a table without the line below the header, so they are shown as text. Write \`${expected}\` below the first.`
						: `This line does not separate header and rows, so the table is shown as text. Write \`${expected}\`.`,
		'zh-CN': ({ expected, reason, columns, count }) =>
			reason === 'apart'
				? '这一行不属于旁边的表格，读者会看到竖线。各行之间不能有空行，分隔行上面只能是表头。'
				: reason === 'count'
					? `表头有 ${columns} 个单元格，下面的分隔行有 ${count} 个，所以不是表格。两行的数量要一致：\`${expected}\`。`
					: reason === 'none'
						? `这几行是表格，但表头下面缺少分隔行，会显示成普通文字。请在第一行下面写 \`${expected}\`。`
						: `这一行不是有效的分隔行，整个表格会显示成普通文字。请写成 \`${expected}\`。`,
	},
	why: {
		en: 'Readers see bars and dashes in one paragraph instead of rows and columns.',
		'zh-CN': '读者看到的是挤在一段里的竖线和横线，而不是表格。',
	},
	mend: {
		en: 'Below the header stands a line of `---` between half-width bars, one for each column. Escape the bars of a text that is no table: `\\|`.',
		'zh-CN': '表头下面一行用半角竖线隔开 `---`，每栏一个。不是表格的文字请把竖线写成 `\\|`。',
	},
	examples: {
		good: [
			{
				files: { 'docs/a.md': '# A\n\n| a | b |\n|:-:|---|\n| 1 | 2 |\n\nOne | two.\n\n|x| < 1\n|y| < 2\n' },
			},
			{ files: { 'docs/a.md': '# A\n\n```text\n| a | b |\n|---|---|---|\n```\n' } },
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n| a | b |\n|---|---|---|\n| 1 | 2 |\n' }, at: 'docs/a.md:4:1' },
			{ files: { 'docs/a.md': '# A\n\n| a | b |\n|--|-- x|\n| 1 | 2 |\n' }, at: 'docs/a.md:4:1' },
			{
				files: { 'docs/a.md': '# 甲\n\n- 乙\n\n  | 列 | 值 |\n  |——|——|\n  | 一 | 二 |\n' },
				at: 'docs/a.md:6:3',
			},
			{ files: { 'docs/a.md': '# 甲\n\n| 列 | 值 |\n| 一 | 二 |\n' }, at: 'docs/a.md:3:1' },
			{
				files: { 'docs/a.md': '# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n' },
				at: 'docs/a.md:7:1',
			},
			{ files: { 'docs/a.md': '# A\n\n| a | b |\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n' }, at: 'docs/a.md:3:1' },
		],
	},
	check({ source: { text }, tree, report }) {
		if (!BAR.test(text)) return;
		const { blocks, tables } = bodyParts(tree);
		for (const block of blocks) {
			if (block.type !== 'paragraph' || !hasBar(block)) continue;
			const start = block.position?.start.offset ?? 0;
			const written = text.slice(start, block.position?.end.offset);
			const table = written.startsWith('|') ? tableBeside(block, tables) : undefined;
			const lines = table ? linesOf(written) : [];
			if (table && isRows(lines, table)) {
				report({
					range: placeIn(block, text, 0, lines[0]?.text.length ?? 0),
					params: { expected: '', reason: 'apart', columns: columnsOf(table), count: 0 },
				});
				continue;
			}
			if (!LIKELY.test(written) || !BAR.test(runningText(block, text))) continue;
			const broken = findBroken(linesOf(written));
			if (!broken) continue;
			const { line, reason, columns, count } = broken;
			const expected = `|${' --- |'.repeat(columns)}`;
			report({
				range: placeIn(block, text, line.at, line.at + line.text.length),
				params: { expected, reason, columns, count },
				...(reason !== 'none' && { suggestions: [{ value: expected }] }),
			});
		}
	},
});

/** Whether any text in it has one. */
function hasBar(node: Nodes): boolean {
	return 'value' in node ? BAR.test(node.value) : 'children' in node && node.children.some(hasBar);
}

/** The table that ends above a block or begins right below it. */
function tableBeside({ position }: Paragraph, tables: readonly Table[]): Table | undefined {
	const [first, last] = [position?.start.line ?? 0, position?.end.line ?? 0];
	return tables.find((table) => {
		const gap = first - (table.position?.end.line ?? 0);
		return (gap > 0 && gap <= 2) || table.position?.start.line === last + 1;
	});
}

/** Whether all lines have the bars and the columns of a table. */
function isRows(lines: readonly Line[], table: Table): boolean {
	const columns = columnsOf(table);
	return lines.every(({ text, cells }) => /^\|.*[^\\]\|$/.test(text) && cells.length === columns);
}

interface Line {
	readonly text: string;
	/** Offset in the block. */
	readonly at: number;
	readonly cells: readonly string[];
}

interface Broken {
	/** The line below the header; the header where there is none. */
	readonly line: Line;
	readonly reason: 'count' | 'form' | 'none';
	readonly columns: number;
	readonly count: number;
}

function linesOf(written: string): Line[] {
	return [...written.matchAll(/^([ \t>]*)([^\r\n]+)/gm)].map(({ 1: margin = '', 2: line = '', index }) => {
		const text = line.trimEnd();
		return { text, at: index + margin.length, cells: cellsOf(text) };
	});
}

function cellsOf(line: string): string[] {
	if (!BAR.test(line)) return [];
	return line
		.replace(/^[|｜]|(?<!\\)[|｜]$/g, '')
		.split(/(?<!\\)[|｜]/)
		.map((cell) => cell.trim());
}

function findBroken(lines: readonly Line[]): Broken | undefined {
	for (const [index, line] of lines.entries()) {
		const header = lines[index - 1];
		if (!header || header.cells.length === 0 || !isNearlySeparator(line)) continue;
		const isStrict = line.cells.every((cell) => STRICT.test(cell)) && !line.text.includes('｜');
		const [columns, count] = [header.cells.length, line.cells.length];
		if (!isStrict) return { line, reason: 'form', columns, count };
		if (columns !== count) return { line, reason: 'count', columns, count };
	}
	const [first, second] = lines;
	if (!first || !second || first.cells.length < 2) return undefined;
	const isGrid = lines.every(
		({ text, cells }) => /^\|.*[^\\]\|$/.test(text) && cells.length === first.cells.length,
	);
	return isGrid ? { line: first, reason: 'none', columns: first.cells.length, count: 0 } : undefined;
}

const STRICT = /^:?-+:?$/;
/** Dashes of any sort with a slip behind or before them. */
const NEARLY = /^[\s\w:：.]{0,2}[-–—－−=_]+[\s\w:：.-]{0,3}$/;

/** Whether a line can only have been meant to separate a header from its rows. */
function isNearlySeparator({ text, cells }: Line): boolean {
	if (!/--|[–—－]/.test(text) || cells.length === 0) return false;
	const good = cells.filter((cell) => /^[:：]?[-–—－−]+[:：]?$/.test(cell)).length;
	if (good === 0 || good * 2 < cells.length) return false;
	return good > 1 || cells.every((cell) => cell === '' || NEARLY.test(cell));
}
