import { type InterfaceLanguage, interfaceLanguageOf, type LanguageTag } from '../model/index.ts';

/** Mainstay's own words inside a document's body, in the document's language. */
export interface Words {
	readonly admonitions: Readonly<Record<'note' | 'tip' | 'caution' | 'danger', string>>;
	readonly expect: string;
	readonly rollback: string;
	step(number: number): string;
	readonly risks: Readonly<Record<'read-only' | 'reversible' | 'destructive', string>>;
	minutes(count: number): string;
	readonly footnotes: string;
	backToText(number: number): string;
	table(number: number): string;
	readonly permalink: string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
	en: {
		admonitions: { note: 'Note', tip: 'Tip', caution: 'Caution', danger: 'Danger' },
		expect: 'Expected result',
		rollback: 'How to undo it',
		step: (number) => `Step ${number}`,
		risks: { 'read-only': 'Read-only', reversible: 'Reversible', destructive: 'Destructive' },
		minutes: (count) => `${count} min`,
		footnotes: 'Footnotes',
		backToText: (number) => `Back to the text of note ${number}`,
		table: (number) => `Table ${number}`,
		permalink: 'Link to this section',
	},
	'zh-CN': {
		admonitions: { note: '说明', tip: '提示', caution: '注意', danger: '危险' },
		expect: '预期结果',
		rollback: '回退方法',
		step: (number) => `第 ${number} 步`,
		risks: { 'read-only': '只读', reversible: '可回退', destructive: '不可逆' },
		minutes: (count) => `${count} 分钟`,
		footnotes: '脚注',
		backToText: (number) => `回到脚注 ${number} 的正文`,
		table: (number) => `表格 ${number}`,
		permalink: '本节链接',
	},
	'zh-TW': {
		admonitions: { note: '說明', tip: '提示', caution: '注意', danger: '危險' },
		expect: '預期結果',
		rollback: '還原方法',
		step: (number) => `第 ${number} 步`,
		risks: { 'read-only': '唯讀', reversible: '可還原', destructive: '不可逆' },
		minutes: (count) => `${count} 分鐘`,
		footnotes: '註腳',
		backToText: (number) => `回到註腳 ${number} 的內文`,
		table: (number) => `表格 ${number}`,
		permalink: '本節連結',
	},
};

export function wordsIn(lang: LanguageTag): Words {
	return WORDS[interfaceLanguageOf(lang)];
}
