import type { Files } from './client.ts';

export const SETTINGS = `title: T
languages: [zh-CN, en]
modules: {inventory: {zh-CN: 库存, zh-TW: 庫存, en: Inventory}, finance: 财务}
roles: {it-support: {zh-CN: IT 支持, en: IT support}, dba: DBA}
systems: {erp: ERP}
rules: {runbook-missing-section: off, orphan-document: off}
`;

export const PROCESS = `---
id: PR-O2C-0001
kind: process
title: 订单到收款
owner: it-support
summary: 从订单到收款
level: 3
parent: PR-O2C-0000
steps:
  - {id: order, name: 下单, role: dba, type: start, next: done}
  - id: done
    name: 完成
    role: dba
    type: end
---

## 下单 {#order}

见 😀[手册](kb:RB-INV-0042#recalc)。
`;

export const PARENT = `---
id: PR-O2C-0000
kind: process
title: 价值链
owner: it-support
summary: 全部
level: 1
---

[手册](../runbooks/stock.md) [指南](../guide.md)
`;

export const RUNBOOK = `---
id: RB-INV-0042
kind: runbook
title: 库存对不上
owner: it-support
summary: 找出缺的移动
severity: S2
exceptionClass: data-inconsistency
symptoms: [库存对不上]
signatures: [{code: NegativeStockError}]
processes: [{process: PR-O2C-0001, step: order}]
related: [PR-O2C-0001]
---

## 处理步骤 {#steps}

::::step{#recalc risk=read-only}
### 重算

核对。
::::

## 验证

见 [流程](../processes/o2c.md#order) 和 kb:PR-O2C-0001#done。
`;

/** Its English version says what it is by its name. */
export const ENGLISH = PROCESS.replace('title: 订单到收款', 'title: Order to cash').replace(
	'## 下单 {#order}',
	'## Place the order {#order}',
);

export const P = 'docs/processes/o2c.md';
export const E = 'docs/processes/o2c.en.md';
export const R = 'docs/runbooks/stock.md';
export const G = 'docs/guide.md';

export const FILES: Files = {
	'mainstay.yaml': SETTINGS,
	[P]: PROCESS,
	[E]: ENGLISH,
	'docs/processes/chain.md': PARENT,
	[R]: RUNBOOK,
	[G]: '# 指南\n\n[流程](processes/o2c.md) [一步](#here)\n\n## 这里 {#here}\n\n正文。\n',
	'docs/images/menu.png': '\x89PNG\r\n\x1a\n0000000000',
};
