import type { DocumentKind } from '../model/index.ts';

const CHINESE: Readonly<Record<DocumentKind, string>> = {
	process: '流程',
	'system-log': '系统日志',
	'dev-note': '二次开发文档',
	runbook: '运行手册',
	page: '普通页面',
};

/** A kind in a Chinese sentence, with the word that the frontmatter takes. */
export function kindInChinese(kind: string | number | undefined): string {
	const name = CHINESE[kind as DocumentKind];
	return name === undefined ? String(kind) : `${name}（${kind}）`;
}
