import { type Document, defineRule, FILE_START, inForce, type SourceRange } from '../../model/index.ts';
import { noteExample, runbookExample } from '../example-documents.ts';

export const duplicateTitle = defineRule({
	code: 'MS513',
	rule: 'duplicate-title',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Two documents have the same title', 'zh-CN': '两篇文档标题相同' },
	message: {
		en: ({ title, other }) =>
			`“${title}” is also the title of ${other}. Say in one of them what sets it apart, or join the two.`,
		'zh-CN': ({ title, other }) => `“${title}”也是 ${other} 的标题。请在标题中写明区别，或合并两篇。`,
	},
	why: {
		en: 'In lists and search results readers choose by the title; between two equal ones they can only guess.',
		'zh-CN': '读者在列表和搜索结果中靠标题选择，标题相同只能碰运气。',
	},
	mend: {
		en: 'Name the module, the place or the symptom in the title. Logs may repeat theirs: they are told apart by the date.',
		'zh-CN': '在标题中写上模块、地点或症状。系统日志可以重名，它们靠日期区分。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': runbookExample(), 'docs/b.md': noteExample('status: draft') } },
			{ files: { 'docs/a/readme.md': '# Read me\n', 'docs/b/readme.md': '# Read me\n' } },
			{ files: { 'docs/a.md': runbookExample('lang: en'), 'docs/b.md': runbookExample('lang: zh-CN') } },
		],
		bad: [
			{
				files: {
					'docs/a.md': runbookExample(),
					'docs/b.md': runbookExample('status: draft', undefined, 'RB-INV-0043').replace(
						' (RB-INV-0043)',
						'',
					),
				},
				at: 'docs/b.md:4:8',
			},
			{
				files: { 'docs/a.md': '# Start\n\nOne.\n', 'docs/b.md': '\n# Start\n\nTwo.\n' },
				at: 'docs/b.md:2:1',
			},
		],
	},
	check({ graph, report }) {
		const firsts = new Map<string, Document>();
		for (const document of graph.nodes.values()) {
			if (mayRepeat(document)) continue;
			const folded = document.title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
			const key = [document.lang, document.kind, folded].join('\n');
			const first = firsts.get(key);
			if (!first) {
				firsts.set(key, document);
				continue;
			}
			if (first.id === document.id) continue;
			report({
				file: document.file,
				range: titleRange(document),
				params: { title: document.title, other: first.file },
				related: [{ file: first.file, range: titleRange(first), message: first.title }],
			});
		}
	},
});

/** Logs are told apart by their date, index pages by their folder, names of files by their path. */
function mayRepeat(document: Document): boolean {
	return (
		document.kind === 'system-log' ||
		document.titleFrom === 'file-name' ||
		!inForce(document) ||
		(document.kind === 'page' &&
			/(^|\/)(_?index|readme|changelog|license)(\.[^/]*)?$/i.test(document.docPath))
	);
}

function titleRange(document: Document): SourceRange {
	const written = document.titleFrom === 'frontmatter' ? document.positions['/title']?.value : undefined;
	return written ?? document.headings.find(({ text }) => text === document.title)?.range ?? FILE_START;
}
