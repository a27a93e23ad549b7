import type { RunbookFrontmatter } from '../../../schemas/index.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { undeclaredIn } from './placeholders.ts';

const body = (name: string): string => `
## Diagnosis
Look at it.
## Steps

::::step{#bin}
### Look at the balance
\`\`\`sql
SELECT actual_qty FROM tabBin WHERE item_code = '{{${name}}}'
\`\`\`
::::
`;

export const parameterUndeclared = defineRule({
	code: 'MS406',
	rule: 'parameter-undeclared',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Command uses an undeclared parameter', 'zh-CN': '命令使用了未声明的参数' },
	message: {
		en: ({ name }) =>
			`\`{{${name}}}\` is not among the \`parameters\` of this runbook. Declare it there, or correct the name.`,
		'zh-CN': ({ name }) => `\`{{${name}}}\` 不在本手册的 \`parameters\` 中。请补充声明，或更正名称。`,
	},
	why: {
		en: 'Declared parameters are filled in once on the page and go into all commands; others are copied with their braces.',
		'zh-CN': '已声明的参数在页面上填一次，所有命令自动带入；未声明的会连同花括号一起被复制。',
	},
	mend: {
		en: 'Add `parameters: [{name: item_code, label: Item, example: X-100}]` to the frontmatter.',
		'zh-CN': '在 frontmatter 中加上 `parameters: [{name: item_code, label: 物料编码, example: X-100}]`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample('parameters: [{name: item_code, label: Item}]', body('item_code')),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample(
						'parameters: [{name: item_code, label: Item}]',
						`${body('item_code')}\n${body('itemcode').replace('#bin', '#again')}`,
					),
				},
				at: 'docs/stock.md:33:50',
			},
			{
				files: {
					'docs/stock.md': runbookExample(
						'parameters: [{name: item_code, label: Item}]',
						`${body('item_code')}\nLook at \`{{item_cod}}\`, then at {{item_cod}} again; {{other}}.\n`,
					),
				},
				at: 'docs/stock.md:25:10',
			},
			{
				files: {
					'docs/stock.md': runbookExample('parameters: [{name: item_coed, label: Item}]', body('item_code')),
				},
				at: 'docs/stock.md:21:50',
			},
		],
	},
	check({ document, source, report }) {
		if (document.kind !== 'runbook') return;
		const { parameters = [] } = document.frontmatter as RunbookFrontmatter;
		const declared = parameters.flatMap((parameter) => parameter.name ?? []);
		const near = indexNearest(declared);
		for (const { name, range } of undeclaredIn(document, source.text, declared)) {
			report({ range, params: { name }, ...suggest(near(name)) });
		}
	},
});
