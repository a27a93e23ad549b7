import { defineRule } from '../../model/index.ts';
import { frontmatterStart } from '../places.ts';

export const titleMissing = defineRule({
	code: 'MS107',
	rule: 'title-missing',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Document has no title', 'zh-CN': '文档没有标题' },
	message: {
		en: ({ title }) =>
			`The document has no title; its file name is shown instead (“${title}”). Add a heading \`# …\` or \`title:\` in the frontmatter.`,
		'zh-CN': ({ title }) =>
			`文档没有标题，只能显示文件名（“${title}”）。请加上 \`# …\` 标题，或在 frontmatter 中写 \`title:\`。`,
	},
	why: {
		en: 'The title is what readers choose by in lists and search results, and what search weighs most.',
		'zh-CN': '读者在列表和搜索结果中靠标题选择，搜索也最看重标题。',
	},
	mend: { en: 'Begin the document with `# Its title`.', 'zh-CN': '以 `# 标题` 开头。' },
	examples: {
		good: [
			{ files: { 'docs/start.md': '# Start here\n\nRead this first.\n' } },
			{ files: { 'docs/start.md': '---\ntitle: Start here\n---\n\nRead this first.\n' } },
		],
		bad: [{ files: { 'docs/start.md': 'Read this first.\n' }, at: 'docs/start.md:1:1' }],
	},
	check({ document, report }) {
		if (document.titleFrom !== 'file-name' || document.unread) return;
		// The four kinds have `title` as a required field: its absence is already reported.
		if (document.schemaIssues.some((issue) => issue.pointer === '/title' || issue.key === 'title')) return;
		// A misspelt one is told at its place.
		if (document.schemaIssues.some(({ type, expected }) => type === 'unknown-key' && expected === 'title'))
			return;
		report({ range: frontmatterStart(document), params: { title: document.title } });
	},
});
