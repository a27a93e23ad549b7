import { defineRule, type Suggestion } from '../../model/index.ts';
import { nearestTargets } from './nearest-target.ts';
import { isUnpublished, linkSeverity, unresolved } from './unresolved.ts';

/** The scheme of ids; with a full-width colon it is none, and yet plain what was meant. */
const KB = /^kb[:：]/i;

export const linkTargetMissing = defineRule({
	code: 'MS201',
	rule: 'link-target-missing',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Link to a document that does not exist', 'zh-CN': '链接指向不存在的文档' },
	message: {
		en: ({ target }) =>
			`\`${target}\` leads to no document. Correct the path, or write \`kb:\` and the document’s id, which survives renames.`,
		'zh-CN': ({ target }) =>
			`\`${target}\` 没有指向任何文档。请更正路径，或改写为 \`kb:\` 加文档编号，文件改名后仍然有效。`,
	},
	why: {
		en: 'A reader who follows a dead link in the middle of an incident stands there without the next page. A folder of plain pages without settings, which another tool may have written, is built all the same.',
		'zh-CN':
			'处理异常时点到死链接，读者就断了线索。没有设置、只有普通页面的目录可能来自其他工具，这种目录仍可构建。',
	},
	mend: {
		en: 'Write the path relative to the file (`../runbooks/stock.md`), from the documents folder (`/runbooks/stock.md`), or as `kb:RB-INV-0042`.',
		'zh-CN':
			'路径可以相对于本文件（`../runbooks/stock.md`）、从文档目录写起（`/runbooks/stock.md`），或写成 `kb:RB-INV-0042`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/index.md': '# Start\n\nSee [the stock](guides/stock.md) and [again](guides/stock/).\n',
					'docs/guides/stock.md': '# Stock\n\nSee [the start](../index.md).\n',
				},
			},
		],
		bad: [
			{
				files: {
					'docs/index.md': '# Start\n\nSee [the stock](guides/stok.md).\n',
					'docs/guides/stock.md': '# Stock\n',
				},
				at: 'docs/index.md:3:17',
			},
			{ files: { 'docs/index.md': '# Start\n\nSee [this](kb:RB-INV-0042).\n' }, at: 'docs/index.md:3:12' },
		],
	},
	check(context) {
		const nearest = nearestTargets(context.graph, context.assets);
		for (const { from, reference } of unresolved(context, ['link'], ['document'])) {
			if (isUnpublished(context, from, reference)) continue;
			const { target } = reference;
			const suggestions: Suggestion[] = KB.test(target)
				? nearest
						.id(target.replace(KB, '').replace(/#.*$/s, ''))
						.map((suggestion) => ({ ...suggestion, value: `kb:${suggestion.value}` }))
				: nearest.document(from, target);
			context.report({
				file: from.file,
				range: reference.range,
				params: { target },
				...linkSeverity(context, reference),
				...(suggestions.length > 0 ? { suggestions } : {}),
			});
		}
	},
});
