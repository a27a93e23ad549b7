import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type FakeEditor, openDocument, openEditor, until } from './fake/editor.ts';
import { type Folder, installInto, newFolder, REPOSITORY, RUNBOOK } from './knowledge-base.ts';

const SETTINGS = 'title: 测试\nlanguages: [zh-CN]\n';

describe('the extension in a window', () => {
	let folder: Folder;
	let editor: FakeEditor;
	let extension: ReturnType<typeof openEditor>['extension'];

	const file = (name: string): string => join(folder.root, name);
	const uri = (name: string): string => pathToFileURL(file(name)).href;
	const status = (): string => editor.statusItems[0]?.tooltip ?? '';
	const isRunning = (): boolean => status().includes('is running');
	const run = async (command: string): Promise<void> => editor.commands.get(command)?.();

	beforeEach(async () => {
		folder = await newFolder({ 'mainstay.yaml': SETTINGS, 'docs/打印机.md': RUNBOOK });
		({ editor, extension } = openEditor());
		editor.folders = [folder.root];
		editor.found = [file('mainstay.yaml')];
	});

	afterEach(async () => {
		await extension.deactivate();
		await folder.remove();
	});

	it('starts the server of the folder and shows its findings', async () => {
		await installInto(folder.root);
		const bad = RUNBOOK.replace('severity: S4', 'severity: S9');
		await folder.write({ 'docs/坏.md': bad });
		editor.documents.push(openDocument(file('docs/坏.md'), bad));
		await extension.activate({ subscriptions: [] }).started;
		await until('the server runs', isRunning);
		assert.match(status(), /Node\.js \d+/);
		await until('findings arrive', () => (editor.diagnostics.get(uri('docs/坏.md')) ?? []).length > 0);
		const texts = editor.diagnostics.get(uri('docs/坏.md')) ?? [];
		assert.ok(
			texts.some(({ message }) => message.includes('S9')),
			JSON.stringify(texts),
		);
		assert.ok(
			editor.executed.some(([name, key, on]) => name === 'setContext' && key === 'mainstay.active' && on),
		);
		await extension.deactivate();
		assert.equal(editor.statusItems[0]?.shown, false);
	});

	it('runs nothing in a window that is not trusted', async () => {
		await installInto(folder.root);
		editor.trusted = false;
		await extension.activate({ subscriptions: [] }).started;
		assert.match(status(), /trust/);
		await run('mainstay.check');
		await run('mainstay.openPreview');
		await run('mainstay.newDocument');
		assert.equal(editor.tasks.length, 0);
		assert.equal(editor.asked.length, 0);
		assert.deepEqual(
			editor.messages.map(({ buttons }) => buttons),
			[['Manage Workspace Trust'], ['Manage Workspace Trust'], ['Manage Workspace Trust']],
		);
		assert.deepEqual(editor.output, []);
		editor.trusted = true;
		await editor.fire('workspace.onDidGrantWorkspaceTrust');
		assert.ok(isRunning(), status());
	});

	it('says once that Mainstay is not installed, and starts when it is', async () => {
		await extension.activate({ subscriptions: [] }).started;
		assert.match(status(), /npm install --save-dev mainstay/);
		assert.equal(editor.messages.length, 1);
		await run('mainstay.restart');
		await installInto(folder.root);
		const watcher = editor.watchers.find(({ pattern }) => pattern.pattern?.includes('package-lock'));
		watcher?.change.fire();
		await until('the server runs', isRunning);
	});

	it('says when the configured Node is none', async () => {
		editor.settings = { 'mainstay.server.path': REPOSITORY, 'mainstay.node.path': '/no/node' };
		await extension.activate({ subscriptions: [] }).started;
		assert.match(status(), /mainstay\.node\.path names no Node\.js: \/no\/node/);
		editor.settings = { 'mainstay.server.path': REPOSITORY };
		await editor.fire('workspace.onDidChangeConfiguration', { affectsConfiguration: () => true });
		await until('the server runs', isRunning);
	});

	it('leaves a window without a knowledge base alone', async () => {
		const other = await newFolder({ 'README.md': '# Other\n' });
		editor.folders = [other.root];
		editor.documents.push(openDocument(join(other.root, 'README.md'), '# Other\n'));
		await extension.activate({ subscriptions: [] }).started;
		assert.ok(!editor.statusItems[0]?.shown);
		assert.deepEqual(editor.messages, []);
		assert.deepEqual(editor.output, []);
		await other.remove();
	});

	it('starts one server for a project further down, once a file of it is opened', async () => {
		const repository = await newFolder({
			'src/a.js': '',
			'kb/mainstay.yaml': SETTINGS,
			'kb/docs/a.md': RUNBOOK,
		});
		await installInto(join(repository.root, 'kb'));
		editor.folders = [repository.root];
		await extension.activate({ subscriptions: [] }).started;
		assert.deepEqual(editor.output, []);
		const path = join(repository.root, 'kb/docs/a.md');
		await editor.fire('workspace.onDidOpenTextDocument', openDocument(path, RUNBOOK));
		await until('the server runs', isRunning);
		await extension.deactivate();
		await repository.remove();
	});

	it('writes a new document from the answers', async () => {
		editor.settings = { 'mainstay.server.path': REPOSITORY };
		extension.activate({ subscriptions: [] });
		const pick = (items: { name: string }[]): unknown => items.find(({ name }) => name === 'runbook');
		editor.answers.push(
			pick as () => unknown,
			() => '--夜间 "备份" 失败 $HOME',
			() => 'prn',
		);
		await run('mainstay.newDocument');
		const [path] = editor.shown;
		assert.ok(path?.startsWith(folder.root), JSON.stringify(editor.messages));
		const text = await readFile(path ?? '', 'utf8');
		assert.match(text, /^id: RB-PRN-0001$/m);
		assert.ok(text.includes(JSON.stringify('--夜间 "备份" 失败 $HOME')), text);
	});

	it('writes nothing when a question is not answered', async () => {
		editor.settings = { 'mainstay.server.path': REPOSITORY };
		extension.activate({ subscriptions: [] });
		await run('mainstay.newDocument');
		assert.deepEqual(editor.shown, []);
		assert.deepEqual(editor.messages, []);
	});

	it('checks in a terminal', async () => {
		editor.settings = { 'mainstay.server.path': REPOSITORY };
		editor.language = 'zh-tw';
		extension.activate({ subscriptions: [] });
		await run('mainstay.check');
		assert.deepEqual(editor.tasks[0]?.execution.args, [
			join(REPOSITORY, 'scripts/mainstay.mjs'),
			'check',
			folder.root,
			'--locale',
			'zh-TW',
		]);
	});

	it('shows the page of the active document, and ends with the window', async () => {
		editor.settings = { 'mainstay.server.path': REPOSITORY };
		extension.activate({ subscriptions: [] });
		editor.active = openDocument(file('docs/打印机.md'), RUNBOOK);
		await run('mainstay.openPreview');
		const shown = editor.executed.find(([name]) => name === 'simpleBrowser.api.open');
		const address = String(shown?.[1]);
		assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/d\/RB-GEN-0001\/$/);
		assert.equal((await fetch(address)).status, 200);

		editor.settings['mainstay.preview.browser'] = 'external';
		await run('mainstay.openPreview');
		assert.deepEqual(editor.opened, [address], 'the same server, in the other browser');

		await extension.deactivate();
		await assert.rejects(fetch(address));
	});
});
