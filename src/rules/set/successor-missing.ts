import { defineRule, inForce } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { successorsOf } from './succession.ts';

export const successorMissing = defineRule({
	code: 'MS505',
	rule: 'successor-missing',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Outdated document without a successor', 'zh-CN': '失效文档没有后继' },
	message: {
		en: ({ id, status }) =>
			`\`${id}\` is ${status}, and no document says that it takes its place. Write \`supersedes: [${id}]\` into the one that does.`,
		'zh-CN': ({ id, status }) =>
			`\`${id}\` 的状态是 ${status}，但没有文档说明接替了它。请在接替它的文档中写 \`supersedes: [${id}]\`。`,
	},
	why: {
		en: 'Old links and printed codes lead here for years. The reader who arrives must be told where to go on.',
		'zh-CN': '旧链接和打印出来的编号多年后仍会把人带到这里，页面必须告诉读者接下来看哪篇。',
	},
	mend: {
		en: 'Name this id under `supersedes` of the new document. If nothing took its place, say so in the text and switch the finding off for good reasons only.',
		'zh-CN': '在新文档的 `supersedes` 中写上此编号。确实没有接替者时，请在正文中说明。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/old.md': runbookExample('status: superseded'),
					'docs/new.md': runbookExample('supersedes: [RB-INV-0042]', undefined, 'RB-INV-0043'),
				},
			},
		],
		bad: [{ files: { 'docs/old.md': runbookExample('status: superseded') }, at: 'docs/old.md:11:9' }],
	},
	check({ graph, report }) {
		for (const document of graph.nodes.values()) {
			if (inForce(document) || successorsOf(graph, document.id).length > 0) continue;
			report({
				file: document.file,
				range: valueRange(document, '/status'),
				params: { id: document.id, status: String(document.frontmatter['status']) },
			});
		}
	},
});
