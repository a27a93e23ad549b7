import * as z from 'zod';
import { amount, date, listOf, moment, role, term, text, texts, verbatim } from '../fields/basic.ts';
import { commonFields, summary } from '../fields/document.ts';
import { documentReference, documentReferences } from '../fields/id.ts';
import { risk } from '../fields/risk.ts';
import { exceptionClass, severity } from '../fields/severity.ts';
import { choice, labelled, named } from '../meta.ts';
import type { Condition } from './condition.ts';
import { once } from './once.ts';

const logType = () =>
	named(
		choice('logType', {
			change: labelled('Change', '变更', '變更'),
			incident: labelled('Incident', '异常', '異常'),
			permission: labelled('Permission', '权限', '權限'),
			'data-fix': labelled('Data fix', '数据修复', '資料修復'),
			transfer: labelled('Import or export', '导入导出', '匯入匯出'),
			database: labelled('Database maintenance', '数据库维护', '資料庫維護'),
			backup: labelled('Backup', '备份', '備份'),
			drill: labelled('Drill', '演练', '演練'),
			upgrade: labelled('Upgrade', '升级', '升級'),
			'process-review': labelled('Process review', '流程评审', '流程評審'),
		}),
		'Log type',
		'日志类型',
		'日誌類型',
	);

const cause = () =>
	named(
		choice('cause', {
			migration: labelled('Migration', '数据迁移', '資料移轉'),
			configuration: labelled('Configuration', '配置', '設定'),
			operation: labelled('Operation', '操作', '操作'),
			capacity: labelled('Capacity', '容量', '容量'),
			'vendor-defect': labelled('Vendor defect', '厂商缺陷', '原廠缺陷'),
			'process-gap': labelled('Process gap', '流程缺口', '流程缺口'),
			unknown: labelled('Unknown', '不明', '不明'),
		}),
		'Cause',
		'原因',
		'原因',
	);

const permission = () =>
	z.strictObject({
		action: named(
			choice('action', {
				add: labelled('Add', '新增', '新增'),
				change: labelled('Change', '变更', '變更'),
				disable: labelled('Disable', '停用', '停用'),
			}),
			'Action',
			'操作',
			'操作',
		),
		subject: named(text(), 'Subject', '对象', '對象'),
		from: named(text(), 'From', '变更前', '變更前').optional(),
		to: named(text(), 'To', '变更后', '變更後').optional(),
		validTo: named(date(), 'Valid to', '有效期至', '有效期至').optional(),
		sodCheck: named(text(), 'Segregation of duties', '职责分离检查', '職責分離檢查').optional(),
	});

const dataFix = () =>
	z.strictObject({
		objects: named(texts(), 'Objects', '对象', '物件'),
		rows: named(amount(), 'Rows', '行数', '筆數').optional(),
		backupRef: named(text(), 'Backup', '备份位置', '備份位置').optional(),
		reconciliation: named(text(), 'Reconciliation', '核对', '核對').optional(),
	});

const rollback = () =>
	z.strictObject({
		plan: named(text(), 'Rollback plan', '回退方案', '回復方案'),
		tested: named(z.boolean(), 'Tested', '已验证', '已驗證').optional(),
	});

const window = () =>
	z.strictObject({
		start: named(moment(), 'Start', '开始', '開始').optional(),
		end: named(moment(), 'End', '结束', '結束').optional(),
		downtimeMinutes: named(amount(), 'Downtime in minutes', '停机分钟数', '停機分鐘數').optional(),
	});

const transport = () =>
	z.strictObject({
		no: named(verbatim(), 'Number', '编号', '編號'),
		objects: named(texts(), 'Objects', '对象', '物件').optional(),
	});

export const systemLog = once(() =>
	named(
		z.strictObject({
			...commonFields('system-log'),
			summary: summary().optional(),
			logType: logType(),
			date: named(date(), 'Date', '日期', '日期'),
			system: named(term('systems'), 'System', '系统', '系統'),
			environment: named(text(), 'Environment', '环境', '環境').optional(),
			requestedBy: named(role(), 'Requested by', '申请', '申請').optional(),
			executedBy: named(role(), 'Executed by', '执行', '執行').optional(),
			approvedBy: named(role(), 'Approved by', '批准', '核准').optional(),
			reason: named(text(), 'Reason', '事由', '事由').optional(),
			ticket: named(verbatim(), 'Ticket', '工单', '工單').optional(),
			severity: severity.optional(),
			exceptionClass: exceptionClass.optional(),
			cause: cause().optional(),
			runbook: named(documentReference('runbook'), 'Runbook', '运行手册', '運行手冊').optional(),
			runbookWorked: named(
				choice('runbookWorked', {
					yes: labelled('Yes', '有效', '有效'),
					no: labelled('No', '无效', '無效'),
					partly: labelled('Partly', '部分有效', '部分有效'),
				}),
				'Runbook worked',
				'手册是否有效',
				'手冊是否有效',
			).optional(),
			process: named(documentReference('process'), 'Process', '流程', '流程').optional(),
			step: named(verbatim(), 'Step', '步骤', '步驟').optional(),
			permission: named(permission(), 'Permission', '权限', '權限').optional(),
			dataFix: named(dataFix(), 'Data fix', '数据修复', '資料修復').optional(),
			rollback: named(rollback(), 'Rollback', '回退', '回復').optional(),
			window: named(window(), 'Window', '时间窗口', '時間窗口').optional(),
			transports: named(listOf(transport()), 'Transports', '传输', '傳輸').optional(),
			customisations: named(
				documentReferences('dev-note'),
				'Customisations',
				'二次开发',
				'客製開發',
			).optional(),
			risk: risk.optional(),
			outcome: named(
				choice('outcome', {
					success: labelled('Success', '成功', '成功'),
					partial: labelled('Partial', '部分', '部分'),
					'rolled-back': labelled('Rolled back', '已回退', '已回復'),
					failed: labelled('Failed', '失败', '失敗'),
					open: labelled('In progress', '处理中', '處理中'),
				}),
				'Outcome',
				'结果',
				'結果',
			),
		}),
		'System log',
		'系统日志',
		'系統日誌',
	),
);

export const systemLogConditions: readonly Condition[] = [
	{
		field: 'logType',
		in: ['change', 'permission', 'data-fix', 'upgrade'],
		require: ['requestedBy', 'executedBy', 'approvedBy', 'reason', 'ticket'],
	},
	{ field: 'logType', in: ['incident'], require: ['severity', 'exceptionClass', 'cause'] },
	{ field: 'logType', in: ['permission'], require: ['permission'] },
	{ field: 'logType', in: ['data-fix'], require: ['dataFix'] },
	{ field: 'logType', in: ['upgrade'], require: ['rollback'] },
];
