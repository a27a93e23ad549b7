import { defineRule } from '../../model/index.ts';
import { lineTable } from '../../model/lines.ts';
import { runbookExample } from '../example-documents.ts';
import { bodyParts, placeIn, runningText, type TextBlock } from './body-parts.ts';
import {
	pictureMark,
	type UnreadLink,
	unpairedLinks,
	unreadIds,
	unreadLinks,
	wikiLinks,
} from './unread-links.ts';

/** What every broken link has; a text node of a good one has it rarely. */
const LIKELY = /[\]］】](?:[ \t]?|\r?\n[ \t>]*)[(（]|kb[ \t]?[:：]|\.mdx?[)\]#]|\)\[[h#]|\[\[/i;

/** What stands before an id that is a link by itself, inside a broken one. */
const BEFORE_ID = /\[[^\]\n]*\($|\]$|\)\[$/;

export const linkUnread = defineRule({
	code: 'MS214',
	rule: 'link-unread',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A link that is read as text', 'zh-CN': '链接被当作正文' },
	message: {
		en: ({ written, expected }) =>
			`“${written}” is no link as it is written, so readers see it as plain text. Write \`${expected}\`${isOpen(expected) ? ' with the path of the document, or `kb:` and its id, for the dots' : ''}.`,
		'zh-CN': ({ written, expected }) =>
			`“${written}”的写法不是链接，会原样显示出来。请写成 \`${expected}\`${isOpen(expected) ? '，省略号处写文档的路径，或 `kb:` 加编号' : ''}。`,
	},
	why: {
		en: 'Nobody can follow it, and no check sees that its target moved.',
		'zh-CN': '读者点不开，目标改了位置也检查不出来。',
	},
	mend: {
		en: 'Half-width brackets, nothing between `]` and `(`, `kb:` in small letters with a half-width colon; a path with spaces stands in `<…>`; a name in `[[…]]` leads nowhere. To show it as text, put it into backticks.',
		'zh-CN':
			'括号用半角，`]` 与 `(` 之间不留空格，`kb:` 用小写和半角冒号；带空格的路径放进 `<…>`；`[[…]]` 不是链接。要原样显示，请放进反引号。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# A\n\n[甲]（见下文）, [1] (page 2), rows[i] (x), `[b](a.md）`, \\[b](./a.md), [b](#a)（见 [b](#a)）, [b (a.md)], (b, a.md)[1]。\n\n[1] (#a), [1, [2, 3]], [[1, 2]], if [[ -f a ]], [[:word:]], \\[[a]], `[[a]]`, rows[[1]].\n',
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': '# 甲\n\n见[甲](a.md）。\n' }, at: 'docs/a.md:3:2' },
			{ files: { 'docs/a.md': '# 甲\n\n见[`甲`]（./a.md#甲）。\n' }, at: 'docs/a.md:3:2' },
			{ files: { 'docs/a.md': '# A\n\nSee [the stock] (a.md).\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\nSee [the stock](a.md and count.\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\n- See [the stock](the stock.md).\n' }, at: 'docs/a.md:3:7' },
			{ files: { 'docs/a.md': '# A\n\nSee [the stock(a.md) first.\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\nSee [the stock]a.md) first.\n' }, at: 'docs/a.md:3:5' },
			{
				files: { 'docs/a.md': '# A\n\nSee [the stock(kb:RB-INV-0042).\n', 'docs/b.md': runbookExample() },
				at: 'docs/a.md:3:5',
			},
			{ files: { 'docs/a.md': '# A\n\nSee (the stock)[./a.md#a] first.\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\n## B\n\nSee [the stock] (#b) first.\n' }, at: 'docs/a.md:5:5' },
			{ files: { 'docs/a.md': '# A\n\nSee (the map)[https://example.com/a] first.\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\nSee [the map] (https://example.com/a).\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\nSee [the stock]\n(a.md) first.\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# 甲\n\n！[菜单](m.png)\n', 'docs/m.png': 'x' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# 甲\n\n见 [[库存核对|核对]]。\n' }, at: 'docs/a.md:3:3' },
			{
				files: { 'docs/a.md': '# A\n\n- See [[RB-INV-0042]].\n', 'docs/b.md': runbookExample() },
				at: 'docs/a.md:3:7',
			},
			{ files: { 'docs/a.md': '# 甲\n\n先看 kb：RB-INV-0042。\n' }, at: 'docs/a.md:3:4' },
			{ files: { 'docs/a.md': '# A\n\n| See |\n| --- |\n| KB: RB-INV-0042 |\n' }, at: 'docs/a.md:5:3' },
		],
	},
	check({ document: { file, anchors }, source: { text }, tree, report }) {
		if (!LIKELY.test(text)) return;
		const { blocks, links } = bodyParts(tree);
		const spans = links.map(({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0]);
		for (const { url, position } of links) {
			const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
			const from = pictureMark(text, start, url);
			if (from === undefined) continue;
			const range = lineTable(text).range(from, end);
			const expected = `!${text.slice(start, end)}`;
			report({
				range,
				params: { written: text.slice(from, end).slice(0, 100), expected },
				suggestions: [{ value: expected }],
				fix: [{ file, range, newText: expected }],
			});
		}
		for (const block of blocks) {
			if (!hasText(block)) continue;
			const start = block.position?.start.offset ?? 0;
			const written = text.slice(start, block.position?.end.offset);
			const running = runningText(block, text);
			for (const link of unreadIn(running, written, anchors)) {
				const place = start + link.from;
				if (spans.some(([from = 0, to = 0]) => from <= place && place < to)) continue;
				const range = placeIn(block, text, link.from, link.to);
				report({
					range,
					params: { written: written.slice(link.from, link.to).slice(0, 100), expected: link.expected },
					...(!link.expected.includes('…') && { suggestions: [{ value: link.expected }] }),
					...(link.certain && { fix: [{ file, range, newText: link.expected }] }),
				});
			}
		}
	},
});

function isOpen(expected: unknown): boolean {
	return String(expected).endsWith('(…)');
}

/** Whether a block has a text, apart from its links and code, that such a link can stand in. */
function hasText(node: TextBlock | TextBlock['children'][number]): boolean {
	if (node.type === 'text') return LIKELY.test(node.value) || BEFORE_ID.test(node.value);
	return 'children' in node && node.type !== 'link' && node.children.some(hasText);
}

/** By place; an id that is the target of a broken link belongs to it. */
function unreadIn(running: string, written: string, anchors: readonly string[]): UnreadLink[] {
	const unpaired = unpairedLinks(running, written);
	const isApart = ({ from, to }: UnreadLink): boolean =>
		!unpaired.some((other) => other.from < to && from < other.to);
	const links = [
		...unreadLinks(running, written, anchors).filter(isApart),
		...unpaired,
		...wikiLinks(running).filter(isApart),
	];
	const ids = unreadIds(running).filter(
		(id) => !links.some(({ from, to }) => from <= id.from && id.from < to),
	);
	return [...links, ...ids].toSorted((a, b) => a.from - b.from);
}
