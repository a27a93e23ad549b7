import { execFileSync } from 'node:child_process';
import {
	chmod,
	link,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../../scripts/cli.ts';

const GUIDE = `---
title: Stock # the one
---

# Stock

[start](../index.md "Back"), [self](stock.md#count), ![shelf](img/shelf.png)
[by address](../../runbooks/cut/), [kb](kb:RB-INV-0001), [page](kb:page:guides/stock#count)
<a class="x" href='../index.md'>html</a> and \`[code](../index.md)\`

## Count

[out]: <../runbooks/cut.md#diagnosis> 'T'
See [out] and [gone](nowhere.md).
`;

const FILES: Readonly<Record<string, string>> = {
	'mainstay.yaml': 'title: Test\nlanguages: [en, zh-CN]\nkinds: {"runbooks/**": runbook}\n',
	'docs/index.md':
		'# Start\r\n\r\n[a](./guides/stock.md#count "T") [b](guides/stock) [c](/guides/stock.md) [d](guides/stock.html)\r\n![](<guides/img/shelf.png>) [e](guides/stock.md?x=1#count)',
	'docs/guides/stock.md': GUIDE,
	'docs/guides/stock.zh-CN.md': '# 库存\n\n## Count\n\n[首页](../index.md)\n',
	'docs/guides/img/shelf.png': '\u0089PNG',
	'docs/guides/other one.md': '# Other\n\n[x](stock.md) [y](img/shelf.png)\n',
	'docs/runbooks/cut.md': `---
id: RB-INV-0001
title: Power cut
summary: What to do.
owner: keeper
exceptionClass: user-operation
symptoms: [dark]
severity: S2
modules: [inventory]
---

## Diagnosis

Look into [the stock](../guides/stock.md) and [the other](../guides/other%20one.md).
`,
};

let root: string;

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text, text.startsWith('\u0089') ? 'latin1' : 'utf8');
}

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-mv-'));
	for (const [path, text] of Object.entries(FILES)) await put(path, text);
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
	let out = '';
	let err = '';
	const code = await main([...argv, ...(argv[0] === 'check' ? [] : []), '--date', '2026-11-22'], {
		cwd: root,
		env: { LANG: 'C', CI: 'true' },
		stdout: { write: (text) => (out += text) },
		stderr: { write: (text) => (err += text) },
	});
	return { code, out, err };
}

async function read(path: string): Promise<string> {
	return readFile(join(root, path), 'utf8');
}

/** Every file with its bytes, our own folder aside. */
async function tree(): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const path of (await readdir(root, { recursive: true })).sort()) {
		if (path.startsWith('.')) continue;
		if ((await stat(join(root, path))).isFile()) found[path] = await readFile(join(root, path), 'latin1');
	}
	return found;
}

async function codes(): Promise<string[]> {
	const { out } = await run('check', '--format', 'json');
	return (JSON.parse(out).diagnostics as { code: string }[]).map(({ code }) => code).sort();
}

describe('mainstay mv', () => {
	test('a document: links in both directions, in their manner; its languages; the redirect', async () => {
		const before = await codes();
		const { code, out } = await run('mv', 'docs/guides/stock.md', 'docs/handbook/deep/inventory.md');
		expect(code).toBe(0);
		expect(out).toContain('docs/guides/stock.zh-CN.md → docs/handbook/deep/inventory.zh-CN.md\n');
		expect(await read('docs/index.md')).toBe(
			'# Start\r\n\r\n[a](./handbook/deep/inventory.md#count "T") [b](handbook/deep/inventory) [c](/handbook/deep/inventory.md) [d](handbook/deep/inventory.html)\r\n![](<guides/img/shelf.png>) [e](handbook/deep/inventory.md?x=1#count)',
		);
		expect(await read('docs/handbook/deep/inventory.md')).toBe(
			GUIDE.replace('# the one\n', '# the one\nredirectFrom:\n  - /docs/guides/stock/\n')
				.replace('](../index.md "Back")', '](../../index.md "Back")')
				.replace('[self](stock.md#count)', '[self](inventory.md#count)')
				.replace('img/shelf.png', '../../guides/img/shelf.png')
				.replace('../../runbooks/cut/', '../../../runbooks/cut/')
				.replace('kb:page:guides/stock', 'kb:page:handbook/deep/inventory')
				.replace("'../index.md'", "'../../index.md'")
				.replace('<../runbooks/cut.md', '<../../runbooks/cut.md')
				.replace('](nowhere.md)', '](../../guides/nowhere.md)'),
		);
		expect(await read('docs/handbook/deep/inventory.zh-CN.md')).toBe(
			'---\nredirectFrom: [/zh-CN/docs/guides/stock/]\n---\n\n# 库存\n\n## Count\n\n[首页](../../index.md)\n',
		);
		expect(await codes()).toEqual(before);
	});

	test('there and back leaves identical bytes: a document, a folder, a runbook', async () => {
		const before = await tree();
		for (const [here, there] of [
			['docs/guides/stock.md', 'docs/a/b/c.md'],
			['docs/guides', 'docs/more/guides'],
			['docs/runbooks/cut.md', 'docs/runbooks/power/cut.md'],
			['docs/guides/other one.md', 'docs/other-one.md'],
			['docs/guides/img', 'docs/pictures'],
		] as const) {
			expect(await run('mv', here, there)).toMatchObject({ code: 0 });
			expect(await tree()).not.toEqual(before);
			expect(await run('mv', there, here)).toMatchObject({ code: 0 });
			expect(await tree()).toEqual(before);
		}
	});

	test('a folder: what lies in it stays as near as it was', async () => {
		const before = await codes();
		expect(await run('mv', 'docs/guides', 'docs/handbook')).toMatchObject({ code: 0 });
		expect(await read('docs/handbook/other one.md')).toContain('[x](stock.md) [y](img/shelf.png)\n');
		expect(await read('docs/index.md')).toContain('![](<handbook/img/shelf.png>)');
		expect(await read('docs/runbooks/cut.md')).toContain('](../handbook/other%20one.md)');
		expect(await codes()).toEqual(before);
	});

	test('the four kinds keep their address, by id; a folder takes the file in; the mode stays', async () => {
		await mkdir(join(root, 'docs/runbooks/power'));
		await chmod(join(root, 'docs/index.md'), 0o640);
		expect(await run('mv', 'rb-inv-0001', 'docs/runbooks/power')).toMatchObject({ code: 0 });
		const text = await read('docs/runbooks/power/cut.md');
		expect(text).not.toContain('redirectFrom');
		expect(text).toContain('](../../guides/stock.md)');
		await run('mv', 'docs/guides', 'docs/handbook');
		expect((await stat(join(root, 'docs/index.md'))).mode & 0o777).toBe(0o640);
	});

	test('definitions that nothing uses, and imports of trusted MDX', async () => {
		await put('mainstay.yaml', 'languages: [en]\nmdx: {trusted: ["docs/**"]}\n');
		await put('docs/guides/panel.js', 'export const panel = 1;\n');
		await put('docs/guides/style.css', 'a {}\n');
		const MDX = [
			"import { panel } from './panel.js';",
			"import './style.css'",
			"import React from 'react';",
			"export * from '../other.js';",
			'',
			'# Live',
			'',
			'[later]: <other one.md#x> "T"',
			'',
		].join('\n');
		await put('docs/guides/live.mdx', MDX);
		await put('docs/other.js', 'export const other = 1;\n');
		await put('docs/spare.md', '# Spare\n\n[unused]: guides/stock.md\n> [quoted]: <guides/other one.md>\n');
		expect((await run('mv', 'docs/guides/live.mdx', 'docs/live.mdx')).err).toBe('');
		expect(await read('docs/live.mdx')).toContain(
			[
				"import { panel } from './guides/panel.js';",
				"import './guides/style.css'",
				"import React from 'react';",
				"export * from './other.js';",
			].join('\n'),
		);
		expect(await read('docs/live.mdx')).toContain('[later]: <guides/other one.md#x> "T"');
		expect((await run('mv', 'docs/guides', 'docs/hand book')).err).toBe('');
		expect(await read('docs/spare.md')).toBe(
			'# Spare\n\n[unused]: hand%20book/stock.md\n> [quoted]: <hand book/other one.md>\n',
		);
		expect(await read('docs/live.mdx')).toContain("import { panel } from './hand book/panel.js';");
	});

	test('--dry-run touches nothing and shows a diff that git applies', async () => {
		execFileSync('git', ['init', '-q'], { cwd: root });
		const before = await tree();
		const { code, out, err } = await run('mv', 'docs/guides', 'docs/handbook', '--dry-run');
		expect(code).toBe(0);
		expect(err).toContain('No file was touched.');
		expect(await tree()).toEqual(before);
		execFileSync('git', ['apply', '-'], { cwd: root, input: out });
		const applied = await tree();
		execFileSync('git', ['apply', '-R', '-'], { cwd: root, input: out });
		await run('mv', 'docs/guides', 'docs/handbook');
		expect(applied).toEqual(await tree());
	});

	test('refuses what would lose the kind, names the pattern, and moves with --force', async () => {
		const refused = await run('mv', 'docs/runbooks/cut.md', 'docs/cut.md');
		expect(refused).toMatchObject({ code: 1, out: '' });
		expect(refused.err).toContain('Add `kind:` (runbook)');
		expect(refused.err).toContain('mainstay.yaml:3');
		expect((await run('mv', 'docs/runbooks/cut.md', 'docs/cut.md', '--force')).code).toBe(0);
		expect(await read('docs/cut.md')).toContain('RB-INV-0001');
	});

	test('lists what would newly break and nothing else, each once', async () => {
		await put(
			'docs/b.md',
			'# Same\n\n[gone](none.md) [odd](guides/sub/a&#46;md) [odd gone](guides/x&#46;md)\n',
		);
		const odd = '[here](../../index&#46;md) [gone](..&#47;gone.md) [gone too](gone.md) [no](#nope)';
		await put('docs/guides/sub/a.md', `# Same\n\n${odd}\n\n[unused]: ..&#47;gone.md\n`);
		const refused = await run('mv', 'docs/guides/sub/a.md', 'docs/z/y/x/a.md');
		expect(refused.code).toBe(1);
		expect(refused.err.trimEnd().split('\n').slice(1)).toEqual([
			'  docs/b.md:3:23  guides/sub/a.md  cannot be rewritten; change it by hand',
			'  docs/guides/sub/a.md:3:8  ../../index.md  cannot be rewritten; change it by hand',
		]);
		await put('docs/b.md', '# Same\n\n[gone](none.md)\n');
		await put('docs/guides/sub/a.md', '# Same\n\n[gone](..&#47;gone.md) [gone too](gone.md)\n');
		expect(await run('mv', 'docs/guides/sub/a.md', 'docs/z/y/x/a.md')).toMatchObject({ code: 0, err: '' });
	});

	test('names of files command no terminal and end no line', async () => {
		const { code, out } = await run('mv', 'docs/guides/other one.md', 'docs/o\u001b[31m\nne.md');
		expect(code).toBe(0);
		expect(out.split('\n')[0]).toBe('docs/guides/other one.md → docs/o [31m ne.md');
	});

	test('a path may lead through a link to the root', async () => {
		const linked = `${root}-link`;
		await symlink(root, linked);
		expect(await run('mv', `${linked}/docs/index.md`, `${linked}/docs/in/`)).toMatchObject({ code: 0 });
		expect(await read('docs/in/index.md')).toContain('# Start');
		await rm(linked);
	});

	test('refuses two pages at one address', async () => {
		await put('docs/guides/taken/index.md', '# Taken\n');
		const refused = await run('mv', 'docs/guides/stock.md', 'docs/guides/taken.md', '--locale', 'zh-CN');
		expect(refused.code).toBe(1);
		expect(refused.err).toContain('没有移动');
	});

	test.each([
		[['docs/none.md', 'docs/a.md'], 'There is no docs/none.md'],
		[['docs/guides/stok.md', 'docs/a.md'], 'Did you mean docs/guides/stock.md?'],
		[['docs/guides/stock.md', 'docs/index.md'], 'exists already'],
		[['docs/guides/stock.md', 'docs/guides/stock.md'], 'lies there already'],
		[['docs/guides/stock.md', 'other/stock.md'], 'outside the documents'],
		[['docs/guides/stock.md', '../stock.md'], 'outside the documents'],
		[['docs/guides/stock.md', 'docs/stock'], 'Write docs/stock.md'],
		[['docs/guides', 'docs/guides/more/guides'], 'into itself'],
		[['docs', 'documents'], 'holds the documents folder'],
		[['docs/guides', 'docs/.hidden'], 'Nothing below .hidden'],
		[['docs/guides/stock.md', 'docs/link/stock.md'], 'no folder'],
		[['docs/guides/stock.md', `docs/${'名'.repeat(85)}.md`], 'has 258 bytes'],
		[['docs/guides/stock.md', 'docs/hard.md'], 'exists already'],
		[[tmpdir(), 'docs/a.md'], 'outside the documents'],
		[['docs/no\u001b[31m\nne.md', 'docs/a.md'], 'There is no docs/no [31m ne.md.'],
		[['docs/guides/stock.md'], 'An argument is missing'],
		[['', 'docs/a.md'], 'An argument is empty'],
		[['docs/guides/stock.md', ''], 'An argument is empty'],
		[['mainstay.yaml', 'docs/x.md'], 'no document'],
	])('%j is refused in one line', async (argv, words) => {
		await symlink(tmpdir(), join(root, 'docs/link'));
		await link(join(root, 'docs/guides/stock.md'), join(root, 'docs/hard.md'));
		const before = Object.keys(FILES).length;
		const refused = await run('mv', ...argv);
		expect(refused).toMatchObject({ code: 2, out: '' });
		expect(refused.err).toContain(words);
		expect(refused.err.trimEnd().split('\n')).toHaveLength(1);
		expect(Object.keys(FILES).length).toBe(before);
	});
});

describe('mainstay rm', () => {
	test('refuses while something refers to it, and lists where', async () => {
		const refused = await run('rm', 'docs/guides/other one.md');
		expect(refused).toMatchObject({ code: 1, out: '' });
		expect(refused.err).toContain('docs/runbooks/cut.md:14:59  ../guides/other%20one.md');
		expect(refused.err).toContain('status: retired');
		expect(await read('docs/guides/other one.md')).toContain('# Other');
	});

	test('an id in all its languages; what hangs on it is told with --force', async () => {
		const dry = await run('rm', 'RB-INV-0001', '--force', '--dry-run');
		expect(dry).toMatchObject({ code: 0, out: 'would remove docs/runbooks/cut.md\n' });
		expect(dry.err).toContain('would then lead nowhere');
		const done = await run('rm', 'RB-INV-0001', '--force', '--locale', 'zh-CN');
		expect(done).toMatchObject({ code: 0, out: '已删除 docs/runbooks/cut.md\n' });
		expect(done.err).toContain('docs/guides/stock.md:8:');
		expect(await readdir(join(root, 'docs/runbooks'))).toEqual([]);
	});

	test('one language of two may go, and what nobody names', async () => {
		expect(await run('rm', 'docs/guides/stock.zh-CN.md')).toMatchObject({ code: 0 });
		await put('docs/alone.md', '# Alone\n\n[x](index.md)\n');
		expect(await run('rm', 'docs/alone.md')).toMatchObject({ code: 0, out: 'removed docs/alone.md\n' });
	});

	test.each([
		[['RB-INV-0002'], 'Did you mean RB-INV-0001?'],
		[['docs/guides'], 'is a folder'],
		[[], 'An argument is missing'],
		[[''], 'An argument is empty'],
		[['mainstay.yaml'], 'can be removed'],
		[['docs'], 'removed one by one'],
	])('%j is refused in one line', async (argv, words) => {
		const refused = await run('rm', ...argv);
		expect(refused).toMatchObject({ code: 2, out: '' });
		expect(refused.err).toContain(words);
	});
});
