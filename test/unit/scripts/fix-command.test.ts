import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rewriteFile, rewriteFiles } from '../../../scripts/fix/files.ts';
import { run } from '../../e2e/built-site.ts';

const WRONG = '\ufeff# Start\r\n\r\n[guide](Guide.md "G")\r\n[lost](nowhere.md)';
const RIGHT = '\ufeff# Start\r\n\r\n[guide](guide.md "G")\r\n[lost](nowhere.md)';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-fix-'));
	await mkdir(join(root, 'docs'));
	await writeFile(join(root, 'docs/index.md'), WRONG);
	await writeFile(join(root, 'docs/guide.md'), '# Guide\n\n[back](index.md)\n');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const index = (): Promise<string> => readFile(join(root, 'docs/index.md'), 'utf8');

describe('mainstay check --fix', () => {
	test('mends, says what, reports what is left; mode and byte order mark stay; twice changes nothing', async () => {
		await chmod(join(root, 'docs/index.md'), 0o600);
		const first = await run(['check', '--fix'], root);
		expect(first.code).toBe(1);
		expect(first.stderr).toContain(
			'docs/index.md:3:9  MS203  Guide.md → guide.md\nMended 1 problem in 1 file.\n',
		);
		expect(first.stdout).toContain('MS201');
		expect(first.stdout).not.toContain('MS203');
		expect(await index()).toBe(RIGHT);
		expect((await stat(join(root, 'docs/index.md'))).mode & 0o777).toBe(0o600);
		expect((await readdir(join(root, 'docs'))).sort()).toEqual(['guide.md', 'index.md']);
		const second = await run(['check', '--fix', '--locale', 'zh-CN'], root);
		expect(second.stderr).toBe('没有可以安全自动修复的问题。\n');
		expect(await index()).toBe(RIGHT);
	});

	test('--dry-run shows a diff that git applies, and touches nothing', async () => {
		const { code, stdout, stderr } = await run(['check', '--fix', '--dry-run', '--locale', 'zh-CN'], root);
		expect(code).toBe(1);
		expect(stderr).toContain('可以修复 1 处，涉及 1 个文件；没有改动任何文件。');
		expect(await index()).toBe(WRONG);
		execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: root, input: stdout });
		expect(await index()).toBe(RIGHT);
	});

	test('what a killed run left goes with the next one that writes', async () => {
		const left = '.mainstay-4194305-0123456789ab.tmp';
		await writeFile(join(root, 'docs', left), 'half');
		await run(['check', '--fix', '--dry-run'], root);
		expect(await readdir(join(root, 'docs'))).toContain(left);
		const { stderr } = await run(['check', '--fix'], root);
		expect(stderr).toContain(`removed docs/${left}, which an interrupted run had left\n`);
		await writeFile(join(root, 'docs', left), 'half');
		const moved = await run(['mv', 'docs/guide.md', 'docs/help.md', '--locale', 'zh-TW'], root);
		expect(moved.stderr).toBe(`已刪除中斷的執行留下的 docs/${left}\n`);
		expect((await readdir(join(root, 'docs'))).sort()).toEqual(['help.md', 'index.md']);
	});

	test('the line ends of old Macs stay: what is mended, what is added, what mv adds', async () => {
		const file = join(root, 'docs/index.md');
		await writeFile(file, '---\rtitle: Start\r---\r\r# Start\r\r[guide](Guide.md)\r');
		expect((await run(['check', '--fix'], root)).stderr).toContain('docs/index.md:7:9  MS203');
		expect(await index()).toBe('---\rtitle: Start\r---\r\r# Start\r\r[guide](guide.md)\r');
		execFileSync('git', ['init', '-q'], { cwd: root });
		execFileSync('git', ['add', '.'], { cwd: root });
		const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
		execFileSync('git', [...author, 'commit', '-qm', 'one'], { cwd: root });
		expect(await run(['mv', 'docs/index.md', 'docs/in/start.md'], root)).toMatchObject({ code: 0 });
		expect(await readFile(join(root, 'docs/in/start.md'), 'utf8')).toBe(
			'---\rtitle: Start\rredirectFrom:\r  - /docs/\r---\r\r# Start\r\r[guide](../guide.md)\r',
		);
	});

	test('a file that a merge left undecided is left alone', async () => {
		const undecided = `<<<<<<< HEAD\n${RIGHT}\n=======\n[guide](Guide.md)\n>>>>>>> topic\n`;
		await writeFile(join(root, 'docs/both.md'), undecided);
		expect((await run(['check', '--fix'], root)).stderr).toContain('Mended 1 problem in 1 file.');
		expect(await readFile(join(root, 'docs/both.md'), 'utf8')).toBe(undecided);
	});

	test('a rule that is off is not mended', async () => {
		await writeFile(join(root, 'mainstay.yaml'), 'rules: {link-case-mismatch: "off"}\n');
		expect((await run(['check', '--fix'], root)).stderr).toContain('Nothing that can be mended');
		expect(await index()).toBe(WRONG);
	});

	test('what a rule that is off would say keeps nothing from being mended', async () => {
		const code = '\n\n```\nplain\n```\n';
		await writeFile(join(root, 'mainstay.yaml'), 'rules: {code-without-language: "off"}\n');
		await writeFile(join(root, 'docs/index.md'), WRONG + code);
		expect((await run(['check', '--fix'], root)).stderr).toContain('Mended 1 problem in 1 file.');
		expect(await index()).toBe(RIGHT + code);
	});

	test.each([
		[['check', '--dry-run'], '--dry-run needs --fix'],
		[['check', '--fix', '--watch'], 'not both'],
		[['check', '--fix=1'], 'takes no value'],
	])('%j: one clear line, exit 2', async (argv, words) => {
		const refused = await run(argv, root);
		expect(refused).toMatchObject({ code: 2, stdout: '' });
		expect(refused.stderr).toContain(words);
		expect(refused.stderr.trimEnd().split('\n')).toHaveLength(1);
	});

	test('a file that was changed meanwhile is refused', async () => {
		const path = join(root, 'docs/index.md');
		const stale = { path, name: 'docs/index.md', hash: '0'.repeat(64), text: 'x' };
		await expect(rewriteFile(stale)).rejects.toThrow('was changed');
		expect(await index()).toBe(WRONG);
	});

	test('of several files all are written or none', async () => {
		const [first, second] = [join(root, 'docs/index.md'), join(root, 'docs/guide.md')];
		const hash = createHash('sha256')
			.update(await readFile(first))
			.digest('hex');
		const files = [
			{ path: first, name: 'docs/index.md', hash, text: 'new' },
			{ path: second, name: 'docs/guide.md', hash, text: 'new' },
		];
		await expect(rewriteFiles(files)).rejects.toThrow('docs/guide.md was changed');
		expect(await index()).toBe(WRONG);
		expect((await readdir(join(root, 'docs'))).sort()).toEqual(['guide.md', 'index.md']);
	});

	test.each(['\n', '\r\n'])('code that is taken over has the line ends of its document: %j', async (end) => {
		await mkdir(join(root, 'src'));
		await writeFile(join(root, 'src/hold.py'), 'def hold():\r\n    a = 1\r\n    return a\r\n');
		const page = (code: readonly string[]) =>
			['# Hold', '', '```python file=src/hold.py', ...code, '```', '', 'So it goes.', ''].join(end);
		await writeFile(join(root, 'mainstay.yaml'), 'languages: [en]\n');
		await writeFile(join(root, 'docs/hold.md'), page(['def hold():', '    return 1']));
		expect((await run(['check', '--fix'], root)).stderr).toContain('MS570');
		expect(await readFile(join(root, 'docs/hold.md'), 'utf8')).toBe(
			page(['def hold():', '    a = 1', '    return a']),
		);
		expect((await run(['check'], root)).stdout).not.toContain('MS570');
	});
});
