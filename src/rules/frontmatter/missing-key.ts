import { expectedInWords } from '../../../schemas/expected-words.ts';
import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { frontmatterStart, keyRange, parentOf } from '../places.ts';
import { commentAlone } from './cut-text.ts';
import { levelMeant } from './misindented.ts';
import { entryIn, issuesOf, nearestTo, reportOf } from './schema-issues.ts';

export const missingKey = defineRule({
	code: 'MS101',
	rule: 'frontmatter-missing-key',
	severity: 'error',
	scope: 'document',
	title: { en: 'A required field is missing', 'zh-CN': '缺少必填字段' },
	message: {
		en: ({ key, path, expected }) =>
			`${path ? `\`${path}\`` : 'The frontmatter'} lacks \`${key}\`. Add \`${key}:\`${expected ? ` (${expectedInWords(expected, 'en')})` : ''}.`,
		'zh-CN': ({ key, path, expected }) =>
			`${path ? `\`${path}\`` : 'frontmatter'} 缺少 \`${key}\`。请补上 \`${key}:\`${expected ? `（${expectedInWords(expected, 'zh-CN')}）` : ''}。`,
	},
	why: {
		en: 'Few fields are required. Each of them has a place on the page, in the search or on a board that would stay empty.',
		'zh-CN': '必填字段很少，每一个都会用在页面、搜索或看板上；缺了就会留下空白。',
	},
	mend: {
		en: 'Add the field to the frontmatter. `mainstay new` writes a template with every required field of a kind.',
		'zh-CN': '在 frontmatter 中补上该字段。`mainstay new` 会生成含有全部必填字段的模板。',
	},
	examples: {
		good: [{ files: { 'docs/stock.md': runbookExample() } }],
		bad: [
			{
				files: { 'docs/stock.md': runbookExample().replace('owner: it-support\n', '') },
				at: 'docs/stock.md:1:1',
			},
			{
				files: { 'docs/stock.md': runbookExample('escalation:\n  - channel: phone') },
				at: 'docs/stock.md:12:5',
			},
		],
	},
	check({ document, source, report }) {
		const misspelt = issuesOf(document, 'unknown-key').map((issue) => ({
			...(levelMeant(document, issue) === ''
				? { parent: '', meant: issue.key }
				: { parent: parentOf(issue.pointer), meant: entryIn(issue)?.key ?? nearestTo(issue)[0] }),
		}));
		for (const issue of issuesOf(document, 'missing')) {
			// It is there, and its misspelt name is a finding of its own.
			if (misspelt.some(({ parent, meant }) => parent === issue.pointer && meant === issue.key)) continue;
			// Its value became a comment.
			if (commentAlone(document, source.text, `${issue.pointer}/${issue.key}`) !== undefined) continue;
			const range = issue.pointer === '' ? frontmatterStart(document) : keyRange(document, issue.pointer);
			report(reportOf(issue, range));
		}
	},
});
