import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { isSubprocess } from '../links/subprocess-field.ts';
import { unresolved } from '../links/unresolved.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { valueRange } from '../places.ts';
import { processOf } from './flow.ts';

export const subprocess = defineRule({
	code: 'MS317',
	rule: 'process-subprocess',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Subprocess step without a process', 'zh-CN': '子流程步骤没有对应的流程' },
	message: {
		en: ({ step, id }) =>
			id
				? `Step \`${step}\` opens \`${id}\`, which does not exist. Correct the id, or write that process.`
				: `Step \`${step}\` is a subprocess but does not say which. Add \`process:\` with its id, or make the step a task.`,
		'zh-CN': ({ step, id }) =>
			id
				? `步骤 \`${step}\` 打开的 \`${id}\` 不存在。请更正编号，或补写该流程。`
				: `步骤 \`${step}\` 是子流程，却没有说明是哪一个。请用 \`process:\` 写明编号，或改为普通任务。`,
	},
	why: {
		en: 'A subprocess is drawn as a door to another map; a door must open.',
		'zh-CN': '子流程在图上是通往另一张图的入口，必须点得开。',
	},
	mend: {
		en: 'Name the process by its id: `process: PR-O2C-0011`.',
		'zh-CN': '用编号写明流程：`process: PR-O2C-0011`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: credit, name: Check credit, type: subprocess, process: PR-O2C-0011}
  - {id: done, name: Done, type: end}`),
					'docs/credit.md': processExample('trigger: An order arrives.', 'PR-O2C-0011'),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: credit, name: Check credit, type: subprocess}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:11:44',
			},
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: credit, name: Check credit, type: subprocess, process: PR-O2C-0011}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:11:65',
			},
		],
	},
	check(context) {
		for (const document of context.graph.nodes.values()) {
			if (document.kind !== 'process') continue;
			const { steps = [] } = document.frontmatter as ProcessFrontmatter;
			for (const [index, { id, type, process }] of steps.entries()) {
				if (!id || type !== 'subprocess' || process) continue;
				// Something that is no id at all is reported by the schema.
				if (document.positions[`/steps/${index}/process`]) continue;
				const range = valueRange(document, `/steps/${index}/type`);
				context.report({ file: document.file, range, params: { step: id, id: '' } });
			}
		}
		const ids = [...context.graph.byId.keys()].filter((id) => id.startsWith('PR-'));
		const near = indexNearest(ids);
		for (const { from, reference } of unresolved(context, ['frontmatter'], ['document', 'case'])) {
			if (!isSubprocess(reference)) continue;
			const pointer = reference.pointer?.replace(/\/process$/, '') ?? '';
			const step = processOf({ document: from, config: context.config })?.steps.find(
				(candidate) => candidate.pointer === pointer,
			);
			context.report({
				file: from.file,
				range: reference.range,
				params: { step: step?.id ?? '', id: reference.target },
				...suggest(near(reference.target).filter((id) => id !== from.id)),
			});
		}
	},
});
