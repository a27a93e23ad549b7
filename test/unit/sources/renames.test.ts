import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conflictedFiles, followRenames, isCommitted, renamedFiles } from '../../../src/sources/renames.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-renames-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

function git(...args: string[]): void {
	execFileSync(
		'git',
		['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args],
		{ cwd: root },
	);
}

describe('renames', () => {
	test('over the history, staged, and by hand; relative to a folder inside the checkout', async () => {
		await mkdir(join(root, 'kb/docs'), { recursive: true });
		for (const name of ['one', 'two', '三']) {
			await writeFile(
				join(root, `kb/docs/${name}.md`),
				`# ${name}\n\nA text of ${name}, long enough.\n`.repeat(3),
			);
		}
		git('init', '-q');
		git('add', '-A');
		git('commit', '-qm', '1');
		git('mv', 'kb/docs/one.md', 'kb/docs/eins.md');
		git('commit', '-qm', '2');
		git('mv', 'kb/docs/eins.md', 'kb/docs/uno.md');
		await rename(join(root, 'kb/docs/三.md'), join(root, 'kb/docs/drei.md'));
		expect(await renamedFiles(join(root, 'kb'), ['docs'])).toEqual(
			new Map([
				['docs/三.md', 'docs/drei.md'],
				['docs/eins.md', 'docs/uno.md'],
				['docs/one.md', 'docs/uno.md'],
			]),
		);
		expect(await isCommitted(join(root, 'kb'), 'docs/eins.md')).toBe(true);
		expect(await isCommitted(join(root, 'kb'), 'docs/uno.md')).toBe(false);
		expect(await conflictedFiles(join(root, 'kb'))).toEqual(new Set());
	});

	test('a path that went two ways is nobody’s to guess; a circle leads nowhere', () => {
		expect(
			followRenames([
				['a', 'c'],
				['a', 'b'],
			]),
		).toEqual(new Map());
		expect(
			followRenames([
				['b', 'a'],
				['a', 'b'],
			]),
		).toEqual(new Map([['b', 'a']]));
	});

	test('outside a checkout there are none', async () => {
		expect(await renamedFiles(root, ['docs'])).toEqual(new Map());
		expect(await isCommitted(root, 'a')).toBe(false);
	});
});
