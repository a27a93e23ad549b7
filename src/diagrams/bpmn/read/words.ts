import type { InterfaceLanguage, StepType } from '../../../model/index.ts';

/** What an imported document says where the file said nothing. */
export interface ImportWords {
	readonly names: Readonly<Record<StepType, string>>;
	readonly title: string;
	/** `file` may be ''. */
	readonly summary: (title: string) => string;
	readonly body: string;
	readonly otherwise: string;
	readonly path: (number: number) => string;
	/** Exit by an event on the border of an activity, by kind of event; `''` for the rest. */
	readonly events: Readonly<Record<string, string>>;
	readonly data: string;
	readonly messages: string;
	readonly otherProcesses: string;
}

export const IMPORT_WORDS: Readonly<Record<InterfaceLanguage, ImportWords>> = {
	en: {
		names: {
			task: 'Unnamed task',
			start: 'Start',
			end: 'End',
			decision: 'Unnamed decision',
			approval: 'Unnamed approval',
			subprocess: 'Unnamed subprocess',
			wait: 'Wait',
		},
		title: 'Imported process',
		summary: (title) => `${title}: imported from a BPMN model; the summary is still to be written.`,
		body: 'This process was imported from a BPMN model. Describe here what the diagram does not say.',
		otherwise: 'otherwise',
		path: (number) => `path ${number}`,
		events: {
			timer: 'on time-out',
			error: 'on error',
			message: 'on message',
			escalation: 'on escalation',
			conditional: 'on condition',
			signal: 'on signal',
			compensate: 'compensation',
			cancel: 'on cancellation',
			'': 'on event',
		},
		data: 'Data',
		messages: 'Messages to and from others',
		otherProcesses: 'Processes from the same model',
	},
	'zh-CN': {
		names: {
			task: '未命名任务',
			start: '开始',
			end: '结束',
			decision: '未命名判断',
			approval: '未命名审批',
			subprocess: '未命名子流程',
			wait: '等待',
		},
		title: '导入的流程',
		summary: (title) => `${title}：由 BPMN 模型导入，摘要待补充。`,
		body: '本流程由 BPMN 模型导入。请在此补充图中没有说明的内容。',
		otherwise: '其他情况',
		path: (number) => `路径 ${number}`,
		events: {
			timer: '超时',
			error: '出错',
			message: '收到消息',
			escalation: '升级',
			conditional: '条件成立',
			signal: '收到信号',
			compensate: '补偿',
			cancel: '取消',
			'': '发生事件',
		},
		data: '数据',
		messages: '与外部往来的消息',
		otherProcesses: '同一模型中的流程',
	},
	'zh-TW': {
		names: {
			task: '未命名任務',
			start: '開始',
			end: '結束',
			decision: '未命名判斷',
			approval: '未命名簽核',
			subprocess: '未命名子流程',
			wait: '等待',
		},
		title: '匯入的流程',
		summary: (title) => `${title}：由 BPMN 模型匯入，摘要待補充。`,
		body: '本流程由 BPMN 模型匯入。請在此補充圖中沒有說明的內容。',
		otherwise: '其他情況',
		path: (number) => `路徑 ${number}`,
		events: {
			timer: '逾時',
			error: '出錯',
			message: '收到訊息',
			escalation: '升級',
			conditional: '條件成立',
			signal: '收到訊號',
			compensate: '補償',
			cancel: '取消',
			'': '發生事件',
		},
		data: '資料',
		messages: '與外部往來的訊息',
		otherProcesses: '同一模型中的流程',
	},
};
