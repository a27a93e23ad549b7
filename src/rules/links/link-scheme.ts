import { defineRule } from '../../model/index.ts';
import { linkSeverity, unresolved } from './unresolved.ts';

export const linkScheme = defineRule({
	code: 'MS208',
	rule: 'link-scheme',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Link of a refused kind', 'zh-CN': '不允许的链接协议' },
	message: {
		en: ({ scheme }) =>
			`Links with \`${scheme}:\` are not published. Use http, https, mailto, tel, a path, or \`kb:\` and an id.`,
		'zh-CN': ({ scheme }) =>
			`不会发布 \`${scheme}:\` 链接。请使用 http、https、mailto、tel、相对路径，或 \`kb:\` 加编号。`,
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
		bad: [{ files: { 'docs/a.md': '# A\n\n[x](javascript:alert(1))\n' }, at: 'docs/a.md:3:5' }],
	},
	check(context) {
		for (const { from, reference } of unresolved(context, ['link', 'image'], ['scheme'])) {
			const scheme = reference.target.trimStart().slice(0, reference.target.trimStart().indexOf(':'));
			context.report({
				file: from.file,
				range: reference.range,
				params: { scheme: scheme.toLowerCase() },
				...linkSeverity(context, reference),
			});
		}
	},
});
