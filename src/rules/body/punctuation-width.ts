import { defineRule } from '../../model/index.ts';
import { bodyParts, placeIn, runningText } from './body-parts.ts';

const FULL: Readonly<Record<string, string>> = {
	',': '，',
	';': '；',
	':': '：',
	'?': '？',
	'!': '！',
	'.': '。',
};

/** A half-width mark between two Chinese characters, or half-width brackets around Chinese text inside Chinese text. */
const MIXED =
	/(?<=\p{Script=Han})(?:([,;:?!.]) ?(?=\p{Script=Han})|\((?=\p{Script=Han})[^()\n\0]{1,60}(?<=\p{Script=Han})\)(?=\p{Script=Han}|[，。；：、！？]|$))/gmu;

/** What every such place has, for texts that have none: much faster than looking at each block. */
const LIKELY = /[\u3007-\u9fff\ud840-\ud888\udc00-\udfff][,;:?!.(] ?[\u3007-\u9fff\ud840-\ud888]/;

export const punctuationWidth = defineRule({
	code: 'MS423',
	rule: 'punctuation-width',
	severity: 'hint',
	scope: 'document',
	title: { en: 'Half-width punctuation between Chinese characters', 'zh-CN': '中文之间使用了半角标点' },
	message: {
		en: ({ written, expected, count }) =>
			`“${written}” stands between Chinese characters${Number(count) > 1 ? ` (and ${Number(count) - 1} more in this paragraph)` : ''}. Write it full-width: “${expected}”.`,
		'zh-CN': ({ written, expected, count }) =>
			`中文之间用了半角“${written}”${Number(count) > 1 ? `（本段共 ${count} 处）` : ''}。请改用全角“${expected}”。`,
	},
	why: {
		en: 'Half-width marks stick to the character before them, and two ways of writing one sentence spoil search and comparison.',
		'zh-CN': '半角标点会紧贴前一个字，同一句话两种写法也不利于搜索和比对。',
	},
	mend: {
		en: 'Chinese sentences take ，。；：？！（）; code, numbers and Latin words keep their own.',
		'zh-CN': '中文句子用 ，。；：？！（）；代码、数字和英文保留半角。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# 甲\n\n先盘点，再入账（见报表）。端口 8080:80，`主机:端口`，Excel, CSV。打开 盘点表.最终.xlsx，见 https://例子.测试/路径。\n',
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': '# 甲\n\n先盘点,再入账。\n' }, at: 'docs/a.md:3:4' },
			{ files: { 'docs/a.md': '# 甲\n\n| 列 |\n| --- |\n| 入账(见报表)之后 |\n' }, at: 'docs/a.md:5:5' },
		],
	},
	check({ source, tree, report }) {
		if (!LIKELY.test(source.text)) return;
		for (const block of bodyParts(tree).blocks) {
			const { position } = block;
			const written = source.text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
			if (!LIKELY.test(written)) continue;
			const text = runningText(block, source.text);
			const matches = [...text.matchAll(MIXED)].filter((match) => !isInName(text, match));
			const [first] = matches;
			if (!first) continue;
			const mark = first[1];
			const expected = mark === undefined ? '（）' : (FULL[mark] ?? mark);
			const end = first.index + (mark === undefined ? first[0].length : 1);
			report({
				range: placeIn(block, source.text, first.index, end),
				params: { written: mark ?? '()', expected, count: matches.length },
				suggestions: [{ value: expected }],
			});
		}
	},
});

/** Characters looked at on either side. */
const NEAR = 200;

/** Whether a dot is one of a file's name or of an address. */
function isInName(text: string, { index, 1: mark }: RegExpMatchArray): boolean {
	if (mark !== '.' || index === undefined) return false;
	const [rest = ''] = /^[^\s，。；：、！？（）]*/.exec(text.slice(index, index + NEAR)) ?? [];
	const before = text.slice(Math.max(0, index - NEAR), index);
	return /\.[a-z][a-z0-9]{0,4}$/i.test(rest) || /:\/\/[^\s，。；：、！？（）]*$/.test(before);
}
