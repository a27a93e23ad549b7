import { expectedInWords } from '../../../schemas/expected-words.ts';
import {
	type Document,
	defineRule,
	type Report,
	type SchemaIssue,
	type SourceRange,
} from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { sourceLine, valueRange } from '../places.ts';
import { commentAlone } from './cut-text.ts';
import { levelMeant } from './misindented.ts';
import { issuesOf, reportOf } from './schema-issues.ts';

export const wrongType = defineRule({
	code: 'MS104',
	rule: 'frontmatter-wrong-type',
	severity: 'error',
	scope: 'document',
	title: { en: 'Value has the wrong type', 'zh-CN': '值的类型不对' },
	message: {
		en: ({ path, expected, received, slip, meant }) =>
			slip === 'quotes'
				? `\`${path}\` takes ${expectedInWords(expected, 'en')}, but quotes make this a text. Write \`${received}\` without them.`
				: slip === 'dash'
					? `\`${path}\` takes ${expectedInWords(expected, 'en')}; without a space behind its dash this is no entry of a list. Write \`- \` before every entry.`
					: received === 'null'
						? `\`${path}\` takes ${expectedInWords(expected, 'en')}, but it is empty. Write a value.`
						: slip === 'list'
							? `\`${path}\` takes ${expectedInWords(expected, 'en')}; a single entry stands in brackets too. Write \`${meant}\`.`
							: `\`${path}\` takes ${expectedInWords(expected, 'en')}; this is \`${received}\`. Write it in the expected form; quote texts that YAML reads as something else.`,
		'zh-CN': ({ path, expected, received, slip, meant }) =>
			slip === 'quotes'
				? `\`${path}\` 应为：${expectedInWords(expected, 'zh-CN')}。加了引号就成了文字。请去掉引号，写成 \`${received}\`。`
				: slip === 'dash'
					? `\`${path}\` 应为：${expectedInWords(expected, 'zh-CN')}。短横后面没有空格就不是列表项。每一项都请写成 \`- …\`。`
					: received === 'null'
						? `\`${path}\` 应为：${expectedInWords(expected, 'zh-CN')}。现在是空的。请写上值。`
						: slip === 'list'
							? `\`${path}\` 应为：${expectedInWords(expected, 'zh-CN')}。只有一项也要放在方括号里。请写成 \`${meant}\`。`
							: `\`${path}\` 应为：${expectedInWords(expected, 'zh-CN')}。现在是 \`${received}\`。请按要求的形式书写；会被 YAML 误读的文字请加引号。`,
	},
	why: {
		en: 'YAML guesses types: `on` may become a truth value and `1.10` the number 1.1. A text that was meant as such must arrive as such.',
		'zh-CN': 'YAML 会猜测类型：`1.10` 会变成数字 1.1。本意是文字，就必须按文字读到。',
	},
	mend: {
		en: 'Put quotes around texts, write lists with `- ` or `[…]`, numbers without quotes.',
		'zh-CN': '文字加引号，列表用 `- ` 或 `[…]`，数字不加引号。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample('minutes: 20') } }],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample('minutes: twenty') },
				at: 'docs/stock.md:11:10',
			},
			{ files: { 'docs/stock.md': runbookExample('minutes: "20"') }, at: 'docs/stock.md:11:10' },
			{ files: { 'docs/stock.md': runbookExample('keywords:\n  -stock') }, at: 'docs/stock.md:12:3' },
			{ files: { 'docs/stock.md': runbookExample('keywords: stock') }, at: 'docs/stock.md:11:11' },
			{ files: { 'docs/stock.md': runbookExample('keywords: [stock, ~]') }, at: 'docs/stock.md:11:19' },
			{ files: { 'docs/stock.md': runbookExample('keywords: [1.5, stock]') }, at: 'docs/stock.md:11:12' },
		],
	},
	check({ document, source, report }) {
		for (const issue of issuesOf(document, 'wrong-type')) {
			if (issue.received === 'null' && isToldElsewhere(document, source.text, issue)) continue;
			const range = valueRange(document, issue.pointer);
			const { params, ...rest } = reportOf(issue, range);
			const list = listOf(issue, range, source.text);
			const slip = isQuoted(issue, range, source.text)
				? 'quotes'
				: isDash(issue)
					? 'dash'
					: list
						? 'list'
						: '';
			const meant = slip === 'quotes' ? issue.received : slip === 'list' ? (list ?? '') : '';
			// Whether a comma parts entries or belongs to the one knows its writer only.
			const isCertain = meant !== '' && (slip === 'quotes' || !/[,，、]/.test(issue.received));
			report({
				...rest,
				params: { ...params, slip, meant },
				...quoted(issue),
				...(meant !== '' && { suggestions: [{ value: meant }] }),
				...(isCertain && { fix: [{ file: document.file, range, newText: meant }] }),
			});
		}
	},
});

/** A field is empty because the keys below it are not indented, or its value became a comment: both have a finding. */
function isToldElsewhere(document: Document, text: string, { pointer }: SchemaIssue): boolean {
	if (commentAlone(document, text, pointer) !== undefined) return true;
	return issuesOf(document, 'unknown-key').some((issue) => levelMeant(document, issue) === pointer.slice(1));
}

/** `likelihood: "3"`: without its quotes it is the number, or the truth value, that belongs there. */
function isQuoted(
	{ expected, received, candidates }: SchemaIssue,
	{ start, end }: SourceRange,
	text: string,
): boolean {
	const isNumber = /^(?:number|\d+–\d+$)/.test(expected);
	const fits =
		candidates.length > 0 ? candidates.includes(received) : isNumber && inRange(received, expected);
	if (!fits || start.line !== end.line) return false;
	const written = sourceLine(text, start.line).slice(start.column - 1, end.column - 1);
	return written === `"${received}"` || written === `'${received}'`;
}

/** `modules: inventory`: the list that a single word is meant to be. Texts with signs of YAML in them are left alone. */
function listOf(
	{ expected, received }: SchemaIssue,
	{ start, end }: SourceRange,
	text: string,
): string | undefined {
	if (!/^\[[^{[]*\]$/.test(expected) || start.line !== end.line) return undefined;
	const written = sourceLine(text, start.line).slice(start.column - 1, end.column - 1);
	if (written !== received || !/^[\p{L}\p{N}][^:#[\]{}"'|&*!>%@`]*$/u.test(written)) return undefined;
	return `[${written.replace(/[，、]\s*/g, ', ')}]`;
}

/** `3` of `1–5`, `20` of `number ≥ 0`; as YAML writes a number. */
function inRange(written: string, expected: string): boolean {
	const value = Number(written);
	if (written.trim() === '' || String(value) !== written) return false;
	const [, from, to] = /^(\d+)–(\d+)$/.exec(expected) ?? [];
	if (from !== undefined) return Number.isInteger(value) && value >= Number(from) && value <= Number(to);
	return value >= 0 || !expected.includes('≥');
}

/** `-{to: pay}` and `-Restart`, where a list belongs. */
function isDash({ expected, received }: SchemaIssue): boolean {
	return expected.includes('[') && /^(?:\{")?-[^\s-]/.test(received);
}

/** A number or truth value where a text belongs is that text without its quotes. */
function quoted({ expected, received }: SchemaIssue): Pick<Report, 'suggestions'> {
	if (expected !== 'text' || !/^(?:-?[\d.]+|true|false)$/.test(received)) return {};
	return { suggestions: [{ value: `"${received}"` }] };
}
