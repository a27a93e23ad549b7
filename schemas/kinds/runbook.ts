import * as z from 'zod';
import { amount, date, listOf, role, text, texts, verbatim } from '../fields/basic.ts';
import { commonFields, summary } from '../fields/document.ts';
import { documentReference } from '../fields/id.ts';
import { exceptionClass, severity } from '../fields/severity.ts';
import { choice, labelled, named, withMeta } from '../meta.ts';
import type { Condition } from './condition.ts';
import { once } from './once.ts';

/** By what a problem is recognised. A pattern is proved by an example; a code or a text is its own. */
const signature = () =>
	withMeta(
		z.strictObject({
			code: named(verbatim(), 'Code', '代码', '代碼').optional(),
			text: named(text(), 'Text', '文字', '文字').optional(),
			pattern: named(verbatim(), 'Pattern', '模式', '樣式').optional(),
			source: named(text(), 'Source', '来源', '來源').optional(),
			example: named(text(), 'Example', '示例', '範例').optional(),
		}),
		{ alternatives: ['code', 'text', 'pattern'], needs: { pattern: 'example' } },
	);

const parameter = () =>
	z.strictObject({
		name: withMeta(named(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/), 'Name', '名称', '名稱'), {
			expected: 'item_code',
			example: 'item_code',
		}),
		label: named(text(), 'Label', '显示名', '顯示名稱').optional(),
		example: named(text(), 'Example', '示例', '範例').optional(),
		pattern: named(verbatim(), 'Pattern', '模式', '樣式').optional(),
		secret: named(z.boolean(), 'Secret', '机密', '機密').optional(),
	});

const workaround = () =>
	z.strictObject({
		type: named(
			choice('workaroundType', {
				'dual-track': labelled('Dual track', '双轨制', '雙軌制'),
				manual: labelled('Manual handling', '手工处理', '人工處理'),
				'temporary-process': labelled('Temporary process', '临时调整流程', '臨時調整流程'),
			}),
			'Workaround type',
			'临时措施类型',
			'臨時措施類型',
		),
		until: named(date(), 'Until', '截止日期', '截止日期'),
		exitCriteria: named(text(), 'Exit criteria', '退出条件', '退出條件').optional(),
		reconcile: named(text(), 'Reconciliation', '核对方式', '核對方式').optional(),
	});

const escalation = () =>
	z.strictObject({
		afterMinutes: named(amount(), 'After minutes', '超过分钟数', '超過分鐘數').optional(),
		to: named(role(), 'To', '升级给', '上報給'),
		channel: named(text(), 'Channel', '渠道', '管道').optional(),
		vendor: named(text(), 'Vendor', '厂商', '廠商').optional(),
	});

const place = () =>
	z.strictObject({
		process: named(documentReference('process'), 'Process', '流程', '流程'),
		step: named(verbatim(), 'Step', '步骤', '步驟').optional(),
	});

export const runbook = once(() =>
	named(
		z.strictObject({
			...commonFields('runbook'),
			summary: summary(),
			exceptionClass,
			symptoms: named(texts(), 'Symptoms', '症状', '症狀'),
			signatures: named(listOf(signature()), 'Signatures', '特征', '特徵').optional(),
			severity,
			impact: named(text(), 'Impact', '影响', '影響').optional(),
			parameters: named(listOf(parameter()), 'Parameters', '参数', '參數').optional(),
			roles: named(listOf(role()), 'Who may do it', '可执行角色', '可執行角色').optional(),
			prerequisites: named(texts(), 'Prerequisites', '前提', '前提').optional(),
			minutes: named(amount(), 'Minutes', '预计分钟数', '預計分鐘數').optional(),
			workarounds: named(listOf(workaround()), 'Workarounds', '临时措施', '臨時措施').optional(),
			escalation: named(listOf(escalation()), 'Escalation', '升级路径', '上報路徑').optional(),
			processes: named(listOf(place()), 'Processes', '相关流程', '相關流程').optional(),
		}),
		'Runbook',
		'运行手册',
		'運行手冊',
	),
);

export const runbookConditions: readonly Condition[] = [
	{
		field: 'exceptionClass',
		in: ['data-inconsistency', 'crash-or-slow', 'process-mismatch', 'integration', 'permission'],
		require: ['signatures'],
		// A difference found by counting shows no message that anyone could paste.
		advice: true,
	},
];
