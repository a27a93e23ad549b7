import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resolveConfig } from '../../../src/config/index.ts';
import type { ChangeSet } from '../../../src/model/index.ts';
import { isCodeUnchanged } from '../../../src/sources/code-files.ts';
import { readPatch } from '../../../src/sources/diff.ts';
import { changesSince, changeTexts, codeReader, readSources } from '../../../src/sources/index.ts';
import { type TestRepository, testRepository } from './repository.ts';

let repository: TestRepository;

beforeEach(async () => {
	repository = await testRepository();
	await repository.commit('one', {
		'src/a.py': 'one\ntwo\nthree\nfour\n',
		'src/moved.py': 'x\n'.repeat(20),
		'src/gone.py': 'gone\n',
		'src/data.bin': 'a\0b',
		'名 字.py': '1\n',
	});
});
afterEach(() => repository.remove());

function shown({ files }: ChangeSet): string[] {
	return files.map(({ path, oldPath, status, lines, content }) =>
		[
			status,
			oldPath === undefined ? path : `${oldPath}>${path}`,
			lines.map(({ first, last }) => `${first}-${last}`).join(','),
			content ? '' : 'no content',
		]
			.filter(Boolean)
			.join(' '),
	);
}

describe('what differs from a revision', () => {
	it('is what was committed, staged, only saved, and new: each once', async () => {
		await repository.commit('two', { 'src/a.py': 'one\nTWO\nthree\nfour\n' });
		await repository.write({
			'名 字.py': '2\n',
			'new.py': 'n\n',
			'.gitignore': 'hidden.py\n',
			'hidden.py': '',
		});
		repository.git('add', '名 字.py');
		await repository.write({ 'src/gone.py': null, 'src/a.py': 'one\nTWO\nthree\nFOUR\n' });
		const changes = await changesSince(repository.root, 'HEAD~1');
		expect(shown(changes).sort()).toEqual([
			'deleted src/gone.py',
			'modified src/a.py 2-2,4-4',
			'modified 名 字.py 1-1',
			'untracked .gitignore',
			'untracked new.py',
		]);
		expect(changes.commits).toBe(1);
	});

	it('follows renames, and knows a rename from a change and a blank line from content', async () => {
		repository.git('mv', 'src/moved.py', 'src/here "now".py');
		await repository.commit('move', { 'src/a.py': 'one\n\n\ntwo\nthree\nfour\n', 'src/data.bin': 'a\0c' });
		repository.git('update-index', '--chmod=+x', 'src/gone.py');
		repository.git('commit', '-qm', 'mode');
		expect(shown(await changesSince(repository.root, 'HEAD~2..HEAD')).sort()).toEqual([
			'modified src/a.py 2-3 no content',
			'modified src/data.bin',
			'modified src/gone.py no content',
			'renamed src/moved.py>src/here "now".py no content',
		]);
	});

	it('whatever the reader has set for diffs', async () => {
		for (const [name, value] of Object.entries({
			'diff.interHunkContext': '9',
			'diff.context': '9',
			'diff.noprefix': 'true',
			'diff.renames': 'copies',
			'diff.relative': 'true',
			'diff.submodule': 'log',
			'color.ui': 'always',
			'log.showSignature': 'true',
		})) {
			repository.git('config', name, value);
		}
		await repository.write({ 'src/a.py': 'ONE\ntwo\nthree\nFOUR\n', 'src/gone.py': null });
		expect(shown(await changesSince(repository.root, 'HEAD')).sort()).toEqual([
			'deleted src/gone.py',
			'modified src/a.py 1-1,4-4',
		]);
	});

	it('counts from where the branch parted, merges included', async () => {
		repository.git('checkout', '-qb', 'topic');
		await repository.commit('topic', { 'src/topic.py': '1\n' });
		repository.git('checkout', '-q', 'main');
		await repository.commit('elsewhere', { 'src/main.py': '1\n' });
		repository.git('checkout', '-q', 'topic');
		expect(shown(await changesSince(repository.root, 'main'))).toEqual(['added src/topic.py 1-1']);
		repository.git('merge', '-q', '--no-edit', 'main');
		expect(shown(await changesSince(repository.root, 'main'))).toEqual(['added src/topic.py 1-1']);
		expect(shown(await changesSince(repository.root, 'main...topic'))).toEqual(['added src/topic.py 1-1']);
	});

	it('reads the waivers of the range', async () => {
		await repository.commit('a\n\nDocs-Waiver: DN-A-0001 only a rename\nSigned-off-by: x');
		await repository.commit('b\n\nDocs-Waiver: DN-A-0002');
		await repository.commit('c\n\nDocs-Waiver: DN-A-0003: formatter\nDocs-Waiver: DN-A-0004 二\n  次');
		const { waivers } = await changesSince(repository.root, 'HEAD~3');
		expect(waivers.map(({ id, reason }) => [id, reason])).toEqual([
			['DN-A-0003', 'formatter'],
			['DN-A-0004', '二 次'],
			['DN-A-0002', ''],
			['DN-A-0001', 'only a rename'],
		]);
		expect((await changesSince(repository.root, 'HEAD')).waivers).toEqual([]);
	});

	it('reads a waiver in any paragraph: a squash merge puts others below', async () => {
		await repository.commit(
			'a (#7)\n\n* b\n\nDocs-Waiver: DN-A-0001 only\n  a rename\n\nCo-authored-by: Ann <a@b.c>',
		);
		await repository.commit('c\n\nDocs-Waiver：DN-A-0002 全角冒号\n\n说明');
		await repository.commit('d\n\nSee `Docs-Waiver: DN-A-0003 no line of its own`');
		const { waivers } = await changesSince(repository.root, 'HEAD~3');
		expect(waivers.map(({ id, reason }) => [id, reason])).toEqual([
			['DN-A-0002', '全角冒号'],
			['DN-A-0001', 'only a rename'],
		]);
	});

	it('reads a waiver under a misspelt name as one, and nothing that only looks alike', async () => {
		const made = await repository.commit(
			'Tidy: up\n\nDocs-Waver: DN-A-0005 x\nDocs-Writer: Ann\nReviewed-by: DN-A-0001',
		);
		expect((await changesSince(repository.root, 'HEAD~1')).waivers).toEqual([
			{ commit: made.slice(0, 7), subject: 'Tidy: up', misspelt: 'Docs-Waver', id: 'DN-A-0005', reason: 'x' },
		]);
	});

	it('knows a knowledge base in a folder, and the names of the repository', async () => {
		await mkdir(join(repository.root, 'kb'));
		repository.git('remote', 'add', 'origin', 'git@git.example.com:erp/custom-ops.git');
		const { prefix, top, names } = await changesSince(join(repository.root, 'kb'), 'HEAD');
		expect(prefix).toBe('kb/');
		expect(top).toBe(repository.root);
		expect(names).toEqual(expect.arrayContaining(['erp/custom-ops', 'custom-ops']));
	});

	it('is not disturbed by the settings of the reader', async () => {
		for (const setting of ['diff.noprefix', 'diff.mnemonicPrefix', 'core.quotePath', 'color.ui']) {
			repository.git('config', setting, setting === 'color.ui' ? 'always' : 'true');
		}
		repository.git('config', 'diff.external', 'false');
		await repository.write({ '名 字.py': '3\n' });
		expect(shown(await changesSince(repository.root, 'HEAD'))).toEqual(['modified 名 字.py 1-1']);
	});
});

describe('a revision that cannot be used', () => {
	it.each([
		['mian', 'Did you mean main?'],
		['--output=/tmp/x', 'There is no revision'],
		['main..nowhere-at-all', 'nowhere-at-all'],
	])('%j says so', async (revision, text) => {
		const failure = changesSince(repository.root, revision);
		await expect(failure).rejects.toMatchObject({ name: 'UserError' });
		await expect(
			failure.catch((error: { message: string; hint: string }) => `${error.message} ${error.hint}`),
		).resolves.toContain(text);
	});

	it('says that nothing is committed yet', async () => {
		const fresh = await testRepository();
		for (const revision of ['HEAD', 'main'])
			await expect(changesSince(fresh.root, revision)).rejects.toMatchObject({ code: 'no-commits' });
		await fresh.remove();
	});

	it('says that a clone is shallow', async () => {
		await repository.commit('two', { 'src/a.py': '2\n' });
		const clone = join(repository.root, 'clone');
		repository.git('clone', '-q', '--depth=1', `file://${repository.root}`, clone);
		const failure = changesSince(clone, repository.git('rev-parse', 'HEAD~1'));
		const told = { code: 'revision-unknown', hint: expect.stringContaining('shallow') };
		await expect(failure).rejects.toMatchObject(told);
		await expect(changesSince(clone, 'HEAD~1')).rejects.toMatchObject(told);
		await expect(changesSince(clone, 'HEAD^')).rejects.toMatchObject(told);
	});

	it('in a folder whose name holds ends of lines', async () => {
		const odd = await testRepository('mainstay\ngit\n');
		await odd.commit('one', { 'kb\n/docs/a.md': '# A\n', 'code.py': '1\n' });
		await odd.write({ 'kb\n/docs/a.md': '# B\n' });
		const folder = join(odd.root, 'kb\n');
		const { config } = resolveConfig(undefined, { root: folder, file: 'mainstay.yaml' });
		expect(await changesSince(folder, 'HEAD')).toMatchObject({
			top: odd.root,
			prefix: 'kb\n/',
			files: [{ path: 'kb\n/docs/a.md' }],
		});
		await expect(changesSince(folder, 'nothing')).rejects.toMatchObject({ code: 'revision-unknown' });
		expect((await readSources(config, [])).documents[0]?.vcs).toBeDefined();
		expect(codeReader(folder)('code.py', 'docs/a.md')).toBe('1\n');
		await odd.remove();
	});

	it('in a repository that git refuses to read', async () => {
		vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
		const failure = changesSince(join(repository.root, 'src'), 'HEAD');
		const hint = expect.stringContaining(`safe.directory ${repository.root}`);
		await expect(failure).rejects.toMatchObject({ code: 'repository-refused', hint });
		vi.unstubAllEnvs();
	});

	it('outside a repository', async () => {
		await expect(changesSince('/', 'HEAD')).rejects.toMatchObject({ code: 'no-repository' });
	});
});

describe('texts', () => {
	it('of both states, never from outside', async () => {
		repository.git('mv', 'src/moved.py', 'src/new.py');
		await symlink('/etc/hostname', join(repository.root, 'src/link.py'));
		const changes = await changesSince(repository.root, 'HEAD');
		const texts = changeTexts(changes);
		expect(texts.before('src/new.py')).toBe('x\n'.repeat(20));
		expect(texts.now('src/a.py')).toBe('one\ntwo\nthree\nfour\n');
		expect(texts.now('src/link.py')).toBeUndefined();
		expect(texts.now('../../etc/passwd')).toBeUndefined();
		expect(texts.now('src/data.bin')).toBeUndefined();
	});

	it('by the path that a document writes', async () => {
		await repository.write({ 'kb/docs/a.md': '# A\n', 'kb/own.py': 'own\n' });
		const read = codeReader(join(repository.root, 'kb'));
		const found = ['own.py', 'src/gone.py', '../../src/gone.py', '../own.py', '../../../x', 'nothing.py'].map(
			(path) => read(path, 'docs/a.md'),
		);
		expect(found).toEqual(['own\n', 'gone\n', 'gone\n', 'own\n', undefined, undefined]);
	});

	it('by the folders that a path goes through, of the project and of the repository', async () => {
		await repository.write({ 'kb/docs/a.md': '# A\n', 'kb/lib/own.py': 'own\n' });
		const root = join(repository.root, 'kb');
		const read = codeReader(root);
		expect(read.list('lib')).toEqual(['own.py']);
		expect(read.list('')).toEqual(expect.arrayContaining(['docs/', 'kb/', 'src/']));
		expect(read.list('nowhere')).toBeUndefined();
		expect(read.list('../..')).toBeUndefined();
		expect(isCodeUnchanged(root, read.inputs())).toBe(true);
		await repository.write({ 'kb/lib/other.py': 'other\n' });
		expect(isCodeUnchanged(root, read.inputs())).toBe(false);
	});
});

it('lines of a hunk never count as heads of files', () => {
	const patch = [
		'diff --git a/a.sql b/a.sql',
		'index 1..2 100644',
		'--- a/a.sql',
		'+++ b/a.sql',
		'@@ -1,2 +1,1 @@',
		'--- a comment that was taken away',
		'-diff --git a/x b/x',
		'+++ b/not-a-file',
		'\\ No newline at end of file',
		'@@ -9,0 +9 @@',
		'+new',
		'',
	].join('\n');
	expect(readPatch(patch)).toEqual([
		{
			path: 'a.sql',
			status: 'modified',
			lines: [
				{ first: 1, last: 1 },
				{ first: 9, last: 9 },
			],
			oldLines: [{ first: 1, last: 2 }],
			content: true,
		},
	]);
});
