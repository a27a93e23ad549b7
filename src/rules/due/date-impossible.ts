import { defineRule } from '../../model/index.ts';
import { logExample, runbookExample } from '../example-documents.ts';
import { readablePath, valueRange } from '../places.ts';
import { dateMeant, eachDate, isLater, isOddYear } from './written-dates.ts';

export const dateImpossible = defineRule({
	code: 'MS126',
	rule: 'date-impossible',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'A date that cannot be meant', 'zh-CN': '不可能的日期' },
	message: {
		en: ({ path, date, future }) =>
			future
				? `\`${path}\` says when it took place, but ${date} is still to come. Correct the date.`
				: `The year of \`${path}\` (${date}) is before 1970 or more than 100 years ahead. Correct it.`,
		'zh-CN': ({ path, date, future }) =>
			future
				? `\`${path}\` 写的是已经发生的日子，而 ${date} 还没有到。请更正日期。`
				: `\`${path}\` 的年份（${date}）早于 1970 年，或在 100 年之后。请更正。`,
	},
	why: {
		en: 'Dates are compared: a review in the year 3026 is never overdue, a log in the future stands above all others.',
		'zh-CN': '日期要互相比较：写成 3026 年的复核永远不会逾期，写成将来的日志会一直排在最前面。',
	},
	mend: {
		en: 'Look at the year first. A log of what is still planned has `outcome: open`; what holds for ever may end in 9999.',
		'zh-CN': '先看年份。还在计划中的事项请写 `outcome: open`；永久有效的可以写到 9999 年。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': runbookExample('review: {every: P6M, on: 2026-11-23}') } },
			{
				files: {
					'docs/a.md': logExample('permission: {action: add, subject: a clerk, validTo: 9999-12-31}'),
				},
			},
			{
				files: {
					'docs/a.md': logExample('status: draft')
						.replace('date: 2026-03-02', 'date: 2026-12-24')
						.replace('outcome: success', 'outcome: open'),
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': runbookExample('review: {on: 0026-05-01}') }, at: 'docs/a.md:11:14' },
			{ files: { 'docs/a.md': runbookExample('review: {on: 2027-05-01}') }, at: 'docs/a.md:11:14' },
			{
				files: { 'docs/a.md': runbookExample('workarounds: [{type: manual, until: 1026-12-31}]') },
				at: 'docs/a.md:11:37',
			},
			{
				files: { 'docs/a.md': logExample('status: draft').replace('date: 2026', 'date: 2027') },
				at: 'docs/a.md:7:7',
			},
		],
	},
	check({ graph, config, asOf, report }) {
		for (const document of graph.nodes.values()) {
			eachDate(document, config, (date) => {
				const { pointer, value, isPast } = date;
				// Nearly every date ends here.
				if (value.startsWith('20') && value.slice(0, 10) <= asOf) return;
				const isOdd = isOddYear(value, asOf);
				if (!isOdd && !(isPast && isLater(value, asOf))) return;
				const meant = dateMeant(date, asOf);
				report({
					file: document.file,
					range: valueRange(document, pointer),
					params: { path: readablePath(pointer), date: value, future: isOdd ? '' : 'future' },
					...(meant !== undefined && { suggestions: [{ value: meant }] }),
				});
			});
		}
	},
});
