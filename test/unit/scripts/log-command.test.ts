import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../scripts/cli.ts';

const RUNBOOK = `---
id: RB-INV-0001
kind: runbook
title: Stock is wrong
summary: Count again.
owner: keeper
modules: [inventory]
systems: [erpnext]
exceptionClass: user-operation
symptoms: [wrong numbers]
severity: S2
processes: [{process: PR-INV-0001, step: count}]
---

## Diagnosis

Look.

## Steps

::::step{#one}
### First | look
::::

::::step{#two}
### Then count
::::

## Verification

Count.

## Root cause

People.
`;

const PROCESS = `---
id: PR-INV-0001
kind: process
title: Counting
summary: How stock is counted.
owner: keeper
level: 3
parent: PR-INV-0002
steps:
  - {id: begin, name: Begin, role: keeper, type: start}
  - {id: count, name: Count, role: keeper}
  - {id: end, name: End, role: keeper, type: end}
---

Text.
`;

let root: string;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-log-'));
	await mkdir(join(root, 'docs'), { recursive: true });
	await writeFile(
		join(root, 'mainstay.yaml'),
		'languages: [en]\nsystems: {erpnext: ERPNext}\nkinds: {"logs/**": system-log}\n',
	);
	await writeFile(join(root, 'docs/stock.md'), RUNBOOK);
	await writeFile(join(root, 'docs/counting.md'), PROCESS);
	const group = PROCESS.replace('PR-INV-0001', 'PR-INV-0002')
		.replace(/level: 3\nparent.*\n/, 'level: 1\n')
		.replace('Counting', 'Stock');
	await writeFile(join(root, 'docs/chain.md'), group.replace(/steps:[\s\S]*?---/, '---'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
	let out = '';
	let err = '';
	const code = await main(argv, {
		cwd: root,
		env: { LANG: 'C' },
		stdout: { write: (text) => (out += text) },
		stderr: { write: (text) => (err += text) },
	});
	return { code, out, err };
}

const DAY = ['--date', '2026-11-22'];

describe('mainstay log new', () => {
	test('takes over what the runbook knows, and passes the checks', async () => {
		const made = await run('log', 'new', '--from', 'runbook', 'RB-INV-0001', ...DAY);
		expect(made).toMatchObject({ code: 0, out: 'docs/logs/2026-11-22-stock-incident.md\n' });
		const text = await readFile(join(root, 'docs/logs/2026-11-22-stock-incident.md'), 'utf8');
		expect(text).toContain('id: LOG-2026-0001\n');
		expect(text).toContain('runbook: RB-INV-0001');
		expect(text).toContain('- [ ] 1. First \\| look\n- [ ] 2. Then count');
		expect((await run('check', '--max-warnings', '0')).out).toMatch(/no problems/);
	});

	test('overwrites nothing', async () => {
		const before = await readdir(join(root, 'docs/logs'));
		const again = await run('log', 'new', '--from', 'runbook', 'RB-INV-0001', ...DAY);
		expect(again.code).toBe(2);
		expect(again.err).toContain('exists already');
		expect(await readdir(join(root, 'docs/logs'))).toEqual(before);
	});

	test('from a step of a process, on stdout, with the next number', async () => {
		const flags = ['--step', 'count', '--system', 'erpnext', '--class', 'user-operation', '--stdout'];
		const made = await run('log', 'new', '--from', 'process', 'PR-INV-0001', ...flags, ...DAY);
		expect(made.code).toBe(0);
		expect(made.out).toContain('process: PR-INV-0001\nstep: count\n');
		expect(made.out).toContain('id: LOG-2026-0002\n');
	});

	test.each([
		[['log', 'old'], 'mainstay log new'],
		[['log', 'new', '--from', 'runbook', 'RB-INV-0002'], 'Did you mean RB-INV-0001?'],
		[['log', 'new', '--from', 'runbook'], 'needs an id'],
		[['log', 'new', '--from', 'runbook', 'PR-INV-0001'], 'There is no runbook'],
		[['log', 'new', '--from', 'process', 'PR-INV-0001', '--step', 'cuont'], 'Did you mean count?'],
		[['log', 'new', 'RB-INV-0001', '--step', 'count'], '--from process'],
		[['log', 'new', 'RB-INV-0001', '--type', 'change'], '--requested-by'],
		[['log', 'new', 'RB-INV-0001', '--type', 'chnage'], 'Did you mean change?'],
		[['log', 'new', 'RB-INV-0001', '--downtime', 'x'], 'number of minutes'],
		[['log', 'new', 'RB-INV-0001', '--system', 'erpnxt'], 'Did you mean --system erpnext?'],
		[['log', 'new', 'RB-INV-0001', '--lang', 'fr'], 'For --lang it knows: en'],
		[['log', 'new', 'RB-INV-0001', '--executed-by', 'a', '--approved-by', 'a'], 'cannot approve'],
	])('%s is refused with the next step', async (argv, words) => {
		const refused = await run(...argv);
		expect(refused.code).toBe(2);
		expect(refused.err).toContain(words);
	});
});
