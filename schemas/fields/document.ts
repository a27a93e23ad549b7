import * as z from 'zod';
import { choice, labelled, named, withMeta } from '../meta.ts';
import { listOf, role, term, text, texts, verbatims } from './basic.ts';
import { documentReferences, idOf, type RecordKind } from './id.ts';
import { languageTag } from './language-tag.ts';
import { classification, phase, review, stage, status } from './lifecycle.ts';

export const kind = named(
	choice('kind', {
		process: labelled('Process', '流程文档', '流程文件'),
		'system-log': labelled('System log', '系统日志', '系統日誌'),
		'dev-note': labelled('Development note', '二次开发文档', '客製開發文件'),
		runbook: labelled('Runbook', '运行手册', '運行手冊'),
		page: labelled('Page', '页面', '頁面'),
	}),
	'Kind',
	'文档类型',
	'文件類型',
);

export const title = (): z.ZodString => named(text(), 'Title', '标题', '標題');
export const summary = (): z.ZodString => named(text(), 'Summary', '摘要', '摘要');
export const language = (): z.ZodString =>
	withMeta(named(languageTag(), 'Language', '语言', '語言'), { perVersion: true });
export const modules = named(listOf(term('modules')), 'Modules', '模块', '模組');
export const systems = named(listOf(term('systems')), 'Systems', '系统', '系統');
export const keywords = named(texts(), 'Keywords', '关键词', '關鍵字');
export const related = named(documentReferences(), 'Related', '相关文档', '相關文件');

const appliesTo = named(
	z.strictObject({
		product: named(text(), 'Product', '产品', '產品'),
		releases: named(verbatims(), 'Releases', '版本', '版本').optional(),
	}),
	'Applies to',
	'适用于',
	'適用於',
);

/** The fields that every document of the four kinds may or must have. `kind` may come from the folder. */
export function commonFields<K extends RecordKind>(of: K) {
	return {
		id: named(idOf(of), 'Id', '编号', '編號'),
		kind: kind.optional(),
		title: title(),
		owner: named(role(), 'Owner', '负责团队或角色', '負責團隊或角色'),
		lang: language().optional(),
		status: status.optional(),
		modules: modules.optional(),
		systems: systems.optional(),
		appliesTo: appliesTo.optional(),
		classification: classification.optional(),
		stage: stage.optional(),
		phase: phase.optional(),
		review: review.optional(),
		related: related.optional(),
		supersedes: named(documentReferences(), 'Supersedes', '替代了', '取代了').optional(),
		keywords: keywords.optional(),
		redirectFrom: named(texts(), 'Redirects from', '旧地址', '舊位址').optional(),
	};
}
