import { type DiagnosticDefinition, defineDiagnostic } from '../model/index.ts';

export const encodingInvalid = defineDiagnostic({
	code: 'MS601',
	rule: 'encoding-invalid',
	severity: 'error',
	fixed: true,
	title: { en: 'File is not UTF-8', 'zh-CN': '文件不是 UTF-8 编码' },
	message: {
		en: (p) =>
			`The file is not valid UTF-8; it looks like ${p['likely']}. Save it as UTF-8 (for example: iconv -f ${p['iconv']} -t UTF-8).`,
		'zh-CN': (p) =>
			`文件不是有效的 UTF-8，看起来是 ${p['iconv'] === 'WINDOWS-1252' ? 'Windows-1252 或其他单字节编码' : p['likely']}。请另存为 UTF-8（例如：iconv -f ${p['iconv']} -t UTF-8）。`,
	},
	why: {
		en: 'A file in another encoding would be published as unreadable characters, and no search would find it.',
		'zh-CN': '其他编码的文件发布后会变成乱码，也搜不到。',
	},
	mend: {
		en: 'Convert the file to UTF-8 in your editor or with iconv.',
		'zh-CN': '用编辑器或 iconv 把文件转换成 UTF-8。',
	},
});

export const fileTooLarge = defineDiagnostic({
	code: 'MS602',
	rule: 'file-too-large',
	severity: 'error',
	fixed: true,
	title: { en: 'File is larger than a document may be', 'zh-CN': '文件超过文档大小上限' },
	message: {
		en: (p) =>
			`The file has ${p['size']} KB; a document may have ${p['limit']} KB. Split it, or attach the data as a download.`,
		'zh-CN': (p) => `文件有 ${p['size']} KB，文档上限为 ${p['limit']} KB。请拆分，或把数据作为附件提供下载。`,
	},
	why: {
		en: 'A page of that size is slow for every reader and can exhaust the memory of the build.',
		'zh-CN': '这么大的页面对每位读者都很慢，还可能耗尽构建内存。',
	},
	mend: { en: 'Split the document by topic and link the parts.', 'zh-CN': '按主题拆成几篇并互相链接。' },
});

export const symlinkRefused = defineDiagnostic({
	code: 'MS603',
	rule: 'symlink-refused',
	severity: 'error',
	fixed: true,
	title: { en: 'Symbolic link in the documents', 'zh-CN': '文档目录中有符号链接' },
	message: {
		en: () =>
			'Symbolic links are not followed: they could publish files from outside the project. Put the file itself here, or add its folder under `sources` in mainstay.yaml.',
		'zh-CN': () =>
			'不会跟随符号链接：它可能发布项目之外的文件。请放入文件本身，或在 mainstay.yaml 的 `sources` 中加入其目录。',
	},
	why: {
		en: 'Documents come by pull request; a link to /etc or to another repository must not reach the site.',
		'zh-CN': '文档来自合并请求；指向 /etc 或其他仓库的链接不能进入站点。',
	},
	mend: { en: 'Replace the link by the file.', 'zh-CN': '用文件本身替换链接。' },
});

export const fileUnreadable = defineDiagnostic({
	code: 'MS604',
	rule: 'file-unreadable',
	severity: 'error',
	fixed: true,
	title: { en: 'File cannot be read', 'zh-CN': '文件无法读取' },
	message: {
		en: ({ cause }) =>
			cause === 'special'
				? 'This is a pipe, a socket or a device, not a file. Put a file in its place.'
				: `The file cannot be read (${cause}). Check its permissions.`,
		'zh-CN': ({ cause }) =>
			cause === 'special'
				? '这是管道、套接字或设备，不是普通文件。请换成文件。'
				: `文件无法读取（${cause}）。请检查权限。`,
	},
	why: {
		en: 'A document that is left out silently is a hole that nobody sees.',
		'zh-CN': '悄悄漏掉的文档是没人看得见的缺口。',
	},
	mend: {
		en: 'Make the file readable for the account that runs the build.',
		'zh-CN': '让运行构建的账户可以读取该文件。',
	},
});

export const assetRefused = defineDiagnostic({
	code: 'MS605',
	rule: 'asset-refused',
	severity: 'error',
	fixed: true,
	title: { en: 'Attachment of a refused type', 'zh-CN': '附件类型不被允许' },
	message: {
		en: (p) =>
			`\`${p['path']}\` is not published: ${p['cause'] === 'active' ? 'such a file can run in the reader’s browser' : 'its bytes are not a picture of a known type'}. Use PNG, JPEG, WebP, AVIF, GIF or SVG for pictures, and a document, archive or data file for downloads.`,
		'zh-CN': (p) =>
			`\`${p['path']}\` 不会发布：${p['cause'] === 'active' ? '这种文件能在读者的浏览器里运行' : '文件内容不是可识别的图片'}。图片请用 PNG、JPEG、WebP、AVIF、GIF 或 SVG，下载请用文档、压缩包或数据文件。`,
	},
	why: {
		en: 'A page or script served from the site’s own address would run with its rights.',
		'zh-CN': '从站点自身地址提供的网页或脚本会以站点的权限运行。',
	},
	mend: {
		en: 'Convert the file to an allowed type, or link to it elsewhere.',
		'zh-CN': '转换成允许的类型，或链接到别处。',
	},
});

export const sourcesDiagnostics: readonly DiagnosticDefinition[] = [
	encodingInvalid,
	fileTooLarge,
	symlinkRefused,
	fileUnreadable,
	assetRefused,
];
