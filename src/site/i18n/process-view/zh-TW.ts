import type { ProcessViewText } from './en.ts';

/** Words of the process drawing, its panel and its step list in traditional Chinese. */
export const zhTW: ProcessViewText = {
	help: 'Tab 依序走過各步驟，方向鍵走到相鄰步驟，Home、End 到第一步和最後一步；Enter 開啟步驟，空白鍵進入步驟詳情，Esc 離開。按 + 和 − 縮放，0 符合寬度，1 為原始大小；按 Shift 加方向鍵或拖曳可平移，Ctrl 加滾輪縮放。',
	lanesAsRows: '角色依列排列',
	lanesAsColumns: '角色依欄排列',
	withData: '顯示資料物件',
	originalSize: '原始大小',
	download: '下載圖',
	print: '列印這張圖',
	pngFailed: '無法產生圖片，請改用 SVG 檔案。',
	afterDrawing: '圖到此結束',

	openStep: '開啟',
	close: '關閉',
	copyTransaction: '複製交易代碼',
	comesFrom: '上一步',
	leadsTo: '下一步',
	happenedHere: '這裡發生過',
	moreHappened: (n) => `表格裡還有 ${n} 項`,

	showInDrawing: '在圖中檢視',
	showStep: (name) => `在圖中檢視「${name}」`,
	decision: '判斷：',
	outcome: '依簽核結果：',
	depends: '視情況而定：',
	together: '同時進行：',
	when: (condition) => `${condition}時`,
	otherwise: '其他情況',
	stepNumber: (n) => `第 ${n} 步`,
	backTo: (n) => `回到第 ${n} 步`,
	again: '重複本步驟',

	openedFrom: '由此展開',
};
