import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pageAddress } from '../src/preview/page.ts';
import { type Preview, startPreview } from '../src/preview/server.ts';
import { runMainstay } from '../src/run.ts';
import type { Toolchain } from '../src/toolchain/toolchain.ts';
import { type Folder, newFolder, REPOSITORY, RUNBOOK } from './knowledge-base.ts';

const toolchain: Toolchain = {
	installed: { script: join(REPOSITORY, 'scripts/mainstay.mjs'), version: '', needs: '', stamp: '' },
	node: { command: process.execPath, version: process.versions.node, env: {} },
};

describe('the preview', () => {
	let folder: Folder;
	let preview: Preview;
	const lines: string[] = [];

	before(async () => {
		folder = await newFolder({
			'mainstay.yaml': 'title: 测试\nlanguages: [zh-CN, en]\n',
			'docs/手册/打印机.md': RUNBOOK,
			'docs/手册/printer.en.md': RUNBOOK.replace('打印机没有反应', 'Printer does not answer'),
			'docs/指南/说明 一.md': '# 说明\n\n正文。\n',
		});
		preview = await startPreview(toolchain, folder.root, 'zh-CN', (line) => lines.push(line)).ready;
	});

	after(async () => {
		await preview?.stop();
		await folder.remove();
	});

	it('serves on this machine only', () => {
		assert.match(preview.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
		assert.ok(lines.includes(preview.url));
	});

	for (const [file, end] of [
		['docs/手册/打印机.md', '/d/RB-GEN-0001/'],
		['docs/手册/printer.en.md', '/en/d/RB-GEN-0001/'],
		['docs/指南/说明 一.md', `/docs/${encodeURIComponent('指南')}/`],
		['docs/none.md', '/'],
	] as const) {
		it(`knows the page of ${file}`, async () => {
			const address = await pageAddress(preview.url, folder.root, join(folder.root, file));
			assert.ok(address.startsWith(new URL(end, preview.url).href), address);
			assert.equal((await fetch(address)).status, 200);
		});
	}

	it('begins at the start without a document', async () => {
		assert.equal(await pageAddress(preview.url, folder.root, undefined), preview.url);
	});

	it('is over when it is stopped', async () => {
		await preview.stop();
		await preview.ended;
		await assert.rejects(fetch(preview.url));
		// Where no site answers, the start of the site is the best guess.
		assert.equal(await pageAddress(preview.url, folder.root, join(folder.root, 'docs/a.md')), preview.url);
		await preview.stop();
	});
});

describe('a preview that cannot start', () => {
	it('says what Mainstay said', async () => {
		const folder = await newFolder({
			'broken.js': 'console.error("error: out of order"); process.exitCode = 2;',
		});
		const installed = { ...toolchain.installed, script: join(folder.root, 'broken.js') };
		const { ready, stop } = startPreview({ ...toolchain, installed }, folder.root, 'en', () => {});
		await assert.rejects(ready, /error: out of order/);
		await stop();
		await folder.remove();
	});

	it('says that there is no such program', async () => {
		const none = { ...toolchain, node: { command: join(REPOSITORY, 'no-node'), version: '', env: {} } };
		const { ready, stop } = startPreview(none, REPOSITORY, 'en', () => {});
		await assert.rejects(ready, /ENOENT/);
		await stop();
	});

	it('can be stopped while it starts', async () => {
		const folder = await newFolder({ 'docs/a.md': '# A\n' });
		const { ready, stop } = startPreview(toolchain, folder.root, 'en', () => {});
		await Promise.all([assert.rejects(ready), stop()]);
		await folder.remove();
	});
});

describe('a command', () => {
	it('gives its output, its code and its error', async () => {
		const good = await runMainstay(toolchain, ['--version'], REPOSITORY);
		assert.equal(good.code, 0);
		assert.match(good.stdout, /\d+\.\d+\.\d+/);
		const bad = await runMainstay(toolchain, ['nwe'], REPOSITORY);
		assert.equal(bad.code, 2);
		assert.match(bad.stderr, /new/);
	});
});
