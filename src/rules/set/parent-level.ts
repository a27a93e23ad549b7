import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';

export const parentLevel = defineRule({
	code: 'MS504',
	rule: 'parent-level',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Level of the parent does not fit', 'zh-CN': '上级流程的层级不符' },
	message: {
		en: ({ parent, parentLevel: above, level }) =>
			`\`${parent}\` has level ${above} and cannot contain a process of level ${level}. Levels go down from 1: value chain, group, process, activity.`,
		'zh-CN': ({ parent, parentLevel: above, level }) =>
			`\`${parent}\` 是第 ${above} 级，不能包含第 ${level} 级流程。层级从 1 往下：价值链、流程组、流程、活动。`,
	},
	why: {
		en: 'The map shows one level at a time; a process beside or above its parent would be drawn nowhere.',
		'zh-CN': '流程图逐级显示；与上级同级或更高的流程无处可画。',
	},
	mend: {
		en: 'Correct `level`, or choose a parent of a higher level.',
		'zh-CN': '更正 `level`，或改选更高一级的上级。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': processExample('order: 1'),
					'docs/b.md': processExample('parent: PR-O2C-0001', 'PR-O2C-0002', 2),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md': processExample('order: 1'),
					'docs/b.md': processExample('parent: PR-O2C-0001', 'PR-O2C-0002', 2),
					'docs/c.md': processExample('parent: PR-O2C-0002', 'PR-O2C-0003', 2),
				},
				at: 'docs/c.md:9:9',
			},
		],
	},
	check({ graph, report }) {
		for (const document of graph.nodes.values()) {
			if (document.kind !== 'process') continue;
			const { level, parent } = document.frontmatter as ProcessFrontmatter;
			if (level === undefined || !parent || parent === document.id) continue;
			const above = graph.byId.get(parent)?.values().next().value;
			if (above?.kind !== 'process') continue;
			const { level: aboveLevel } = above.frontmatter as ProcessFrontmatter;
			if (aboveLevel === undefined || aboveLevel < level) continue;
			report({
				file: document.file,
				range: valueRange(document, '/parent'),
				params: { parent, parentLevel: aboveLevel, level },
				related: [{ file: above.file, range: valueRange(above, '/level'), message: above.title }],
			});
		}
	},
});
