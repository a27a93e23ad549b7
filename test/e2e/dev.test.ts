import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { REPOSITORY, run } from './built-site.ts';

let root: string;
let browser: Browser;
let page: Page;
let url: string;
let stderr = '';
let server: ChildProcess;

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
}

/** A process document; `steps` are lines of YAML. */
function processText(steps: readonly string[]): string {
	return `---\nid: PR-DEV-0001\nkind: process\ntitle: Order\nowner: sales\nsummary: From order to delivery\nlevel: 1\nsteps:\n${steps.map((step) => `  - ${step}\n`).join('')}---\n\nText.\n`;
}

const START = '{id: start, name: Order arrives, role: sales, type: start}';
const END = '{id: end, name: Delivered, role: sales, type: end}';

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-dev-'));
	await put('mainstay.yaml', 'title: Dev\nlanguages: [en]\n');
	await put('docs/index.md', '# Start\n\nFirst words. [Guide](guide.md)\n');
	await put('docs/guide.md', '# Guide\n\nSee kb:PR-DEV-0001.\n');
	await put('docs/order.md', processText([START, END]));
	browser = await openBrowser();
	page = await browser.newPage();
	server = spawn(process.execPath, [join(REPOSITORY, 'scripts/mainstay.mjs'), 'dev', root, '--port', '0'], {
		cwd: root,
		env: { ...process.env, LANG: 'C', CI: 'true', NODE_ENV: 'development', VITEST: '' },
	});
	server.stderr?.on('data', (data) => {
		stderr += data;
	});
	url = await new Promise<string>((ready, fail) => {
		server.stdout?.once('data', (data) => ready(String(data).trim()));
		server.once('exit', () => fail(new Error(stderr)));
	});
});

afterAll(async () => {
	await browser?.close();
	const ended = new Promise((done) => server.once('exit', done));
	server.kill('SIGTERM');
	// Vite ends the process itself on SIGTERM, with the conventional code.
	expect([0, 143]).toContain(await ended);
	await rm(root, { recursive: true, force: true });
});

async function open(path: string): Promise<void> {
	await page.goto(new URL(path, url).href, { waitUntil: 'load' });
}

/** The open page shows the text without being asked to reload. */
async function shows(text: string): Promise<void> {
	await page.getByText(text).first().waitFor({ timeout: 20_000 });
}

describe('the development server', () => {
	it('shows a save of the text, the frontmatter, a link and a diagram without a restart', async () => {
		await open('docs/');
		await shows('First words.');
		await put('docs/index.md', '---\ntitle: New title\n---\n\nSecond words. [To the order](order.md)\n');
		await shows('Second words.');
		await shows('New title');
		expect(await page.locator('main a[href$="/d/PR-DEV-0001/"]').count()).toBeGreaterThan(0);
		await open('d/PR-DEV-0001/');
		await put('docs/order.md', processText([START, '{id: pack, name: Pack the goods, role: depot}', END]));
		await page.locator('figure svg').getByText('Pack the goods').first().waitFor({ timeout: 20_000 });
	});

	it('serves a page that was added, and no longer one that was removed', async () => {
		await put('docs/added.md', '# Added page\n\nJust written.\n');
		await expect
			.poll(async () => (await fetch(new URL('docs/added/', url))).status, { timeout: 20_000 })
			.toBe(200);
		await rm(join(root, 'docs/added.md'));
		await expect
			.poll(async () => (await fetch(new URL('docs/added/', url))).status, { timeout: 20_000 })
			.toBe(404);
	});

	it('goes on when a file breaks, and says what is wrong on the page and on the terminal', async () => {
		await open('docs/guide/');
		await put('docs/guide.md', '# Guide\n\n[nowhere](missing.md)\n');
		await shows('MS201');
		expect(stderr).toContain('docs/guide.md:3:11  error  MS201');
		await put('docs/guide.md', '---\ntitle: [unclosed\n---\n\nBroken.\n');
		await expect.poll(() => stderr, { timeout: 20_000 }).toContain('MS11');
		await put('mainstay.yaml', 'title: [');
		await expect.poll(() => stderr, { timeout: 20_000 }).toContain('MS901');
		await put('mainstay.yaml', 'title: Dev\nlanguages: [en]\n');
		await put('docs/guide.md', '# Guide\n\nWhole again.\n');
		await shows('Whole again.');
	});

	it('refuses a port in use in one line', async () => {
		const result = await run(['dev', root, '--port', new URL(url).port], root);
		expect(result.code).toBe(2);
		expect(result.stderr.trim().split('\n').at(-1)).toContain('in use');
	});
});
