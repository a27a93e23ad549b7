import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

let root: string;
let client: Client;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-mcp-test-'));
	await cp(join(ROOT, 'docs'), join(root, 'docs'), { recursive: true });
	await cp(join(ROOT, 'mainstay.yaml'), join(root, 'mainstay.yaml'));
	// What the repository's own build has compiled is not compiled again, where there was one.
	const cache = join('.mainstay', 'cache');
	await cp(join(ROOT, cache), join(root, cache), { recursive: true }).catch(() => {});
	await writeFile(
		join(root, 'docs/runbooks/old-way.md'),
		`---
id: RB-OLD-0001
kind: runbook
title: 旧的库存修复办法
owner: warehouse-keeper
status: retired
summary: 直接改表，已停用
severity: S3
exceptionClass: user-operation
symptoms: [旧的库存修复办法]
---
`,
	);
	client = new Client({ name: 'test', version: '1.0.0' });
	await client.connect(
		new StdioClientTransport({
			command: process.execPath,
			args: [join(ROOT, 'scripts/mainstay.mjs'), 'mcp', '--locale', 'en', '--date', '2026-11-22'],
			cwd: root,
			stderr: 'ignore',
		}),
		// Compiling everything anew takes its time on a busy machine.
		{ timeout: 170_000 },
	);
}, 180_000);

afterAll(async () => {
	await client.close();
	await rm(root, { recursive: true, force: true });
});

async function call(name: string, input: Record<string, unknown>) {
	const answer = await client.callTool({ name, arguments: input });
	const [first] = answer.content as { type: string; text: string }[];
	return {
		text: first?.text ?? '',
		isError: answer.isError === true,
		data: (answer.structuredContent ?? {}) as Record<string, unknown>,
	};
}

describe('a machine that asks', () => {
	it('learns what there is to ask; every tool only reads', async () => {
		const { tools } = await client.listTools();
		expect(tools.map(({ name }) => name)).toEqual([
			'search',
			'match_error',
			'get_document',
			'impact',
			'list_boards',
			'get_board',
		]);
		expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
	});

	it('finds across scripts, and each result cites a line that is there', async () => {
		const { data } = await call('search', { query: '庫存對不上', kind: 'runbook' });
		const results = data['results'] as { id: string; citation: string }[];
		expect(results[0]?.id).toBe('RB-INV-0042');
		for (const { citation } of results) {
			const [, file = '', line = ''] = /^(.+):(\d+)$/.exec(citation) ?? [];
			const text = (await readFile(join(root, file), 'utf8')).split('\n');
			expect(Number(line)).toBeLessThanOrEqual(text.length);
		}
	});

	it('matches an error text to the runbook that declares it, and owns up to a guess', async () => {
		const known = await call('match_error', {
			text: 'pymysql.err.OperationalError: (1205, "Lock wait timeout exceeded; try restarting transaction")',
		});
		expect(known.data).toMatchObject({ exact: true });
		expect(known.text).toContain('RB-DB-0001');
		const unknown = await call('match_error', { text: '库存盘点差异很大怎么办' });
		expect(unknown.data).toMatchObject({ exact: false });
		expect(unknown.text).toMatch(/^No document declares/);
	});

	it('reads a document whole or one section of it, where it says it stands', async () => {
		const whole = await call('get_document', { id: 'rb-inv-0042' });
		expect(whole.text).toContain('source: docs/runbooks/stock-mismatch.md:1');
		const part = await call('get_document', { id: 'RB-INV-0042', section: 'diagnosis' });
		expect(part.text.split('\n')[3]).toBe('## 诊断 {#diagnosis}');
		const { citation, markdown } = part.data as { citation: string; markdown: string };
		const lines = (await readFile(join(root, 'docs/runbooks/stock-mismatch.md'), 'utf8')).split('\n');
		expect(lines[Number(citation.split(':')[1]) - 1]).toBe(markdown.split('\n')[0]);
		expect(markdown.split('\n').slice(1).join('\n')).not.toMatch(/^## /m);
	});

	it('refuses what is retired unless asked', async () => {
		const refused = await call('get_document', { id: 'RB-OLD-0001' });
		expect(refused.isError).toBe(true);
		expect(refused.text).toContain('must not be followed');
		const asked = await call('get_document', { id: 'RB-OLD-0001', includeRetired: true });
		expect(asked.isError).toBe(false);
		const found = await call('search', { query: '旧的库存修复办法' });
		expect(found.text).not.toContain('RB-OLD-0001');
		const all = await call('search', { query: '旧的库存修复办法', includeRetired: true });
		expect(all.text).toContain('RB-OLD-0001');
	});

	it('says what a change touches', async () => {
		const { text, data } = await call('impact', {
			files: ['apps/custom_ops/custom_ops/sales/credit_hold.py'],
		});
		expect(text).toContain('DN-SAL-0001');
		expect(text).toContain('PR-O2C-0001#credit-check');
		expect(data['roles']).toContain('credit-controller');
		expect((await call('impact', {})).isError).toBe(true);
	});

	it('lists the boards with what they count, and gives long ones in parts', async () => {
		const { text, data } = await call('list_boards', {});
		const boards = data['boards'] as { name: string; count: number; alarm: number }[];
		expect(boards).toHaveLength(10);
		expect(text).toMatch(/^- workarounds: Temporary measures \/ .+, \d+/m);
		const logs = boards.find(({ name }) => name === 'timeline')?.count ?? 0;
		expect(logs).toBeGreaterThan(20);
		const seen: unknown[] = [];
		for (let offset = 0; offset < logs; offset += 10) {
			const part = await call('get_board', { name: 'timeline', limit: 10, offset });
			const { data: board, documents } = part.data as {
				data: { logs: { id: string }[] };
				documents: Record<string, unknown>;
			};
			expect(part.text).toContain(`logs ${offset + 1}–${Math.min(offset + 10, logs)} of ${logs}`);
			expect(Object.keys(documents)).toEqual(expect.arrayContaining(board.logs.map(({ id }) => id)));
			seen.push(...board.logs.map(({ id }) => id));
		}
		expect(new Set(seen).size).toBe(logs);
		expect((await call('get_board', { name: 'timeline', limit: 500 })).data).not.toHaveProperty('cut');
	});

	it('answers a slip with the nearest name, and a wrong shape with an error', async () => {
		expect((await call('get_document', { id: 'RB-INV-0043' })).text).toContain('RB-INV-0042');
		const section = await call('get_document', { id: 'RB-INV-0042', section: 'diagnosys' });
		expect(section.text).toContain('Did you mean diagnosis?');
		expect((await call('get_board', { name: 'nothing-like-it' })).isError).toBe(true);
		expect((await call('get_board', { name: 'incident' })).text).toContain('Did you mean incidents?');
		const wrong = await client.callTool({ name: 'search', arguments: { query: 7 } }).catch((error) => error);
		expect(JSON.stringify(wrong.isError ?? String(wrong))).toMatch(/true|nvalid/);
	});

	it('follows the files: what was saved is what is answered', async () => {
		const file = join(root, 'docs/runbooks/old-way.md');
		const text = await readFile(file, 'utf8');
		await writeFile(file, text.replace('status: retired', 'status: approved'));
		await expect
			.poll(async () => (await call('get_document', { id: 'RB-OLD-0001' })).isError, { timeout: 50_000 })
			.toBe(false);
	}, 60_000);
});
