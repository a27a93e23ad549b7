import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeChanges } from '../../../src/sources/code-history.ts';

let root: string;

function git(date: string, ...args: string[]): void {
	const at = `${date}T12:00:00Z`;
	const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
	execFileSync('git', [...who, ...args], {
		cwd: root,
		env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
		stdio: 'ignore',
	});
}

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-code-'));
	await mkdir(join(root, 'src/deep'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('finds the last commit to what each pattern covers', async () => {
	git('2026-01-01', 'init', '-q');
	await writeFile(join(root, 'src/a.py'), '1');
	await writeFile(join(root, 'src/deep/b.py'), '1');
	git('2026-01-01', 'add', '-A');
	git('2026-01-01', 'commit', '-qm', 'one');
	await writeFile(join(root, 'src/deep/b.py'), '2');
	git('2026-02-02', 'commit', '-qam', 'two');
	const changes = await codeChanges(root, ['src/*.py', 'src/**', 'none/**', '../outside', '/etc/passwd']);
	expect([...changes]).toEqual([
		['src/*.py', '2026-01-01'],
		['src/**', '2026-02-02'],
	]);
});

it('knows nothing outside a checkout', async () => {
	expect((await codeChanges(root, ['src/**'])).size).toBe(0);
});
