import * as z from 'zod';
import { amount, listOf, text, texts, verbatim, verbatims } from '../fields/basic.ts';
import { commonFields, summary } from '../fields/document.ts';
import { documentReferences } from '../fields/id.ts';
import { choice, labelled, named, withMeta } from '../meta.ts';
import type { Condition } from './condition.ts';
import { once } from './once.ts';

const wricef = () =>
	named(
		choice('wricef', {
			workflow: labelled('Workflow', '工作流', '工作流程'),
			report: labelled('Report', '报表', '報表'),
			interface: labelled('Interface', '接口', '介面'),
			conversion: labelled('Conversion', '转换', '轉換'),
			enhancement: labelled('Enhancement', '增强', '增強'),
			form: labelled('Form', '打印格式', '列印格式'),
			modification: labelled('Modification', '标准修改', '標準修改'),
		}),
		'Type of development',
		'开发类型',
		'開發類型',
	);

const technique = () =>
	named(
		choice('technique', {
			configuration: labelled('Configuration', '配置', '設定'),
			'key-user': labelled('Key-user tools', '关键用户工具', '關鍵使用者工具'),
			exit: labelled('Exit or hook', '出口或钩子', '出口或掛鉤'),
			api: labelled('API', '接口调用', 'API 呼叫'),
			'side-by-side': labelled('Side by side', '旁路扩展', '旁掛擴充'),
			copy: labelled('Copy of standard', '复制标准', '複製標準'),
			modification: labelled('Modification of standard', '修改标准', '修改標準'),
		}),
		'Technique',
		'实现方式',
		'實作方式',
	);

const codeObject = () =>
	z.strictObject({
		type: named(text(), 'Object type', '对象类型', '物件類型'),
		name: named(verbatim(), 'Name', '名称', '名稱'),
		package: named(text(), 'Package', '所属包', '所屬套件').optional(),
	});

const code = () =>
	z.strictObject({
		path: withMeta(named(text(), 'Path', '路径', '路徑'), { expected: 'glob', example: 'src/**' }),
		repo: named(text(), 'Repository', '代码仓库', '程式庫').optional(),
		symbol: withMeta(named(text(), 'Symbol', '符号', '符號'), {
			expected: 'name of a class, function or method',
			example: 'CreditHold.release',
		}).optional(),
		region: withMeta(named(text(), 'Region', '标记区域', '標記區域'), {
			expected: 'name after mainstay:begin',
			example: 'release-check',
		}).optional(),
	});

const touches = () =>
	z.strictObject({
		tables: named(verbatims(), 'Tables', '数据表', '資料表').optional(),
		standardObjects: named(texts(), 'Standard objects', '标准对象', '標準物件').optional(),
		interfaces: named(texts(), 'Interfaces', '接口', '介面').optional(),
		permissions: named(texts(), 'Permissions', '权限', '權限').optional(),
	});

const upgrade = () =>
	z.strictObject({
		risk: named(
			choice('upgradeRisk', {
				low: labelled('Low', '低', '低'),
				medium: labelled('Medium', '中', '中'),
				high: labelled('High', '高', '高'),
			}),
			'Upgrade risk',
			'升级风险',
			'升級風險',
		),
		lastAdapted: named(verbatim(), 'Last adapted for', '最近适配版本', '最近調整版本').optional(),
		checks: named(texts(), 'Checks', '检查项', '檢查項目').optional(),
		effortDays: named(amount(), 'Effort in days', '工作量（人天）', '工作量（人天）').optional(),
	});

const retirement = () =>
	z.strictObject({
		candidate: named(z.boolean(), 'Can be retired', '可下线', '可下線'),
		replacement: named(text(), 'Replacement', '替代方案', '替代方案').optional(),
	});

export const devNote = once(() =>
	named(
		z.strictObject({
			...commonFields('dev-note'),
			summary: summary().optional(),
			wricef: wricef(),
			objects: named(listOf(codeObject()), 'Objects', '开发对象', '開發物件'),
			technique: technique(),
			code: named(listOf(code()), 'Code', '代码', '程式碼').optional(),
			touches: named(touches(), 'Touches', '涉及', '涉及').optional(),
			standardGap: named(text(), 'Gap in the standard', '标准功能的差距', '標準功能的差距'),
			alternatives: named(text(), 'Alternatives', '备选方案', '替代選項').optional(),
			upgrade: named(upgrade(), 'Upgrade', '升级', '升級'),
			tests: named(texts(), 'Tests', '测试', '測試').optional(),
			processes: named(documentReferences('process'), 'Processes', '相关流程', '相關流程').optional(),
			retirement: named(retirement(), 'Retirement', '下线', '下線').optional(),
		}),
		'Development note',
		'二次开发文档',
		'客製開發文件',
	),
);

export const devNoteConditions: readonly Condition[] = [];
