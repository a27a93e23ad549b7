import { defineRule, nearest, type Suggestion } from '../../model/index.ts';
import { linkSeverity, unresolved } from './unresolved.ts';

export const linkScheme = defineRule({
	code: 'MS208',
	rule: 'link-scheme',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Link of a refused kind', 'zh-CN': '不允许的链接协议' },
	message: {
		en: ({ scheme, sort }) =>
			sort === 'disk'
				? `\`${scheme}:\` leads to the disk of one computer. Put the file into the documents folder and link to it by its path.`
				: sort === 'web'
					? `Behind \`${scheme}:\` a web address has two slashes; this one leads nowhere.`
					: `Links with \`${scheme}:\` are not published. Use http, https, mailto, tel, a path, or \`kb:\` and an id.`,
		'zh-CN': ({ scheme, sort }) =>
			sort === 'disk'
				? `\`${scheme}:\` 指向某一台电脑的磁盘。请把文件放进文档目录，再用路径引用。`
				: sort === 'web'
					? `网址的 \`${scheme}:\` 后面要有两条斜杠，这个链接打不开。`
					: `不会发布 \`${scheme}:\` 链接。请使用 http、https、mailto、tel、相对路径，或 \`kb:\` 加编号。`,
	},
	why: {
		en: '`javascript:` and `data:` links run code in the reader’s session; `file:` and drive letters lead to one person’s disk.',
		'zh-CN': '`javascript:`、`data:` 链接会在读者的会话中执行代码；`file:` 和盘符只存在于某个人的电脑上。',
	},
	mend: {
		en: 'Link to a web address, or add the file to the documents folder and link to it by its path.',
		'zh-CN': '链接到网址，或把文件放进文档目录后用路径引用。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n\n[x](https://example.com) [y](mailto:it@example.com)\n' } }],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n[x](javascript:alert(1))\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\n[x](C:\\forms\\leave.docx)\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\n[x](https:/example.com)\n' }, at: 'docs/a.md:3:5' },
		],
	},
	check(context) {
		for (const { from, reference } of unresolved(context, ['link', 'image'], ['scheme'])) {
			const target = reference.target.trim();
			const written = target.slice(0, target.indexOf(':'));
			const scheme = written.toLowerCase();
			const suggestions = meant(scheme, target.slice(written.length + 1));
			context.report({
				file: from.file,
				range: reference.range,
				// A drive is named by its letter.
				params: { scheme: /^[a-z]$/.test(scheme) ? written : scheme, sort: sortOf(scheme) },
				...linkSeverity(context, reference),
				...(suggestions.length > 0 ? { suggestions } : {}),
			});
		}
	},
});

function sortOf(scheme: string): 'disk' | 'web' | 'other' {
	if (/^(?:[a-z]|file)$/.test(scheme)) return 'disk';
	return /^https?$/.test(scheme) ? 'web' : 'other';
}

/** The address under the scheme that was misspelt, or with both its slashes. */
function meant(scheme: string, rest: string): Suggestion[] {
	const schemes = sortOf(scheme) === 'other' ? nearest(scheme, ['https', 'http', 'mailto', 'tel'], 1) : [];
	const known = sortOf(scheme) === 'web' ? [scheme] : schemes;
	return known.map((name) => ({
		value: name.startsWith('http') ? `${name}://${rest.replace(/^\/+/, '')}` : `${name}:${rest}`,
	}));
}
