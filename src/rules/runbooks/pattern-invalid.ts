import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { judgePattern } from '../patterns/judge.ts';
import { valueRange } from '../places.ts';
import { patternsOf } from './written-patterns.ts';

export const patternInvalid = defineRule({
	code: 'MS404',
	rule: 'pattern-invalid',
	severity: 'error',
	scope: 'document',
	fixed: true,
	title: { en: 'Pattern is not a regular expression', 'zh-CN': '模式不是有效的正则表达式' },
	message: {
		en: ({ detail }) =>
			`This is not a valid regular expression (${detail}). Escape \`( ) [ ] { } . * + ? | ^ $ \\\` with a backslash, nothing else.`,
		'zh-CN': ({ detail }) =>
			`不是有效的正则表达式（${inChinese(String(detail))}）。\`( ) [ ] { } . * + ? | ^ $ \\\` 需要用反斜杠转义，其他字符不要转义。`,
	},
	why: {
		en: 'A pattern that cannot be read recognises nothing, and search would have to ignore it in silence.',
		'zh-CN': '读不懂的模式什么也识别不了，搜索只能悄悄忽略它。',
	},
	mend: {
		en: 'Use JavaScript syntax with the flags `iu`. If the text has no variable parts, write `text:` instead of `pattern:`.',
		'zh-CN': '使用 JavaScript 语法（标志 `iu`）。如果文字没有可变部分，请用 `text:` 代替 `pattern:`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample(
						"signatures:\n  - pattern: 'Item \\(.+\\) failed'\n    example: 'Item (X) failed'",
					),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample(
						"signatures:\n  - pattern: 'Item (.+ failed'\n    example: 'Item (X failed'",
					),
				},
				at: 'docs/stock.md:12:14',
			},
		],
	},
	check({ document, report }) {
		for (const { source, pointer } of patternsOf(document)) {
			const judgement = judgePattern(source);
			if (judgement.type !== 'invalid') continue;
			report({ range: valueRange(document, pointer), params: { detail: judgement.detail } });
		}
	},
});

/** What the engine says most often; rarer messages stay English. */
const CHINESE: readonly (readonly [pattern: RegExp, text: string])[] = [
	[/^Unterminated group/, '圆括号没有闭合'],
	[/^Unmatched '\)'/, '多了一个右圆括号'],
	[/^Unterminated character class/, '方括号没有闭合'],
	[/^Lone quantifier brackets/, '方括号或花括号不成对'],
	[/^Nothing to repeat/, '重复符号前面没有内容'],
	[/^Incomplete quantifier|^numbers out of order/, '重复次数写错'],
	[/^Invalid (?:\w+ )?escape|^\\ at end of pattern/, '反斜杠后面的字符不能转义'],
	[/^Range out of order/, '方括号里的范围颠倒'],
	[/^Invalid group|^Invalid capture group name|^Duplicate capture group name/, '圆括号的写法无效'],
	[/^Invalid property name/, '`\\p{…}` 里的名称不存在'],
];

function inChinese(detail: string): string {
	return CHINESE.find(([pattern]) => pattern.test(detail))?.[1] ?? detail;
}
