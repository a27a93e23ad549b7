import { defineRule, type Report, type TextEdit } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { keyRange } from '../places.ts';
import { levelMeant } from './misindented.ts';
import { type Entry, entryIn, issuesOf, reportOf } from './schema-issues.ts';

export const unknownKey = defineRule({
	code: 'MS102',
	rule: 'frontmatter-unknown-key',
	severity: 'error',
	scope: 'document',
	title: { en: 'Unknown field', 'zh-CN': '未知字段' },
	message: {
		en: ({ key, colon, meant, level }) =>
			level !== undefined
				? level === ''
					? `\`${key}\` is a field of the document and stands inside another one here. Write it at the beginning of its line.`
					: `\`${key}\` belongs to \`${level}\` above, which is empty. Indent everything that belongs to \`${level}\` by two spaces.`
				: meant
					? `\`${key}\` has ${colon === ':' ? 'no space behind its colon' : 'a full-width colon'}, so all of it is the name of a field. Write \`${meant}\`.`
					: `There is no field \`${key}\` here. Correct its name, or name it \`x-${key}\` if it is your own and only for people.`,
		'zh-CN': ({ key, colon, meant, level }) =>
			level !== undefined
				? level === ''
					? `\`${key}\` 是文档的字段，这里却缩进到了另一个字段里。请从行首写起。`
					: `\`${key}\` 属于上面的 \`${level}\`，而 \`${level}\` 是空的。请把属于 \`${level}\` 的各行都缩进两个空格。`
				: meant
					? `\`${key}\` ${colon === ':' ? '的冒号后面没有空格' : '用了全角冒号'}，整段都成了字段名。请写成 \`${meant}\`。`
					: `这里没有 \`${key}\` 字段。请更正名称；如果是自用的备注字段，请写成 \`x-${key}\`。`,
	},
	why: {
		en: 'A misspelt field looks right in the file and is missing everywhere else: on the page, in filters, in checks.',
		'zh-CN': '拼错的字段在文件里看着没问题，但页面、筛选和检查都用不到它。',
	},
	mend: {
		en: 'Use the nearest field name, an `x-…` key, or declare a field of your own under `fields:` in mainstay.yaml.',
		'zh-CN': '改成最接近的字段名，或使用 `x-…` 键，或在 mainstay.yaml 的 `fields:` 中声明自有字段。',
	},
	examples: {
		good: [
			{ files: { 'docs/stock.md': runbookExample('impact: Deliveries stop.') } },
			{ files: { 'docs/stock.md': runbookExample('x-shelf: B12') } },
		],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample('impct: Deliveries stop.') },
				at: 'docs/stock.md:11:1',
			},
			{
				files: {
					'docs/count.md': '---\nsumary: How to count.\ntags: [stock]\n---\n\n# Count\n\nCount twice.\n',
				},
				at: 'docs/count.md:2:1',
			},
			{
				files: { 'docs/stock.md': runbookExample('review:\nevery: P6M\non: 2026-10-31') },
				at: 'docs/stock.md:12:1',
			},
			{
				files: { 'docs/stock.md': runbookExample('review:\n  every: P6M\n  impact: Deliveries stop.') },
				at: 'docs/stock.md:13:3',
			},
			{
				files: { 'docs/stock.md': runbookExample('review: {every：P6M, on: 2026-10-31}') },
				at: 'docs/stock.md:11:10',
			},
			{
				files: { 'docs/stock.md': runbookExample('escalation: [{to:dba, channel: phone}]') },
				at: 'docs/stock.md:11:15',
			},
		],
	},
	check({ document, report }) {
		const told = new Set<string>();
		for (const issue of issuesOf(document, 'unknown-key')) {
			const range = keyRange(document, issue.pointer);
			const level = levelMeant(document, issue);
			if (level !== undefined) {
				// What hangs from one field is one slip.
				if (level === '' || !told.has(level)) report({ range, params: { key: issue.key, level } });
				told.add(level);
				continue;
			}
			const entry = entryIn(issue);
			if (entry) report({ range, ...entryReport(entry, issue.key, { file: document.file, range }) });
			// In a page any key may stand, so that a site is built all the same.
			else
				report({ ...reportOf(issue, range), ...(document.kind === 'page' && { buildSeverity: 'warning' }) });
		}
	},
});

/** The whole entry is the key: nothing but a colon with a blank behind it ends one. */
function entryReport(
	{ key, colon, value }: Entry,
	written: string,
	place: Pick<TextEdit, 'file' | 'range'>,
): Omit<Report, 'range'> {
	const meant = `${key}: ${value}`;
	return {
		params: { key: written, colon, meant },
		suggestions: [{ value: meant }],
		...(value !== '' && { fix: [{ ...place, newText: meant }] }),
	};
}
