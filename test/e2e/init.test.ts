import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../../scripts/cli.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mainstay-init-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; text: string }> {
	let text = '';
	const output = { write: (part: string) => (text += part) };
	const code = await main([...argv, '--date', '2026-11-22'], {
		cwd: folder,
		env: { LANG: 'C' },
		stdout: output,
		stderr: output,
	});
	return { code, text };
}

test.each([
	['en', 'Delivery note is refused for negative stock'],
	['zh-CN', '出货单因负库存提交不了'],
	['zh-TW', '出貨單因負庫存提交不了'],
])('%s: a new knowledge base passes the strict check, and builds', async (lang, title) => {
	expect((await run('init', '--yes', '--lang', lang, '--ci', 'none')).code).toBe(0);
	const checked = await run('check', '--max-warnings', '0', '--locale', 'en');
	expect(checked).toMatchObject({ code: 0, text: expect.stringContaining('6 documents, no problems') });
	const built = await run('build');
	expect(built.code, built.text).toBe(0);
	expect(built.text).not.toMatch(/ (?:error|warning) {2}MS/);
	const runbook = readFileSync(join(folder, 'dist/d/RB-INV-0001/index.html'), 'utf8');
	expect(runbook).toContain(title);
	expect(runbook).toContain('/d/PR-SAL-0001/');
	expect(runbook).toContain('LOG-2026-0001');
	expect(readFileSync(join(folder, 'dist/d/PR-SAL-0001/index.html'), 'utf8')).toContain('RB-INV-0001');
	expect(existsSync(join(folder, 'dist/d/DN-INV-0001/index.html'))).toBe(true);
});

test('examples of some kinds hang together without the others', async () => {
	expect((await run('init', '--yes', '--lang', 'en', '--kinds', 'process,dev-note')).code).toBe(0);
	expect((await run('check', '--max-warnings', '0')).text).toContain('4 documents, no problems');
});
