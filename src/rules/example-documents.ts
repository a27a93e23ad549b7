/**
 * Small complete documents for the examples of rules. Every builder puts its fixed fields first, so that
 * the given `fields` start on a known line.
 */

/** Two documents of one example differ in their titles. */
function titled(title: string, id: string, usual: string): string {
	return id === usual ? title : `${title} (${id})`;
}

/** `fields` start on line 9. A process of level 1 needs no parent. */
export function processExample(fields: string, id = 'PR-O2C-0001', level = 1): string {
	return `---
kind: process
id: ${id}
title: ${titled('Order to cash', id, 'PR-O2C-0001')}
owner: sales-manager
summary: From the order to the payment.
level: ${level}
status: approved
${fields}
---

What happens between an order and its payment.
`;
}

/** `fields` start on line 11; the body starts two lines after them. */
export function runbookExample(fields = 'status: approved', body = RUNBOOK_BODY, id = 'RB-INV-0042'): string {
	return `---
kind: runbook
id: ${id}
title: ${titled('Stock differs from the ledger', id, 'RB-INV-0042')}
owner: it-support
summary: Find the difference and recalculate the balance.
exceptionClass: user-operation
severity: S2
symptoms: [stock does not match the count]
modules: [inventory]
${fields}
---
${body}`;
}

const RUNBOOK_BODY = `
## Diagnosis

Compare the report with the count.

## Steps

::::step{#recalculate risk=read-only}
### Recalculate the balance
Open the report once more.
::::
`;

/** `fields` start on line 10. */
export function logExample(fields: string, id = 'LOG-2026-0101'): string {
	return `---
kind: system-log
id: ${id}
title: ${titled('Restore drill of the first quarter', id, 'LOG-2026-0101')}
owner: erp-admin
logType: drill
date: 2026-03-02
system: erpnext
outcome: success
${fields}
---

What was done and what came of it.
`;
}

/** `fields` start on line 12. */
export function noteExample(fields: string, id = 'DN-SAL-0001'): string {
	return `---
kind: dev-note
id: ${id}
title: ${titled('Credit block', id, 'DN-SAL-0001')}
owner: developer
wricef: enhancement
technique: exit
objects: [{type: DocType, name: Sales Order}]
standardGap: The standard warns but does not block.
upgrade: {risk: low}
modules: [sales]
${fields}
---

How the block works.
`;
}
