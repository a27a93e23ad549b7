import { type DiagnosticDefinition, defineDiagnostic } from '../model/index.ts';

export const documentTimeout = defineDiagnostic({
	code: 'MS930',
	rule: 'document-timeout',
	severity: 'error',
	fixed: true,
	title: { en: 'Document takes too long to compile', 'zh-CN': '文档编译超时' },
	message: {
		en: (p) =>
			`Compiling this document took longer than ${p['seconds']} s and was stopped. Simplify it: deep nesting and very long lists or tables are the usual cause.`,
		'zh-CN': (p) =>
			`编译这篇文档超过 ${p['seconds']} 秒，已停止。请简化内容：通常是嵌套过深，或列表、表格过长。`,
	},
	why: {
		en: 'One document must never hold up the build of all others.',
		'zh-CN': '一篇文档不能拖住其余文档的构建。',
	},
	mend: {
		en: 'Split the document, or take out generated content.',
		'zh-CN': '拆分文档，或去掉自动生成的内容。',
	},
});

export const documentCrash = defineDiagnostic({
	code: 'MS931',
	rule: 'document-crash',
	severity: 'error',
	fixed: true,
	title: { en: 'Mainstay failed on this document', 'zh-CN': 'Mainstay 处理这篇文档时出错' },
	message: {
		en: (p) =>
			`Mainstay itself failed on this document (${p['detail']}). This is a bug of Mainstay: please report it with the file; the other documents were checked.`,
		'zh-CN': (p) =>
			`Mainstay 处理这篇文档时自身出错（${p['detail']}）。这是 Mainstay 的缺陷，请附上文件报告；其余文档已检查。`,
	},
	why: { en: 'The document was neither checked nor published.', 'zh-CN': '这篇文档既未检查也未发布。' },
	mend: {
		en: 'Report it; until then move the file out of the documents folder.',
		'zh-CN': '请报告此问题；在修复前把文件移出文档目录。',
	},
});

export const compilerDiagnostics: readonly DiagnosticDefinition[] = [documentTimeout, documentCrash];
