import type { RunbookFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { currentOriginals } from './current.ts';
import { isOddYear } from './written-dates.ts';

const measure = (until: string): string =>
	`workarounds: [{type: manual, until: ${until}, reconcile: every day at five}]`;

export const workaroundExpired = defineRule({
	code: 'MS510',
	rule: 'workaround-expired',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Temporary measure past its date', 'zh-CN': '临时措施已过期' },
	message: {
		en: ({ until }) =>
			`This temporary measure was to end on ${until}. Remove it if it has ended, or agree on a new date and say why.`,
		'zh-CN': ({ until }) => `该临时措施应于 ${until} 结束。已结束请删除；需要延续请商定新日期并写明原因。`,
	},
	why: {
		en: 'A measure that nobody ends becomes the process, without its controls and without reconciliation.',
		'zh-CN': '没有人结束的临时措施会变成正式流程，却没有相应的控制和核对。',
	},
	mend: {
		en: 'Set `workaround-expired: error` in mainstay.yaml to make `check` fail on it.',
		'zh-CN': '在 mainstay.yaml 中设 `workaround-expired: error`，过期即让 `check` 失败。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': runbookExample(`${measure('2026-11-22')}\nrelated: [RB-INV-0042]`) } }],
		bad: [{ files: { 'docs/a.md': runbookExample(measure('2026-11-21')) }, at: 'docs/a.md:11:37' }],
	},
	check({ graph, asOf, report }) {
		for (const document of currentOriginals(graph)) {
			if (document.kind !== 'runbook') continue;
			const { workarounds } = document.frontmatter as RunbookFrontmatter;
			for (const [index, { until }] of (workarounds ?? []).entries()) {
				if (until === undefined || until >= asOf || isOddYear(until)) continue;
				const range = valueRange(document, `/workarounds/${index}/until`);
				report({ file: document.file, range, params: { until } });
			}
		}
	},
});
