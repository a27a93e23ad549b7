import { readdirSync, readFileSync } from 'node:fs';
import * as cn2t from 'opencc-js/preset/cn2t';
import { createReplacer, type Replacement } from '../../src/model/taiwan.ts';

const ROOT = new URL('../../', import.meta.url);

/** Where Chinese is written that readers of Taiwan see converted; what stands elsewhere has its own text in zh-TW. */
const PLACES = ['scripts', 'schemas', 'src'];
const OWN_TEXTS = /\.generated\.|^scripts\/(init\/templates|generate)\/|^src\/(site\/(i18n|search)|search)\//;

/**
 * What the converter's Taiwan phrases get wrong in our texts, and the words that our own labels have. A \`code\`
 * (代码) is a finding's where the phrase says so, else a program's; a repository (仓库) is never a warehouse here.
 */
const CORRECTIONS: readonly Replacement[] = Object.entries({
	檔案頭: '檔頭',
	釋出: '發布',
	程式程式碼: '程式碼',
	程式碼塊: '程式碼區塊',
	檢查結果顯示的程式碼: '檢查結果顯示的代碼',
	不帶程式碼: '不帶代碼',
	全部程式碼: '全部代碼',
	加程式碼檢視: '加代碼查看',
	多個程式碼: '多個代碼',
	刪去該程式碼: '刪去該代碼',
	這樣的程式碼: '這樣的代碼',
	這個程式碼: '這個代碼',
	說明程式碼的含義: '說明代碼的含義',
	程式碼說明: '代碼說明',
	專案記憶體在: '專案內存在',
	聲明瞭: '宣告了',
	宣告瞭: '宣告了',
	有隻: '有只',
	是隻讀: '是唯讀',
	明瞭: '明了',
	併為: '並為',
	批准: '核准',
	審批: '簽核',
	賬: '帳',
	文本檔案: '純文字檔案',
	源文本: '原始文字',
	打印: '列印',
	迴圈: '循環',
	許可權: '權限',
	型別: '類型',
	引數: '參數',
	構建: '建置',
	站點: '網站',
	示例: '範例',
	模板: '範本',
	事務碼: '交易碼',
	報錯: '錯誤訊息',
	終端: '終端機',
	埠: '連接埠',
	佈局: '版面',
	註釋: '註解',
	二次開發: '客製開發',
	運維: '維運',
	執行手冊: '運行手冊',
	當前: '目前',
	壓縮包: '壓縮檔',
	訪問: '存取',
	丟失: '遺失',
	只讀: '唯讀',
	可撤銷: '可復原',
	回退: '回復',
	倉庫: '儲存庫',
	地址: '網址',
	退出碼: '結束代碼',
	查詢: '尋找',
	被替代: '被取代',
	已替代: '已取代',
	被文件覆蓋: '被文件涵蓋',
	以及覆蓋: '以及涵蓋',
	而覆蓋它的: '而涵蓋它的',
	覆蓋過: '涵蓋過',
	復審: '複審',
	'行、列': '行、欄',
	顯示幫助: '顯示說明',
	沒有搜到: '沒有搜尋到',
	單元格: '儲存格',
	級別: '等級',
	檢視: '查看',
});

/** Every stretch of Chinese in our sources, once. */
export function chineseStretches(): string[] {
	const stretches = PLACES.flatMap((place) =>
		readdirSync(new URL(place, ROOT), { recursive: true, encoding: 'utf8' })
			.map((path) => `${place}/${path.replaceAll('\\', '/')}`)
			.filter((path) => path.endsWith('.ts') && !OWN_TEXTS.test(path))
			.flatMap((path) => readFileSync(new URL(path, ROOT), 'utf8').match(/[\p{Script=Han}“”‘’、]+/gu) ?? []),
	);
	return [...new Set(stretches)].sort();
}

/** The whole of OpenCC's way from simplified Chinese to the words of Taiwan, and our corrections after it. */
function wholeWay(): Replacement[][] {
	const { cn } = cn2t.from;
	const { twp } = cn2t.to;
	const stages = [...(cn ?? []), ...(twp ?? [])].map((group) =>
		// The first of a group wins.
		[...group].reverse().flatMap((dictionary) => pairsOf(dictionary)),
	);
	return [...stages, [...CORRECTIONS]];
}

function pairsOf(dictionary: string | readonly (readonly string[])[]): Replacement[] {
	const rows =
		typeof dictionary === 'string' ? dictionary.split('|').map((line) => line.split(' ')) : dictionary;
	return rows.flatMap(([from, to]) => (from && to !== undefined ? [[from, to] as const] : []));
}

/** Of the whole way only what our own texts need: what is used in them, and every single character of them. */
export function taiwanWordsText(): string {
	let texts = chineseStretches();
	const stages = wholeWay().map((all) => {
		const needed = new Set(texts.join(''));
		const convert = createReplacer(all, (from) => needed.add(from));
		texts = [...new Set(texts.map(convert))];
		return Object.fromEntries(
			all.filter(([from, to]) => needed.has(from) && (from !== to || from.length > 1)),
		);
	});
	return `${JSON.stringify(stages, null, '\t')}\n`;
}
