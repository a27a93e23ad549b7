import { defineRule } from '../../model/index.ts';
import { isUnpublished, linkSeverity, unresolved } from './unresolved.ts';

export const linkOutsideRoot = defineRule({
	code: 'MS207',
	rule: 'link-outside-root',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Link leaves the project', 'zh-CN': '链接指向项目之外' },
	message: {
		en: ({ target }) =>
			`\`${target}\` leads out of the project folder. Move the file into the documents, or link to its public address.`,
		'zh-CN': ({ target }) => `\`${target}\` 指向项目目录之外。请把文件放进文档目录，或链接到它的公开地址。`,
	},
	why: {
		en: 'Files outside the project are never published: the link would work on one machine only, or show what nobody meant to show.',
		'zh-CN': '项目之外的文件不会发布：链接只在某台机器上有效，还可能泄露不该公开的内容。',
	},
	mend: {
		en: 'Count the `../` of the path, or copy the file into the documents folder.',
		'zh-CN': '检查路径中 `../` 的层数，或把文件复制到文档目录。',
	},
	examples: {
		good: [{ files: { 'docs/a/x.md': '# X\n\n[y](../b/y.md)\n', 'docs/b/y.md': '# Y\n' } }],
		bad: [{ files: { 'docs/a/x.md': '# X\n\n[y](../../../b/y.md)\n' }, at: 'docs/a/x.md:3:5' }],
	},
	check(context) {
		for (const { from, reference } of unresolved(context, ['link', 'image'], ['outside-root'])) {
			if (isUnpublished(context, from, reference)) continue;
			context.report({
				file: from.file,
				range: reference.range,
				params: { target: reference.target },
				...linkSeverity(context, reference),
			});
		}
	},
});
