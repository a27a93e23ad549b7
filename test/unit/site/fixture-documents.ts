import type { DocumentKind, Frontmatter, LanguageTag } from '../../../src/model/index.ts';
import { orderToCash } from './fixture-process.ts';

export const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;

export interface FixtureDocument {
	readonly id: string;
	readonly kind: DocumentKind;
	readonly lang: LanguageTag;
	readonly file: string;
	readonly title: string;
	readonly summary: string;
	readonly fields: Frontmatter;
	readonly html: string;
}

function document(
	kind: DocumentKind,
	id: string,
	lang: LanguageTag,
	title: string,
	summary: string,
	fields: Frontmatter,
	html = '',
): FixtureDocument {
	const file = `docs/${id.replace(/^page:/, '').toLowerCase()}${lang === 'zh-CN' ? '' : `.${lang}`}.md`;
	return {
		kind,
		id,
		lang,
		title,
		summary,
		file,
		html,
		fields: { ...(kind === 'page' ? {} : { id, kind }), title, ...fields },
	};
}

const RUNBOOK_FIELDS: Frontmatter = {
	owner: 'warehouse-keeper',
	status: 'approved',
	modules: ['inventory', 'finance'],
	systems: ['erpnext', 'mariadb'],
	classification: 'internal',
	exceptionClass: 'data-inconsistency',
	severity: 'S2',
	minutes: 90,
	roles: ['warehouse-keeper', 'it-support'],
	prerequisites: ['该物料、该仓库暂停出入库', '当天的数据库备份已完成且大小正常'],
	symptoms: [
		'库存对不上，系统里还有 40 个，货架上一个都没有',
		'盘点数和系统数差了一大截',
		"Stock balance and general ledger don't match",
	],
	signatures: [
		{ code: 'ORA-01555', source: 'erpnext', example: 'ORA-01555: snapshot too old' },
		{
			pattern: 'Stock Value \\([^)]{1,40}\\) and Account',
			source: 'erpnext',
			example: 'Stock Value (182540.5) and Account Balance (180112.0) are out of sync',
		},
	],
	parameters: [
		{ name: 'item_code', label: '物料编码', example: 'CTL-220-A', pattern: '^[A-Za-z0-9._-]{1,60}$' },
		{ name: 'warehouse', label: '仓库（含公司缩写）', example: '原料仓 - MS' },
	],
	escalation: [{ afterMinutes: 60, to: 'erp-admin', channel: '钉钉「ERP 值班」群' }],
	workarounds: [
		{
			type: 'dual-track',
			until: '2027-01-31',
			exitCriteria: '连续两次循环盘点差异率低于 0.5%',
			reconcile: '每周五逐行核对',
		},
	],
	processes: [{ process: 'PR-O2C-0001', step: 'pick' }],
	review: { every: 'P6M', on: '2026-09-09', method: 'incident', evidence: 'LOG-2026-0102' },
	related: ['RB-INV-0010', 'PR-O2C-0001'],
};

const RUNBOOK_HTML = `<p>同一个「对不上」，可能断在四层之间的任何一层。</p>
<h2 id="诊断">诊断</h2>
<table><thead><tr><th>比较</th><th>在哪里看</th></tr></thead><tbody><tr><td>实物与库存余额</td><td><code>Stock &gt; Stock Balance</code></td></tr></tbody></table>
<h2 id="处理步骤">处理步骤</h2>
<h3 id="bin-check">比较库存余额</h3>
<div class="code"><span class="code-language">SQL</span><pre tabindex="0"><code><span class="k">SELECT</span> * <span class="k">FROM</span> tabBin <span class="k">WHERE</span> item_code = '<span class="parameter" data-parameter="item_code">{{item_code}}</span>';</code></pre></div>
<h2 id="验证">验证</h2><p>重跑上面的查询。</p>`;

export const fixtureDocuments: readonly FixtureDocument[] = [
	document('process', 'PR-VC-0001', 'zh-CN', '离散制造企业价值链', '从客户需求到现金回笼。', {
		level: 1,
		owner: 'erp-admin',
		status: 'approved',
	}),
	document('process', 'PR-SAL-0001', 'zh-CN', '销售与收款', '接单、出货、开票、收款。', {
		level: 2,
		parent: 'PR-VC-0001',
		owner: 'sales-manager',
		status: 'approved',
		modules: ['sales'],
	}),
	document('process', 'PR-INV-0001', 'zh-CN', '仓储与库存', '收发存与盘点。', {
		level: 2,
		parent: 'PR-VC-0001',
		owner: 'warehouse-keeper',
		status: 'approved',
		modules: ['inventory'],
	}),
	document('process', 'PR-FIN-0001', 'zh-CN', '核算与结账', '日常核算与月末关账。', {
		level: 2,
		parent: 'PR-VC-0001',
		owner: 'accountant',
		status: 'approved',
		modules: ['finance'],
	}),
	...(['zh-CN', 'en'] as const).map((lang) =>
		document(
			'process',
			'PR-O2C-0001',
			lang,
			lang === 'en' ? 'Order to cash' : '订单到收款',
			lang === 'en'
				? 'From the order to the settled invoice.'
				: '客户订单从信用放行、拣货出货到开票、收款的主流程。',
			{
				level: 3,
				parent: 'PR-SAL-0001',
				owner: 'sales-manager',
				status: 'approved',
				modules: ['sales', 'finance'],
				trigger: lang === 'en' ? 'A customer orders' : '客户下单或要求报价',
				inputs: lang === 'en' ? ['Order', 'Price list'] : ['客户订单', '价格表'],
				outputs: lang === 'en' ? ['Settled receivable'] : ['已核销的应收账款'],
				controls: [
					{ id: 'C-O2C-02', name: lang === 'en' ? 'Mandatory fields' : '订单必填项校验', type: 'preventive' },
				],
				kpis: [{ name: lang === 'en' ? 'On-time delivery' : '准时交货率', target: '≥ 96%' }],
				fitReview: { on: '2026-06-30', result: 'adjust', driver: 'organisation' },
				steps: orderToCash(lang).steps,
			},
			lang === 'en'
				? '<h2 id="pick">Pick and ship</h2><p>Ship from one warehouse.</p>'
				: '<h2 id="pick">拣货出库</h2><p>一张交货单只从一个仓库出。</p>',
		),
	),
	document('process', 'PR-O2C-0011', 'zh-CN', '信用检查', '', {
		level: 4,
		parent: 'PR-O2C-0001',
		owner: 'credit-controller',
		status: 'draft',
	}),
	document(
		'runbook',
		'RB-INV-0042',
		'zh-CN',
		'库存账实不符、库存与总账对不上',
		'四个数字对不上时，先判断断在哪一层。',
		RUNBOOK_FIELDS,
		RUNBOOK_HTML,
	),
	document(
		'runbook',
		'RB-INV-0042',
		'zh-TW',
		'庫存帳實不符、庫存與總帳對不上',
		'四個數字對不上時，先判斷斷在哪一層。',
		RUNBOOK_FIELDS,
		RUNBOOK_HTML,
	),
	document(
		'runbook',
		'RB-INV-0042',
		'en',
		'Stock differs from shelf or ledger',
		'Find the layer that broke, then repost or count.',
		RUNBOOK_FIELDS,
		RUNBOOK_HTML,
	),
	document('runbook', 'RB-INV-0010', 'zh-CN', '负库存', '出库时提示库存不足。', {
		...RUNBOOK_FIELDS,
		severity: 'S3',
		exceptionClass: 'user-operation',
		status: 'review',
	}),
	document('runbook', 'RB-INV-0007', 'zh-CN', '旧版库存核对', '旧办法。', {
		...RUNBOOK_FIELDS,
		status: 'superseded',
		severity: 'S4',
	}),
	document('runbook', 'RB-INV-0043', 'zh-CN', '新版库存核对', '新办法。', {
		...RUNBOOK_FIELDS,
		supersedes: ['RB-INV-0007'],
	}),
	document('system-log', 'LOG-2026-0102', 'zh-CN', '九月库存账实差异处理', '', {
		logType: 'incident',
		date: '2026-09-09',
		system: 'erpnext',
		environment: 'production',
		owner: 'it-support',
		status: 'approved',
		severity: 'S2',
		exceptionClass: 'data-inconsistency',
		cause: 'operation',
		runbook: 'RB-INV-0042',
		runbookWorked: 'yes',
		process: 'PR-O2C-0001',
		step: 'pick',
		outcome: 'success',
		modules: ['inventory'],
	}),
	document('system-log', 'LOG-2026-0103', 'zh-CN', '新增仓库管理员权限', '', {
		logType: 'permission',
		date: '2026-09-15',
		system: 'erpnext',
		owner: 'it-support',
		status: 'approved',
		requestedBy: 'warehouse-keeper',
		executedBy: 'it-support',
		approvedBy: 'erp-admin',
		reason: '新员工到岗',
		ticket: 'REQ-118',
		outcome: 'success',
		permission: {
			action: 'add',
			subject: '仓库管理员',
			to: 'Stock User',
			validTo: '2027-03-31',
			sodCheck: '与采购审批不冲突',
		},
	}),
	document('system-log', 'LOG-2025-0007', 'zh-CN', '升级到 v15', '', {
		logType: 'upgrade',
		date: '2025-12-02',
		system: 'erpnext',
		owner: 'erp-admin',
		status: 'approved',
		outcome: 'rolled-back',
		rollback: { plan: '恢复升级前备份', tested: true },
		risk: { class: 'technical', likelihood: 2, impact: 4, mitigation: '先在副本上演练' },
		window: { start: '2025-12-02T20:00', end: '2025-12-02T23:30', downtimeMinutes: 210 },
		customisations: ['DN-INV-0001'],
	}),
	document('dev-note', 'DN-INV-0001', 'zh-CN', '盘点差异导入接口', '把手持终端的盘点结果导入库存盘点。', {
		owner: 'developer',
		status: 'approved',
		modules: ['inventory'],
		systems: ['erpnext'],
		wricef: 'interface',
		technique: 'api',
		objects: [{ type: 'DocType', name: 'Count Import', package: 'mfg_custom' }],
		code: [{ path: 'mfg_custom/count/**', repo: 'mfg_custom' }],
		touches: { tables: ['tabStock Reconciliation'], standardObjects: ['Stock Reconciliation'] },
		standardGap: '标准导入不校验重复行。',
		upgrade: { risk: 'high', lastAdapted: 'v15.30', checks: ['重跑导入用例'], effortDays: 2 },
		tests: ['mfg_custom/count/test_import.py'],
		processes: ['PR-O2C-0001'],
	}),
	document('page', 'page:guides/', 'zh-CN', '指南', '', {}, '<div id="指南"></div><p>从这里开始。</p>'),
	document(
		'page',
		'page:guides/start-support',
		'zh-CN',
		'支持人员从这里开始',
		'粘贴报错，照着做，写一条日志。',
		{},
		'<h2 id="a">第一步</h2><p>搜索。</p><h2 id="b">第二步</h2><p>照做。</p>',
	),
	document(
		'page',
		'page:guides/start-developer',
		'zh-CN',
		'开发人员从这里开始',
		'改代码时同时改说明。',
		{},
		'<p>…</p>',
	),
	document(
		'page',
		'page:guides/start-newcomer',
		'zh-CN',
		'新员工从这里开始',
		'先看流程地图。',
		{},
		'<p>…</p>',
	),
	document('page', 'page:guides/写作', 'zh-CN', '怎么写一篇文档', '', {}, '<p>…</p>'),
];
