import { chmod, mkdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../e2e/built-site.ts';
import { type TestRepository, testRepository } from '../sources/repository.ts';

const PICTURE = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const LOG = `---
id: LOG-IT-0001
kind: system-log
title: 授权
owner: it
logType: permission
date: 2026-01-01
system: erp
requestedBy: a
executedBy: b
approvedBy: c
reason: r
permission: {action: add, subject: x, to: y, validTo: 2026-12-31}
outcome: success
---

文字。
`;
const FILES = {
	'.gitignore': '.mainstay/\n',
	'app/hold.py': '# mainstay:begin decide\ndef decide():\n    return 1\n# mainstay:end decide\n',
	'kb/mainstay.yaml': 'title: T\nlanguages: [en, zh-CN]\n',
	'kb/docs/index.md':
		'# Start\n\n[log](logs/授权.md) [gone](gone.md) ![p](p.png)\n\n```python file=app/hold.py region=decide\ndef decide():\n    return 1\n```\n',
	'kb/docs/logs/授权.md': LOG,
	'kb/docs/data.csv': 'a,b\n',
};

let repository: TestRepository;
let kb: string;
let store: string;

beforeAll(async () => {
	repository = await testRepository();
	kb = join(repository.root, 'kb');
	store = join(kb, '.mainstay/cache/check.json');
	await repository.commit('one', FILES);
	await writeFile(join(kb, 'docs/p.png'), PICTURE);
});
afterAll(() => repository.remove());

async function report(...args: string[]): Promise<string> {
	const { stdout } = await run(['check', '--format', 'json', '--date', '2026-06-01', ...args], kb);
	return stdout.replace(/"durationMs": ?\d+|^(<testsuites .*) time=.*/m, '$1');
}

/** Files that were written this very moment are not trusted yet. */
async function age(): Promise<void> {
	const old = new Date(Date.now() - 60_000);
	for (const path of Object.keys(FILES)) {
		await utimes(join(repository.root, path), old, old).catch(() => {});
	}
	await new Promise((next) => setTimeout(next, 30));
}

/** Whether the next check is answered from the store: a mark put into what is stored then shows. */
async function isAnswered(): Promise<boolean> {
	const [head, result = ''] = (await readFile(store, 'utf8')).split('\n');
	await writeFile(store, `${head}\n${result.replaceAll('"suppressed":0', '"suppressed":77')}\n`);
	const marked = (await report()).includes('77');
	await writeFile(store, `${head}\n${result}\n`);
	return marked;
}

describe('a check of what was checked before', () => {
	it('is answered without looking into the documents, in both languages and every format', async () => {
		await age();
		const first = await report();
		expect(first).toContain('MS201');
		expect(await isAnswered()).toBe(true);
		expect(await report()).toBe(first);
		for (const style of [
			['--locale', 'zh-CN'],
			['--format', 'sarif'],
			['--format', 'github'],
			['--format', 'gitlab'],
			['--format', 'junit'],
		]) {
			expect(await report(...style)).toBe(await report('--no-cache', ...style));
		}
	});

	it('is answered though a file was touched, or written anew with the same text', async () => {
		await age();
		await report();
		await writeFile(join(kb, 'docs/index.md'), FILES['kb/docs/index.md']);
		expect(await isAnswered()).toBe(true);
	});

	const write = (path: string, text: string | Buffer) => () => writeFile(join(repository.root, path), text);
	const changes: readonly [string, () => Promise<unknown>][] = [
		['a document', write('kb/docs/index.md', FILES['kb/docs/index.md'].replace('gone.md', 'none.md'))],
		['a document, back to what it was', write('kb/docs/index.md', FILES['kb/docs/index.md'])],
		['a document of the same size and time', sameSizeAndTime],
		['a new document', write('kb/docs/gone.md', '# Gone\n')],
		['a document taken away', () => rm(join(kb, 'docs/gone.md'))],
		['an asset taken away', () => rm(join(kb, 'docs/p.png'))],
		['an asset that is no picture', write('kb/docs/p.png', 'text')],
		['an asset that is one', write('kb/docs/p.png', PICTURE)],
		['a commit', () => repository.commit('two')],
		['a new folder', () => mkdir(join(kb, 'docs/空'))],
		['a name of another letter case', () => rename(join(kb, 'docs/data.csv'), join(kb, 'docs/Data.csv'))],
		['a symbolic link', () => symlink('index.md', join(kb, 'docs/link.md'))],
		['the settings', write('kb/mainstay.yaml', 'title: T\nlanguages: [en]\nrules: {asset-missing: off}\n')],
		[
			'settings with a fault',
			write('kb/mainstay.yaml', 'title: T\nlanguages: [en]\nsources: [{path: away}]\n'),
		],
		['the settings again', write('kb/mainstay.yaml', FILES['kb/mainstay.yaml'])],
		['the code that a document shows', write('app/hold.py', FILES['app/hold.py'].replace('1', '2'))],
		['code taken away', () => rm(join(repository.root, 'app/hold.py'))],
		['code that stands nearer', () => repository.write({ 'kb/app/hold.py': FILES['app/hold.py'] })],
		['no settings', () => rm(join(kb, 'mainstay.yaml'))],
	];

	async function sameSizeAndTime(): Promise<void> {
		const path = join(kb, 'docs/index.md');
		const { atime, mtime } = await stat(path);
		await writeFile(path, FILES['kb/docs/index.md'].replace('gone.md', 'away.md'));
		await utimes(path, atime, mtime);
	}

	it('is made anew whenever anything else has changed', async () => {
		for (const [what, change] of changes) {
			await change();
			const warm = await report();
			expect(warm, what).toBe(await report('--no-cache'));
			expect(await report(), `${what}, once more`).toBe(warm);
		}
	});

	it('of a change alone gives what a check of the change without any store gives', async () => {
		const text = `# 一\n\n${Array.from({ length: 60 }, (_, index) => `第 ${index} 步核对余额与凭证。`).join('')}\n`;
		await repository.commit('pages', {
			'kb/docs/一.md': text,
			'kb/docs/二.md': text.replace('# 一', '# 二').replace('第 7 步', '第七步'),
			'kb/docs/三.md': '# 三\n\n[一](一.md)\n\n```mermaid\nflowchart LR\n  a --> b\n```\n',
		});
		await rm(store, { force: true });
		for (const changed of ['kb/docs/一.md', 'kb/docs/三.md', 'kb/docs/index.md']) {
			const path = join(repository.root, changed);
			await writeFile(path, `${await readFile(path, 'utf8')}\n[gone](away.md)\n`);
			const wanted = await report('--no-cache', '--since', 'HEAD');
			expect(wanted).toContain('away.md');
			expect(await report('--since', 'HEAD'), changed).toBe(wanted);
			expect(await report('--since', 'HEAD'), `${changed}, once more`).toBe(wanted);
			expect(await report(), 'the whole').toBe(await report('--no-cache'));
		}
	});

	it('depends on the day', async () => {
		await report();
		const late = await report('--date', '2027-03-01');
		expect(late).toBe(await report('--no-cache', '--date', '2027-03-01'));
		expect(late).not.toBe(await report());
	});

	it('survives a store that is damaged, cut off or foreign', async () => {
		const wanted = await report('--no-cache');
		for (const text of ['', '{', '{}\n{}', '[]\n', `${(await readFile(store, 'utf8')).slice(0, 500)}`]) {
			await report();
			await writeFile(store, text);
			expect(await report()).toBe(wanted);
		}
	});

	it('notices a document that can no longer be read', async () => {
		const path = join(kb, 'docs/index.md');
		await report();
		await chmod(path, 0o000);
		const warm = await report();
		expect(warm).toBe(await report('--no-cache'));
		await chmod(path, 0o644);
		expect(await report()).toBe(await report('--no-cache'));
	});
});
