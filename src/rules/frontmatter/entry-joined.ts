import {
	type Bilingual,
	type DocumentRuleContext,
	defineRule,
	type MessageParams,
	type Report,
	type SchemaIssue,
} from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { parentOf, readablePath, sourceLine, valueRange } from '../places.ts';
import { areEntries, eachTextList, joinedEntry } from './lists.ts';

/** How an entry that is several is told, by whatever rule. */
export const joinedMessage: Bilingual<(params: MessageParams) => string> = {
	en: ({ path, entry, by, meant }) =>
		by === 'dash'
			? `\`${entry}\` is one entry of \`${path}\`: its second line is indented further than the dash above. Write the dashes below each other.`
			: `\`${entry}\` is one entry of \`${path}\`: only an ordinary comma parts entries. Write \`${meant}\`.`,
	'zh-CN': ({ path, entry, by, meant }) =>
		by === 'dash'
			? `\`${entry}\` 成了 \`${path}\` 的一项：第二行比上面的短横缩进得更多。请把短横上下对齐。`
			: `\`${entry}\` 成了 \`${path}\` 的一项：只有半角逗号能分隔各项。请写成 \`${meant}\`。`,
};

export const entryJoined = defineRule({
	code: 'MS124',
	rule: 'frontmatter-entry-joined',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Several entries of a list are one', 'zh-CN': '列表中几项连成了一项' },
	message: joinedMessage,
	why: {
		en: 'The entries are looked up one by one: nobody finds the document under any of them.',
		'zh-CN': '各项是逐个查找的：连在一起，用哪一项都找不到这份文档。',
	},
	mend: {
		en: 'Part the entries with `, ` inside brackets, or give each a line of its own. Where the comma belongs to the text, put it in quotes.',
		'zh-CN': '方括号里用 `, ` 分隔各项，或者每项单独一行。逗号本来就是文字的一部分时，请加引号。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': runbookExample('keywords: [stock, count]') } },
			{ files: { 'docs/a.md': runbookExample('keywords: ["盘点，复盘"]') } },
			{ files: { 'docs/a.md': runbookExample('prerequisites: [先备份，再停用]') } },
		],
		bad: [
			{ files: { 'docs/a.md': runbookExample('keywords: [盘点，复盘]') }, at: 'docs/a.md:11:12' },
			{ files: { 'docs/a.md': runbookExample('keywords:\n - stock\n  - count') }, at: 'docs/a.md:12:4' },
		],
	},
	check(context) {
		const { document, report } = context;
		eachTextList(document.frontmatter, ({ pointer: list, field, entries }) => {
			for (const [index, entry] of entries.entries()) {
				if (typeof entry !== 'string' || !MAYBE_JOINED.test(entry)) continue;
				const pointer = `${list}/${index}`;
				const said = joinedReport(context, field, pointer, entry);
				// What is no key or id is told as that.
				if (said && !document.schemaIssues.some((issue) => issue.pointer === pointer)) report(said);
			}
		});
	},
});

const MAYBE_JOINED = /[，、]| - /;

/** The report on an issue whose value is several entries: keys that no vocabulary has as one, ids that are none. */
export function joinedIssue(context: Context, { pointer, received }: SchemaIssue): Report | undefined {
	if (!MAYBE_JOINED.test(received) || !/\/\d+$/.test(pointer)) return undefined;
	return joinedReport(context, parentOf(pointer).split('/').at(-1) ?? '', pointer, received);
}

type Context = Pick<DocumentRuleContext, 'document' | 'source' | 'config'>;

function joinedReport(
	{ document, source, config }: Context,
	field: string,
	pointer: string,
	entry: string,
): Report | undefined {
	const joined = joinedEntry(document, source.text, field, pointer, entry);
	if (!joined) return undefined;
	const range = valueRange(document, pointer);
	const meant = joined.parts.join(', ');
	const params = { path: readablePath(parentOf(pointer)), entry, by: joined.by, meant };
	if (joined.by === 'dash') return { range, params };
	// Parts that are no entries either may have been meant otherwise; outside brackets a comma parts nothing.
	const before = sourceLine(source.text, range.start.line).slice(0, range.start.column - 1);
	const isCertain = before.includes('[') && areEntries(joined.parts, field, config);
	const fix = isCertain && { fix: [{ file: document.file, range, newText: meant }] };
	return { range, params, suggestions: [{ value: meant }], ...fix };
}
