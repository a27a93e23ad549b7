import type { SystemLogFrontmatter } from '../../../schemas/index.ts';
import { type Document, defineRule } from '../../model/index.ts';
import { logExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { currentOriginals } from './current.ts';
import { isOddYear } from './written-dates.ts';

/** From line 4 on; `permission` stands on line 15. */
function permissionLog(permission: string, id = 'LOG-2026-0101', date = '2026-03-02'): string {
	return logExample(
		`requestedBy: department-head\nexecutedBy: erp-admin\napprovedBy: security-officer\nreason: cover\nticket: T-1\npermission: ${permission}`,
		id,
	)
		.replace('logType: drill', 'logType: permission')
		.replace('date: 2026-03-02', `date: ${date}`);
}

const ADDED = '{action: add, subject: user lin, to: Stock Manager, validTo: 2026-10-31}';

export const permissionExpired = defineRule({
	code: 'MS511',
	rule: 'permission-expired',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Permission past its date, and not taken back', 'zh-CN': '权限已到期但没有收回' },
	message: {
		en: ({ subject, validTo }) =>
			`The permission of “${subject}” ended on ${validTo}, and no later record disables or changes it. Take it back and record that.`,
		'zh-CN': ({ subject, validTo }) =>
			`“${subject}”的权限已于 ${validTo} 到期，之后没有停用或变更的记录。请收回并记录。`,
	},
	why: {
		en: 'Temporary rights that stay are how separation of duties is lost; auditors look for them first.',
		'zh-CN': '临时权限不收回，职责分离就会失效；审计首先检查这一项。',
	},
	mend: {
		en: 'Write a permission log with `action: disable` and the same `subject`; for an extension one with `action: change` and a new `validTo`.',
		'zh-CN':
			'新建权限日志，`action: disable`，`subject` 写法相同；延期则用 `action: change` 和新的 `validTo`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': permissionLog(ADDED),
					'docs/b.md': permissionLog('{action: disable, subject: User  LIN}', 'LOG-2026-0102', '2026-11-02'),
				},
			},
			{ files: { 'docs/a.md': permissionLog('{action: add, subject: user lin, validTo: 2026-11-22}') } },
		],
		bad: [{ files: { 'docs/a.md': permissionLog(ADDED) }, at: 'docs/a.md:15:74' }],
	},
	check({ graph, asOf, report }) {
		const ended = new Map<string, string>();
		const logs = currentOriginals(graph).filter(isCarriedOut);
		for (const { frontmatter } of logs) {
			const { permission, date = '' } = frontmatter as SystemLogFrontmatter;
			if (permission?.action !== 'disable' && permission?.action !== 'change') continue;
			const subject = fold(permission.subject ?? '');
			if (date > (ended.get(subject) ?? '')) ended.set(subject, date);
		}
		for (const document of logs) {
			const { permission, date = '' } = document.frontmatter as SystemLogFrontmatter;
			const { action, subject = '', validTo } = permission ?? {};
			if (action === 'disable' || validTo === undefined || validTo >= asOf || isOddYear(validTo)) continue;
			if ((ended.get(fold(subject)) ?? '') > date) continue;
			const range = valueRange(document, '/permission/validTo');
			report({ file: document.file, range, params: { subject, validTo } });
		}
	},
});

function isCarriedOut({ frontmatter: { logType, outcome } }: Document): boolean {
	return logType === 'permission' && outcome !== 'failed' && outcome !== 'rolled-back' && outcome !== 'open';
}

/** Letter case, width of characters and spacing make no other person. */
function fold(subject: string): string {
	return subject.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
