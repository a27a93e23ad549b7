import type { SystemLogFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { isOddYear } from '../due/written-dates.ts';
import { logExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';

export const datesReversed = defineRule({
	code: 'MS411',
	rule: 'log-dates-reversed',
	severity: 'error',
	scope: 'document',
	title: { en: 'Ends before it begins', 'zh-CN': '结束早于开始' },
	message: {
		en: ({ what, end, start }) =>
			what === 'permission'
				? `The permission expires on ${end}, before the log’s own date ${start}. Correct one of the two.`
				: `The window ends at ${end}, before it starts at ${start}. Correct one of the two.`,
		'zh-CN': ({ what, end, start }) =>
			what === 'permission'
				? `权限有效期至 ${end}，早于日志日期 ${start}。请更正其中之一。`
				: `时间窗口的结束 ${end} 早于开始 ${start}。请更正其中之一。`,
	},
	why: {
		en: 'Timelines and the audit view are computed from these dates; a reversed pair shows a permission that never was.',
		'zh-CN': '时间线和审计视图由这些日期计算；颠倒后会显示一个从未生效的权限。',
	},
	mend: {
		en: 'Check the year first: most such slips are there.',
		'zh-CN': '先检查年份，多数错误出在年份上。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/log.md': logExample('permission: {action: add, subject: a clerk, validTo: 2026-06-30}'),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/log.md': logExample('permission: {action: add, subject: a clerk, validTo: 2025-06-30}'),
				},
				at: 'docs/log.md:10:54',
			},
			{
				files: { 'docs/log.md': logExample('window: {start: 2026-03-02 22:00, end: 2026-03-02 20:00}') },
				at: 'docs/log.md:10:40',
			},
		],
	},
	check({ document, report }) {
		if (document.kind !== 'system-log') return;
		const { date, permission, window } = document.frontmatter as SystemLogFrontmatter;
		const pairs = [
			{ what: 'permission', pointer: '/permission/validTo', start: date, end: permission?.validTo },
			{ what: 'window', pointer: '/window/end', start: window?.start, end: window?.end },
		];
		for (const { what, pointer, start, end } of pairs) {
			if (!start || !end || !isBefore(end, start) || isOddYear(start) || isOddYear(end)) continue;
			report({ range: valueRange(document, pointer), params: { what, start, end } });
		}
	},
});

/** Compares as far as both are written, so that a date and a time of the same day are not reversed. */
function isBefore(end: string, start: string): boolean {
	const length = Math.min(end.length, start.length, 'YYYY-MM-DD HH:MM'.length);
	const comparable = (moment: string): string => moment.replace('T', ' ').slice(0, length);
	return comparable(end) < comparable(start);
}
