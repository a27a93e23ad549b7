import { type SectionRole, sectionRole } from '../../../schemas/section-role.ts';
import { defineRule } from '../../model/index.ts';
import { bodyParts } from '../body/body-parts.ts';
import { withoutBrokenAnchor } from '../body/broken-anchors.ts';
import { isEmptyHeading } from '../body/heading-empty.ts';
import { unreadHeadings } from '../body/unread-headings.ts';
import { runbookExample } from '../example-documents.ts';
import { frontmatterStart } from '../places.ts';

export const missingSection = defineRule({
	code: 'MS408',
	rule: 'runbook-missing-section',
	severity: 'hint',
	scope: 'document',
	title: { en: 'Runbook lacks a section', 'zh-CN': '运行手册缺少章节' },
	message: {
		en: ({ section }) =>
			section === 'diagnosis'
				? 'This runbook has no section on diagnosis. Say under `## Diagnosis` how to tell that this is the case at hand.'
				: 'This runbook has no section with its steps. Put them under `## Steps`.',
		'zh-CN': ({ section }) =>
			section === 'diagnosis'
				? '这篇运行手册没有诊断章节。请在 `## 诊断` 下说明如何确认就是这种情况。'
				: '这篇运行手册没有步骤章节。请把步骤放在 `## 步骤` 下。',
	},
	why: {
		en: 'Similar errors have different causes. The section keeps a reader from doing the right steps for the wrong problem.',
		'zh-CN': '相似的报错原因可能不同。有了诊断章节，读者才不会用对的步骤处理错的问题。',
	},
	mend: {
		en: 'Usual sections are diagnosis, steps, verification and root cause, in any of the languages.',
		'zh-CN': '常用章节：诊断、步骤、验证、根因，三种语言均可。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample() } }],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample('status: draft', '\n## 步骤\n\n::::step{#look}\n### 查看\n::::\n'),
				},
				at: 'docs/stock.md:1:1',
			},
		],
	},
	check({ document, source, tree, report }) {
		if (document.kind !== 'runbook') return;
		const missing = new Set<SectionRole>(['diagnosis', 'steps']);
		const read = document.headings.map(({ text }) => withoutBrokenAnchor(text));
		// A heading that is read as text is a finding by itself.
		for (const text of [...read, ...unreadHeadings(tree, source.text).map(({ title }) => title)]) {
			const role = sectionRole(text);
			if (role) missing.delete(role);
			if (missing.size === 0) return;
		}
		// A section whose heading has no text, which is a finding by itself, may be any of them.
		if (bodyParts(tree).headings.some(isEmptyHeading)) return;
		for (const section of missing) {
			// Step blocks are steps under whatever heading.
			if (section === 'steps' && document.procedure.length > 0) continue;
			report({ range: frontmatterStart(document), params: { section } });
		}
	},
});
