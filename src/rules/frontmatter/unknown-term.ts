import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { joinedIssue, joinedMessage } from './entry-joined.ts';
import { issuesOf, reportOf } from './schema-issues.ts';

const VOCABULARY = 'modules:\n  inventory: {en: Inventory, zh-CN: 库存}\n  sales: {en: Sales, zh-CN: 销售}\n';

export const unknownTerm = defineRule({
	code: 'MS106',
	rule: 'frontmatter-unknown-term',
	severity: 'error',
	scope: 'document',
	title: { en: 'Word is not in the vocabulary', 'zh-CN': '词汇表中没有这个词' },
	message: {
		en: (params) =>
			params['by']
				? joinedMessage.en(params)
				: `\`${params['received']}\` is not among the \`${params['vocabulary']}\` of mainstay.yaml. Use a declared one, or add it there with its labels.`,
		'zh-CN': (params) =>
			params['by']
				? joinedMessage['zh-CN'](params)
				: `mainstay.yaml 的 \`${params['vocabulary']}\` 中没有 \`${params['received']}\`。请使用已声明的词，或在那里添加并写上标签。`,
	},
	why: {
		en: 'Modules, systems and roles are shared words. Two spellings of one module split its documents into two lists, and a lane without a label is no role.',
		'zh-CN':
			'模块、系统和角色是共用词汇。同一模块有两种写法，文档就会分散到两个列表；没有标签的泳道也不是角色。',
	},
	mend: {
		en: 'Take the nearest declared key, or declare a new one in mainstay.yaml with a label per language.',
		'zh-CN': '改用最接近的已声明词，或在 mainstay.yaml 中声明新词并为每种语言写上标签。',
	},
	examples: {
		good: [{ files: { 'mainstay.yaml': VOCABULARY, 'docs/stock.md': runbookExample() } }],
		bad: [
			{
				files: {
					'mainstay.yaml': VOCABULARY,
					'docs/stock.md': runbookExample().replace('[inventory]', '[inventroy]'),
				},
				at: 'docs/stock.md:10:11',
			},
			{
				files: {
					'mainstay.yaml': VOCABULARY,
					'docs/stock.md': runbookExample().replace('[inventory]', '[inventory，sales]'),
				},
				at: 'docs/stock.md:10:11',
			},
		],
	},
	check(context) {
		const { document, report } = context;
		for (const issue of issuesOf(document, 'unknown-term')) {
			report(joinedIssue(context, issue) ?? reportOf(issue, valueRange(document, issue.pointer)));
		}
	},
});
