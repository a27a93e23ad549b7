import { defineDiagnostic } from '../../model/index.ts';
import { mdxProblem } from './mdx-problems.ts';

const TRUST = {
	en: 'MDX is program code that runs while the site is built and can read the machine it runs on.',
	'zh-CN': 'MDX 是程序代码，生成网站时会运行，并能读取所在机器的内容。',
};

export const mdxSyntax = defineDiagnostic({
	code: 'MS130',
	rule: 'mdx-syntax',
	severity: 'error',
	title: { en: 'MDX cannot be read', 'zh-CN': 'MDX 无法读取' },
	message: {
		en: ({ detail }) =>
			`The MDX cannot be read here: ${mdxProblem(String(detail), 'en')}. Close the tag, escape "<" and "{" as "\\<" and "\\{", or rename the file to .md.`,
		'zh-CN': ({ detail }) =>
			`此处的 MDX 无法读取：${mdxProblem(String(detail), 'zh-CN')}。请闭合标签，把“<”“{”写成“\\<”“\\{”，或者把文件改名为 .md。`,
	},
	why: {
		en: 'In .mdx every "<" opens a component and every "{" an expression; one that is not closed makes the whole file unreadable.',
		'zh-CN': '在 .mdx 里，“<”会打开组件，“{”会打开表达式；有一处没有闭合，整个文件就无法读取。',
	},
	mend: {
		en: 'Escape the character, close the tag, or use .md.',
		'zh-CN': '转义该字符、闭合标签，或者改用 .md。',
	},
});

export const mdxImport = defineDiagnostic({
	code: 'MS131',
	rule: 'mdx-import',
	severity: 'error',
	fixed: true,
	title: { en: 'import or export in MDX', 'zh-CN': 'MDX 里有 import 或 export' },
	message: {
		en: () =>
			'import and export are allowed only in files listed under mdx.trusted in mainstay.yaml: remove the line or list the file.',
		'zh-CN': () =>
			'只有列在 mainstay.yaml 的 mdx.trusted 里的文件才能使用 import 和 export：请删去这一行，或者把文件列进去。',
	},
	why: TRUST,
	mend: {
		en: 'Remove it, or let somebody who reviews code list the file.',
		'zh-CN': '删去它，或者由审查代码的人把文件列入信任名单。',
	},
});

export const mdxExpression = defineDiagnostic({
	code: 'MS132',
	rule: 'mdx-expression',
	severity: 'error',
	fixed: true,
	title: { en: 'An expression in MDX', 'zh-CN': 'MDX 里有表达式' },
	message: {
		en: ({ source }) =>
			`"${source}" is an expression, which only trusted MDX may hold: write "\\{" for a brace, use .md for heading ids, or list the file under mdx.trusted.`,
		'zh-CN': ({ source }) =>
			`“${source}”是表达式，只有受信任的 MDX 才能使用：花括号请写“\\{”，标题编号请用 .md，或者把文件列入 mdx.trusted。`,
	},
	why: TRUST,
	mend: { en: 'Write the value as text.', 'zh-CN': '把值直接写成文字。' },
});

export const mdxComponent = defineDiagnostic({
	code: 'MS133',
	rule: 'mdx-component',
	severity: 'error',
	fixed: true,
	title: { en: 'A component that MDX may not use', 'zh-CN': 'MDX 里有不允许的组件' },
	message: {
		en: ({ name, allowed }) =>
			`<${name}> is not one of the components for documents (${allowed}): use one of them, or list the file under mdx.trusted.`,
		'zh-CN': ({ name, allowed }) =>
			`<${name}> 不是文档可用的组件（${allowed}）：请改用其中之一，或者把文件列入 mdx.trusted。`,
	},
	why: TRUST,
	mend: {
		en: 'Use a component of the list, or Markdown.',
		'zh-CN': '使用列表里的组件，或者用 Markdown 书写。',
	},
});

export const mdxAttribute = defineDiagnostic({
	code: 'MS134',
	rule: 'mdx-attribute',
	severity: 'error',
	fixed: true,
	title: { en: 'A computed attribute in MDX', 'zh-CN': 'MDX 里有计算出来的属性' },
	message: {
		en: ({ name }) => `The attribute ${name} is computed; attributes are texts in quotes: write ${name}="…".`,
		'zh-CN': ({ name }) => `属性 ${name} 是计算出来的；属性必须是引号里的文字：请写成 ${name}="…"。`,
	},
	why: TRUST,
	mend: { en: 'Write the value in quotes.', 'zh-CN': '把值写在引号里。' },
});

export const mdxDiagnostics = [mdxSyntax, mdxImport, mdxExpression, mdxComponent, mdxAttribute];
