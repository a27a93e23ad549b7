import { type Bilingual, RECORD_TYPES } from '../../src/model/index.ts';
import type { OptionSpec } from '../command.ts';
import { DATE_OPTION } from '../date.ts';

/** A field of the log that a flag fills. */
function field(value: string, en: string, cn: string, choices?: readonly string[]): OptionSpec {
	const help: Bilingual<string> = { en, 'zh-CN': cn };
	return { type: 'string', value, help, ...(choices ? { choices } : {}) };
}

/** The flags of `mainstay log new`. */
export const LOG_OPTIONS: Readonly<Record<string, OptionSpec>> = {
	from: field('KIND', 'what the id names', '编号所指的类型', ['runbook', 'process']),
	step: field('ID', 'step of the process', '流程步骤'),
	type: field('TYPE', 'log type (default: incident)', '日志类型（默认 incident）', RECORD_TYPES),
	title: field('TEXT', 'title (default: the runbook’s or process’s)', '标题（默认取手册或流程的标题）'),
	system: field('KEY', 'system (default: the document’s first)', '系统（默认取文档的第一个）'),
	owner: field('KEY', 'who answers for it (default: the document’s owner)', '负责团队或角色（默认取文档的）'),
	environment: field('TEXT', 'environment', '环境'),
	severity: field(
		'S1–S4',
		'severity (default: the runbook’s, else S3)',
		'严重程度（默认取手册的，否则 S3）',
		[...['S1', 'S2', 'S3', 'S4']],
	),
	class: field('CLASS', 'exception class (default: the runbook’s)', '异常分类（默认取手册的）', [
		...[
			'data-inconsistency',
			'crash-or-slow',
			'process-mismatch',
			'user-operation',
			'integration',
			'permission',
		],
	]),
	cause: field('CAUSE', 'cause (default: unknown)', '原因（默认 unknown）', [
		...['migration', 'configuration', 'operation', 'capacity', 'vendor-defect', 'process-gap', 'unknown'],
	]),
	outcome: field('OUTCOME', 'outcome (default: open)', '结果（默认 open）', [
		...['success', 'partial', 'rolled-back', 'failed', 'open'],
	]),
	worked: field('ANSWER', 'whether the runbook worked', '手册是否有效', ['yes', 'no', 'partly']),
	'requested-by': field('KEY', 'who asked for it', '申请人'),
	'executed-by': field('KEY', 'who did it', '执行人'),
	'approved-by': field('KEY', 'who approved it; not who did it', '批准人，不能是执行人'),
	reason: field('TEXT', 'reason', '事由'),
	ticket: field('TEXT', 'ticket', '工单'),
	objects: field('A,B', 'objects of a data fix', '数据修复的对象'),
	downtime: field('n', 'downtime in minutes', '停机分钟数'),
	group: field('GROUP', 'middle part of the id (default: the year)', '编号中段（默认年份）'),
	lang: field('LANG', 'language of the log', '日志语言'),
	date: DATE_OPTION,
	project: field('DIR', 'project folder (default: here)', '项目目录（默认当前目录）'),
	stdout: {
		type: 'boolean',
		help: { en: 'print it instead of writing a file', 'zh-CN': '只输出，不写文件' },
	},
};
