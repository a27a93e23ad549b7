import type { RunbookFrontmatter, SystemLogFrontmatter } from '../../../schemas/index.ts';
import { type Document, defineRule } from '../../model/index.ts';
import { processExample, runbookExample } from '../example-documents.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { valueRange } from '../places.ts';
import { processOf } from './flow.ts';

/** A step that another document names, with the process it should be in. */
interface Mention {
	readonly process: string;
	readonly step: string;
	readonly pointer: string;
}

export const stepUnknown = defineRule({
	code: 'MS319',
	rule: 'process-step-unknown',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Process has no such step', 'zh-CN': '流程中没有这个步骤' },
	message: {
		en: ({ process, step }) =>
			`\`${process}\` has no step \`${step}\`. Use the id of one of its steps, or leave the step out.`,
		'zh-CN': ({ process, step }) =>
			`\`${process}\` 中没有步骤 \`${step}\`。请使用该流程的步骤 id，或不写步骤。`,
	},
	why: {
		en: 'Runbooks and incidents are shown at the step they concern; without it they are missing from the map.',
		'zh-CN': '运行手册和异常记录显示在所属步骤上；步骤不存在，流程图上就看不到它们。',
	},
	mend: { en: 'Copy the step’s `id` from the process document.', 'zh-CN': '从流程文档复制步骤的 `id`。' },
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample('processes: [{process: PR-O2C-0001, step: order}]'),
					'docs/p.md': processExample(
						'steps:\n  - {id: order, name: Order, type: start}\n  - {id: done, name: Done, type: end}',
					),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample('processes: [{process: PR-O2C-0001, step: ordr}]'),
					'docs/p.md': processExample(
						'steps:\n  - {id: order, name: Order, type: start}\n  - {id: done, name: Done, type: end}',
					),
				},
				at: 'docs/stock.md:11:42',
			},
		],
	},
	check({ graph, config, report }) {
		const stepsById = new Map<string, readonly string[]>();
		const stepsOf = (id: string): readonly string[] => {
			let steps = stepsById.get(id);
			if (!steps) {
				const versions = [...(graph.byId.get(id)?.values() ?? [])];
				steps = versions.flatMap(
					(document) => processOf({ document, config })?.steps.map((step) => step.id) ?? [],
				);
				stepsById.set(id, steps);
			}
			return steps;
		};
		for (const document of graph.nodes.values()) {
			for (const { process, step, pointer } of mentionsIn(document)) {
				const steps = stepsOf(process);
				if (!graph.byId.has(process) || steps.includes(step)) continue;
				const range = valueRange(document, pointer);
				report({
					file: document.file,
					range,
					params: { process, step },
					...suggest(indexNearest(new Set(steps))(step)),
				});
			}
		}
	},
});

function mentionsIn(document: Document): Mention[] {
	if (document.kind === 'runbook') {
		const { processes = [] } = document.frontmatter as RunbookFrontmatter;
		return processes.flatMap(({ process, step }, index) =>
			process && step ? [{ process, step, pointer: `/processes/${index}/step` }] : [],
		);
	}
	if (document.kind === 'system-log') {
		const { process, step } = document.frontmatter as SystemLogFrontmatter;
		return process && step ? [{ process, step, pointer: '/step' }] : [];
	}
	return [];
}
