import type { InterfaceLanguage } from '../../model/index.ts';
import type { Facet, Reason } from '../../search/query/result.ts';

/** Everything that the search interface says, in one language. */
export interface SearchText {
	readonly search: string;
	readonly placeholder: string;
	readonly close: string;
	readonly clear: string;
	readonly results: string;
	readonly count: (shown: number, total: number) => string;
	readonly loading: string;
	readonly failed: string;
	readonly none: string;
	readonly noneHint: string;
	readonly tried: string;
	readonly nearest: string;
	readonly doubtful: string;
	readonly cut: string;
	readonly recent: string;
	readonly forget: string;
	readonly paste: (lines: number) => string;
	readonly removePaste: string;
	readonly filters: string;
	readonly resetFilters: string;
	readonly allResults: string;
	readonly more: string;
	readonly below: string;
	readonly start: string;
	readonly noScript: string;
	readonly keys: string;
	readonly line: (number: number) => string;
	readonly firstStep: string;
	readonly facet: Readonly<Record<Facet, string>>;
	readonly reason: Readonly<Record<Reason['type'], (value: string) => string>>;
	readonly language: Readonly<Record<string, string>>;
}

const LANGUAGES = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

const EN: SearchText = {
	search: 'Search',
	placeholder: 'Paste an error, or type a code, a transaction or a symptom',
	close: 'Close search',
	clear: 'Clear',
	results: 'Search results',
	count: (shown, total) =>
		total === 1
			? '1 result'
			: total > shown
				? `${total} results, the best ${shown} shown`
				: `${total} results`,
	loading: 'Searching…',
	failed: 'The search index could not be loaded. Reload the page, or use the lists.',
	none: 'Nothing found.',
	noneHint: 'Try the error code alone, fewer words, or the name of the transaction.',
	tried: 'Looked up:',
	nearest: 'Did you mean:',
	doubtful: 'No document matches this well. The nearest:',
	cut: 'The text is very long: only its first part was read.',
	recent: 'Recent searches on this device',
	forget: 'Clear recent searches',
	paste: (lines) => (lines === 1 ? 'Pasted text, 1 line' : `Pasted text, ${lines} lines`),
	removePaste: 'Remove the pasted text',
	filters: 'Filters',
	resetFilters: 'Clear filters',
	allResults: 'All results with filters',
	more: 'Show more',
	below: 'Also found',
	start: 'Search runs in this page: what you paste is not sent anywhere and not stored.',
	noScript: 'Search needs JavaScript. Everything can also be reached from the lists:',
	keys: '↑ ↓ choose · Enter open · Esc close',
	line: (number) => `line ${number}`,
	firstStep: 'First step:',
	facet: {
		kind: 'Kind',
		module: 'Module',
		severity: 'Severity',
		exceptionClass: 'Exception class',
		lang: 'Language',
		status: 'Status',
	},
	reason: {
		code: (value) => `matched code ${value}`,
		signature: (value) => `matched message “${value}”`,
		pattern: (value) => `matched pattern ${value}`,
		symptom: (value) => `symptom “${value}”`,
		title: () => 'matched the title',
		name: (value) => `matched ${value}`,
		words: (value) => `contains ${value}`,
		related: (value) => `related to ${value}`,
	},
	language: LANGUAGES,
};

const ZH_CN: SearchText = {
	search: '搜索',
	placeholder: '粘贴报错，或输入错误码、事务代码、现象',
	close: '关闭搜索',
	clear: '清除',
	results: '搜索结果',
	count: (shown, total) =>
		total > shown ? `共 ${total} 个结果，显示最相关的 ${shown} 个` : `${total} 个结果`,
	loading: '正在搜索…',
	failed: '搜索索引无法加载。请刷新页面，或从列表查找。',
	none: '没有找到。',
	noneHint: '试试只输入错误码、减少词语，或输入事务代码的名称。',
	tried: '已查找：',
	nearest: '您是不是要找：',
	doubtful: '没有特别吻合的文档，以下最接近：',
	cut: '内容很长，只读取了前面一部分。',
	recent: '本机最近的搜索',
	forget: '清除搜索记录',
	paste: (lines) => `粘贴的内容，${lines} 行`,
	removePaste: '移除粘贴的内容',
	filters: '筛选',
	resetFilters: '清除筛选',
	allResults: '查看全部结果并筛选',
	more: '显示更多',
	below: '其他结果',
	start: '搜索在本页内完成：粘贴的内容不会发送到任何地方，也不会保存。',
	noScript: '搜索需要启用 JavaScript。也可以从以下列表查找：',
	keys: '↑ ↓ 选择 · Enter 打开 · Esc 关闭',
	line: (number) => `第 ${number} 行`,
	firstStep: '第一步：',
	facet: {
		kind: '类型',
		module: '模块',
		severity: '严重程度',
		exceptionClass: '异常类别',
		lang: '语言',
		status: '状态',
	},
	reason: {
		code: (value) => `匹配代码 ${value}`,
		signature: (value) => `匹配报错“${value}”`,
		pattern: (value) => `匹配模式 ${value}`,
		symptom: (value) => `现象“${value}”`,
		title: () => '标题匹配',
		name: (value) => `匹配 ${value}`,
		words: (value) => `包含 ${value}`,
		related: (value) => `与 ${value} 相关`,
	},
	language: LANGUAGES,
};

const ZH_TW: SearchText = {
	search: '搜尋',
	placeholder: '貼上錯誤訊息，或輸入錯誤碼、交易代碼、現象',
	close: '關閉搜尋',
	clear: '清除',
	results: '搜尋結果',
	count: (shown, total) =>
		total > shown ? `共 ${total} 筆結果，顯示最相關的 ${shown} 筆` : `${total} 筆結果`,
	loading: '正在搜尋…',
	failed: '搜尋索引無法載入。請重新整理頁面，或從清單尋找。',
	none: '找不到結果。',
	noneHint: '試試只輸入錯誤碼、減少字詞，或輸入交易代碼的名稱。',
	tried: '已查詢：',
	nearest: '您是不是要找：',
	doubtful: '沒有特別吻合的文件，以下最接近：',
	cut: '內容很長，只讀取了前面一部分。',
	recent: '本機最近的搜尋',
	forget: '清除搜尋紀錄',
	paste: (lines) => `貼上的內容，${lines} 行`,
	removePaste: '移除貼上的內容',
	filters: '篩選',
	resetFilters: '清除篩選',
	allResults: '查看全部結果並篩選',
	more: '顯示更多',
	below: '其他結果',
	start: '搜尋在本頁內完成：貼上的內容不會傳送到任何地方，也不會儲存。',
	noScript: '搜尋需要啟用 JavaScript。也可以從以下清單尋找：',
	keys: '↑ ↓ 選擇 · Enter 開啟 · Esc 關閉',
	line: (number) => `第 ${number} 行`,
	firstStep: '第一步：',
	facet: {
		kind: '類型',
		module: '模組',
		severity: '嚴重程度',
		exceptionClass: '異常類別',
		lang: '語言',
		status: '狀態',
	},
	reason: {
		code: (value) => `符合代碼 ${value}`,
		signature: (value) => `符合錯誤訊息「${value}」`,
		pattern: (value) => `符合樣式 ${value}`,
		symptom: (value) => `現象「${value}」`,
		title: () => '標題相符',
		name: (value) => `符合 ${value}`,
		words: (value) => `包含 ${value}`,
		related: (value) => `與 ${value} 相關`,
	},
	language: LANGUAGES,
};

const TEXTS: Readonly<Record<InterfaceLanguage, SearchText>> = { en: EN, 'zh-CN': ZH_CN, 'zh-TW': ZH_TW };

export function searchText(lang: string): SearchText {
	return TEXTS[lang as InterfaceLanguage] ?? EN;
}
