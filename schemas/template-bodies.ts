import type { DocumentKind, InterfaceLanguage } from '../src/model/index.ts';

type Bodies = Readonly<Record<InterfaceLanguage, string>>;

function sections(...headings: readonly (readonly [heading: string, hint: string])[]): string {
	return `${headings.map(([heading, hint]) => `## ${heading}\n\n${hint}\n`).join('\n')}`;
}

interface StepWords {
	readonly title: string;
	readonly text: string;
	readonly expect: string;
}

function step({ title, text, expect }: StepWords): string {
	return `::::step{#first-step risk=read-only minutes=5}\n### ${title}\n\n${text}\n\n:::expect\n${expect}\n:::\n::::`;
}

const runbook: Bodies = {
	'zh-CN': sections(
		['诊断', '先看什么，怎样确认就是这个问题。'],
		['处理步骤', step({ title: '第一步', text: '做什么，在哪里做。', expect: '应当看到的结果。' })],
		['验证', '怎样确认已经恢复正常。'],
		['根本原因', '为什么会发生，怎样避免。'],
	),
	'zh-TW': sections(
		['診斷', '先看什麼，怎樣確認就是這個問題。'],
		['處理步驟', step({ title: '第一步', text: '做什麼，在哪裡做。', expect: '應當看到的結果。' })],
		['驗證', '怎樣確認已經恢復正常。'],
		['根本原因', '為什麼會發生，怎樣避免。'],
	),
	en: sections(
		['Diagnosis', 'What to look at first, and how to be sure that it is this problem.'],
		['Steps', step({ title: 'First step', text: 'What to do, and where.', expect: 'What you should see.' })],
		['Verification', 'How to be sure that all is well again.'],
		['Root cause', 'Why it happens, and how to avoid it.'],
	),
};

const process: Bodies = {
	'zh-CN': sections(
		['目的', '这个流程为谁解决什么。'],
		['说明', '每一步需要说明的地方。'],
		['常见异常', '出错时先看哪里。'],
	),
	'zh-TW': sections(
		['目的', '這個流程為誰解決什麼。'],
		['說明', '每一步需要說明的地方。'],
		['常見異常', '出錯時先看哪裡。'],
	),
	en: sections(
		['Purpose', 'For whom this process solves what.'],
		['Notes on the steps', 'What a step needs explained.'],
		['Common exceptions', 'Where to look first when something goes wrong.'],
	),
};

const systemLog: Bodies = {
	'zh-CN': sections(
		['经过', '做了什么，按时间顺序。'],
		['结果', '现在是什么状态，怎样确认的。'],
		['后续', '还要做什么，由谁做。'],
	),
	'zh-TW': sections(
		['經過', '做了什麼，按時間順序。'],
		['結果', '現在是什麼狀態，怎樣確認的。'],
		['後續', '還要做什麼，由誰做。'],
	),
	en: sections(
		['What was done', 'In the order of time.'],
		['Result', 'The state now, and how it was confirmed.'],
		['Follow-up', 'What remains to be done, and by whom.'],
	),
};

const devNote: Bodies = {
	'zh-CN': sections(
		['业务需求', '标准功能为什么不够。'],
		['设计', '怎样实现，改了哪些对象。'],
		['升级时注意', '升级前后要检查什么。'],
	),
	'zh-TW': sections(
		['業務需求', '標準功能為什麼不夠。'],
		['設計', '怎樣實作，改了哪些物件。'],
		['升級時注意', '升級前後要檢查什麼。'],
	),
	en: sections(
		['Business need', 'Why the standard does not do.'],
		['Design', 'How it works, and which objects it changes.'],
		['When upgrading', 'What to check before and after.'],
	),
};

const page: Bodies = {
	'zh-CN': '在这里写正文。\n',
	'zh-TW': '在這裡寫正文。\n',
	en: 'Write here.\n',
};

/** The body of a new document: the sections that readers of its kind look for. */
export const TEMPLATE_BODIES: Readonly<Record<DocumentKind, Bodies>> = {
	runbook,
	process,
	'system-log': systemLog,
	'dev-note': devNote,
	page,
};
