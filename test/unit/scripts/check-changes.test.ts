import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../scripts/cli.ts';
import { run } from '../../e2e/built-site.ts';
import { type TestRepository, testRepository } from '../sources/repository.ts';

const NOTE = `---
id: DN-SAL-0001
kind: dev-note
title: Credit hold
owner: developer
wricef: enhancement
objects: [{type: Python function, name: app.hold.decide}]
technique: exit
code: [{path: app/hold.py}, {path: "web/**", repo: web-shop}]
standardGap: g
upgrade: {risk: low, lastAdapted: v15}
tests: [app/test_hold.py]
related: [DN-SAL-0001]
---

## How it works

\`\`\`python file=app/hold.py region=decide
def decide():
    return 1
\`\`\`
`;
const CODE = '# mainstay:begin decide\ndef decide():\n    return 1\n# mainstay:end decide\n';

let repository: TestRepository;
let kb: string;

beforeEach(async () => {
	repository = await testRepository();
	kb = join(repository.root, 'kb');
	await repository.commit('one', {
		'.gitignore': '.mainstay/\n',
		'app/hold.py': CODE,
		'kb/mainstay.yaml': 'title: T\nlanguages: [en]\n',
		'kb/docs/index.md': '# Start\n\n[note](hold.md) [broken](gone.md)\n',
		'kb/docs/hold.md': NOTE,
	});
});
afterEach(() => repository.remove());

describe('check --since', () => {
	it('is silent about what the change cannot have made', async () => {
		expect((await run(['check'], kb)).stdout).toContain('MS201');
		const clean = await run(['check', '--since', 'main'], kb);
		expect(clean.stdout).not.toContain('MS201');
		expect(clean.code).toBe(0);
		expect(clean.stderr).toContain('Looked at 0 changed files since main');
		expect(clean.stderr).toContain('Not looked at: code in web-shop (DN-SAL-0001)');
	});

	it('finds code without its note, and the block that no longer shows it', async () => {
		await repository.write({ 'app/hold.py': CODE.replace('1', '2') });
		const { code, stdout } = await run(['check', '--since', 'main', '--format', 'json'], kb);
		expect(code).toBe(1);
		const { diagnostics, since } = JSON.parse(stdout) as {
			diagnostics: { code: string; file: string; range: { start: { line: number } } }[];
			since: object;
		};
		expect(diagnostics.map(({ code, file, range }) => `${code} ${file}:${range.start.line}`)).toEqual([
			'MS560 ../app/hold.py:3',
			'MS565 docs/hold.md:12',
			'MS570 docs/hold.md:20',
		]);
		expect(since).toMatchObject({ revision: 'main', files: 1, code: 1, notes: 1, whole: false });
	});

	it('finds files of the change that cannot be read as documents', async () => {
		await writeFile(join(kb, 'docs/gbk.md'), Buffer.from([0xd5, 0xe2, 0xca, 0xc7]));
		await symlink('hold.md', join(kb, 'docs/link.md'));
		const { code, stdout } = await run(['check', '--since', 'main'], kb);
		expect(code).toBe(1);
		expect(stdout).toContain('docs/gbk.md:1:1  error  MS601');
		expect(stdout).toContain('docs/link.md:1:1  error  MS603');
	});

	it('lets a waiver pass and reports it', async () => {
		await repository.commit('tidy\n\nDocs-Waiver: DN-SAL-0001 white space of the formatter', {
			'app/hold.py': CODE.replace('\n# mainstay:end', '\n\n\n# x\n# mainstay:end').replace('# x', '#  x'),
			'kb/docs/hold.md': NOTE,
		});
		const { stderr, stdout } = await run(['check', '--since', 'HEAD~1'], kb);
		expect(stdout).not.toContain('MS560');
		expect(stdout).toContain('MS563');
		expect(stderr).toMatch(/Waived: DN-SAL-0001 \([0-9a-f]+\): white space of the formatter/);
	});

	it.each([
		[['check', '--since', 'mian'], 'Did you mean main?'],
		[['check', '--since', 'main', '--format', 'sarfi'], 'Did you mean sarif?'],
		[['impact', 'v15', 'v15', '--format', 'markdwn'], 'Did you mean markdown?'],
	])('%j: one clear line, exit 2', async (argv, text) => {
		const result = await run(argv, kb);
		expect(result).toMatchObject({ code: 2, stdout: '' });
		expect(result.stderr).toContain(text);
		expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
	});

	it('outside a repository says so', async () => {
		await repository.write({ 'bare/docs/a.md': '# A\n' });
		const result = await run(['check', '/tmp', '--since', 'main'], '/');
		expect(result.code).toBe(2);
		expect(result.stderr).toContain('is not in a git repository');
	});
});

describe('impact', () => {
	it.each([
		['app/hold.py', 'covers app/hold.py'],
		['../app/hold.py', 'covers app/hold.py'],
		['../app', 'covers app/hold.py'],
		['../app/', 'covers app/hold.py'],
		['../app/*.py', 'covers app/hold.py'],
		['../{app,lib}/**', 'covers app/hold.py'],
		['app.hold', 'names app.hold'],
		['dn-sal-0001', 'named itself'],
		['v16', 'not adapted to v16'],
		['HEAD~1..HEAD', 'covers app/hold.py'],
		['HEAD~1', 'covers app/hold.py'],
	])('of %s', async (word, cause) => {
		await repository.commit('two', { 'app/hold.py': CODE.replace('1', '2') });
		const { stdout, code } = await run(['impact', word], kb);
		expect(code).toBe(0);
		expect(stdout).toContain(`DN-SAL-0001  Credit hold  (${cause})`);
		expect(stdout).toContain('app/test_hold.py  (DN-SAL-0001)  docs/hold.md:12');
	});

	it('answers in JSON, and in Markdown that nothing can break out of', async () => {
		await repository.write({ 'kb/docs/hold.md': NOTE.replace('Credit hold', '"A | <b> @all [x](y)"') });
		const json = JSON.parse((await run(['impact', 'DN-SAL-0001', '--format', 'json'], kb)).stdout);
		expect(json).toMatchObject({
			schemaVersion: 1,
			words: [{ as: 'id' }],
			documents: [{ id: 'DN-SAL-0001' }],
		});
		const { stdout } = await run(['impact', 'DN-SAL-0001', '--format', 'markdown', '--locale', 'zh-CN'], kb);
		expect(stdout).toMatch(/^<!-- mainstay-impact -->\n### 本次变更的影响/);
		expect(stdout).toContain('A \\| \\<b\\> @\u200ball \\[x\\](y)');
	});

	it.each(['HEAD', 'HEAD~1', 'trunk'])('of %s where nothing is committed says so', async (word) => {
		const fresh = await testRepository();
		fresh.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
		await fresh.write({ 'docs/a.md': '# A\n' });
		const { code, stderr, stdout } = await run(['impact', word], fresh.root);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('has no commits yet. Commit first.');
		await fresh.remove();
	});

	it('of nothing known names what is near', async () => {
		const { stdout } = await run(['impact', 'app.hold.decode'], kb);
		expect(stdout).toContain('Did you mean: app.hold.decide');
	});
});

it('check --watch checks again after a save, clears only a terminal, and ends when it is told', async () => {
	for (const isTTY of [true, false]) {
		const stop = new AbortController();
		let out = '';
		const ended = main(['check', '--watch'], {
			cwd: kb,
			env: { LANG: 'C', CI: 'true', NO_COLOR: '1' },
			stdout: { write: (text) => (out += text), isTTY },
			stderr: { write: (text) => (out += text) },
			signal: stop.signal,
		});
		const until = async (pattern: RegExp): Promise<void> => {
			while (!pattern.test(out)) await new Promise((done) => setTimeout(done, 20));
		};
		await until(/1 error/);
		out = '';
		const index = join(kb, 'docs/index.md');
		await writeFile(index, '# Start\n\n[note](hold.md)\n');
		await until(/no problems|0 errors/);
		expect(out.startsWith('\u001b[2J')).toBe(isTTY);
		await writeFile(index, '# Start\n\n[note](hold.md) [broken](gone.md)\n');
		await until(/1 error/);
		stop.abort();
		expect(await ended).toBe(0);
	}
});
