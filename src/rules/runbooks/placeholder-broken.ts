import type { RunbookFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { brokenPlaceholders } from './placeholders.ts';

const body = (code: string): string => `
## Diagnosis

::::step{#bin}
### Look at the balance
\`\`\`sql
SELECT actual_qty FROM tabBin WHERE item_code = '${code}'
\`\`\`
::::
`;

const stock = (code: string): string =>
	runbookExample('parameters: [{name: item_code, label: Item}]', body(`{{item_code}}' OR parent = '${code}`));

export const placeholderBroken = defineRule({
	code: 'MS413',
	rule: 'placeholder-broken',
	severity: 'error',
	scope: 'document',
	title: { en: 'Placeholder that is not filled in', 'zh-CN': '不会被填入的占位符' },
	message: {
		en: ({ name, written }) =>
			`\`${written}\` is no placeholder of the parameter \`${name}\`. Write \`{{${name}}}\`.`,
		'zh-CN': ({ name, written }) => `\`${written}\` 不是参数 \`${name}\` 的占位符。请写成 \`{{${name}}}\`。`,
	},
	why: {
		en: 'The value is not filled in: the command is copied and run with the name of the parameter in it.',
		'zh-CN': '值不会被填入：命令会带着参数名被复制和执行。',
	},
	mend: {
		en: 'A placeholder has two braces on either side: `{{item_code}}`.',
		'zh-CN': '占位符两边各有两个花括号：`{{item_code}}`。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': stock('{{ item_code }}') } },
			{ files: { 'docs/a.md': stock('\x24{item_code}') } },
			{ files: { 'docs/a.md': stock('{item_code}').replace('```sql', '```python') } },
			{
				files: {
					'docs/a.md': stock("' | jq '{item_code}").replace('```sql', '```sh'),
				},
			},
			{ files: { 'docs/a.md': stock('{{item_code | upper}}') } },
		],
		bad: [
			{ files: { 'docs/a.md': stock('{{item_code}') }, at: 'docs/a.md:19:78' },
			{ files: { 'docs/a.md': stock('{item_code}}') }, at: 'docs/a.md:19:78' },
			{ files: { 'docs/a.md': stock('{{item_code') }, at: 'docs/a.md:19:78' },
			{ files: { 'docs/a.md': stock('｛｛item_code｝｝') }, at: 'docs/a.md:19:78' },
			{ files: { 'docs/a.md': stock('{{item-code}}') }, at: 'docs/a.md:19:78' },
			{ files: { 'docs/a.md': stock('[[item_code]]') }, at: 'docs/a.md:19:78' },
			{ files: { 'docs/a.md': stock('{item_code}') }, at: 'docs/a.md:19:78' },
			{ files: { 'docs/a.md': stock('<item_code>') }, at: 'docs/a.md:19:78' },
		],
	},
	check({ document, report }) {
		if (document.kind !== 'runbook') return;
		const { parameters = [] } = document.frontmatter as RunbookFrontmatter;
		const names = parameters.flatMap((parameter) => parameter.name ?? []);
		for (const { name, written, range } of brokenPlaceholders(document, names)) {
			const newText = `{{${name}}}`;
			// Without any closing brace something else may stand in its place.
			const isSure = /[}｝\]>]$/.test(written);
			report({
				range,
				params: { name, written },
				suggestions: [{ value: newText }],
				...(isSure && { fix: [{ file: document.file, range, newText }] }),
			});
		}
	},
});
