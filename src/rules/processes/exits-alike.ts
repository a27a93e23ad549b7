import { defineRule, type Flow } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { exitsOf, isFlowKnown, processOf } from './flow.ts';

const decision = (exits: string): string =>
	processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: check, name: In stock?, type: decision, next: [${exits}]}
  - {id: pick, name: Pick the goods}
  - {id: done, name: Done, type: end}`);

export const exitsAlike = defineRule({
	code: 'MS321',
	rule: 'process-exits-alike',
	severity: 'error',
	scope: 'document',
	title: { en: 'Two exits of a decision say the same', 'zh-CN': '判断的两个出口条件相同' },
	message: {
		en: ({ id, when, to, other }) =>
			`Two exits of \`${id}\` are labelled “${when}”: one leads to \`${other}\`, this one to \`${to}\`. Say of each when it is taken.`,
		'zh-CN': ({ id, when, to, other }) =>
			`\`${id}\` 的两个出口都写着“${when}”：一个到 \`${other}\`，这一个到 \`${to}\`。请分别写明什么情况走哪一个。`,
	},
	why: {
		en: 'Whoever stands at the decision with that answer cannot tell which arrow is theirs.',
		'zh-CN': '答案相同，站在这一步的人分不清该走哪条箭头。',
	},
	mend: {
		en: 'Give every exit a `when` of its own. Exits that lead to the same step for several reasons keep one `when` each.',
		'zh-CN': '每个出口写各自的 `when`。因不同原因到同一步骤的出口，也各写各的 `when`。',
	},
	examples: {
		good: [
			{ files: { 'docs/p.md': decision('{to: pick, when: in stock}, {to: done, when: sold out}') } },
			{
				files: {
					'docs/p.md': decision(
						'{to: pick, when: in stock}, {to: pick, when: reserved}, {to: done, when: no}',
					),
				},
			},
		],
		bad: [
			{
				files: { 'docs/p.md': decision('{to: pick, when: in stock}, {to: done, when: In stock}') },
				at: 'docs/p.md:11:102',
			},
		],
	},
	check(context) {
		const model = processOf(context);
		if (!model || !isFlowKnown(context.document)) return;
		const { document, report } = context;
		const pointers = new Map(model.steps.map(({ id, pointer }) => [id, pointer]));
		// Two steps of one id, which are told as such, have their exits together.
		if (pointers.size < model.steps.length) return;
		for (const [id, exits] of exitsOf(model)) {
			const known = new Map<string, Flow>();
			for (const [index, flow] of exits.entries()) {
				if (!flow.label) continue;
				const said = flow.label.normalize('NFKC').trim().toLowerCase();
				const other = known.get(said);
				known.set(said, other ?? flow);
				if (!other) continue;
				const pointer = `${pointers.get(id) ?? ''}/next/${index}/when`;
				report({
					range: valueRange(document, pointer),
					params: { id, when: flow.label, to: flow.to, other: other.to },
				});
			}
		}
	},
});
