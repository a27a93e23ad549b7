import { describe, expect, it } from 'vitest';
import { impactOf } from '../../../src/boards/impact/index.ts';
import { isSameObject } from '../../../src/boards/impact/named.ts';
import type { ImpactQuestion } from '../../../src/model/index.ts';
import { checkProject } from '../../rules/mini-project.ts';

const project = checkProject({
	'docs/o2c.md': `---
id: PR-O2C-0001
kind: process
title: Order to cash
owner: sales
summary: s
level: 3
parent: PR-O2C-0002
steps:
  - {id: start, name: Order, role: clerk, type: start}
  - id: enter
    name: Enter order
    role: clerk
    transaction: Selling > Sales Order
    customisations: [DN-SAL-0001]
    data: [{object: Sales Order, access: create}]
  - {id: check, name: Check credit, role: controller, runbooks: [RB-SAL-0001]}
  - {id: done, name: Done, role: clerk, type: end}
---
`,
	'docs/hold.md': `---
id: DN-SAL-0001
kind: dev-note
title: Credit hold
owner: developer
wricef: enhancement
objects:
  - {type: Python module, name: custom.credit_hold}
technique: exit
code:
  - path: apps/custom/**/credit_*.py
touches: {tables: [tabSales Order], standardObjects: [Sales Order]}
standardGap: g
upgrade: {risk: low, lastAdapted: v15}
tests: [test_credit_hold.py]
processes: [PR-O2C-0001]
---
`,
	'docs/former.md': `---
id: DN-SAL-0003
kind: dev-note
title: Former hold
owner: developer
status: superseded
wricef: enhancement
objects: [{type: Python module, name: custom.former}]
technique: exit
code: [{path: apps/custom/sales/former.py}]
standardGap: g
upgrade: {risk: low, lastAdapted: v14}
---
`,
	'docs/other.md': `---
id: DN-SAL-0002
kind: dev-note
title: Item print
owner: developer
wricef: form
objects: [{type: Print Format, name: Sales Order Item}]
technique: key-user
standardGap: g
upgrade: {risk: low, lastAdapted: v16}
---
`,
	'docs/runbook.md': `---
id: RB-SAL-0001
kind: runbook
title: Limit crossed
owner: sales
summary: s
severity: S2
exceptionClass: user-operation
symptoms: [x]
processes: [{process: PR-O2C-0001, step: check}]
---
`,
	'docs/log.md': `---
id: LOG-2026-0001
kind: system-log
title: Limit crossed in May
owner: sales
logType: incident
date: 2026-05-01
system: erp
severity: S3
exceptionClass: user-operation
cause: operation
process: PR-O2C-0001
runbook: RB-SAL-0001
outcome: success
---
`,
});

const ask = (question: ImpactQuestion) => impactOf(project, question);
const ids = (question: ImpactQuestion) =>
	ask(question).documents.map(({ id, distance }) => `${id} ${distance}`);

describe('impactOf', () => {
	it('a changed file leads to its note, the steps that it customises, their roles and its tests', () => {
		const impact = ask({ files: ['apps/custom/sales/credit_hold.py'] });
		expect(impact.documents.map(({ id, distance }) => [id, distance])).toEqual([
			['DN-SAL-0001', 0],
			['PR-O2C-0001', 1],
		]);
		expect(impact.documents[0]).toMatchObject({
			file: 'docs/hold.md',
			line: 11,
			causes: [{ type: 'code', value: 'apps/custom/sales/credit_hold.py' }],
		});
		expect(impact.steps.map(({ step, line }) => [step, line])).toEqual([['enter', 11]]);
		expect(impact.roles).toEqual(['clerk']);
		expect(impact.tests).toEqual([
			{ test: 'test_credit_hold.py', note: 'DN-SAL-0001', file: 'docs/hold.md', line: 15 },
		]);
	});

	it('code and releases ask nothing of notes that are history', () => {
		expect(ids({ files: ['apps/custom/sales/former.py'] })).toEqual([]);
		expect(ask({ release: 'v16' }).documents.map(({ id }) => id)).not.toContain('DN-SAL-0003');
		expect(ids({ ids: ['DN-SAL-0003'] })).toEqual(['DN-SAL-0003 0']);
	});

	it('what covers changed code is not asked for again by its globs', () => {
		const files = ['apps/custom/sales/credit_hold.py'];
		expect(ids({ files, covered: [] })).toEqual([]);
		const covered = [
			{ id: 'DN-SAL-0001', pointer: '/code/0/path', file: 'apps/custom/sales/credit_hold.py' },
		];
		expect(ids({ files, covered })).toEqual(['DN-SAL-0001 0', 'PR-O2C-0001 1']);
	});

	it('an object leads to notes that touch it and to steps that work with it, not to its namesakes', () => {
		const impact = ask({ objects: ['sales order'] });
		expect(impact.documents.filter(({ distance }) => distance === 0).map(({ id }) => id)).toEqual([
			'DN-SAL-0001',
			'PR-O2C-0001',
		]);
		expect(impact.steps.map(({ step }) => step)).toEqual(['enter']);
		expect(impact.documents.map(({ id }) => id)).not.toContain('DN-SAL-0002');
	});

	it('a release leads to the notes that are not adapted to it', () => {
		expect(ids({ release: 'v16' })).toContain('DN-SAL-0001 0');
		expect(ids({ release: 'v16' })).not.toContain('DN-SAL-0002 0');
		expect(ids({ release: 'v15' })).toEqual(['DN-SAL-0002 0']);
	});

	it('a runbook leads to its processes and steps; what once happened is not touched', () => {
		const impact = ask({ ids: ['RB-SAL-0001'] });
		expect(impact.documents.map(({ id }) => id)).not.toContain('LOG-2026-0001');
		expect(impact.steps.map(({ step }) => step)).toEqual(['check']);
		expect(impact.roles).toEqual(['controller']);
	});

	it('the document’s own file counts, and a question without an answer has an empty one', () => {
		expect(ids({ files: ['docs/other.md'] })).toEqual(['DN-SAL-0002 0']);
		expect(ask({ files: ['README.md'], objects: [''], ids: ['PR-X-0001'] })).toEqual({
			documents: [],
			steps: [],
			roles: [],
			tests: [],
		});
	});
});

describe('isSameObject', () => {
	it.each([
		['Sales Order', 'sales order', true],
		['Sales Order.validate', 'Sales Order', true],
		['Sales Order-custom_hold', 'Sales Order', true],
		['Selling > Sales Order > Submit', 'Sales Order', true],
		['Sales Order Item', 'Sales Order', false],
		['Sales Order', 'Sales Order.validate', false],
		['ＶＡ０１', 'VA01', true],
		['anything', '', false],
	])('%s / %s: %s', (written, name, same) => {
		expect(isSameObject(written, name)).toBe(same);
	});
});
