import * as z from 'zod';
import { choice, labelled, named, withMeta } from '../meta.ts';
import { date, duration, role, text } from './basic.ts';

export const status = withMeta(
	named(
		choice('status', {
			draft: labelled('Draft', '草稿', '草稿'),
			review: labelled('In review', '审核中', '審核中'),
			approved: labelled('Approved', '已批准', '已核准'),
			superseded: labelled('Superseded', '已替代', '已取代'),
			retired: labelled('Retired', '已停用', '已停用'),
		}),
		'Status',
		'状态',
		'狀態',
	),
	{ whenAbsent: 'draft' },
);

export const classification = withMeta(
	named(
		choice('classification', {
			public: labelled('Public', '公开', '公開'),
			internal: labelled('Internal', '内部', '內部'),
			restricted: labelled('Restricted', '受限', '受限'),
			confidential: labelled('Confidential', '机密', '機密'),
		}),
		'Classification',
		'密级',
		'機密等級',
	),
	{ whenAbsent: 'internal' },
);

export const stage = named(
	choice('stage', {
		assurance: labelled('Assurance', '保障', '保障'),
		optimisation: labelled('Optimisation', '优化', '優化'),
		expansion: labelled('Expansion', '扩展', '擴展'),
	}),
	'Maintenance stage',
	'维护阶段',
	'維護階段',
);

export const phase = named(
	choice('phase', {
		initiation: labelled('Initiation', '启动', '啟動'),
		requirements: labelled('Requirements', '需求', '需求'),
		design: labelled('Design', '设计', '設計'),
		configuration: labelled('Configuration', '配置', '設定'),
		migration: labelled('Migration', '迁移', '移轉'),
		training: labelled('Training', '培训', '教育訓練'),
		'go-live': labelled('Go-live', '上线', '上線'),
		maintenance: labelled('Maintenance', '维护', '維護'),
	}),
	'Delivery phase',
	'交付阶段',
	'交付階段',
);

/** Whoever reads one version through has not read the others. */
function ofVersion<S extends z.ZodType>(schema: S): S {
	return withMeta(schema, { perVersion: true });
}

const method = ofVersion(
	named(
		choice('method', {
			drill: labelled('Drill', '演练', '演練'),
			incident: labelled('Real incident', '实战', '實戰'),
			test: labelled('Test', '测试', '測試'),
			reading: labelled('Reading', '通读', '通讀'),
		}),
		'Review method',
		'复核方式',
		'複核方式',
	),
);

/** How a document is kept fresh. Evidence counts more than a date: an id of a log is followed. */
export const review = named(
	z.strictObject({
		every: named(duration(), 'Review every', '复核周期', '複核週期').optional(),
		on: ofVersion(named(date(), 'Reviewed on', '复核日期', '複核日期')).optional(),
		by: ofVersion(named(role(), 'Reviewed by', '复核人', '複核人')).optional(),
		method: method.optional(),
		evidence: withMeta(named(text(), 'Evidence', '证据', '佐證'), {
			reference: { onlyIfId: true },
			perVersion: true,
		}).optional(),
	}),
	'Review',
	'复核',
	'複核',
);
