import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Diagnostic } from '../../src/model/index.ts';
import { openBrowser, watchPage } from '../e2e/browser.ts';
import { addTrustedMdx, clearProject, RUNBOOK, runbook, writeTheirs } from './knowledge-base.ts';
import { type Ended, type Manager, run, serve } from './stranger.ts';

/** The way from an empty repository to a served page, once for each Node. */
export function livesIn(manager: Manager, lang: string, exec: readonly [string, ...string[]]): void {
	describe.each([22, 24] as const)(`installed by ${manager}, Node %i`, (node) => {
		const stranger = inject('stranger');
		const cwd = stranger.projects[manager];
		const mainstay = (...args: string[]): Promise<Ended> =>
			run(stranger, [...exec, 'mainstay', ...args], { cwd, node, timeoutMs: 100_000 });

		it('runs from a folder that nobody can write', async () => {
			await clearProject(cwd);
			const version = await run(stranger, ['node', '--version'], { cwd, node });
			expect(version.stdout).toMatch(new RegExp(`^v${node}\\.`));
			const touched = await run(stranger, ['touch', 'node_modules/mainstay/x'], { cwd });
			expect(touched.code).not.toBe(0);
		});

		it('init writes a knowledge base that check finds nothing wrong with', async () => {
			const made = await mainstay('init', '--yes', '--lang', lang);
			expect(made, made.output).toMatchObject({ code: 0 });
			const checked = await mainstay('check', '--max-warnings', '0');
			expect(checked, checked.output).toMatchObject({ code: 0 });
		});

		it('check finds what is wrong', async () => {
			await writeTheirs(cwd, RUNBOOK, runbook('Count and ledger disagree').replace('S2', 'S9'));
			const checked = await mainstay('check', '--format', 'json');
			expect(checked, checked.output).toMatchObject({ code: 1 });
			const { diagnostics } = JSON.parse(checked.stdout) as { diagnostics: Diagnostic[] };
			expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
				{ file: RUNBOOK, range: { start: { line: 7, column: 11 } } },
			]);
		});

		it('build publishes pages with drawings, coloured code and trusted MDX', async () => {
			await writeTheirs(cwd, RUNBOOK, runbook('Count and ledger disagree'));
			await addTrustedMdx(cwd);
			const built = await mainstay('build', '--base', '/kb/');
			expect(built, built.output).toMatchObject({ code: 0 });
			const page = await readFile(join(cwd, 'dist/d/RB-INV-9001/index.html'), 'utf8');
			expect(page).toContain('Count and ledger disagree');
			expect(page).toMatch(/<svg[^>]*diagram-mermaid/);
			expect(page).toMatch(/<span class="[^"]+">SELECT/);
			const mdx = await readFile(join(cwd, `dist${await mdxRoute(cwd)}index.html`), 'utf8');
			expect(mdx).toMatch(/class="own-rate"[^>]*>7\.1</);
			await expectLinkedFiles(join(cwd, 'dist'), page, '/kb/');
		});

		it('search finds by a symptom in Chinese', async () => {
			const found = await mainstay('search', '盤點差異', '--json');
			expect(found, found.output).toMatchObject({ code: 0 });
			expect(found.stdout).toContain('RB-INV-9001');
		});

		it('dev answers, follows a save and ends at Ctrl-C', async () => {
			const command = [...exec, 'mainstay', 'dev', '--port', '0'] as const;
			const server = await serve(stranger, command, { cwd, node });
			const address = `${server.url}d/RB-INV-9001/`;
			try {
				await expectWhole(address, 'Count and ledger disagree');
				await writeTheirs(cwd, RUNBOOK, runbook('账实不符'));
				await expect.poll(() => textOf(address), { timeout: 30_000 }).toContain('账实不符');
			} finally {
				await server.interrupt();
			}
			await expect(fetch(server.url)).rejects.toThrow();
		});
	});
}

/** A page with its styles, fonts and scripts, nothing of which may be missing. */
async function expectWhole(address: string, title: string): Promise<void> {
	const browser = await openBrowser();
	try {
		const page = await browser.newPage();
		const log = watchPage(page, new URL(address).origin);
		await page.goto(address, { waitUntil: 'networkidle' });
		expect(await page.locator('h1').first().textContent()).toContain(title);
		await page.evaluate(() => document.fonts.ready);
		expect(log).toEqual({ errors: [], foreign: [] });
	} finally {
		await browser.close();
	}
}

async function textOf(address: string): Promise<string> {
	return (await fetch(address)).text();
}

/** Scripts, styles and pictures that a page names. */
function linkedFiles(page: string): string[] {
	const named = [...page.matchAll(/<(?:script|link|img)\b[^>]*?\s(?:src|href)="([^"]+)"/g)].map(
		([, address = '']) => address.replaceAll('&amp;', '&'),
	);
	const files = named.filter((address) => address.startsWith('/') && /\.\w+(?:\?|$)/.test(address));
	expect(files.length).toBeGreaterThan(2);
	return files;
}

async function expectLinkedFiles(folder: string, page: string, base: string): Promise<void> {
	for (const file of linkedFiles(page)) {
		expect(file.startsWith(base), file).toBe(true);
		await access(join(folder, decodeURI(file.slice(base.length).replace(/\?.*/, ''))));
	}
}

/** Where the site put the trusted page. */
async function mdxRoute(cwd: string): Promise<string> {
	const manifest = JSON.parse(await readFile(join(cwd, 'dist/mainstay-manifest.json'), 'utf8')) as {
		pages: Record<string, string>;
	};
	const route = Object.keys(manifest.pages).find((each) => /^\/docs\/.*rates\/$/.test(each));
	if (route === undefined) throw new Error(`No page for rates.mdx: ${Object.keys(manifest.pages).join(' ')}`);
	return route;
}
