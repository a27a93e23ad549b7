import type { RunbookFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { indexNearest } from '../nearest-index.ts';
import { valueRange } from '../places.ts';
import { brokenPlaceholders, placeholderNames, undeclaredIn } from './placeholders.ts';

export const parameterUnused = defineRule({
	code: 'MS409',
	rule: 'parameter-unused',
	severity: 'hint',
	scope: 'document',
	title: { en: 'Declared parameter is used nowhere', 'zh-CN': '声明的参数没有用到' },
	message: {
		en: ({ name }) =>
			`No text of this runbook uses \`{{${name}}}\`. Use it in a command, or remove the parameter.`,
		'zh-CN': ({ name }) => `本手册没有任何地方用到 \`{{${name}}}\`。请在命令中使用，或删除该参数。`,
	},
	why: {
		en: 'The page asks the reader to fill it in, for nothing.',
		'zh-CN': '页面会让读者填写它，却毫无用处。',
	},
	mend: { en: 'Write `{{name}}` where the value belongs.', 'zh-CN': '在需要该值的地方写 `{{name}}`。' },
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample(
						'parameters: [{name: item_code, label: Item}]',
						'\n## Diagnosis\nLook at it.\n## Steps\n\n::::step{#bin}\n### Look\n\n```text\nitem {{item_code}}\n```\n::::\n',
					),
				},
			},
		],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample('parameters:\n  - {name: item_code, label: Item}') },
				at: 'docs/stock.md:12:12',
			},
		],
	},
	check({ document, source, report }) {
		if (document.kind !== 'runbook') return;
		const { parameters = [] } = document.frontmatter as RunbookFrontmatter;
		if (parameters.length === 0) return;
		const used = placeholderNames(source.text);
		const names = parameters.flatMap((parameter) => parameter.name ?? []);
		// Meant to be used, and told as broken.
		for (const { name } of brokenPlaceholders(document, names)) used.add(name);
		// The same where the name is misspelt, here or there.
		const near = indexNearest(names);
		for (const { name } of undeclaredIn(document, source.text, names)) used.add(near(name)[0] ?? '');
		for (const [index, { name }] of parameters.entries()) {
			if (!name || used.has(name)) continue;
			report({ range: valueRange(document, `/parameters/${index}/name`), params: { name } });
		}
	},
});
