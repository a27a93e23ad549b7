import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	CompletionRequest,
	type Diagnostic,
	DidChangeTextDocumentNotification,
	DidChangeWorkspaceFoldersNotification,
	FileChangeType,
	HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, startClient } from './client.ts';
import { FILES, G, P, PROCESS, R, RUNBOOK, SETTINGS } from './knowledge-base.ts';

const CLI = fileURLToPath(new URL('../../../../scripts/mainstay.mjs', import.meta.url));

let client: Client;

beforeAll(async () => {
	client = await startClient(FILES, { locale: 'zh-cn' });
}, 60_000);

afterAll(async () => {
	expect(client.complaints).toEqual([]);
	expect(await client.end()).toBe(0);
}, 60_000);

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code).sort();

/** What `check` says of the files as they are on the disk. */
function check(
	root: string,
): Promise<
	{ code: string; file: string; line: number; column: number; message: string; severity: string }[]
> {
	const args = [CLI, 'check', '--format', 'json', '--locale', 'zh-CN', '--date', '2026-11-22', '--no-cache'];
	return new Promise((done) => {
		execFile(process.execPath, args, { cwd: root }, (_, stdout) => {
			const { diagnostics } = JSON.parse(stdout) as {
				diagnostics: {
					code: string;
					file: string;
					range: { start: { line: number; column: number } };
					message: string;
					severity: string;
				}[];
			};
			done(diagnostics.map(({ range: { start }, ...rest }) => ({ ...rest, ...start })));
		});
	});
}

describe('findings while a text is written', () => {
	test('are those of check: code, place, severity, words, page; in the locale of the editor', async () => {
		const broken = RUNBOOK.replace('severity: S2', 'severity: S9').replace('o2c.md#order', 'o2d.md#order');
		await writeFile(join(client.root, R), broken);
		const wanted = (await check(client.root)).filter(({ file }) => file === R);
		await writeFile(join(client.root, R), RUNBOOK);
		const found = await client.open(R, broken);
		const severities = ['', 'error', 'warning', '', 'hint'];
		expect(
			found.map(({ code, message, range: { start }, severity }) => ({
				code,
				message,
				severity: severities[severity ?? 0],
				line: start.line + 1,
				column: start.character + 1,
			})),
		).toEqual(
			wanted.map(({ code, message, severity, line, column }) => ({ code, message, severity, line, column })),
		);
		expect(found.length).toBeGreaterThan(1);
		expect(found[0]).toMatchObject({
			source: 'mainstay',
			codeDescription: { href: expect.stringContaining(`/${found[0]?.code}/`) },
		});
		expect(found[0]?.message).toMatch(/\p{Script=Han}/u);
		expect(await client.change(R, RUNBOOK)).toEqual([]);
	}, 60_000);

	test('show in other files what an edit does to them', async () => {
		await client.open(P, PROCESS);
		await client.change(P, PROCESS.replace('{id: order,', '{id: place,').replace('{#order}', '{#place}'));
		const found = await client.published(R, (diagnostics) => diagnostics.length > 0);
		expect(codes(found)).toEqual(['MS202']);
		await client.change(P, PROCESS);
		expect(await client.published(R, (diagnostics) => diagnostics.length === 0)).toEqual([]);
		await client.close(P);
	});

	test('stand at their UTF-16 columns behind Chinese characters and emoji', async () => {
		const text = '# 指南\n\n见 😀👩‍👩‍👧[流程](nowhere.md)。\n';
		const [found] = await client.open(G, text);
		const column = text.split('\n')[2]?.indexOf('nowhere.md');
		expect(found?.range).toEqual({
			start: { line: 2, character: column },
			end: { line: 2, character: (column ?? 0) + 'nowhere.md'.length },
		});
	});

	test('come with the places that belong to them', async () => {
		const twin = RUNBOOK.replace('title: 库存对不上', 'title: 另一篇');
		const found = await client.open('docs/runbooks/twin.md', twin);
		const related = found.flatMap(({ relatedInformation = [] }) => relatedInformation);
		expect(related.map(({ location }) => location.uri)).toContain(client.uri(R));
		await client.close('docs/runbooks/twin.md');
		await client.published('docs/runbooks/twin.md', (diagnostics) => diagnostics.length === 0);
	});

	test('follow small edits, not only whole texts', async () => {
		const text = '# 指南\n\n[流程](processes/o2c.md)\n';
		await client.change(G, text);
		await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
			textDocument: { uri: client.uri(G), version: 99 },
			contentChanges: [
				{ range: { start: { line: 2, character: 5 }, end: { line: 2, character: 14 } }, text: 'process' },
				{ range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } }, text: '😀' },
			],
		});
		expect(codes(await client.published(G, (diagnostics) => diagnostics.length > 0))).toEqual(['MS201']);
		await client.close(G);
	});

	test('obey suppressions, and ask for the reason of one that has none', async () => {
		const link = '\n[x](nowhere.md)\n';
		const comment = (reason: string): string => `# G\n\n<!-- mainstay-ignore MS201: ${reason} -->\n${link}`;
		expect(codes(await client.open(G, comment('not written yet')))).toEqual([]);
		expect(codes(await client.change(G, comment('')))).toHaveLength(2);
		await client.close(G);
	});

	test('are there for what only a quiet moment shows: a drawing that cannot be drawn', async () => {
		await client.open(G, '# G\n\n```mermaid\nflowchart LR\n  a -- b\n```\n');
		const found = await client.published(G, (diagnostics) => diagnostics.length > 0);
		expect(found[0]?.code).toMatch(/^MS3/);
		await client.close(G);
	}, 180_000);
});

describe('files on the disk', () => {
	test('that come, change and go are followed, whoever changes them', async () => {
		const file = join(client.root, 'docs/later.md');
		await writeFile(file, '# Later\n\n[x](nowhere.md)\n');
		await client.touched('docs/later.md', FileChangeType.Created);
		await client.published('docs/later.md', (found) => codes(found).join() === 'MS201');
		await rm(file);
		await client.touched('docs/later.md', FileChangeType.Deleted);
		await client.published('docs/later.md', (found) => found.length === 0);
	});

	test('do not count where the editor has another text open', async () => {
		await client.open(G, '# G\n\n[x](nowhere.md)\n');
		await client.touched(G);
		await client.touched(R);
		expect(codes(await client.change(G, '# G\n\n[y](nowhere.md)\n'))).toEqual(['MS201']);
		await client.close(G);
		await client.published(G, (found) => found.length === 0);
	});

	test('mainstay.yaml: what is wrong shows while it is written; saved, it counts for all documents', async () => {
		const wrong = await client.open('mainstay.yaml', `${SETTINGS}langages: [en]\n`);
		expect(codes(wrong)).toEqual(['MS902']);
		const changed = SETTINGS.replace('dba: DBA', 'cook: Cook');
		expect(await client.change('mainstay.yaml', changed)).toEqual([]);
		await writeFile(join(client.root, 'mainstay.yaml'), changed);
		await client.touched('mainstay.yaml');
		expect(codes(await client.published(P, (found) => found.length > 0))).toContain('MS106');
		await writeFile(join(client.root, 'mainstay.yaml'), SETTINGS);
		await client.touched('mainstay.yaml');
		await client.published(P, (found) => found.length === 0);
		await client.close('mainstay.yaml');
	}, 60_000);
});

describe('what is no document of a project', () => {
	test('untitled texts, other folders and other files get no findings and break nothing', async () => {
		await client.open('untitled', '# X\n\n[x](nowhere.md)\n', 'untitled:Untitled-1');
		const uri = 'untitled:Untitled-1';
		const hover = await client.ask(HoverRequest.type, {
			textDocument: { uri },
			position: { line: 0, character: 1 },
		});
		expect(hover).toBeNull();
		expect(client.diagnostics('untitled')).toEqual([]);
		for (const path of ['README.md', 'docs/node_modules/x.md', 'docs/.vitepress/x.md', 'docs/notes.txt']) {
			expect(await client.open(path, '# X\n\n[x](nowhere.md)\n')).toEqual([]);
			await client.close(path);
		}
		await client.close('untitled');
	});

	test('a position beyond the text is answered, not crashed on', async () => {
		await client.open(R, RUNBOOK);
		for (const position of [
			{ line: 9999, character: 9999 },
			{ line: 0, character: 9999 },
		]) {
			const asked = { textDocument: { uri: client.uri(R) }, position };
			expect(await client.ask(HoverRequest.type, asked)).toBeNull();
		}
	});
});

test('several folders: each project has its own documents; a folder that goes takes its findings along', async () => {
	const other = { 'mainstay.yaml': 'languages: [en]\n', 'docs/a.md': '# A\n\n[x](nowhere.md)\n' };
	const files = Object.fromEntries(
		['one', '二'].flatMap((folder) =>
			Object.entries(other).map(([path, text]) => [`${folder}/${path}`, text]),
		),
	);
	const both = await startClient(files, { folders: ['one', '二'] });
	await both.published('one/docs/a.md', (found) => found.length > 0);
	expect(codes(await both.published('二/docs/a.md', (found) => found.length > 0))).toEqual(['MS201']);
	await both.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
		event: { added: [], removed: [{ uri: both.uri('二'), name: '二' }] },
	});
	await both.published('二/docs/a.md', (found) => found.length === 0);
	expect(codes(await both.open('one/docs/a.md', '# A\n'))).toEqual([]);
	expect(both.complaints).toEqual([]);
	expect(await both.end()).toBe(0);
}, 60_000);

test('settings below the folder are found; a folder without any waits until a text of it is opened', async () => {
	const files = {
		'erp/kb/mainstay.yaml': 'languages: [en]\n',
		'erp/kb/docs/a.md': '# A\n\n[x](nowhere.md)\n',
		'docs/b.md': '# B\n\n[x](nowhere.md)\n',
	};
	const mixed = await startClient(files);
	await mixed.published('erp/kb/docs/a.md', (found) => found.length > 0);
	expect(mixed.diagnostics('docs/b.md')).toEqual([]);
	expect(codes(await mixed.open('docs/b.md', files['docs/b.md']))).toEqual(['MS201']);
	await mkdir(join(mixed.root, 'docs/i'));
	expect(await mixed.end()).toBe(0);
}, 60_000);

describe('the end', () => {
	const started = (input: string): Promise<number | null> =>
		new Promise((done) => {
			const child = execFile(process.execPath, [CLI, 'lsp', '--stdio']);
			child.on('exit', done);
			child.stdin?.end(input);
		});

	test('an editor that dies without a word, or talks nonsense, leaves no process behind', async () => {
		expect(await started('')).toBe(0);
		expect(await started('nonsense\r\n\r\n{')).toBe(0);
	}, 60_000);
});

test('a text that would keep the parser busy for long, a broken one, a read-only folder: answered, not crashed on', async () => {
	const files = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`知识 库/${path}`, text]));
	const hard = await startClient(files, { folders: ['知识 库'] });
	await chmod(join(hard.root, '知识 库'), 0o555);
	const [guide, runbook] = [`知识 库/${G}`, `知识 库/${R}`];
	expect(await hard.open(runbook, RUNBOOK)).toEqual([]);
	await hard.open(guide, '');
	for (const text of [
		'* '.repeat(8000),
		'---\nid: [\n---\n',
		'\uFEFF---\nid: x\n---\n',
		'---js\n---\n',
		'\0\0',
		'['.repeat(5000),
	]) {
		await hard.change(guide, text);
		const asked = { textDocument: { uri: hard.uri(guide) }, position: { line: 0, character: 3 } };
		await hard.ask(HoverRequest.type, asked);
		await hard.ask(CompletionRequest.type, asked);
	}
	expect(codes(await hard.change(runbook, RUNBOOK.replace('S2', 'S9')))).toEqual(['MS103']);
	await chmod(join(hard.root, '知识 库'), 0o755);
	expect(hard.complaints).toEqual([]);
	expect(await hard.end()).toBe(0);
}, 60_000);
