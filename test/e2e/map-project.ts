import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface WrittenProject {
	readonly folder: string;
	remove(): Promise<void>;
}

const SETTINGS = `title: {zh-CN: 流程地图样例, en: Map sample}
languages: [zh-CN, zh-TW, en]
modules:
  sales: {zh-CN: 销售, zh-TW: 銷售, en: Sales}
  stock: {zh-CN: 库存, zh-TW: 庫存, en: Stock}
systems: {erp: ERP, wms: WMS}
roles:
  clerk: {zh-CN: 内勤, zh-TW: 內勤, en: Clerk}
  keeper: {zh-CN: 仓管, zh-TW: 倉管, en: Keeper}
kinds: {"processes/**": process, "logs/**": system-log}
`;

interface Given {
	readonly id: string;
	readonly title: string;
	readonly level: number;
	readonly parent?: string;
	readonly order?: number;
	readonly more?: string;
}

const REVIEWED = 'review: {every: P10Y, on: 2026-01-01}';
const STEPS = (system: string): string => `steps:
  - {id: begin, name: 开始, role: clerk, type: start}
  - {id: check, name: 核对, role: keeper, type: decision, system: ${system}, next: [{to: done, when: 相符}, {to: mend, when: 不符}]}
  - {id: mend, name: 更正, role: clerk, next: check}
  - {id: done, name: 结束, role: keeper, type: end}`;

const GROUPS: readonly Given[] = [
	{ id: 'PR-MAIN-0001', title: '主价值链', level: 1, more: REVIEWED },
	{ id: 'PR-HELP-0001', title: '支持价值链', level: 1, more: REVIEWED },
	...['销售', '采购', '仓储', '财务'].map((title, at) => ({
		id: `PR-GRP-000${at + 1}`,
		title,
		level: 2,
		parent: 'PR-MAIN-0001',
		order: at + 1,
	})),
	{ id: 'PR-GRP-0005', title: '系统', level: 2, parent: 'PR-HELP-0001' },
];

const PROCESSES: readonly Given[] = [
	{
		id: 'PR-ONE-0001',
		title: '报价',
		level: 3,
		parent: 'PR-GRP-0001',
		order: 1,
		more: `${REVIEWED}\nmodules: [sales]\n${STEPS('erp')}`,
	},
	{
		id: 'PR-ONE-0002',
		title: '发货',
		level: 3,
		parent: 'PR-GRP-0001',
		order: 2,
		more: `${REVIEWED}\nmodules: [sales, stock]\n${STEPS('wms')}`,
	},
	{
		id: 'PR-ONE-0003',
		title: '装箱',
		level: 4,
		parent: 'PR-ONE-0002',
		more: `modules: [stock]\n${STEPS('wms')}`,
	},
	{
		id: 'PR-TWO-0001',
		title: '询价',
		level: 3,
		parent: 'PR-GRP-0002',
		more: `${REVIEWED}\nmodules: [stock]\n${STEPS('erp')}`,
	},
	{
		id: 'PR-TWO-0002',
		title: '盘点',
		level: 3,
		parent: 'PR-GRP-0003',
		more: `modules: [stock]\n${STEPS('wms')}`,
	},
	{ id: 'PR-TWO-0003', title: '备份', level: 3, parent: 'PR-GRP-0005', more: `${REVIEWED}\n${STEPS('erp')}` },
];

const INCIDENT = `---
id: LOG-ONE-0001
kind: system-log
title: 发货单提交失败
owner: keeper
status: approved
logType: incident
date: 2026-01-02
system: wms
severity: S2
exceptionClass: crash-or-slow
cause: unknown
process: PR-ONE-0002
step: check
outcome: open
---

处理中。
`;

function processFile({ id, title, level, parent, order, more }: Given): string {
	return [
		'---',
		`id: ${id}`,
		'kind: process',
		`title: ${title}`,
		`summary: ${title}的摘要。`,
		'owner: ' + (level === 3 && id.includes('TWO') ? 'keeper' : 'clerk'),
		'status: approved',
		`level: ${level}`,
		...(parent ? [`parent: ${parent}`] : []),
		...(order ? [`order: ${order}`] : []),
		...(more ? [more] : []),
		'---',
		'',
		`${title}的说明。`,
		'',
	].join('\n');
}

/** Two value chains, five groups (one of them empty), five processes, one activity, one open incident at 发货. */
export async function writeMapProject(): Promise<WrittenProject> {
	const folder = await mkdtemp(join(tmpdir(), 'mainstay-map-'));
	const files = new Map([
		['mainstay.yaml', SETTINGS],
		['docs/logs/incident.md', INCIDENT],
		...[...GROUPS, ...PROCESSES].map((each): [string, string] => [
			`docs/processes/${each.id}.md`,
			processFile(each),
		]),
	]);
	for (const [path, text] of files) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
