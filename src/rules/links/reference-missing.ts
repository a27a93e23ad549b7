import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { nearestTargets } from './nearest-target.ts';
import { isSubprocess } from './subprocess-field.ts';
import { unresolved } from './unresolved.ts';

export const referenceMissing = defineRule({
	code: 'MS205',
	rule: 'reference-missing',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Field names a document that does not exist', 'zh-CN': '字段引用的文档不存在' },
	message: {
		en: ({ id, field }) =>
			`There is no document \`${id}\`, which \`${field}\` names. Correct the id, or write the document.`,
		'zh-CN': ({ id, field }) => `\`${field}\` 引用的文档 \`${id}\` 不存在。请更正编号，或补写该文档。`,
	},
	why: {
		en: 'Relations draw the process map, the list of runbooks at a step and the related documents; a dangling one is a node that points nowhere.',
		'zh-CN': '流程图、步骤上的运行手册和相关文档都来自这些引用；悬空的引用就是没有去处的节点。',
	},
	mend: {
		en: 'Use the id as it stands in the other document’s frontmatter. `mainstay search` finds it.',
		'zh-CN': '使用对方 frontmatter 中的编号，可用 `mainstay search` 查找。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': runbookExample('related: [RB-INV-0010]'),
					'docs/b.md': runbookExample('status: draft', undefined, 'RB-INV-0010'),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md': runbookExample('related: [RB-INV-0100]'),
					'docs/b.md': runbookExample('status: draft', undefined, 'RB-INV-0010'),
				},
				at: 'docs/a.md:11:11',
			},
		],
	},
	check(context) {
		const nearest = nearestTargets(context.graph, context.assets);
		for (const { from, reference } of unresolved(context, ['frontmatter'], ['document', 'case'])) {
			if (isSubprocess(reference)) continue;
			const suggestions = nearest.id(reference.target).filter(({ value }) => value !== from.id);
			context.report({
				file: from.file,
				range: reference.range,
				params: { id: reference.target, field: reference.relation ?? '' },
				...(suggestions.length > 0 ? { suggestions } : {}),
			});
		}
	},
});
