import { frontmatterTexts } from '../../../schemas/texts.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { readablePath, sourceLine, valueRange } from '../places.ts';

/** Plain texts that readers of YAML take for something else, and what for. */
const TRAPS: readonly (readonly [pattern: RegExp, as: 'number' | 'date' | 'time'])[] = [
	[/^[-+]?0[0-9_]+$/, 'number'],
	[/^[-+]?(?:\d+\.\d*|\.\d+)(?:e[-+]?\d+)?$/i, 'number'],
	[/^[-+]?(?:\d+e[-+]?\d+|0x[\da-f]+|0o[0-7]+|\d+(?:_\d+)+)$/i, 'number'],
	[/^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ][\d:.]+ ?(?:Z|[-+]\d{1,2}(?::?\d{2})?)?)?$/, 'date'],
	[/^[-+]?\d+(?::[0-5]?\d)+$/, 'time'],
];

/** How all of them begin; few texts do. */
const LIKELY = /^[-+.\d]/;

const AS = {
	number: { en: 'a number', 'zh-CN': '数字' },
	date: { en: 'a date', 'zh-CN': '日期' },
	time: { en: 'a number of seconds', 'zh-CN': '秒数' },
} as const;

const asWords = (as: unknown): (typeof AS)[keyof typeof AS] => AS[as as keyof typeof AS] ?? AS.number;

export const unquotedText = defineRule({
	code: 'MS109',
	rule: 'frontmatter-unquoted-text',
	severity: 'hint',
	scope: 'document',
	title: { en: 'Text that other programs read as something else', 'zh-CN': '会被其他程序误读的文字' },
	message: {
		en: ({ path, written, as }) =>
			`\`${path}\` is a text, but many programs read \`${written}\` as ${asWords(as).en}. Write it in quotes: \`"${written}"\`.`,
		'zh-CN': ({ path, written, as }) =>
			`\`${path}\` 是文字，但许多程序会把 \`${written}\` 读成${asWords(as)['zh-CN']}。请加引号：\`"${written}"\`。`,
	},
	why: {
		en: 'YAML readers guess: `0755` becomes 493, `1.10` becomes 1.1. Mainstay keeps the text; the next program may not.',
		'zh-CN': 'YAML 程序会猜测：`0755` 变成 493，`1.10` 变成 1.1。Mainstay 保留原文，别的程序未必。',
	},
	mend: {
		en: 'Put the value in quotes. Dates in date fields need none.',
		'zh-CN': '给值加上引号。日期字段里的日期不必加。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': runbookExample('appliesTo: {product: ERPNext, releases: ["1.10"]}') } },
			{ files: { 'docs/a.md': runbookExample('review: {on: 2026-10-31, every: P6M}') } },
		],
		bad: [
			{
				files: { 'docs/a.md': runbookExample('appliesTo:\n  product: ERPNext\n  releases: ["1.9", 1.10]') },
				at: 'docs/a.md:13:21',
			},
			{ files: { 'docs/a.md': runbookExample('keywords: [mode, 0755]') }, at: 'docs/a.md:11:18' },
			{ files: { 'docs/a.md': runbookExample('impact: 2026-03-01') }, at: 'docs/a.md:11:9' },
		],
	},
	check({ document, source, report }) {
		for (const { value, pointer } of frontmatterTexts(document.kind, document.frontmatter)) {
			if (!LIKELY.test(value)) continue;
			const as = TRAPS.find(([pattern]) => pattern.test(value))?.[1];
			// What is no text at all has its own finding.
			if (!as || document.schemaIssues.some((issue) => issue.pointer === pointer)) continue;
			const range = valueRange(document, pointer);
			// Quoted, the source does not begin with the value.
			const { line, column } = range.start;
			if (!sourceLine(source.text, line).startsWith(value, column - 1)) continue;
			report({
				range,
				params: { path: readablePath(pointer), written: value, as },
				suggestions: [{ value: `"${value}"` }],
			});
		}
	},
});
