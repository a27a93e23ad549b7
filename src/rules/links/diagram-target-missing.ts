import { defineRule } from '../../model/index.ts';
import { nearestTargets } from './nearest-target.ts';
import { linkSeverity, unresolved } from './unresolved.ts';

export const diagramTargetMissing = defineRule({
	code: 'MS209',
	rule: 'diagram-target-missing',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Node of a diagram leads nowhere', 'zh-CN': '图中节点的链接无效' },
	message: {
		en: ({ target }) =>
			`The diagram links to \`${target}\`, which does not exist. Correct the \`click\` line; \`kb:\` and an id is safest.`,
		'zh-CN': ({ target }) =>
			`图中链接的 \`${target}\` 不存在。请更正 \`click\` 行；用 \`kb:\` 加编号最稳妥。`,
	},
	why: {
		en: 'A node that can be clicked is a promise; readers of a map expect to arrive.',
		'zh-CN': '能点的节点就是承诺：看图的读者希望点得到。',
	},
	mend: {
		en: 'Write `click node "kb:RB-INV-0042"`, a path relative to the file, or an https address.',
		'zh-CN': '写成 `click 节点 "kb:RB-INV-0042"`、相对于本文件的路径或 https 地址。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': '# A\n\n```mermaid\nflowchart LR\n  x --> y\n  click x "b.md"\n```\n',
					'docs/b.md': '# B\n',
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md': '# A\n\n```mermaid\nflowchart LR\n  x --> y\n  click x "kb:RB-INV-0042"\n```\n',
				},
				at: 'docs/a.md:6:12',
			},
		],
	},
	check(context) {
		const nearest = nearestTargets(context.graph, context.assets);
		const reasons = ['document', 'file', 'anchor', 'case', 'outside-root', 'scheme'] as const;
		for (const { from, reference } of unresolved(context, ['diagram'], reasons)) {
			const { target } = reference;
			const suggestions = /^kb:/i.test(target)
				? nearest.id(target.slice('kb:'.length).replace(/#.*$/s, ''))
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
