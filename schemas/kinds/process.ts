import * as z from 'zod';
import { amount, date, listOf, role, term, text, texts, verbatim, verbatims } from '../fields/basic.ts';
import { commonFields, summary } from '../fields/document.ts';
import { documentReference, documentReferences } from '../fields/id.ts';
import { choice, labelled, named, withMeta } from '../meta.ts';
import type { Condition } from './condition.ts';
import { once } from './once.ts';

export const PROCESS_LEVELS = {
	1: labelled('Value chain', '价值链', '價值鏈'),
	2: labelled('Process group', '流程组', '流程群組'),
	3: labelled('Process', '流程', '流程'),
	4: labelled('Activity', '活动', '活動'),
} as const;

const level = () =>
	withMeta(named(z.literal([1, 2, 3, 4]), 'Level', '层级', '層級'), {
		enumName: 'level',
		valueLabels: PROCESS_LEVELS,
	});

const stepType = () =>
	withMeta(
		named(
			choice('stepType', {
				task: labelled('Task', '任务', '任務'),
				start: labelled('Start', '开始', '開始'),
				end: labelled('End', '结束', '結束'),
				decision: labelled('Decision', '判断', '判斷'),
				approval: labelled('Approval', '审批', '簽核'),
				subprocess: labelled('Subprocess', '子流程', '子流程'),
				wait: labelled('Wait', '等待', '等待'),
			}),
			'Step type',
			'步骤类型',
			'步驟類型',
		),
		{ whenAbsent: 'task' },
	);

/** Step ids are anchors in the page as well: letters of any script, digits, `-` and `_`. */
const stepId = (): z.ZodString =>
	withMeta(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u), {
		expected: 'step id',
		example: 'check-credit',
	});

const dataAccess = () =>
	named(
		choice('dataAccess', {
			create: labelled('Creates', '新建', '新增'),
			change: labelled('Changes', '修改', '修改'),
			delete: labelled('Deletes', '删除', '刪除'),
			read: labelled('Reads', '读取', '讀取'),
		}),
		'Access',
		'操作',
		'操作',
	);

/** The name alone where it is not known what the step does with the object. */
const dataUse = () =>
	z.union([
		text(),
		z.strictObject({
			object: named(text(), 'Object', '对象', '物件'),
			access: dataAccess().optional(),
		}),
	]);

const flow = () =>
	z.strictObject({
		to: named(stepId(), 'To', '去向', '去向'),
		when: named(text(), 'When', '条件', '條件').optional(),
	});

const step = () =>
	z.strictObject({
		id: named(stepId(), 'Step id', '步骤编号', '步驟編號'),
		name: named(text(), 'Name', '名称', '名稱'),
		role: role().optional(),
		type: stepType().optional(),
		transaction: named(text(), 'Transaction', '事务码或菜单', '交易碼或選單').optional(),
		system: named(term('systems'), 'System', '系统', '系統').optional(),
		data: named(listOf(dataUse()), 'Data objects', '数据对象', '資料物件').optional(),
		controls: named(verbatims(), 'Controls', '控制点', '控制點').optional(),
		runbooks: named(documentReferences('runbook'), 'Runbooks', '运行手册', '運行手冊').optional(),
		customisations: named(
			documentReferences('dev-note'),
			'Customisations',
			'二次开发',
			'客製開發',
		).optional(),
		process: named(documentReference('process'), 'Process', '流程', '流程').optional(),
		next: named(z.union([stepId(), listOf(flow())]), 'Next', '下一步', '下一步').optional(),
	});

const control = () =>
	z.strictObject({
		id: named(verbatim(), 'Id', '编号', '編號'),
		name: named(text(), 'Name', '名称', '名稱'),
		type: named(
			choice('controlType', {
				preventive: labelled('Preventive', '预防', '預防'),
				detective: labelled('Detective', '检查', '偵測'),
			}),
			'Control type',
			'控制类型',
			'控制類型',
		).optional(),
	});

const kpi = () =>
	z.strictObject({
		name: named(text(), 'Name', '名称', '名稱'),
		target: named(text(), 'Target', '目标', '目標').optional(),
	});

const fitReview = () =>
	z.strictObject({
		on: named(date(), 'Reviewed on', '评审日期', '評審日期'),
		result: named(
			choice('result', {
				fit: labelled('Fits', '适用', '適用'),
				adjust: labelled('Adjust', '调整', '調整'),
				redesign: labelled('Redesign', '重组', '重組'),
			}),
			'Result',
			'结论',
			'結論',
		),
		driver: named(
			choice('driver', {
				organisation: labelled('Organisation', '组织', '組織'),
				policy: labelled('Policy', '政策', '政策'),
				business: labelled('Business', '业务', '業務'),
			}),
			'Driver',
			'原因',
			'原因',
		).optional(),
	});

export const process = once(() =>
	named(
		z.strictObject({
			...commonFields('process'),
			summary: summary(),
			level: level(),
			parent: named(documentReference('process'), 'Parent', '上级流程', '上層流程').optional(),
			order: named(amount(), 'Order', '顺序', '順序').optional(),
			trigger: named(text(), 'Trigger', '触发', '觸發').optional(),
			inputs: named(texts(), 'Inputs', '输入', '輸入').optional(),
			outputs: named(texts(), 'Outputs', '输出', '輸出').optional(),
			steps: named(listOf(step()), 'Steps', '步骤', '步驟').optional(),
			lanes: named(listOf(role()), 'Lanes', '泳道', '泳道').optional(),
			controls: named(listOf(control()), 'Controls', '控制点', '控制點').optional(),
			kpis: named(listOf(kpi()), 'Key figures', '指标', '指標').optional(),
			fitReview: named(fitReview(), 'Fit review', '适用性评审', '適用性評審').optional(),
		}),
		'Process',
		'流程文档',
		'流程文件',
	),
);

export const processConditions: readonly Condition[] = [
	{ field: 'level', in: [2, 3, 4], require: ['parent'] },
	{ field: 'level', in: [3, 4], require: ['steps'] },
];
