import type { Bilingual, DocumentKind, MessageLocale } from '../../src/model/index.ts';
import { wordsIn } from '../../src/model/wording.ts';
import type { WordKind } from './question.ts';

type Key =
	| DocumentKind
	| 'nothing'
	| 'steps'
	| 'roles'
	| 'tests'
	| 'named'
	| 'through'
	| 'title'
	| 'id'
	| 'document'
	| 'why'
	| 'place'
	| 'step'
	| 'role'
	| 'test'
	| 'note'
	| 'release'
	| 'code'
	| 'file'
	| 'object'
	| 'nearest';

export const WORDS: Readonly<Record<Key, Bilingual<string>>> = {
	'dev-note': { en: 'Notes', 'zh-CN': '二次开发文档' },
	process: { en: 'Processes', 'zh-CN': '流程' },
	runbook: { en: 'Runbooks', 'zh-CN': '运行手册' },
	'system-log': { en: 'Logs', 'zh-CN': '系统日志' },
	page: { en: 'Pages', 'zh-CN': '页面' },
	nothing: {
		en: 'Nothing in the knowledge base is declared to rest on it.',
		'zh-CN': '知识库中没有内容声明与之相关。',
	},
	steps: { en: 'Steps', 'zh-CN': '步骤' },
	roles: { en: 'Roles', 'zh-CN': '角色' },
	tests: { en: 'Tests', 'zh-CN': '测试' },
	named: { en: 'named', 'zh-CN': '直接涉及' },
	through: { en: 'through', 'zh-CN': '经由' },
	title: { en: 'Impact of this change', 'zh-CN': '本次变更的影响' },
	id: { en: 'named itself', 'zh-CN': '直接指定' },
	document: { en: 'Document', 'zh-CN': '文档' },
	why: { en: 'Why', 'zh-CN': '原因' },
	place: { en: 'Place', 'zh-CN': '位置' },
	step: { en: 'Step', 'zh-CN': '步骤' },
	role: { en: 'Role', 'zh-CN': '角色' },
	test: { en: 'Test', 'zh-CN': '测试' },
	note: { en: 'Note', 'zh-CN': '文档' },
	release: { en: 'not adapted to', 'zh-CN': '尚未适配' },
	code: { en: 'covers', 'zh-CN': '覆盖' },
	file: { en: 'is', 'zh-CN': '即' },
	object: { en: 'names', 'zh-CN': '提到' },
	nearest: { en: 'Did you mean: ', 'zh-CN': '是否想查：' },
};

export function word(key: Key, locale: MessageLocale): string {
	return wordsIn(WORDS[key], locale);
}

const KINDS: Readonly<Record<WordKind, Bilingual<string>>> = {
	range: { en: 'everything changed there', 'zh-CN': '其间的全部变更' },
	id: { en: 'a document', 'zh-CN': '文档' },
	file: { en: 'a file', 'zh-CN': '文件' },
	folder: { en: 'a folder', 'zh-CN': '文件夹' },
	release: { en: 'a release', 'zh-CN': '版本' },
	object: { en: 'an object', 'zh-CN': '对象' },
};

/** What a word of the command line was taken for. */
export function takenText(
	{ word: written, as }: { readonly word: string; readonly as: WordKind },
	locale: MessageLocale,
): string {
	return `${written}${locale === 'en' ? ': ' : '：'}${wordsIn(KINDS[as], locale)}`;
}
