import { defineRule } from '../../model/index.ts';
import { isUnpublished, unresolved } from './unresolved.ts';

export const linkUnpublished = defineRule({
	code: 'MS213',
	rule: 'link-unpublished',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Link to a file that is not published', 'zh-CN': '链接的文件不会发布' },
	message: {
		en: ({ target }) =>
			`\`${target}\` exists, but outside the documents folders, and is not published. Link to its web address, or bring it into the documents.`,
		'zh-CN': ({ target }) =>
			`\`${target}\` 存在，但在文档目录之外，不会发布。请链接到它的网址，或把它放进文档目录。`,
	},
	why: {
		en: 'The link works where the sources are read, and leads nowhere for readers of the site.',
		'zh-CN': '在源码仓库里点得开，网站的读者却点不开。',
	},
	mend: {
		en: 'Name its folder under `sources` in mainstay.yaml, or write the address at which it can be read.',
		'zh-CN': '在 mainstay.yaml 的 `sources` 中加入它所在的目录，或写出可以阅读它的网址。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/index.md': '# Start\n\nSee [the code](https://git.example/erp/hold.py).\n',
					'src/hold.py': 'LIMIT = 1000\n',
				},
			},
		],
		bad: [
			{
				files: {
					'docs/index.md': '# Start\n\nSee [the code](../src/hold.py).\n',
					'src/hold.py': 'LIMIT = 1000\n',
				},
				at: 'docs/index.md:3:16',
			},
		],
	},
	check(context) {
		const reasons = ['document', 'file', 'outside-root'] as const;
		for (const { from, reference } of unresolved(context, ['link'], reasons)) {
			if (!isUnpublished(context, from, reference)) continue;
			context.report({
				file: from.file,
				range: reference.range,
				params: { target: reference.target },
			});
		}
	},
});
