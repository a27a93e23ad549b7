import { expectedInWords } from '../../../schemas/expected-words.ts';
import { ID_PATTERN } from '../../../schemas/fields/id.ts';
import { defineRule, type SchemaIssue } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { joinedIssue, joinedMessage } from './entry-joined.ts';
import { issuesOf, reportOf } from './schema-issues.ts';

const empty = (received: unknown): boolean => received === '[]';

export const badFormat = defineRule({
	code: 'MS105',
	rule: 'frontmatter-bad-format',
	severity: 'error',
	scope: 'document',
	title: { en: 'Value is not written in the expected form', 'zh-CN': '值的写法不符合要求' },
	message: {
		en: ({ path, received, expected, lastDay, ...others }) =>
			others['by']
				? joinedMessage.en({ path: path ?? '', ...others })
				: lastDay
					? `There is no day \`${received}\` for \`${path}\`: that month ends with ${lastDay}. Write the day that was meant.`
					: empty(received)
						? `\`${path}\` is an empty list. Add an entry, or remove the field.`
						: `\`${received}\` does not have the form of \`${path}\`. Write it as ${expectedInWords(expected, 'en')}.`,
		'zh-CN': ({ path, received, expected, lastDay, ...others }) =>
			others['by']
				? joinedMessage['zh-CN']({ path: path ?? '', ...others })
				: lastDay
					? `\`${path}\` 的 \`${received}\` 没有这一天：该月最后一天是 ${lastDay}。请写上正确的日期。`
					: empty(received)
						? `\`${path}\` 是空列表。请添加一项，或删除该字段。`
						: `\`${received}\` 不符合 \`${path}\` 的写法。请写成 ${expectedInWords(expected, 'zh-CN')}。`,
	},
	why: {
		en: 'Dates, durations and ids are sorted, compared and used as addresses; that needs one way of writing them.',
		'zh-CN': '日期、时长和编号要排序、比较并用作地址，因此只能有一种写法。',
	},
	mend: {
		en: 'Write dates as `2026-03-31`, durations as `P6M`, ids as `RB-INV-0042`.',
		'zh-CN': '日期写成 `2026-03-31`，时长写成 `P6M`，编号写成 `RB-INV-0042`。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample('review: {every: P6M, on: 2026-10-31}') } }],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample('review:\n  every: P6M\n  on: 31.03.2026') },
				at: 'docs/stock.md:13:7',
			},
			{
				files: { 'docs/stock.md': runbookExample('review: {every: P6M, on: 2026-02-30}') },
				at: 'docs/stock.md:11:26',
			},
			{
				files: { 'docs/stock.md': runbookExample('related: [RB-INV-0042、RB-INV-0042]') },
				at: 'docs/stock.md:11:11',
			},
			{ files: { 'docs/stock.md': runbookExample('keywords: []') }, at: 'docs/stock.md:11:11' },
		],
	},
	check(context) {
		const { document, report } = context;
		for (const issue of issuesOf(document, 'format')) {
			const joined = joinedIssue(context, issue);
			if (joined) {
				report(joined);
				continue;
			}
			const lastDay = lastDayOf(issue) ?? '';
			const meant = meantId(issue) ?? lastDay;
			const { params, ...rest } = reportOf(issue, valueRange(document, issue.pointer));
			report({
				...rest,
				params: { ...params, lastDay },
				...(meant && { suggestions: [{ value: meant }] }),
			});
		}
	},
});

/** `rb_inv-42` → `RB-INV-0042`: an id in which only case, signs or leading zeros are wrong. */
function meantId({ expected, received }: SchemaIssue): string | undefined {
	const [, prefix] = /^([A-Z]+)-XXX-0001$/.exec(expected) ?? [];
	const parts = received
		.normalize('NFKC')
		.toUpperCase()
		.split(/[\s_.:/-]+/);
	const [first, group, number = ''] = parts;
	const id = `${first}-${group}-${number.padStart(4, '0')}`;
	return prefix === first && parts.length === 3 && /^\d+$/.test(number) && ID_PATTERN.test(id)
		? id
		: undefined;
}

/** The last day of the month of a date that no calendar has, with its time of day; undefined where it has one. */
function lastDayOf({ expected, received }: SchemaIssue): string | undefined {
	const [, year, month, day, time = ''] =
		/^(\d{4})-(0[1-9]|1[0-2])-(\d{2})([T ]\d{2}:\d{2}.*)?$/.exec(received) ?? [];
	if (!expected.startsWith('YYYY-MM-DD') || year === undefined || (time && expected === 'YYYY-MM-DD'))
		return undefined;
	const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	return Number(day) > last ? `${year}-${month}-${last}${time}` : undefined;
}
