import type { SystemLogFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { logExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';

export const approverIsExecutor = defineRule({
	code: 'MS410',
	rule: 'log-approver-is-executor',
	severity: 'error',
	scope: 'document',
	title: { en: 'Approved by whoever carried it out', 'zh-CN': '批准人与执行人相同' },
	message: {
		en: ({ role }) =>
			`\`${role}\` approved what \`${role}\` carried out. Name the role that really approved it.`,
		'zh-CN': ({ role }) => `\`${role}\` 批准了自己执行的操作。请写明真正批准的角色。`,
	},
	why: {
		en: 'Two pairs of eyes are the control that auditors look for first in changes and permissions.',
		'zh-CN': '变更和授权必须双人复核，这是审计首先检查的控制点。',
	},
	mend: {
		en: 'If nobody else approved it, have it approved now and record that.',
		'zh-CN': '如果当时没有他人批准，请补办批准并如实记录。',
	},
	examples: {
		good: [{ files: { 'docs/log.md': logExample('executedBy: dba\napprovedBy: erp-admin') } }],
		bad: [
			{ files: { 'docs/log.md': logExample('executedBy: dba\napprovedBy: dba') }, at: 'docs/log.md:11:13' },
		],
	},
	check({ document, report }) {
		if (document.kind !== 'system-log') return;
		const { approvedBy, executedBy } = document.frontmatter as SystemLogFrontmatter;
		if (!approvedBy || approvedBy !== executedBy) return;
		report({ range: valueRange(document, '/approvedBy'), params: { role: approvedBy } });
	},
});
