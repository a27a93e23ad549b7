import { defineRule, type ProcessModel, type Step } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { isFlowKnown, processOf, reachableFrom } from './flow.ts';

export const unreachableStep = defineRule({
	code: 'MS312',
	rule: 'process-unreachable-step',
	severity: 'error',
	scope: 'document',
	title: { en: 'No way leads to a step', 'zh-CN': '步骤无法到达' },
	message: {
		en: ({ id, name }) =>
			`No way leads from the start to \`${id}\` (${name}). Point a \`next\` at it, move it below its predecessor, or remove it.`,
		'zh-CN': ({ id, name }) =>
			`从开始步骤无法到达 \`${id}\`（${name}）。请让某个 \`next\` 指向它，或移到前一步之下，或删除。`,
	},
	why: {
		en: 'A step that nothing leads to is either dead text or a missing arrow: in the diagram it floats.',
		'zh-CN': '没有任何流向到达的步骤，要么是废弃内容，要么漏了箭头；在图上它是孤立的。',
	},
	mend: {
		en: 'Without `next`, a step leads to the one below it; with `next`, only to those named there.',
		'zh-CN': '没有 `next` 时流向下一行的步骤；写了 `next` 就只流向所写的步骤。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: pick, name: Pick the goods}
  - {id: done, name: Done, type: end}`),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start, next: done}
  - {id: pick, name: Pick the goods}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:11:10',
			},
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start, next: done}
  - {id: pick, name: Pick the goods}
  - {id: pack, name: Pack them, next: [{to: pick}, {to: done}]}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:11:10',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		if (!model || !isFlowKnown(context.document)) return;
		const ids = new Set(model.steps.map((step) => step.id));
		// Where a way leads nowhere, which is told there, nobody knows what it was to reach.
		if (model.flows.some(({ to }) => !ids.has(to))) return;
		const starts = model.steps.filter((step) => step.type === 'start');
		// A process without a start is reported as such; its first step stands in here.
		const from = starts.length > 0 ? starts : model.steps.slice(0, 1);
		const reached = reachableFrom(
			model,
			from.map((step) => step.id),
		);
		const unreached = model.steps.filter(({ id }) => !reached.has(id));
		for (const { id, name, pointer } of firstOf(unreached, model)) {
			context.report({ range: valueRange(context.document, `${pointer}/id`), params: { id, name } });
		}
	},
});

/** Those that the others follow from: an arrow to each of them would reach all. */
function firstOf(unreached: readonly Step[], model: ProcessModel): Step[] {
	const ids = new Set(unreached.map(({ id }) => id));
	const ledTo = new Set(model.flows.flatMap(({ from, to }) => (from !== to && ids.has(from) ? [to] : [])));
	const first: Step[] = [];
	const covered = new Set<string>();
	// Steps that lead to each other in a circle have no first one but the topmost.
	for (const step of [...unreached.filter(({ id }) => !ledTo.has(id)), ...unreached]) {
		if (covered.has(step.id)) continue;
		first.push(step);
		for (const id of reachableFrom(model, [step.id])) covered.add(id);
	}
	return first;
}
