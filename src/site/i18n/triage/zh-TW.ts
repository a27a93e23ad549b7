import type { TriageText } from './index.ts';

function duration(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	return hours === 0 ? `${minutes} 分鐘` : `${hours} 小時${rest ? ` ${rest} 分` : ''}`;
}

/** 分診頁用語，繁體中文。 */
export const zhTW: TriageText = {
	title: '出了什麼問題？',
	lead: '從看到的現象出發，三步找到運行手冊，或者找到該找的人。',
	entry: '出了問題，不知道叫什麼？',
	entryText: '從看到的現象出發，三步找到手冊，或者找到該找的人。',
	searchFirst: '手上有錯誤訊息原文或錯誤代碼？',
	searchLink: '直接貼到搜尋框',
	print: '列印成一頁海報',
	data: '資料',
	steps: ['看到了什麼？', '在哪裡？', '怎麼辦'],
	classes: {
		'data-inconsistency': {
			question: '數字對不上，資料少了或者重複了',
			tell: '系統能用，但兩個本該一致的地方說法不同。',
			first: '先不要改資料。記下兩邊的數字、各自在哪裡看到、什麼時間。',
		},
		'crash-or-slow': {
			question: '打不開、報錯中斷，或者一直轉圈',
			tell: '不是某一張單據的問題：頁面打不開，或者哪裡都慢。',
			first: '先弄清楚是一個人還是所有人，是一個頁面還是全部。',
		},
		'process-mismatch': {
			question: '業務要這樣做，系統不讓過',
			tell: '系統按設定運作，但業務照這樣走不下去。',
			first: '記下單號和卡住的步驟，不要繞過簽核。',
		},
		'user-operation': {
			question: '操作錯了，或者不知道怎麼操作',
			tell: '換一個人做同樣的事沒有問題。',
			first: '不要反覆送出。記下填了什麼、點了什麼。',
		},
		integration: {
			question: '另一個系統沒有收到，或者沒有傳過來',
			tell: '兩邊單獨用都正常，中間該傳的東西沒有到。',
			first: '先看對方系統是否正常，最近一次傳成功是什麼時候。',
		},
		permission: {
			question: '看不到選單、打不開單據，提示沒有權限',
			tell: '同職務的同事用自己的帳號可以做。',
			first: '記下帳號、選單和原文提示，不要借用別人的帳號。',
		},
	},
	runbooks: (n) => `${n} 份手冊`,
	incidents: (n) => `有記錄的異常 ${n} 次`,
	back: '回到「看到了什麼」',
	areas: '業務範圍',
	noArea: '不限範圍',
	alsoHere: '這裡也會遇到：',
	begin: '先做',
	about: (minutes) => `約 ${duration(minutes)}`,
	whole: (minutes) => `全程 ${duration(minutes)}`,
	happened: (n) => `已用過 ${n} 次`,
	worked: (percent, tried) => `有效 ${percent}%（共 ${tried} 次）`,
	untried: '還沒有是否有效的記錄',
	unsolved: '沒有解決？',
	atOnce: '立即',
	after: (minutes) => `${duration(minutes)}後`,
	more: (n) => `還有 ${n} 份`,
	noneFits: '都不像',
	noneFitsText: '這種情況還沒有人寫下來。先找人，同時把看到的記下來。',
	ask: '找誰',
	askFirst: (runbooks) => `${runbooks} 份手冊指定`,
	noContacts: '這一類的手冊都沒有寫明上報給誰：請在手冊裡補上 escalation。',
	vendors: '廠商',
	noteDown: '同時記下',
	notes: [
		'提示的完整原文，複製，不要轉述',
		'什麼時候開始、哪個系統、正式還是測試環境',
		'誰看到的：帳號、選單、單據編號',
		'出現之前做了什麼，最近改過什麼',
		'影響多少人，哪些業務在等',
		'已經試過什麼',
	],
	empty: '這一類還沒有運行手冊',
	emptyText: (n) =>
		n === 0
			? '也沒有這類異常的記錄。遇到第一例，就是寫第一份手冊的時候。'
			: `已有 ${n} 次異常記錄，卻沒有一份能幫到下一個人的手冊。`,
	write: '這樣開始寫',
	newTitle: '看到的現象',
};
