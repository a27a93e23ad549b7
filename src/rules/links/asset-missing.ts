import { defineRule } from '../../model/index.ts';
import { nearestTargets } from './nearest-target.ts';
import { isUnpublished, linkSeverity, unresolved } from './unresolved.ts';

export const assetMissing = defineRule({
	code: 'MS204',
	rule: 'asset-missing',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Picture or download does not exist', 'zh-CN': '图片或附件不存在' },
	message: {
		en: ({ target }) =>
			`The file \`${target}\` does not exist in the documents folders. Add it there, or correct the path.`,
		'zh-CN': ({ target }) => `文档目录中没有文件 \`${target}\`。请把它放进去，或更正路径。`,
	},
	why: {
		en: 'The page would show a broken picture or offer a download that fails. Only files inside the documents folders are published.',
		'zh-CN': '页面上会出现破图或打不开的下载。只有文档目录内的文件才会发布。',
	},
	mend: {
		en: 'Put the file beside the document and refer to it by a relative path.',
		'zh-CN': '把文件放在文档旁边，用相对路径引用。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/index.md': '# Start\n\n![Menu](images/menu.png) [Form](form.xlsx)\n',
					'docs/images/menu.png': '',
					'docs/form.xlsx': '',
				},
			},
		],
		bad: [
			{
				files: { 'docs/index.md': '# Start\n\n![Menu](images/meun.png)\n', 'docs/images/menu.png': '' },
				at: 'docs/index.md:3:9',
			},
			{ files: { 'docs/index.md': '# Start\n\n[Form](form.xlsx)\n' }, at: 'docs/index.md:3:8' },
		],
	},
	check(context) {
		const nearest = nearestTargets(context.graph, context.assets);
		for (const { from, reference } of unresolved(context, ['link', 'image'], ['file'])) {
			if (isUnpublished(context, from, reference)) continue;
			const suggestions = nearest.asset(from, reference.target);
			context.report({
				file: from.file,
				range: reference.range,
				params: { target: reference.target },
				...linkSeverity(context, reference),
				...(suggestions.length > 0 ? { suggestions } : {}),
			});
		}
	},
});
