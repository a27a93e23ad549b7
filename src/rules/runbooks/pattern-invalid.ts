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
			`不是有效的正则表达式（${detail}）。\`( ) [ ] { } . * + ? | ^ $ \\\` 需要用反斜杠转义，其他字符不要转义。`,
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
