import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foreignFolder } from './folder.ts';

const YES = ['init', '--yes', '--date', '2026-11-22'];
/** Without the process, whose diagram takes longest. */
const SOME = [...YES, '--kinds', 'runbook,system-log,dev-note'];
const STRICT = ['check', '--max-warnings', '0', '--date', '2026-11-22'];
const SUBSETS = ['runbook', 'system-log', 'dev-note', 'runbook,system-log,dev-note'];

describe('mainstay init', () => {
	test.each([
		['en', 'Next:', 'Operations knowledge base'],
		['zh-CN', '接下来：', '运维知识库'],
		['zh-TW', '接下來：', '維運知識庫'],
	])(
		'%s: what it writes passes the strict check, and a second time nothing changes',
		async (lang, next, title) => {
			using folder = foreignFolder();
			const flags = [...SOME, '--lang', lang, '--ci', 'github,gitlab,gitea'];
			const first = await folder.run(flags);
			expect(first).toMatchObject({ code: 0, err: '' });
			expect(first.out).toContain(next);
			expect(folder.read('mainstay.yaml')).toContain(`title: ${title}`);
			expect((await folder.run([...STRICT, '--locale', 'en'])).out).toMatch(/4 documents, no problems/);
			const before = folder.snapshot();
			const second = await folder.run(flags);
			expect(second.code).toBe(0);
			expect(second.out).not.toMatch(/written|已写入|已寫入/);
			expect(folder.snapshot()).toEqual(before);
		},
	);

	test.each(SUBSETS)('examples of %s alone hang together', async (kinds) => {
		using folder = foreignFolder();
		await folder.run([...YES, '--kinds', kinds, '--ci', 'none', '--no-editor', '--hook', 'none']);
		expect((await folder.run(STRICT)).out).toMatch(/no problems/);
	});

	test('the system’s language is taken where none is named', async () => {
		using folder = foreignFolder({ isRepository: false });
		await folder.run(['init'], { env: { LANG: 'zh_TW.UTF-8' } });
		expect(folder.read('docs/index.md')).toContain('從這裡開始');
	});

	test('a dry run shows everything and writes nothing', async () => {
		using folder = foreignFolder();
		const shown = await folder.run([...YES, '--dry-run']);
		expect(shown.code).toBe(0);
		expect(shown.out).toContain('would write  docs/runbooks/negative-stock.md');
		expect(shown.out).toContain('id: RB-INV-0001');
		expect(folder.snapshot().size).toBe(0);
		expect(existsSync(join(folder.path, 'docs'))).toBe(false);
	});

	test('pages in docs/ are left alone, and the knowledge base is beside them', async () => {
		using folder = foreignFolder();
		folder.put({ 'docs/arch.md': '# Arch\n\n[gone](missing.md)\n', 'src/a.ts': 'export {};\n' });
		const { out } = await folder.run(SOME);
		expect(out).toContain('docs/ holds 1 Markdown file of your own and was left alone');
		expect(folder.read('mainstay.yaml')).toContain('docs: kb\n');
		expect((await folder.run(STRICT)).out).toMatch(/4 documents, no problems/);
		expect(folder.read('docs/arch.md')).toBe('# Arch\n\n[gone](missing.md)\n');
		expect((await folder.run([...YES, '--dir', 'docs'])).out).toContain('--dir changes nothing');
	});

	test('with --dir docs they become pages, and their owner is told what the check finds', async () => {
		using folder = foreignFolder();
		folder.put({
			'docs/arch.md': '# Arch\n\n[gone](missing.md)\n',
			'docs/runbooks/restart.md': '# Restart\n\nSee [Arch](../arch.md).\n',
		});
		const { code, out } = await folder.run([...SOME, '--dir', 'docs']);
		expect(code).toBe(0);
		expect(out).toContain('1 error and 0 warnings');
		folder.git('add', '--all');
		folder.git('commit', '--quiet', '--no-verify', '--message', 'before');
		// What was wrong before does not stop a commit of something else.
		folder.put({ 'docs/index.md': folder.read('docs/index.md').replace('Everything', 'All') });
		folder.git('commit', '--quiet', '--all', '--message', 'docs');
	});

	test('documents of another knowledge base get settings that forbid none of their keys, and no examples', async () => {
		using folder = foreignFolder();
		folder.put({ 'docs/a.md': '---\nkind: runbook\nowner: anyone\nmodules: [ours]\n---\n# A\n' });
		const { out } = await folder.run(YES);
		expect(out).toContain('docs holds 1 Markdown file already');
		expect(folder.read('mainstay.yaml')).not.toMatch(/^(?:roles|modules|systems):/m);
		expect(existsSync(join(folder.path, 'docs/index.md'))).toBe(false);
	});

	test('a dist folder of something else is neither ignored nor built into', async () => {
		using folder = foreignFolder();
		folder.put({ 'dist/app.js': '' });
		const { out } = await folder.run(YES);
		expect(out).toContain('mainstay build --out site');
		expect(folder.read('.gitignore')).toBe('.mainstay/\n');
	});

	test.each([
		['file:../mainstay-1.0.0.tgz', true],
		['file:vendor/mainstay-1.0.0.tgz', false],
		['^1.0.0', false],
	])('whether a pipeline reaches %s is told: %s', async (spec, isTold) => {
		using folder = foreignFolder();
		folder.put({ 'package.json': JSON.stringify({ devDependencies: { mainstay: spec } }) });
		const { out } = await folder.run(YES);
		expect(out.includes('outside the repository')).toBe(isTold);
		expect(out).toContain('npx mainstay check');
		expect(out).not.toContain('Name Mainstay in package.json');
	});

	test('settings that are there decide, and no example comes back', async () => {
		using folder = foreignFolder();
		folder.put({ 'mainstay.yml': 'docs: 文档\nlanguages: [zh-CN]\n', '文档/a.md': '# 甲\n' });
		const { out } = await folder.run(YES);
		expect(out).toContain('保留  mainstay.yml');
		expect(existsSync(join(folder.path, 'mainstay.yaml'))).toBe(false);
		expect(existsSync(join(folder.path, 'docs'))).toBe(false);
	});

	test('a project below the top: paths, pipelines and hook know where it is', async () => {
		using folder = foreignFolder();
		folder.put({
			'package.json': '{"devDependencies": {"mainstay": "^1.0.0"}}',
			'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
			'erp/知识 库/notes.txt': '',
		});
		folder.git('remote', 'add', 'origin', 'ssh://git@gitea.example.com:2222/erp/custom.git');
		const { out } = await folder.run(SOME, { below: 'erp/知识 库' });
		expect(out).toContain('pnpm exec mainstay check');
		expect(folder.read('erp/知识 库/mainstay.yaml')).toContain(
			'repository: {url: "https://gitea.example.com/erp/custom", branch: "main", provider: gitea, folder: "erp/知识 库"}',
		);
		expect(folder.read('.gitea/workflows/mainstay-check.yml')).toContain(
			"run: pnpm exec mainstay check 'erp/知识 库' --since",
		);
		expect(folder.read('erp/知识 库/.vscode/settings.json')).toContain(
			'"../../node_modules/mainstay/schemas/json/mainstay.schema.json"',
		);
		expect((await folder.run(STRICT, { below: 'erp/知识 库' })).out).toMatch(/no problems/);
		const inside = await folder.run(YES, { below: 'erp/知识 库/docs' });
		expect(inside).toMatchObject({ code: 2 });
		expect(inside.err).toContain('belongs to the knowledge base of');
	});

	test('one failure takes everything away again', async () => {
		using folder = foreignFolder();
		mkdirSync(join(folder.path, '.github'));
		symlinkSync('/', join(folder.path, '.github/workflows'));
		const before = folder.snapshot();
		const failed = await folder.run(YES);
		expect(failed).toMatchObject({ code: 2, out: '' });
		expect(failed.err).toContain('leads out of the project');
		expect(folder.snapshot()).toEqual(before);
		expect(existsSync(join(folder.path, 'docs'))).toBe(false);
	});

	test('a folder whose place a file has taken is told, and nothing is left behind', async () => {
		using folder = foreignFolder();
		folder.put({ '.vscode': 'mine\n' });
		const before = folder.snapshot();
		const failed = await folder.run(YES);
		expect(failed).toMatchObject({ code: 2, out: '' });
		expect(failed.err).toContain('is a file, not a folder');
		expect(folder.snapshot()).toEqual(before);
	});

	test.each([
		[['--ci', 'githb'], 'Did you mean github?'],
		[['--lang', 'zh'], 'Use one of'],
		[['--dir', '../x'], 'inside the project'],
		[['--dir', '.hidden'], 'inside the project'],
		[['--kinds', 'runbok'], 'Did you mean runbook?'],
		[['--hook', 'huskey'], 'Did you mean husky?'],
		[['--date', '2026-02-30'], '2026-02-30'],
		[['nowhere'], 'There is no folder'],
		[['--force'], 'Unknown option'],
	])('%s is refused with the next step', async (argv, words) => {
		using folder = foreignFolder({ isRepository: false });
		const refused = await folder.run(['init', ...argv]);
		expect(refused).toMatchObject({ code: 2, out: '' });
		expect(refused.err).toContain(words);
		expect(folder.snapshot().size).toBe(0);
	});
});
