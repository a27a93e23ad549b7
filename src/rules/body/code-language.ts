import { isClosed, openingInside, openingMarks } from '../../model/fenced-code.ts';
import { defineRule } from '../../model/index.ts';
import { bodyParts } from './body-parts.ts';

export const codeLanguage = defineRule({
	code: 'MS422',
	rule: 'code-without-language',
	severity: 'hint',
	scope: 'document',
	title: { en: 'Code block without a language', 'zh-CN': '代码块没有写明语言' },
	message: {
		en: () =>
			'This code block does not say what it holds. Write the language behind the opening marks: sql, sh, text.',
		'zh-CN': () => '代码块没有写明是什么语言。请写在开头标记后面，例如 sql、sh、text。',
	},
	why: {
		en: 'The language colours the code and tells the reader where to type it: into a shell, a database, a file.',
		'zh-CN': '写明语言才能着色，读者也才知道该在哪里输入：终端、数据库还是文件。',
	},
	mend: {
		en: 'For output and logs `text` is right; it is searched like any other.',
		'zh-CN': '输出和日志写 `text`，同样可以搜索。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n\n```text\nERROR 1205\n```\n' } }],
		bad: [{ files: { 'docs/a.md': '# A\n\n```\nERROR 1205\n```\n' }, at: 'docs/a.md:3:1' }],
	},
	check({ document, source: { text }, tree, report }) {
		if (document.fences.every(({ lang }) => lang !== '')) return;
		for (const node of bodyParts(tree).code) {
			const marks = openingMarks(node, text);
			// One without an end may be the end of another, and is a finding by itself.
			if (node.lang || marks === undefined || !isClosed(node, marks, text) || openingInside(node, marks))
				continue;
			const { line, column } = node.position?.start ?? { line: 1, column: 1 };
			report({
				range: { start: { line, column }, end: { line, column: column + 3 } },
				params: {},
			});
		}
	},
});
