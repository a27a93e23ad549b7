import { defineRule } from '../../model/index.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { decoded, unencoded } from './unencoded.ts';
import { linkSeverity, unresolved } from './unresolved.ts';

export const anchorMissing = defineRule({
	code: 'MS202',
	rule: 'link-anchor-missing',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Link to a section that does not exist', 'zh-CN': '链接指向不存在的章节' },
	message: {
		en: ({ anchor, title }) =>
			`“${title}” has no section \`#${anchor}\`. Take the anchor of an existing heading or step, or give the heading its own with \`{#${anchor}}\`.`,
		'zh-CN': ({ anchor, title }) =>
			`“${title}” 中没有章节 \`#${anchor}\`。请改用已有标题或步骤的锚点，或在标题后写 \`{#${anchor}}\` 指定锚点。`,
	},
	why: {
		en: 'The link opens the right page at the wrong place, and the reader searches a long document by eye.',
		'zh-CN': '链接打开了页面却停在错误的位置，读者只能在长文档里自己找。',
	},
	mend: {
		en: 'Headings become anchors from their text (`## Check the stock` → `#check-the-stock`), Chinese ones too; steps by their `{#id}`.',
		'zh-CN': '标题按文字生成锚点（`## 检查库存` → `#检查库存`）；步骤用自己的 `{#id}`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/index.md':
						'# Start\n\nSee [the steps](stock.md#steps), [检查](stock.md#检查库存) and [below](#next).\n\n## Next\nGo on.\n',
					'docs/stock.md': '# Stock\n\n## Steps\nDo it.\n## 检查库存\n看报表。\n',
				},
			},
		],
		bad: [
			{
				files: {
					'docs/index.md': '# Start\n\nSee [the steps](stock.md#step).\n',
					'docs/stock.md': '# Stock\n\n## Steps\nDo it.\n',
				},
				at: 'docs/index.md:3:17',
			},
			{
				files: { 'docs/index.md': '# Start\n\nSee [below](#nxet).\n\n## Next\nGo on.\n' },
				at: 'docs/index.md:3:13',
			},
		],
	},
	check(context) {
		const isFile = (path: string): boolean => context.graph.byFile.has(path) || context.assets.has(path);
		for (const { from, reference, link } of unresolved(context, ['link', 'image'], ['anchor'])) {
			const versions = context.graph.byId.get(link.actual ?? '');
			const target = versions?.get(from.lang) ?? versions?.values().next().value;
			const anchor = decoded(reference.target.slice(reference.target.indexOf('#') + 1)).replace(/^#+/, '');
			const before = reference.target.slice(0, reference.target.indexOf('#') + 1);
			const whole = unencoded(from, reference.target, isFile);
			const near = indexNearest(target?.anchors ?? [])(anchor).map((value) => before + value);
			context.report({
				file: from.file,
				range: reference.range,
				params: { anchor, title: target?.title ?? '' },
				...linkSeverity(context, reference),
				...suggest(whole ? [whole.value] : near),
			});
		}
	},
});
