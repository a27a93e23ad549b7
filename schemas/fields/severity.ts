import { choice, labelled, named } from '../meta.ts';

export const severity = named(
	choice('severity', {
		S1: labelled('S1 · business stands still', 'S1 · 业务中断', 'S1 · 業務中斷'),
		S2: labelled('S2 · severely impaired', 'S2 · 严重受阻', 'S2 · 嚴重受阻'),
		S3: labelled('S3 · impaired', 'S3 · 一般', 'S3 · 一般'),
		S4: labelled('S4 · minor', 'S4 · 轻微', 'S4 · 輕微'),
	}),
	'Severity',
	'严重程度',
	'嚴重程度',
);

/** The exception classes by which support staff sort what they see. */
export const exceptionClass = named(
	choice('exceptionClass', {
		'data-inconsistency': labelled('Data inconsistency', '数据不一致', '資料不一致'),
		'crash-or-slow': labelled('Crash or slow', '崩溃或响应慢', '當機或回應慢'),
		'process-mismatch': labelled('Process mismatch', '流程不匹配', '流程不符'),
		'user-operation': labelled('User operation', '用户操作', '使用者操作'),
		integration: labelled('Integration', '集成', '整合'),
		permission: labelled('Permission', '权限', '權限'),
	}),
	'Exception class',
	'异常分类',
	'異常分類',
);
