import { defineRule, PATTERN_FLAGS, PATTERN_LINE_LIMIT } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { judgePattern } from '../patterns/judge.ts';
import { valueRange } from '../places.ts';
import { patternsOf, type WrittenPattern } from './written-patterns.ts';

export const patternExample = defineRule({
	code: 'MS402',
	rule: 'pattern-misses-example',
	severity: 'error',
	scope: 'document',
	title: { en: 'Pattern does not match its own example', 'zh-CN': '模式与自己的示例不匹配' },
	message: {
		en: ({ pattern, whole }) =>
			`The pattern \`${pattern}\` does not match this example${whole ? ' as a whole' : ' in any of its lines'}. Correct one of the two.`,
		'zh-CN': ({ pattern, whole }) =>
			`模式 \`${pattern}\` ${whole ? '不能完整匹配此示例' : '与此示例的任何一行都不匹配'}。请更正其中之一。`,
	},
	why: {
		en: 'The example is the proof that a pasted error finds this runbook. A pattern that misses it finds nothing on the day it is needed.',
		'zh-CN': '示例用来证明：粘贴报错就能找到这篇手册。连示例都匹配不上，需要时就找不到。',
	},
	mend: {
		en: 'Copy the example from a real log and try the pattern on it. Patterns look at one line at a time, letter case aside; parameters must match as a whole.',
		'zh-CN': '从真实日志复制示例并用模式去试。模式逐行匹配，不区分大小写；参数的模式须匹配整个值。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample(
						"signatures:\n  - pattern: 'NegativeStockError.*Item \\S+'\n    example: 'NegativeStockError: 3 of Item X-1 needed'",
					),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample(
						"signatures:\n  - pattern: 'ORA-\\d{5}'\n    example: 'ORA-155: snapshot too old'",
					),
				},
				at: 'docs/stock.md:13:14',
			},
		],
	},
	check({ document, report }) {
		for (const written of patternsOf(document)) {
			if (!missesExample(written)) continue;
			report({
				range: valueRange(document, written.examplePointer),
				params: { pattern: written.source, whole: written.whole ? 1 : 0 },
			});
		}
	},
});

/** Of a pattern that can be used. */
export function missesExample({ source, example, whole }: WrittenPattern): boolean {
	if (example === undefined) return false;
	const judgement = judgePattern(source);
	if (judgement.type !== 'safe') return false;
	return whole
		? !new RegExp(`^(?:${source})$`, PATTERN_FLAGS).test(example.slice(0, PATTERN_LINE_LIMIT))
		: !linesOf(example).some((line) => judgement.expression.test(line));
}

function linesOf(text: string): string[] {
	return text.split(/\r?\n/).map((line) => line.slice(0, PATTERN_LINE_LIMIT));
}
