import type { InterfaceLanguage } from '../../src/model/index.ts';

/** What the server says besides labels and findings. */
export interface Words {
	readonly required: string;
	readonly values: string;
	readonly keysOf: string;
	readonly owner: string;
	readonly noRename: string;
	readonly pageRename: string;
	readonly headingRename: string;
	readonly fixAll: string;
	readonly today: string;
	fix(code: string): string;
	replaceBy(value: string): string;
	suppress(code: string): string;
	badId(example: string): string;
	badAnchor: string;
	taken(name: string): string;
	differentKind(prefix: string): string;
}

export const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
	en: {
		required: 'required',
		values: 'Values',
		keysOf: 'keys of mainstay.yaml',
		owner: 'Owner',
		noRename: 'There is no id, step or anchor here that could be renamed.',
		pageRename: 'A page is known by its path: move it with `mainstay mv`, which rewrites every link.',
		headingRename:
			'This anchor comes from the heading’s text: change the text, or give the heading an id: `{#name}`.',
		fixAll: 'Mend everything that is safe to mend in this file',
		today: 'today',
		fix: (code) => `Mend this (${code})`,
		replaceBy: (value) => `Replace with “${value}”`,
		suppress: (code) => `Ignore ${code} here and say why`,
		badId: (example) => `An id looks like ${example}.`,
		badAnchor: 'Letters, digits, “-” and “_” only, at most 64 of them.',
		taken: (name) => `${name} exists already.`,
		differentKind: (prefix) => `Ids of this kind begin with ${prefix}-.`,
	},
	'zh-CN': {
		required: '必填',
		values: '可用值',
		keysOf: 'mainstay.yaml 中声明的键',
		owner: '负责人',
		noRename: '此处没有可以重命名的编号、步骤或锚点。',
		pageRename: '页面以路径为准：请用 `mainstay mv` 移动，所有链接会一并改写。',
		headingRename: '这个锚点来自标题文字：请修改标题，或给标题写明 id：`{#name}`。',
		fixAll: '修复本文件中所有可以安全修复的问题',
		today: '今天',
		fix: (code) => `修复此问题（${code}）`,
		replaceBy: (value) => `替换为“${value}”`,
		suppress: (code) => `在此忽略 ${code} 并写明原因`,
		badId: (example) => `编号的形式如 ${example}。`,
		badAnchor: '只能使用文字、数字、“-”和“_”，最多 64 个字符。',
		taken: (name) => `${name} 已存在。`,
		differentKind: (prefix) => `此类文档的编号以 ${prefix}- 开头。`,
	},
	'zh-TW': {
		required: '必填',
		values: '可用值',
		keysOf: 'mainstay.yaml 中宣告的鍵',
		owner: '負責人',
		noRename: '此處沒有可以重新命名的編號、步驟或錨點。',
		pageRename: '頁面以路徑為準：請用 `mainstay mv` 移動，所有連結會一併改寫。',
		headingRename: '這個錨點來自標題文字：請修改標題，或為標題寫明 id：`{#name}`。',
		fixAll: '修復本檔案中所有可以安全修復的問題',
		today: '今天',
		fix: (code) => `修復此問題（${code}）`,
		replaceBy: (value) => `取代為「${value}」`,
		suppress: (code) => `在此忽略 ${code} 並寫明原因`,
		badId: (example) => `編號的形式如 ${example}。`,
		badAnchor: '只能使用文字、數字、「-」和「_」，最多 64 個字元。',
		taken: (name) => `${name} 已存在。`,
		differentKind: (prefix) => `此類文件的編號以 ${prefix}- 開頭。`,
	},
};
