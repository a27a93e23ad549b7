import type { TriageText } from './index.ts';

function duration(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	return hours === 0 ? `${minutes} 分钟` : `${hours} 小时${rest ? ` ${rest} 分` : ''}`;
}

/** 分诊页用语，简体中文。 */
export const zhCN: TriageText = {
	title: '出了什么问题？',
	lead: '从看到的现象出发，三步找到运行手册，或者找到该找的人。',
	entry: '出了问题，不知道叫什么？',
	entryText: '从看到的现象出发，三步找到手册，或者找到该找的人。',
	searchFirst: '手上有报错原文或错误代码？',
	searchLink: '直接粘贴到搜索框',
	print: '打印成一页海报',
	data: '数据',
	steps: ['看到了什么？', '在哪里？', '怎么办'],
	classes: {
		'data-inconsistency': {
			question: '数字对不上，数据少了或者重了',
			tell: '系统能用，但两个本该一致的地方说法不同。',
			first: '先不要改数据。记下两边的数字、各自在哪里看到、什么时间。',
		},
		'crash-or-slow': {
			question: '打不开、报错中断，或者一直转圈',
			tell: '不是某一张单据的问题：页面打不开，或者哪里都慢。',
			first: '先弄清是一个人还是所有人，是一个页面还是全部。',
		},
		'process-mismatch': {
			question: '业务要这样做，系统不让过',
			tell: '系统按设置运行，但业务照这样走不下去。',
			first: '记下单号和卡住的步骤，不要绕过审批。',
		},
		'user-operation': {
			question: '操作错了，或者不知道怎么操作',
			tell: '换一个人做同样的事没有问题。',
			first: '不要反复提交。记下填了什么、点了什么。',
		},
		integration: {
			question: '另一个系统没有收到，或者没有传过来',
			tell: '两边单独用都正常，中间该传的东西没有到。',
			first: '先看对方系统是否正常，最近一次传成功是什么时候。',
		},
		permission: {
			question: '看不到菜单、打不开单据，提示没有权限',
			tell: '同岗位的同事用自己的账号可以做。',
			first: '记下账号、菜单和原文提示，不要借用别人的账号。',
		},
	},
	runbooks: (n) => `${n} 份手册`,
	incidents: (n) => `有记录的异常 ${n} 次`,
	back: '回到“看到了什么”',
	areas: '业务范围',
	noArea: '不限范围',
	alsoHere: '这里也会遇到：',
	begin: '先做',
	about: (minutes) => `约 ${duration(minutes)}`,
	whole: (minutes) => `全程 ${duration(minutes)}`,
	happened: (n) => `已用过 ${n} 次`,
	worked: (percent, tried) => `有效 ${percent}%（共 ${tried} 次）`,
	untried: '还没有是否有效的记录',
	unsolved: '没有解决？',
	atOnce: '立即',
	after: (minutes) => `${duration(minutes)}后`,
	more: (n) => `还有 ${n} 份`,
	noneFits: '都不像',
	noneFitsText: '这种情况还没有人写下来。先找人，同时把看到的记下来。',
	ask: '找谁',
	askFirst: (runbooks) => `${runbooks} 份手册指定`,
	noContacts: '这一类的手册都没有写明升级给谁：请在手册里补上 escalation。',
	vendors: '厂商',
	noteDown: '同时记下',
	notes: [
		'提示的完整原文，复制，不要转述',
		'什么时候开始、哪个系统、正式还是测试环境',
		'谁看到的：账号、菜单、单据编号',
		'出现之前做了什么，最近改过什么',
		'影响多少人，哪些业务在等',
		'已经试过什么',
	],
	empty: '这一类还没有运行手册',
	emptyText: (n) =>
		n === 0
			? '也没有这类异常的记录。遇到第一例，就是写第一份手册的时候。'
			: `已有 ${n} 次异常记录，却没有一份能帮到下一个人的手册。`,
	write: '这样开始写',
	newTitle: '看到的现象',
};
