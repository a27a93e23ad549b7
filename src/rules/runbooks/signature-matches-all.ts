import type { RunbookFrontmatter } from '../../../schemas/index.ts';
import { type Document, defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { judgePattern } from '../patterns/judge.ts';
import { valueRange } from '../places.ts';
import { patternsOf } from './written-patterns.ts';

/** Lines that have nothing in common; what finds all of them finds anything. */
const ORDINARY = ['Good morning, Anna', '2026-01-31 08:15', '盘点 7 !'];

export const signatureMatchesAll = defineRule({
	code: 'MS414',
	rule: 'signature-matches-all',
	severity: 'error',
	scope: 'document',
	title: { en: 'Signature that fits every error', 'zh-CN': '报错特征与任何报错都匹配' },
	message: {
		en: ({ written }) =>
			`\`${written}\` fits any text, so every pasted error leads to this runbook. Write the words of the message that no other one has.`,
		'zh-CN': ({ written }) =>
			`\`${written}\` 与任何文字都匹配，粘贴什么报错都会找到这篇手册。请写上这条报错独有的文字。`,
	},
	why: {
		en: 'A signature sets one error apart from all others. One that fits them all puts its runbook before the right one at every search.',
		'zh-CN': '特征用来区分报错。什么都能匹配的特征，会让这篇手册在每次搜索中都排在真正需要的手册前面。',
	},
	mend: {
		en: 'Copy the fixed words of the message into `text:`, or give `pattern:` some of them beside its variable parts.',
		'zh-CN': '把报错中固定的文字写进 `text:`，或让 `pattern:` 在可变部分之外带上这些文字。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': runbookExample(
						"signatures:\n  - {pattern: 'ORA-\\d+', example: ORA-01555}\n  - {text: 库存不足}\n  - {code: '417'}",
					),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md': runbookExample("signatures:\n  - {pattern: '.*', example: ORA-01555}"),
				},
				at: 'docs/a.md:12:15',
			},
			{
				files: {
					'docs/a.md': runbookExample("signatures:\n  - {pattern: '(ORA-\\d+)?', example: ORA-01555}"),
				},
				at: 'docs/a.md:12:15',
			},
			{ files: { 'docs/a.md': runbookExample("signatures:\n  - {text: '...'}") }, at: 'docs/a.md:12:12' },
		],
	},
	check({ document, report }) {
		for (const { written, pointer } of [...wordless(document), ...boundless(document)]) {
			report({ range: valueRange(document, pointer), params: { written } });
		}
	},
});

interface Vague {
	readonly written: string;
	readonly pointer: string;
}

/** Codes and texts without a letter or digit. */
function wordless(document: Document): Vague[] {
	if (document.kind !== 'runbook') return [];
	const { signatures = [] } = document.frontmatter as RunbookFrontmatter;
	return signatures.flatMap((signature, index) =>
		(['code', 'text'] as const).flatMap((key) => {
			const written = signature[key];
			return written && !/[\p{L}\p{N}]/u.test(written)
				? [{ written, pointer: `/signatures/${index}/${key}` }]
				: [];
		}),
	);
}

/** Patterns of signatures that find an empty line, or whatever is on a line. */
function boundless(document: Document): Vague[] {
	return patternsOf(document).flatMap(({ source, pointer, whole }) => {
		if (whole) return [];
		const judgement = judgePattern(source);
		if (judgement.type !== 'safe') return [];
		const finds = (line: string): boolean => judgement.expression.test(line);
		return finds('') || ORDINARY.every(finds) ? [{ written: source, pointer }] : [];
	});
}
