import type { InterfaceLanguage } from '../src/model/language.ts';
import type { ExpectedResult } from '../src/model/record.ts';

/** The words of a log that is written for somebody. */
export interface RecordWords {
	readonly seen: string;
	readonly where: string;
	reportedFrom(title: string, address: string, version: string | undefined): string;
	readonly done: string;
	followed(runbook: string): string;
	readonly time: string;
	readonly step: string;
	readonly state: string;
	readonly asExpected: string;
	readonly finished: string;
	readonly states: Readonly<Record<'skipped' | 'open', string>>;
	readonly results: Readonly<Record<ExpectedResult, string>>;
	confirmed(step: number, at: string): string;
	note(step: number): string;
	escalated(at: string, to: string): string;
	readonly parameters: string;
	readonly parameter: string;
	readonly value: string;
	readonly result: string;
	readonly outcomes: Readonly<Record<string, string>>;
	readonly failed: string;
	readonly followUp: string;
}

export const RECORD_WORDS: Readonly<Record<InterfaceLanguage, RecordWords>> = {
	en: {
		seen: 'What was seen',
		where: 'Where:',
		reportedFrom: (title, address, version) =>
			`Reported from the page “${title}” (${address}${version ? `, version of ${version}` : ''}).`,
		done: 'What was done',
		followed: (runbook) => `By the runbook kb:${runbook}.`,
		time: 'Time',
		step: 'Step',
		state: 'State',
		asExpected: 'As expected',
		finished: 'done',
		states: { skipped: 'skipped', open: 'not done' },
		results: { yes: 'yes', no: 'no', differs: 'differs' },
		confirmed: (step, at) => `Step ${step}: going ahead was confirmed at ${at}`,
		note: (step) => `Step ${step}: `,
		escalated: (at, to) => `${at}: escalated to ${to}`,
		parameters: 'Values used',
		parameter: 'Parameter',
		value: 'Value',
		result: 'Result',
		outcomes: {
			success: 'The problem is solved.',
			partial: 'The problem is solved in part.',
			'rolled-back': 'What was done has been undone.',
			failed: 'The problem is not solved.',
			open: 'Still being worked on.',
		},
		failed: 'What did not help',
		followUp: 'Follow-up',
	},
	'zh-CN': {
		seen: '现象',
		where: '位置：',
		reportedFrom: (title, address, version) =>
			`从页面“${title}”报告（${address}${version ? `，${version} 的版本` : ''}）。`,
		done: '处理经过',
		followed: (runbook) => `按照 kb:${runbook} 处理。`,
		time: '时间',
		step: '步骤',
		state: '状态',
		asExpected: '符合预期',
		finished: '完成',
		states: { skipped: '跳过', open: '未做' },
		results: { yes: '是', no: '否', differs: '有出入' },
		confirmed: (step, at) => `第 ${step} 步：${at} 确认执行`,
		note: (step) => `第 ${step} 步：`,
		escalated: (at, to) => `${at} 升级给 ${to}`,
		parameters: '所用参数',
		parameter: '参数',
		value: '值',
		result: '结果',
		outcomes: {
			success: '问题已解决。',
			partial: '问题部分解决。',
			'rolled-back': '所做操作已回退。',
			failed: '问题没有解决。',
			open: '仍在处理。',
		},
		failed: '哪里没有帮助',
		followUp: '后续',
	},
	'zh-TW': {
		seen: '現象',
		where: '位置：',
		reportedFrom: (title, address, version) =>
			`從頁面「${title}」回報（${address}${version ? `，${version} 的版本` : ''}）。`,
		done: '處理經過',
		followed: (runbook) => `依照 kb:${runbook} 處理。`,
		time: '時間',
		step: '步驟',
		state: '狀態',
		asExpected: '符合預期',
		finished: '完成',
		states: { skipped: '略過', open: '未做' },
		results: { yes: '是', no: '否', differs: '有出入' },
		confirmed: (step, at) => `第 ${step} 步：${at} 確認執行`,
		note: (step) => `第 ${step} 步：`,
		escalated: (at, to) => `${at} 上報給 ${to}`,
		parameters: '所用參數',
		parameter: '參數',
		value: '值',
		result: '結果',
		outcomes: {
			success: '問題已解決。',
			partial: '問題部分解決。',
			'rolled-back': '所做操作已還原。',
			failed: '問題沒有解決。',
			open: '仍在處理。',
		},
		failed: '哪裡沒有幫助',
		followUp: '後續',
	},
};
