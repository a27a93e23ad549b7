import * as z from 'zod';
import { duration, listOf, text, texts } from './fields/basic.ts';
import { kind } from './fields/document.ts';
import { canonicalLanguage, languageTag } from './fields/language-tag.ts';
import { classification } from './fields/lifecycle.ts';
import { choice, labelled, named, withMeta } from './meta.ts';

/** A label: a text, or a text per language. */
const label = () =>
	withMeta(
		z.union([
			text(),
			z.record(
				z.string().refine((tag) => canonicalLanguage(tag) === tag),
				text(),
			),
		]),
		{ expected: 'text | {zh-CN, zh-TW, en}' },
	);

/** Keys stand in frontmatter, in addresses and in file names. */
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

const vocabulary = () => z.record(z.string().regex(KEY), label());

const dataObject = z.strictObject({
	name: named(label(), 'Name', '名称', '名稱').optional(),
	system: named(text(), 'System', '系统', '系統').optional(),
	description: named(label(), 'Description', '说明', '說明').optional(),
});

/** How often it must be proved that a system can be restored. */
const continuityTarget = z.strictObject({
	backup: named(duration(), 'Backup every', '备份周期', '備份週期').optional(),
	restoreDrill: named(duration(), 'Restore drill every', '恢复演练周期', '還原演練週期').optional(),
});

const source = z.strictObject({
	name: withMeta(named(z.string().regex(KEY), 'Name', '名称', '名稱'), { expected: 'name' }),
	path: named(text(), 'Path', '路径', '路徑').optional(),
	git: named(text(), 'Git repository', 'Git 仓库', 'Git 儲存庫').optional(),
	revision: named(text(), 'Revision', '版本', '版本').optional(),
});

const audience = z.strictObject({
	classification,
	modules: named(listOf(text()), 'Modules', '模块', '模組').optional(),
});

const ownField = z.strictObject({
	type: named(z.enum(['string', 'number', 'boolean', 'date', 'list']), 'Type', '类型', '類型'),
	label: named(label(), 'Label', '显示名', '顯示名稱').optional(),
	required: named(z.boolean(), 'Required', '必填', '必填').optional(),
	values: named(texts(), 'Allowed values', '允许的值', '允許的值').optional(),
});

const ownFields = z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/), ownField);

/** An address that a browser opens as a page. */
const webAddress = () =>
	withMeta(z.string().regex(/^https?:\/\/[^\s<>"']+$/i), {
		expected: 'https://…',
		example: 'https://github.com/acme/erp-docs',
	});

const repository = z.strictObject({
	url: named(webAddress(), 'Address', '地址', '位址'),
	branch: named(text(), 'Branch', '分支', '分支').optional(),
	provider: named(z.enum(['github', 'gitlab', 'gitea', 'custom']), 'Platform', '平台', '平台').optional(),
	folder: named(text(), 'Folder in the repository', '仓库内的目录', '儲存庫內的目錄').optional(),
	newFile: named(webAddress(), 'Address of a new file', '新建文件的地址', '新增檔案的位址').optional(),
	newIssue: named(webAddress(), 'Address of a new issue', '新建问题的地址', '新增議題的位址').optional(),
});

const ruleSeverity = choice('ruleSeverity', {
	error: labelled('Fails the check', '检查不通过', '檢查不通過'),
	warning: labelled('Reported', '报告', '回報'),
	hint: labelled('Mentioned', '提示', '提示'),
	off: labelled('Not looked for', '不检查', '不檢查'),
});

/** mainstay.yaml as written. What depends on other facts (rule names, folders) is checked in src/config. */
export const configSchema = named(
	z.strictObject({
		title: named(label(), 'Title', '标题', '標題').optional(),
		languages: named(listOf(languageTag()), 'Languages', '语言', '語言').optional(),
		docs: named(text(), 'Documents folder', '文档目录', '文件目錄').optional(),
		sources: named(listOf(source), 'Sources', '文档来源', '文件來源').optional(),
		modules: named(vocabulary(), 'Modules', '模块', '模組').optional(),
		systems: named(vocabulary(), 'Systems', '系统', '系統').optional(),
		roles: named(vocabulary(), 'Roles and teams', '角色与团队', '角色與團隊').optional(),
		dataObjects: named(z.record(text(), dataObject), 'Data objects', '数据对象', '資料物件').optional(),
		kinds: named(
			z.record(z.string(), kind),
			'Kinds by folder',
			'按目录指定类型',
			'按目錄指定類型',
		).optional(),
		review: named(
			z.strictObject({ every: named(duration(), 'Every', '周期', '週期').optional() }),
			'Review',
			'复核',
			'複核',
		).optional(),
		continuity: named(
			z.record(z.string().regex(KEY), continuityTarget),
			'Continuity targets by system',
			'按系统的连续性目标',
			'各系統的持續運作目標',
		).optional(),
		search: named(
			z.strictObject({
				synonyms: named(listOf(z.array(text()).min(2)), 'Synonyms', '同义词', '同義詞').optional(),
			}),
			'Search',
			'搜索',
			'搜尋',
		).optional(),
		mdx: named(
			z.strictObject({
				trusted: named(z.array(text()), 'Trusted paths', '信任的路径', '信任的路徑').optional(),
			}),
			'MDX',
			'MDX',
			'MDX',
		).optional(),
		repository: named(repository, 'Repository', '代码仓库', '儲存庫').optional(),
		audiences: named(z.record(z.string().regex(KEY), audience), 'Audiences', '受众', '受眾').optional(),
		reference: named(
			z.strictObject({ rules: named(z.boolean(), 'Rules', '规则', '規則').optional() }),
			'Reference pages',
			'参考页',
			'參考頁',
		).optional(),
		rules: named(z.record(z.string(), ruleSeverity), 'Rules', '规则', '規則').optional(),
		fields: named(
			z.strictObject({
				process: ownFields.optional(),
				'system-log': ownFields.optional(),
				'dev-note': ownFields.optional(),
				runbook: ownFields.optional(),
				page: ownFields.optional(),
			}),
			'Own fields',
			'自有字段',
			'自訂欄位',
		).optional(),
	}),
	'mainstay.yaml',
	'mainstay.yaml',
	'mainstay.yaml',
);

export type ConfigInput = z.infer<typeof configSchema>;
