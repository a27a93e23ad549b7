import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import { type CompileConfig, defineRule } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { valueRange } from '../places.ts';

const CATALOGUE = 'dataObjects:\n  Sales Order: {name: {en: Sales Order, zh-CN: 销售订单}}\n';

const using = (object: string): string =>
	processExample(`steps:
  - {id: order, name: Order arrives, type: start, data: [{object: ${object}, access: create}]}
  - {id: done, name: Done, type: end}`);

export const dataObjectUnknown = defineRule({
	code: 'MS340',
	rule: 'process-data-object-unknown',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Data object is not in the catalogue', 'zh-CN': '数据对象不在目录中' },
	message: {
		en: ({ object }) =>
			`\`${object}\` is not among the \`dataObjects\` of mainstay.yaml. Use a declared name, or add it there.`,
		'zh-CN': ({ object }) =>
			`mainstay.yaml 的 \`dataObjects\` 中没有 \`${object}\`。请使用已声明的名称，或在那里添加。`,
	},
	why: {
		en: 'The data dictionary lists what every step does with an object. Two spellings make two objects, each with half of its steps.',
		'zh-CN': '数据字典汇总每个步骤对同一对象的操作。写法不同就成了两个对象，各只有一半步骤。',
	},
	mend: {
		en: 'Take the declared key or one of its names, or declare the object: `dataObjects: {Sales Order: {system: erpnext}}`.',
		'zh-CN': '改用已声明的键或名称，或声明该对象：`dataObjects: {Sales Order: {system: erpnext}}`。',
	},
	examples: {
		good: [
			{ files: { 'mainstay.yaml': CATALOGUE, 'docs/p.md': using('Sales Order') } },
			{ files: { 'mainstay.yaml': CATALOGUE, 'docs/p.md': using('销售订单') } },
		],
		bad: [
			{
				files: { 'mainstay.yaml': CATALOGUE, 'docs/p.md': using('Sales Ordre') },
				at: 'docs/p.md:10:67',
			},
		],
	},
	check({ config, document, report }) {
		if (document.kind !== 'process' || config.dataObjects.size === 0) return;
		const known = namesOf(config);
		const near = indexNearest(known);
		const { steps = [] } = document.frontmatter as ProcessFrontmatter;
		for (const [at, step] of steps.entries()) {
			for (const [index, use] of (step.data ?? []).entries()) {
				const object = typeof use === 'string' ? use : use.object;
				if (!object || known.includes(object)) continue;
				const place = `/steps/${at}/data/${index}`;
				report({
					range: valueRange(document, typeof use === 'string' ? place : `${place}/object`),
					params: { object },
					...suggest(near(object)),
				});
			}
		}
	},
});

/** Keys, then names in every language. */
function namesOf({ dataObjects }: CompileConfig): string[] {
	const names = [...dataObjects.values()].flatMap(({ name }) => Object.values(name));
	return [...new Set([...dataObjects.keys(), ...names])];
}
