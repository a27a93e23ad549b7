import { defineRule, PATTERN_LINE_LIMIT } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { judgePattern, type UnsafeReason } from '../patterns/judge.ts';
import { valueRange } from '../places.ts';
import { patternsOf } from './written-patterns.ts';

const ENGLISH: Readonly<Record<UnsafeReason, (part: string) => string>> = {
	exponential: (part) =>
		`\`${part}\` can split one text in exponentially many ways and would freeze the reader’s page. Do not repeat what already repeats, and let alternatives begin differently.`,
	slow: (part) =>
		`On a line of ${PATTERN_LINE_LIMIT} characters this pattern may need too many steps: several repetitions, up to \`${part}\`, can take the same characters. Narrow them (\`\\S+\`, \`[^:]+\`) and put fixed text between them.`,
	backreference: () =>
		'Patterns that refer back to what they matched (`\\1`) cannot be proved safe. Write the text out instead.',
	size: () =>
		'The pattern is too large to be proved safe. Shorten it, above all counted repetitions such as `{500}`.',
};

const CHINESE: Readonly<Record<UnsafeReason, (part: string) => string>> = {
	exponential: (part) =>
		`\`${part}\` 对同一段文字有指数级的拆分方式，会让读者的页面卡死。不要对已经重复的内容再重复，各分支也要以不同的字符开头。`,
	slow: (part) =>
		`在 ${PATTERN_LINE_LIMIT} 个字符的一行上，此模式可能需要过多步骤：到 \`${part}\` 为止有多处重复可以匹配相同的字符。请收窄范围（\`\\S+\`、\`[^:]+\`），并在它们之间写上固定文字。`,
	backreference: () => '引用前文的模式（`\\1`）无法证明安全。请直接写出文字。',
	size: () => '模式过大，无法证明安全。请缩短，尤其是 `{500}` 这类计数重复。',
};

export const patternUnsafe = defineRule({
	code: 'MS403',
	rule: 'pattern-unsafe',
	severity: 'error',
	scope: 'document',
	fixed: true,
	title: { en: 'Pattern can freeze the page', 'zh-CN': '模式可能让页面卡死' },
	message: {
		en: ({ reason, part }) => ENGLISH[reason as UnsafeReason](String(part)),
		'zh-CN': ({ reason, part }) => CHINESE[reason as UnsafeReason](String(part)),
	},
	why: {
		en: 'Patterns run in the reader’s browser on whatever was pasted. One that backtracks without end stops the search at the moment it is needed.',
		'zh-CN': '模式在读者的浏览器里运行，处理任意粘贴的文字。无止境的回溯会让搜索在最需要时停住。',
	},
	mend: {
		en: 'Begin with the fixed words of the message, use `\\d+` or `\\S+` instead of `.*` for its variable parts, and never nest `+` or `*`.',
		'zh-CN': '以报错中的固定文字开头，可变部分用 `\\d+` 或 `\\S+` 代替 `.*`，不要嵌套 `+` 或 `*`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample(
						"signatures:\n  - pattern: 'Row #\\d+: .+ not found'\n    example: 'Row #3: Item X not found'",
					),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample(
						"signatures:\n  - pattern: '(\\w+\\s?)+failed'\n    example: 'import failed'",
					),
				},
				at: 'docs/stock.md:12:14',
			},
			{
				files: {
					'docs/stock.md': runbookExample(
						"signatures:\n  - pattern: '\\s*.*\\s*failed'\n    example: 'import failed'",
					),
				},
				at: 'docs/stock.md:12:14',
			},
		],
	},
	check({ document, report }) {
		for (const { source, pointer } of patternsOf(document)) {
			const judgement = judgePattern(source);
			if (judgement.type !== 'unsafe') continue;
			report({
				range: valueRange(document, pointer),
				params: { reason: judgement.reason, part: judgement.part },
			});
		}
	},
});
