import type { ProcessViewText } from './en.ts';

/** Words of the process drawing, its panel and its step list in simplified Chinese. */
export const zhCN: ProcessViewText = {
	help: 'Tab 依次走过各步骤，方向键走到相邻步骤，Home、End 到第一步和最后一步；回车打开步骤，空格进入步骤详情，Esc 离开。按 + 和 − 缩放，0 适合宽度，1 为原始大小；按 Shift 加方向键或拖动可平移，Ctrl 加滚轮缩放。',
	lanesAsRows: '角色按行排列',
	lanesAsColumns: '角色按列排列',
	withData: '显示数据对象',
	originalSize: '原始大小',
	download: '下载图',
	print: '打印这张图',
	pngFailed: '无法生成图片，请改用 SVG 文件。',
	afterDrawing: '图到此结束',

	openStep: '打开',
	close: '关闭',
	copyTransaction: '复制事务代码',
	comesFrom: '上一步',
	leadsTo: '下一步',
	happenedHere: '这里发生过',
	moreHappened: (n) => `表格里还有 ${n} 项`,

	showInDrawing: '在图中查看',
	showStep: (name) => `在图中查看“${name}”`,
	decision: '判断：',
	outcome: '按审批结果：',
	depends: '视情况而定：',
	together: '同时进行：',
	when: (condition) => `${condition}时`,
	otherwise: '其他情况',
	stepNumber: (n) => `第 ${n} 步`,
	backTo: (n) => `回到第 ${n} 步`,
	again: '重复本步骤',

	openedFrom: '由此展开',
};
