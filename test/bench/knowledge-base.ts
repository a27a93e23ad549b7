import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Mulberry32 by Tommy Ettinger, public domain: small, fast, the same numbers everywhere. */
function randomSource(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const SENTENCES = [
	'库存余额与实物不一致时，先停止相关仓库的过账，再核对最近一次盘点之后的移动记录。',
	'月末结账前检查未过账凭证、未清订单和汇率，任何一项缺失都会让结账任务中断。',
	'权限变更由申请人所在部门批准，由系统管理员执行，执行人与批准人不能是同一个人。',
	'The scheduler retries a failed job three times; after that the queue entry stays and must be released by hand.',
	'A goods receipt without a purchase order reference cannot be matched, so the invoice waits in the clearing account.',
	'數據庫備份每晚執行一次，每季度做一次恢復演練，並記錄所用時間與發現的問題。',
	'Check the response time of the database first: a long-running report blocks the posting of deliveries.',
	'接口报文失败后进入重试队列，重试超过五次转人工处理，并在当天的系统日志里登记。',
	'批次号在收货时生成，一旦过账就不能修改，错误的批次只能用冲销凭证更正。',
	'Before an upgrade the list of custom fields is exported, so that those which the new version renames can be found again.',
	'供应商发票的税率与采购订单不一致时，先看物料主数据的税分类，再看生效日期。',
	'A user who changes departments loses the old role on the same day; nobody collects permissions over the years.',
	'期初餘額匯入之後，試算表兩邊必須相等，否則不得開放過帳。',
	'The nightly job writes its row counts to the log; a count of zero on a working day means that the source was empty.',
	'生产订单的缺料清单每两小时刷新一次，计划员只处理标红的行，其余由系统自动补货。',
	'Print formats are kept in the repository, reviewed like code, and imported by the deployment and by nothing else.',
];
const MODULES = ['inventory', 'finance', 'sales', 'purchasing', 'manufacturing'];
const CODE =
	"```sql\nSELECT item_code, SUM(actual_qty) AS qty\nFROM `tabStock Ledger Entry`\nWHERE posting_date >= '2026-01-01'\nGROUP BY item_code\nHAVING qty < 0;\n```";

/** Writes a well-kept knowledge base of `count` documents of all kinds, linked with each other; the same for a count. */
export async function writeKnowledgeBase(root: string, count: number): Promise<void> {
	const random = randomSource(count);
	await mkdir(join(root, 'docs'), { recursive: true });
	await writeFile(
		join(root, 'mainstay.yaml'),
		`title: Bench\nlanguages: [zh-CN, en]\nmodules:\n${MODULES.map((each) => `  ${each}: ${each}`).join('\n')}\n`,
	);
	for (let number = 0; number < count; number++) {
		const { path, text } = documentOf(number, count, random);
		await mkdir(join(root, 'docs', path, '..'), { recursive: true });
		await writeFile(join(root, 'docs', path), text);
	}
}

/** Two documents in five are pages, the others runbooks, logs, dev-notes and processes. */
function documentOf(number: number, count: number, random: () => number): { path: string; text: string } {
	const padded = String(number).padStart(5, '0');
	// Every document is the next one of another, so that none stands alone.
	const links = [linkTo(Math.floor(random() * count)), linkTo((number + 1) % count)];
	const body = bodyOf(number, links, random);
	switch (number % 10) {
		case 0:
			return { path: `processes/p${padded}.md`, text: processText(padded, body) };
		case 1:
		case 2:
			return { path: `runbooks/r${padded}.md`, text: runbookText(padded, number, body) };
		case 3:
		case 4:
			return { path: `logs/l${padded}.md`, text: logText(padded, number, body) };
		case 5:
			return { path: `notes/n${padded}.md`, text: noteText(padded, number, body) };
		default:
			return {
				path: `pages/s${number % 37}/g${padded}.md`,
				text: `---\ntitle: 操作指南 ${number}\n---\n\n${body}`,
			};
	}
}

function linkTo(number: number): string {
	const padded = String(number).padStart(5, '0');
	const ids: Record<number, string> = { 0: 'PR-B', 1: 'RB-B', 2: 'RB-B', 3: 'LOG-B', 4: 'LOG-B', 5: 'DN-B' };
	const prefix = ids[number % 10];
	return prefix ? `kb:${prefix}-${padded}` : `/pages/s${number % 37}/g${padded}.md`;
}

function bodyOf(number: number, [link, next]: readonly string[], random: () => number): string {
	const paragraph = (): string =>
		Array.from({ length: 4 }, () => SENTENCES[Math.floor(random() * SENTENCES.length)]).join('');
	const sections = Array.from(
		{ length: 4 },
		(_, index) => `## 第 ${index + 1} 节 ${number}-${index}\n\n${paragraph()}\n`,
	);
	const table = '| 字段 | 含义 |\n| --- | --- |\n| `actual_qty` | 实际数量 |\n| `valuation_rate` | 计价 |\n';
	const diagram =
		number % 200 === 7
			? `\n\`\`\`mermaid\nflowchart LR\n  a${number}[接收] --> b[核对] --> c[过账]\n\`\`\`\n`
			: '';
	return `${paragraph()}\n\n参见[相关文档](${link})，接着看[下一篇](${next})。\n\n${sections.join('\n')}\n${CODE}\n\n${table}${diagram}`;
}

function head(lines: readonly string[]): string {
	return `---\n${lines.join('\n')}\n---\n\n`;
}

function processText(padded: string, body: string): string {
	const steps = Array.from({ length: 8 }, (_, index) => {
		const type = index === 0 ? 'start' : index === 7 ? 'end' : index === 3 ? 'decision' : 'task';
		const next = index === 3 ? ', next: [{to: s4, when: 通过}, {to: s1, when: 退回}]' : '';
		return `  - {id: s${index}, name: 步骤 ${index}, role: role-${index % 3}, type: ${type}${next}}`;
	});
	return (
		head([
			`id: PR-B-${padded}`,
			'kind: process',
			`title: 流程 ${padded}`,
			'owner: operations',
			`summary: 流程 ${padded} 的步骤与职责`,
			'level: 3',
			'parent: PR-B-00000',
			'steps:',
			...steps,
		]).replace(padded === '00000' ? 'level: 3\nparent: PR-B-00000' : '\u0000', 'level: 1') + body
	);
}

function runbookText(padded: string, number: number, body: string): string {
	return (
		head([
			`id: RB-B-${padded}`,
			'kind: runbook',
			`title: 处理异常 ${padded}`,
			'owner: operations',
			`summary: 出现 ERR-${padded} 时的处理步骤`,
			'severity: S2',
			'exceptionClass: data-inconsistency',
			`modules: [${MODULES[number % MODULES.length]}]`,
			`symptoms: [单据 ${padded} 无法过账]`,
			`signatures: [{code: ERR-${padded}, example: "ERR-${padded}: posting refused"}]`,
		]) +
		`${body}\n## 诊断\n\n凭证日志里有 ERR-${padded}，单据仍是草稿。\n\n## 处理步骤\n\n::::step{#fix risk=read-only}\n### 核对\n\n核对记录。\n::::\n`
	);
}

function logText(padded: string, number: number, body: string): string {
	return (
		head([
			`id: LOG-B-${padded}`,
			'kind: system-log',
			`title: 日志 ${padded}`,
			'owner: operations',
			'logType: backup',
			`date: 2025-${String((number % 12) + 1).padStart(2, '0')}-15`,
			'system: erp',
			'outcome: success',
		]) + body
	);
}

function noteText(padded: string, number: number, body: string): string {
	return (
		head([
			`id: DN-B-${padded}`,
			'kind: dev-note',
			`title: 增强 ${padded}`,
			'owner: development',
			'wricef: enhancement',
			`modules: [${MODULES[number % MODULES.length]}]`,
			`objects: [{type: function, name: Z_B_${padded}}]`,
			'technique: exit',
			'standardGap: 标准功能不支持按批次冻结',
			'upgrade: {risk: medium}',
		]) + body
	);
}
