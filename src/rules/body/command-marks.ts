import { defineRule, type Fence } from '../../model/index.ts';
import { bareCode, DATABASES, SHELLS } from './bare-code.ts';

/** Marks that a word processor or a Chinese keyboard writes and that mean nothing where commands are read. */
const IN_SHELL = /(?<=\s)[–—]{1,2}(?=[A-Za-z])|[‘’“”；｜＞＜＆\u00a0\u3000\u200b\ufeff]/g;
const IN_SQL = /[‘’“”；（），\u00a0\u3000\u200b\ufeff]/g;

const marksOf = (lang: string): RegExp | undefined =>
	SHELLS.has(lang) ? IN_SHELL : DATABASES.has(lang) ? IN_SQL : undefined;

const MEANT: Readonly<Record<string, string>> = {
	'‘': "'",
	'’': "'",
	'“': '"',
	'”': '"',
	'；': ';',
	'｜': '|',
	'＞': '>',
	'＜': '<',
	'＆': '&',
	'（': '(',
	'）': ')',
	'，': ',',
	'\u00a0': ' ',
	'\u3000': ' ',
	'\u200b': '',
	'\ufeff': '',
};

/** Nobody sees them in a message either. */
const BLANKS: Readonly<Record<string, string>> = {
	'\u00a0': 'U+00A0',
	'\u3000': 'U+3000',
	'\u200b': 'U+200B',
	'\ufeff': 'U+FEFF',
};

/** Whether a block can hold one at all; most hold none. */
const LIKELY = /[–—‘’“”；｜＞＜＆（），\u00a0\u3000\u200b\ufeff]/;

export const commandMarks = defineRule({
	code: 'MS417',
	rule: 'command-marks',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A command with marks of running text', 'zh-CN': '命令里用了排版标点' },
	message: {
		en: ({ written, expected, blank }) =>
			blank
				? `Here stands ${blank}, ${expected ? 'which looks like a space and is none in a command' : 'a character without width'}: the command fails when it is copied. ${expected ? 'Write an ordinary space' : 'Remove it'}.`
				: `\`${written}\` means nothing in a command, which fails or does something else when it is copied. Write \`${expected}\`.`,
		'zh-CN': ({ written, expected, blank }) =>
			blank
				? `这里是 ${blank}，${expected ? '看起来像空格，在命令里却不是' : '是看不见的字符'}，复制执行会报错。${expected ? '请改用半角空格' : '请删去'}。`
				: `\`${written}\` 在命令里没有意义，复制执行会报错或做成别的事。请写成 \`${expected}\`。`,
	},
	why: {
		en: 'Word processors and chats turn `--` into a dash and straight quotes into curly ones; a Chinese keyboard writes full-width marks. Nobody sees the difference until the command is run.',
		'zh-CN':
			'文字处理软件和聊天工具会把 `--` 变成破折号、直引号变成弯引号，中文输入法会写出全角标点。执行之前谁也看不出来。',
	},
	mend: {
		en: 'Half-width marks and straight quotes. Texts in quotes and comments may hold any mark.',
		'zh-CN': '使用半角标点和直引号。引号里的文字和注释里可以用任何标点。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# 甲\n\n```bash\necho "完成；下一步" # 先备份，再执行——不要跳过\nls --all\n```\n\n```sql\nSELECT 1; -- 一，二；三\n```\n\n```text\n‘a’ —b\n```\n',
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n```bash\nls\nbench migrate —site a\n```\n' }, at: 'docs/a.md:5:15' },
			{ files: { 'docs/a.md': '# A\n\n```sh\nls –a\n```\n' }, at: 'docs/a.md:4:4' },
			{ files: { 'docs/a.md': '# A\n\n```sql\nSELECT 1 WHERE a = ‘b’;\n```\n' }, at: 'docs/a.md:4:20' },
			{ files: { 'docs/a.md': '# A\n\n```bash\nbench\u00a0--site a migrate\n```\n' }, at: 'docs/a.md:4:6' },
			{ files: { 'docs/a.md': '# 甲\n\n- 乙\n\n  ```sql\n  SELECT 1；\n  ```\n' }, at: 'docs/a.md:6:11' },
		],
	},
	check({ document: { file, fences }, report }) {
		for (const fence of fences) {
			const first = firstMark(fence);
			if (!first) continue;
			const written = first[0];
			const behind = fence.value.slice(first.index + written.length);
			const expected = MEANT[written] ?? (/^[A-Za-z]{2}/.test(behind) ? '--' : '-');
			const start = placeOf(fence, first.index);
			const range = { start, end: { line: start.line, column: start.column + written.length } };
			report({
				range,
				params: { written, expected, blank: BLANKS[written] ?? '' },
				...(expected.trim() !== '' && { suggestions: [{ value: expected }] }),
				...(written in MEANT && { fix: [{ file, range, newText: expected }] }),
			});
		}
	},
});

/** The first mark of running text in a command. */
export function firstMark(fence: Fence): RegExpExecArray | undefined {
	const marks = marksOf(fence.lang);
	// The text of a here-document is anybody's.
	if (!marks || !LIKELY.test(fence.value) || fence.value.includes('<<')) return undefined;
	return bareCode(fence).matchAll(marks).next().value;
}

function placeOf({ value, contentLine, contentColumn }: Fence, at: number) {
	const lines = value.slice(0, at).split('\n');
	return { line: contentLine + lines.length - 1, column: contentColumn + (lines.at(-1)?.length ?? 0) };
}
