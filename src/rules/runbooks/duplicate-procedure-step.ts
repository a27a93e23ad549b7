import { defineRule, type ProcedureStep } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { startOf } from '../places.ts';

export const duplicateProcedureStep = defineRule({
	code: 'MS407',
	rule: 'runbook-duplicate-step',
	severity: 'error',
	scope: 'document',
	title: { en: 'Two steps of a runbook have the same id', 'zh-CN': '运行手册中两个步骤的 id 相同' },
	message: {
		en: ({ id, line }) =>
			`The step id \`${id}\` is already taken in line ${line}. Give this step another \`#id\`.`,
		'zh-CN': ({ id, line }) => `步骤 id \`${id}\` 已在第 ${line} 行使用。请为此步骤换一个 \`#id\`。`,
	},
	why: {
		en: 'Progress, links and log entries name a step by its id: a tick at one would tick the other.',
		'zh-CN': '进度、链接和日志都靠 id 指向步骤：勾选一个会把另一个也勾上。',
	},
	mend: {
		en: 'Name steps by what they do: `#backup`, `#recalculate`.',
		'zh-CN': '按内容命名步骤，例如 `#backup`、`#recalculate`。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample() } }],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample(
						'status: draft',
						'\n## Diagnosis\nLook at it.\n## Steps\n\n::::step{#look}\n### Look\n::::\n\n::::step{#look}\n### Look again\n::::\n',
					),
				},
				at: 'docs/stock.md:22:1',
			},
		],
	},
	check({ document, source, report }) {
		if (document.procedure.length < 2) return;
		const lines = source.text.split('\n');
		const seen = new Map<string, ProcedureStep>();
		for (const step of document.procedure) {
			// The page numbers the second of two equal ids, so that only the text tells.
			const id = writtenId(lines[step.range.start.line - 1] ?? '') ?? step.id;
			const first = seen.get(id);
			if (!first) {
				seen.set(id, step);
				continue;
			}
			report({
				range: startOf(step.range),
				params: { id, line: first.range.start.line },
				related: [{ file: document.file, range: startOf(first.range), message: first.title }],
			});
		}
	},
});

/** `::::step{#recalc risk=destructive}` → `recalc` */
function writtenId(line: string): string | undefined {
	const attributes = /\{([^{}]*)\}/.exec(line)?.[1] ?? '';
	return /#([^\s#.}]+)/.exec(attributes)?.[1] ?? /(?:^|\s)id="?([^\s"]+)/.exec(attributes)?.[1];
}
