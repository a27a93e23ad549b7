import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small knowledge base of processes: one of ten steps with everything a step can have, its child, and a long one. */
export interface ProcessProject {
	readonly root: string;
	remove(): Promise<void>;
}

export async function writeProcessProject(): Promise<ProcessProject> {
	const root = await mkdtemp(join(tmpdir(), 'mainstay-process-'));
	const files: Record<string, string> = {
		'mainstay.yaml': SETTINGS,
		'docs/order.en.md': order('en'),
		'docs/order.md': order('zh-CN'),
		'docs/credit.md': CREDIT,
		'docs/long.en.md': longProcess(60, 7),
		'docs/stuck.en.md': RUNBOOK,
		'docs/hold.en.md': NOTE,
		...logs(),
	};
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), text);
	}
	return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

const SETTINGS = `title: Processes
languages: [zh-CN, en]
systems:
  erp: {zh-CN: 企业系统, en: The ERP}
roles:
  clerk: {zh-CN: 销售内勤, en: Sales clerk}
  manager: {zh-CN: 销售经理, en: Sales manager}
  controller: {zh-CN: 信用管理员, en: Credit controller}
  keeper: {zh-CN: 仓库管理员, en: Warehouse keeper}
${Array.from({ length: 7 }, (_, at) => `  role-${at}: {zh-CN: 角色 ${at + 1}, en: Role ${at + 1}}`).join('\n')}
`;

/** The main process; \`credit\` has a section of its own in the text, the other steps do not. */
function order(lang: 'en' | 'zh-CN'): string {
	const zh = lang === 'zh-CN';
	const name = (chinese: string, english: string): string => JSON.stringify(zh ? chinese : english);
	return `---
id: PR-TST-0001
kind: process
title: ${name('订单到收款', 'Order to cash')}
summary: ${name('客户订单从录入到发货。', 'A customer order from entry to delivery.')}
owner: clerk
status: approved
level: 1
lanes: [clerk, manager, controller, keeper]
steps:
  - {id: begin, name: ${name('收到订单', 'Order arrives')}, role: clerk, type: start, next: quote}
  - id: quote
    name: ${name('报价', 'Quote the price')}
    role: clerk
    transaction: Selling > Quotation
    system: erp
    data: [Quotation, Price list]
    controls: [C-TST-01]
    runbooks: [RB-TST-0001]
    customisations: [DN-TST-0001]
    next: discount
  - id: discount
    name: ${name('折扣是否在权限内', 'Discount within authority?')}
    role: clerk
    type: decision
    next:
      - {to: credit, when: ${name('在权限内', 'within')}}
      - {to: special, when: ${name('超出权限', 'beyond')}}
  - id: special
    name: ${name('批准特价', 'Approve the special price')}
    role: manager
    type: approval
    next:
      - {to: credit, when: ${name('同意', 'approved')}}
      - {to: quote, when: ${name('驳回', 'rejected')}}
  - {id: credit, name: ${name('检查信用', 'Check the credit')}, role: controller, type: subprocess, process: PR-TST-0002, transaction: CREDIT01, next: prepare}
  - id: prepare
    name: ${name('准备发货', 'Prepare the delivery')}
    role: keeper
    next: [{to: pick}, {to: inform}]
  - {id: pick, name: ${name('拣货', 'Pick')}, role: keeper, next: ship}
  - {id: inform, name: ${name('通知客户', 'Inform the customer')}, role: clerk, next: ship}
  - {id: ship, name: ${name('发货', 'Ship')}, role: keeper, system: erp, data: [Delivery note], next: done}
  - {id: done, name: ${name('订单完成', 'Order complete')}, role: keeper, type: end}
controls:
  - {id: C-TST-01, name: ${name('价格来自价格表', 'Prices come from the price list')}, type: preventive}
---

## ${zh ? '目的' : 'Purpose'} {#purpose}

${zh ? '每张订单都有依据。' : 'Every order has its reasons.'}

## ${zh ? '检查信用' : 'Check the credit'} {#credit}

${zh ? '提交之前检查。' : 'Checked before it is submitted.'}
`;
}

const CREDIT = `---
id: PR-TST-0002
kind: process
title: 信用检查
summary: 检查客户的信用额度。
owner: controller
status: approved
level: 2
parent: PR-TST-0001
steps:
  - {id: look, name: 查看额度, role: controller, type: start, next: decide}
  - id: decide
    name: 是否放行
    role: controller
    type: decision
    next:
      - {to: released, when: 放行}
      - {to: refused, when: 拒绝}
  - {id: released, name: 放行, role: controller, type: end}
  - {id: refused, name: 拒绝, role: controller, type: end}
---

## 目的 {#purpose}

额度之内才发货。
`;

/** A chain through \`lanes\` roles, with a loop and a short cut every few steps. */
export function longProcess(steps: number, lanes: number): string {
	const lines = Array.from({ length: steps }, (_, at) => {
		const id = `s${at + 1}`;
		const role = `role-${Math.floor(at / 3) % lanes}`;
		if (at === steps - 1) return `  - {id: ${id}, name: The end, role: ${role}, type: end}`;
		const name = `Step number ${at + 1} of the long process`;
		const next = `{to: s${at + 2}${at % 8 === 5 ? ', when: in order' : ''}}`;
		const back = at % 8 === 5 ? `, {to: s${at - 2}, when: not in order}` : '';
		const type = at === 0 ? ', type: start' : at % 8 === 5 ? ', type: decision' : '';
		const data = at % 7 === 2 ? ', data: [Price list]' : '';
		return `  - {id: ${id}, name: ${name}, role: ${role}${type}${data}, next: [${next}${back}]}`;
	});
	return `---
id: PR-TST-0060
kind: process
title: A long process
summary: Many steps in many roles.
owner: clerk
status: approved
level: 1
steps:
${lines.join('\n')}
---

## Purpose {#purpose}

To be larger than any screen.
`;
}

const RUNBOOK = `---
id: RB-TST-0001
kind: runbook
title: The quotation cannot be saved
owner: clerk
summary: What to do.
severity: S3
exceptionClass: user-operation
symptoms: [it cannot be saved]
---

## Steps

::::step{#one}
### Look

Look at the message.
::::
`;

/** One open incident and four closed ones at a step. */
function logs(): Record<string, string> {
	const files = [1, 2, 3, 4, 5].map((day): [string, string] => [
		`docs/log-${day}.en.md`,
		`---
id: LOG-2026-010${day}
kind: system-log
title: Quotation trouble ${day}
summary: What happened.
owner: clerk
logType: incident
date: 2026-01-0${day}
process: PR-TST-0001
step: quote
severity: S3
system: erp
exceptionClass: user-operation
cause: configuration
outcome: ${day === 2 ? 'open' : 'success'}
---

## What happened {#what}

A price was wrong.
`,
	]);
	return Object.fromEntries(files);
}

const NOTE = `---
id: DN-TST-0001
kind: dev-note
title: A field on the quotation
owner: clerk
summary: Adds a field.
status: approved
wricef: enhancement
standardGap: The standard has no such field.
technique: configuration
objects: [{type: Custom Field, name: Quotation-field}]
upgrade: {risk: low}
---

## Purpose {#purpose}

A field.
`;
