import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../e2e/built-site.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-cli-'));
});

afterEach(async () => {
	await rm(root, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
}

describe('the command line, used wrongly', () => {
	it.each([
		[['chekc'], 'Unknown command chekc. Did you mean check?'],
		[['check', '--fromat', 'json'], 'Did you mean --format?'],
		[['check', '-x'], 'Unknown option -x'],
		[['check', '--format', 'jsn'], 'Did you mean json?'],
		[['check', '--format'], 'needs a value'],
		[['check', '--no-cache=1'], 'takes no value'],
		[['check', '--max-warnings', '-3'], '--max-warnings'],
		[['check', 'a', 'b'], 'Unexpected argument'],
		[['check', ''], 'An argument is empty'],
		[['--locale', 'en', 'check'], 'Write it behind: mainstay check --locale'],
		[['check', '/does/not/exist'], 'There is no folder /does/not/exist'],
		[['build', '--base', 'kb'], '--base must be a path'],
		[['build', '--base', '/../'], '--base must be a path'],
		[['build', '--date', '2026-02-30'], '--date must be a day'],
		[['build', '--site', 'ftp://x'], '--site must be'],
		[['preview', '--port', '70000'], '--port must be a whole number'],
		[['new', 'runbok'], 'Did you mean runbook?'],
		[['new'], 'An argument is missing'],
		[['search', 'x', '--site', '/nowhere'], 'holds no built site'],
		[['explain', 'MS20'], 'There is no code MS20'],
	])('%j: one clear line, exit 2', async (argv, text) => {
		const result = await run(argv, root);
		expect(result.code).toBe(2);
		expect(result.stderr).toContain(text);
		expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
		expect(result.stdout).toBe('');
	});

	it.each([
		[['chekc'], {}, 'error: Unknown command chekc.'],
		[['chekc'], { LANG: 'zh_CN.UTF-8' }, '错误：没有 chekc 这个命令。'],
		[['chekc'], { LANG: 'zh_TW.UTF-8' }, '錯誤：沒有 chekc 這個命令。'],
		[['chekc'], { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_HK' }, '錯誤：沒有 chekc 這個命令。'],
		[['check', '--fromat', '--locale', 'zh-Hant'], {}, '錯誤：沒有 --fromat 這個選項。'],
		[['check', '数据', '--locale=zh'], {}, '错误：没有'],
		[['check', '--locale', 'fr'], {}, 'error: --locale cannot be “fr”.'],
		[['check', '数据', '--locale', 'zh', '--locale=en'], {}, 'error: There is no folder'],
	])('%j in %j: said in the language of the reader', async (argv, env, text) => {
		const result = await run(argv, root, env);
		expect(result.code).toBe(2);
		expect(result.stderr).toContain(text);
	});

	it('a file instead of a folder, and a folder without documents', async () => {
		await put('file.md', '# x');
		await mkdir(join(root, 'empty'));
		expect(await run(['check', join(root, 'file.md')], root)).toMatchObject({ code: 2 });
		const empty = await run(['check', join(root, 'empty')], root);
		expect(empty.code).toBe(2);
		expect(empty.stderr).toContain('No documents');
		const built = await run(['build', join(root, 'empty')], root);
		expect(built).toMatchObject({ code: 2, stdout: '' });
		expect(await readdir(join(root, 'empty'))).not.toContain('dist');
	});

	it('tells how it is used', async () => {
		for (const argv of [['--help'], ['check', '--help'], ['build', '--help'], ['new', '--help']]) {
			const result = await run(argv, root);
			expect(result.code).toBe(0);
			expect(result.stdout).toContain('Usage: mainstay');
		}
		expect((await run(['check', '--help'], root, { LANG: 'zh_CN.UTF-8' })).stdout).toContain('用法');
		const help = (await run(['check', '--help'], root)).stdout;
		expect(await run(['help', 'check'], root)).toMatchObject({ code: 0, stdout: help });
		expect((await run(['--version'], root)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
		expect(await run([], root)).toMatchObject({ code: 2 });
	});
});

describe('check', () => {
	it('is 0 when clean, 1 with findings, and speaks JSON', async () => {
		await put('docs/index.md', '# Start\n\n[guide](guide.md)\n');
		await put('docs/guide.md', '# Guide\n');
		expect(await run(['check'], root)).toMatchObject({ code: 0 });
		await put('docs/index.md', '# Start\n\n[guide](gude.md)\n');
		const result = await run(['check', '--format', 'json'], root);
		expect(result.code).toBe(1);
		const report = JSON.parse(result.stdout);
		expect(report.schemaVersion).toBe(1);
		expect(report.summary).toMatchObject({ files: 2, documents: 2, errors: 1 });
		expect(report.diagnostics[0]).toMatchObject({
			code: 'MS201',
			rule: 'link-target-missing',
			severity: 'error',
			file: 'docs/index.md',
			range: { start: { line: 3, column: 9 }, end: { line: 3, column: 16 } },
		});
		expect(report.diagnostics[0].suggestions[0].value).toContain('guide.md');
		expect(typeof report.diagnostics[0].docsUrl).toBe('string');
	});

	it('counts warnings against --max-warnings', async () => {
		await put('docs/untitled.md', 'No title here.\n');
		expect((await run(['check'], root)).code).toBe(0);
		expect((await run(['check', '--max-warnings', '5'], root)).code).toBe(0);
		expect((await run(['check', '--max-warnings', '0'], root)).code).toBe(1);
	});

	it('shows the place, the cause and the nearest value to people', async () => {
		await put('docs/index.md', '# Start\n\n[guide](gude.md)\n');
		await put('docs/guide.md', '# Guide\n\n[back](index.md)\n');
		const { stdout } = await run(['check'], root);
		expect(stdout).toContain('docs/index.md:3:9  error  MS201');
		expect(stdout).toContain('^^^^^^^');
		expect(stdout).toContain('Did you mean: ');
		expect(stdout).not.toContain('\u001b[');
		expect((await run(['check', '--locale', 'zh-CN'], root)).stdout).toContain('错误');
	});

	it('takes a severity from mainstay.yaml', async () => {
		await put('mainstay.yaml', 'rules: {link-target-missing: "off"}\n');
		await put('docs/index.md', '# Start\n\n[guide](gude.md)\n');
		expect((await run(['check'], root)).code).toBe(0);
	});

	it('answers from the cache exactly what it answered without', async () => {
		await put('docs/index.md', '# Start\n\n[guide](gude.md)\n\n<script>x</script>\n');
		const strip = (text: string) => text.replace(/"durationMs": \d+/, '');
		const first = strip((await run(['check', '--format', 'json'], root)).stdout);
		const second = strip((await run(['check', '--format', 'json'], root)).stdout);
		const fresh = strip((await run(['check', '--format', 'json', '--no-cache'], root)).stdout);
		expect(second).toBe(first);
		expect(fresh).toBe(first);
	});
});

describe('build', () => {
	it('refuses on errors and leaves what was published', async () => {
		await put('mainstay.yaml', 'title: Test\n');
		await put('docs/index.md', '# Start\n\n[guide](gude.md)\n');
		await put('dist/mainstay-manifest.json', '{}');
		await put('dist/index.html', 'old');
		const result = await run(['build'], root);
		expect(result.code).toBe(1);
		expect(result.stderr).toContain('Nothing was published');
		expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toBe('old');
		expect((await readdir(root)).sort()).toEqual(['.mainstay', 'dist', 'docs', 'mainstay.yaml']);
	});

	it('never replaces a folder that it did not write', async () => {
		await put('docs/index.md', '# Start\n');
		await put('precious/thesis.txt', 'years');
		const result = await run(['build', '--out', 'precious'], root);
		expect(result.code).toBe(2);
		expect(await readFile(join(root, 'precious/thesis.txt'), 'utf8')).toBe('years');
	});
});

describe('new', () => {
	it('takes the next free id of the group and never overwrites', async () => {
		await put('docs/index.md', '# Start\n');
		const first = await run(['new', 'runbook', 'Stock mismatch', '--group', 'inv'], root);
		expect(first).toMatchObject({ code: 0, stdout: 'docs/runbooks/stock-mismatch.md\n' });
		expect(await readFile(join(root, 'docs/runbooks/stock-mismatch.md'), 'utf8')).toContain(
			'id: RB-INV-0001',
		);
		const second = await run(['new', 'runbook', '库存对不上', '--group', 'INV'], root);
		expect(second.stdout).toBe('docs/runbooks/rb-inv-0002.md\n');
		const third = await run(['new', 'runbook', 'Stock mismatch', '--group', 'INV'], root);
		expect(third.code).toBe(2);
		expect(third.stderr).toContain('exists already');
	});
});

describe('explain', () => {
	it('tells meaning, cause and cure in both languages', async () => {
		const english = await run(['explain', 'MS201'], root);
		expect(english.stdout).toContain('MS201 link-target-missing');
		expect(english.stdout).toContain('How to mend it');
		expect((await run(['explain', 'ms201', '--locale', 'zh-CN'], root)).stdout).toContain('如何修复');
		expect((await run(['explain'], root)).stdout.split('\n').length).toBeGreaterThan(40);
	});
});
