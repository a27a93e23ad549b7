import { addPeriod, defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { currentOriginals } from './current.ts';
import { isOddYear } from './written-dates.ts';

export const reviewOverdue = defineRule({
	code: 'MS512',
	rule: 'review-overdue',
	severity: 'hint',
	scope: 'graph',
	title: { en: 'Review overdue', 'zh-CN': '复核已逾期' },
	message: {
		en: ({ on, every, due }) =>
			`Last reviewed ${on}; with a review every ${every} the next was due on ${due}. Review it and record the proof.`,
		'zh-CN': ({ on, every, due }) =>
			`上次复核 ${on}，周期 ${every}，应于 ${due} 再次复核。请复核并写明证据。`,
	},
	why: {
		en: 'Who follows an instruction in trouble must know that somebody held it against reality not long ago.',
		'zh-CN': '出问题时照着做的人，需要知道不久前有人核实过这份文档。',
	},
	mend: {
		en: 'Set `review.on`, `method` and `evidence`; a drill or an incident counts more than a date. Set `review-overdue: error` in mainstay.yaml to make `check` fail.',
		'zh-CN':
			'更新 `review.on`、`method` 与 `evidence`；演练或实战比单纯的日期更有分量。在 mainstay.yaml 中设 `review-overdue: error` 可让 `check` 失败。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': runbookExample('review: {on: 2026-05-22, every: P6M}') } },
			{ files: { 'docs/a.md': runbookExample('status: draft') } },
		],
		bad: [
			{
				files: { 'docs/a.md': runbookExample('review: {on: 2026-05-21, every: P6M}') },
				at: 'docs/a.md:11:14',
			},
		],
	},
	check({ graph, config, asOf, report }) {
		for (const document of currentOriginals(graph)) {
			if (document.kind === 'system-log') continue;
			const review = document.frontmatter['review'] as { on?: string; every?: string } | undefined;
			const every = review?.every ?? config.review.every;
			const due = review?.on && addPeriod(review.on, every);
			if (!review?.on || !due || due >= asOf || isOddYear(review.on)) continue;
			const range = valueRange(document, '/review/on');
			report({ file: document.file, range, params: { on: review.on, every, due } });
		}
	},
});
