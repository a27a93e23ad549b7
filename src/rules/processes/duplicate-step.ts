import { defineRule, type Step } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { processOf } from './flow.ts';

export const duplicateStep = defineRule({
	code: 'MS310',
	rule: 'process-duplicate-step',
	severity: 'error',
	scope: 'document',
	title: { en: 'Two steps have the same id', 'zh-CN': '两个步骤的 id 相同' },
	message: {
		en: ({ id, line }) =>
			`The step id \`${id}\` is already taken in line ${line}. Give this step another one.`,
		'zh-CN': ({ id, line }) => `步骤 id \`${id}\` 已在第 ${line} 行使用。请为此步骤换一个。`,
	},
	why: {
		en: 'Flows, section links and logs name steps by id; with two of them nobody can tell which is meant.',
		'zh-CN': '流向、章节链接和日志都靠 id 指向步骤；重复了就无法分辨。',
	},
	mend: {
		en: 'Rename one of the two and the `next` entries that mean it.',
		'zh-CN': '改掉其中一个，并同步修改指向它的 `next`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: done, name: Done, type: end}`),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/p.md': processExample(`steps:
  - {id: order, name: Order arrives, type: start}
  - {id: check, name: Check stock}
  - {id: check, name: Check credit}
  - {id: done, name: Done, type: end}`),
				},
				at: 'docs/p.md:12:10',
			},
		],
	},
	check(context) {
		const { document, report } = context;
		const seen = new Map<string, Step>();
		for (const step of processOf(context)?.steps ?? []) {
			const first = seen.get(step.id);
			if (!first) {
				seen.set(step.id, step);
				continue;
			}
			const place = valueRange(document, `${first.pointer}/id`);
			report({
				range: valueRange(document, `${step.pointer}/id`),
				params: { id: step.id, line: place.start.line },
				related: [{ file: document.file, range: place, message: first.name }],
			});
		}
	},
});
