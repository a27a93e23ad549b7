import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaticServer, serveFolder } from '../../scripts/static-server.ts';
import { type AstroProject, writeAstroProject } from './astro-project.ts';
import { violations } from './axe.ts';
import { openBrowser, type PageLog, watchPage } from './browser.ts';
import { readPages } from './built-site.ts';
import { deadLinks } from './links.ts';

let project: AstroProject;
let browser: Browser;

beforeAll(async () => {
	[project, browser] = await Promise.all([writeAstroProject(), openBrowser()]);
});

afterAll(async () => {
	await browser?.close();
	await project?.remove();
});

const style = (page: Page, selector: string, property: string): Promise<string> =>
	page
		.locator(selector)
		.first()
		.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** Opens the search dialog, asks, and gives the addresses of the answers. */
async function search(page: Page, query: string): Promise<string[]> {
	await page.keyboard.press('/');
	await page.keyboard.type(query);
	const results = page.locator('#search-options a');
	await results.first().waitFor();
	return results.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

describe.each([
	{
		name: 'in their layout, below their base',
		base: '/site/',
		settings:
			"{ base: '/site', site: 'https://acme.example', trailingSlash: 'always', security: { csp: true } }",
		options: "{ layout: './src/layouts/Kb.astro' }",
		framed: true,
	},
	{
		name: 'in a layout of its own',
		base: '/',
		settings: "{ build: { format: 'file' } }",
		options: "{ prefix: 'kb/' }",
		framed: false,
	},
])('a knowledge base in an Astro site, $name', ({ base, settings, options, framed }) => {
	let dist: string;
	let pages: ReadonlyMap<string, string>;
	let server: StaticServer;

	beforeAll(async () => {
		await project.configure(settings, options);
		const { code, output } = await project.build();
		expect(code, output).toBe(0);
		dist = join(project.root, 'dist');
		pages = await readPages(dist);
		server = await serveFolder(dist, { port: 0, host: '127.0.0.1', base });
	});

	afterAll(() => server?.close());

	async function visit(path: string, act: (page: Page, log: PageLog) => Promise<void>): Promise<void> {
		const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
		const log = watchPage(page, server.url);
		try {
			await page.goto(server.url + path, { waitUntil: 'load' });
			await act(page, log);
			expect([...log.errors, ...log.foreign]).toEqual([]);
		} finally {
			await page.close();
		}
	}

	it('adds pages and files below the prefix, and every link leads somewhere', () => {
		for (const route of ['/kb/', '/kb/d/RB-ACM-0001/', '/kb/d/PR-ACM-0001/', '/kb/en/', '/kb/search/']) {
			expect(pages.keys()).toContain(route);
		}
		for (const file of [
			'record.json',
			'd/RB-ACM-0001.md',
			'd/PR-ACM-0001/PR-ACM-0001.svg',
			'llms.txt',
			'api/index.json',
		]) {
			expect(existsSync(join(dist, 'kb', file)), file).toBe(true);
		}
		expect(deadLinks(pages, dist, base)).toEqual([]);
		expect(pages.get('/kb/d/RB-ACM-0001/')).toContain(`href="${base}kb/d/PR-ACM-0001/#pack"`);
		const twice = /<a\b[^>]*\shref="[^"]*"[^>]*\shref=/;
		expect([...pages].filter(([, html]) => twice.test(html)).map(([route]) => route)).toEqual([]);
	});

	it('leaves what is theirs alone', async () => {
		expect(pages.get('/')).toContain('Acme’s own page');
		expect(pages.get('/')).not.toMatch(/mainstay/i);
		expect(pages.get('/404.html')).toContain('Acme has no such page');
		const own = pages.get('/kb/own/') ?? pages.get('/kb/own.html');
		expect(own).toContain('Their page below the prefix');
		expect(existsSync(join(dist, 'kb/404.html'))).toBe(false);
		expect(existsSync(join(dist, 'kb/robots.txt'))).toBe(false);
		expect(existsSync(join(dist, 'robots.txt'))).toBe(false);
		// Of two redirects, one stands where a page of theirs is.
		expect(pages.get('/kb/old-guide/')).toContain(`url=${base}kb/`);
	});

	it('names its own addresses in feeds, search and machine-readable files', async () => {
		const index = await readFile(join(dist, 'kb/api/index.json'), 'utf8');
		expect(index).toContain(`${base}kb/`);
		const page = pages.get('/kb/d/RB-ACM-0001/') ?? '';
		expect(page).toContain(`href="${base}kb/calendar.ics"`);
		expect(page).toContain(`data-record-url="${base}kb/record.json"`);
		if (framed) expect(page).toContain('rel="canonical" href="https://acme.example/site/kb/d/RB-ACM-0001/"');
	});

	it('searches below the prefix, with the policy that the site has', () =>
		visit('kb/', async (page) => {
			expect(await search(page, '库存对不上')).toContain(`${base}kb/d/RB-ACM-0001/`);
		}));

	it('draws, and follows a runbook with dialogs that are styled', () =>
		visit('kb/d/RB-ACM-0001/', async (page) => {
			expect(await page.locator('svg.diagram-mermaid').count()).toBe(1);
			await page.locator('.run-panel .run-button').first().click();
			expect(await style(page, '.run-bar', 'position')).toBe('fixed');
			const bar = await page.locator('.run-bar').boundingBox();
			expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(900, 0);
			await page.locator('.run-bar').getByRole('button').last().click();
			await page.locator('dialog.sheet').waitFor();
			expect(await style(page, 'dialog.sheet', 'border-radius')).toBe('12px');
			await page.locator('dialog.sheet input').first().waitFor();
		}));

	if (framed) {
		it('stands in their layout, with the language, title and head of the page', () => {
			const page = pages.get('/kb/en/docs/guide/') ?? pages.get('/kb/docs/guide.en/') ?? '';
			const [, found] =
				[...pages].find(([, html]) => html.includes('First steps · Acme operations | Acme')) ?? [];
			expect(page || found).toBeTruthy();
			expect(found).toMatch(/<html lang="en" data-acme-kind="page">/);
			expect(found).toContain('hreflang="zh-CN"');
			expect(found?.match(/<main\b/g)).toHaveLength(1);
			expect(found?.match(/<title>/g)).toHaveLength(1);
		});

		it('keeps its styles to itself', async () => {
			const looks = async (page: Page): Promise<string[]> => [
				await style(page, '.brand', 'padding'),
				await style(page, '.brand .button', 'background-color'),
				await style(page, 'footer .layout', 'font-size'),
				await style(page, 'footer .layout', 'max-width'),
				await style(page, 'body', 'background-color'),
				await style(page, 'html', 'color-scheme'),
			];
			let theirs: string[] = [];
			await visit('', async (page) => {
				theirs = await looks(page);
			});
			await visit('kb/d/PR-ACM-0001/', async (page) => {
				expect(await looks(page)).toEqual(theirs);
				expect(await style(page, '.mainstay', 'color-scheme')).toBe('light');
				await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
				expect(await style(page, '.mainstay', 'color-scheme')).toBe('dark');
				expect(await style(page, '.mainstay', '--diagram-lane-fill')).toBe('#141922');
			});
		});

		it('can be used by everybody, and on a phone', () =>
			visit('kb/d/PR-ACM-0001/', async (page) => {
				expect(await violations(page)).toEqual([]);
				await page.setViewportSize({ width: 390, height: 844 });
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
			}));

		it('makes do with the width that the layout leaves', () =>
			visit('kb/d/RB-ACM-0001/', async (page) => {
				expect(await page.locator('.rail-end').isVisible()).toBe(true);
				await page.locator('main').evaluate((main) => {
					main.style.width = '600px';
				});
				expect(await page.locator('.rail-end').isVisible()).toBe(false);
				expect(await page.locator('.toc-folded').isVisible()).toBe(true);
			}));
	}
});

describe('documents with errors', () => {
	it('stop the build with what check says, and nothing is written', async () => {
		await project.configure('{}', '{}');
		await project.put('docs/broken.md', '# 坏\n\n[无处](missing.md)\n');
		await rm(join(project.root, 'dist'), { recursive: true, force: true });
		const { code, output } = await project.build();
		await rm(join(project.root, 'docs/broken.md'));
		expect(code).toBe(1);
		expect(output).toContain('docs/broken.md:3:6  error  MS201');
		expect(output).toContain('nothing was built');
		expect(output).not.toContain('at refuse');
		expect(existsSync(join(project.root, 'dist'))).toBe(false);
	});
});

describe('astro dev', () => {
	it('serves pages and files, shows saves and mistakes, and leaves the rest to the site', async () => {
		await project.configure("{ base: '/site' }", "{ layout: './src/layouts/Kb.astro' }");
		const server = await project.dev();
		const status = async (path: string): Promise<number> =>
			(await fetch(new URL(path, server.url), { redirect: 'manual' })).status;
		const page = await browser.newPage();
		try {
			expect(await status('kb/d/RB-ACM-0001.md')).toBe(200);
			expect(await status('kb/record.json')).toBe(200);
			expect(await status('kb/image.png')).toBe(404);
			expect(await status('kb/old-guide/')).toBe(302);
			const missing = await fetch(new URL('kb/nowhere/', server.url));
			expect([missing.status, await missing.text()]).toEqual([
				404,
				expect.stringContaining('Acme has no such page'),
			]);
			expect(await (await fetch(new URL('kb/own/', server.url))).text()).toContain('Their page');

			await page.goto(new URL('kb/d/RB-ACM-0001/', server.url).href, { waitUntil: 'load' });
			expect(await page.locator('header.brand').textContent()).toContain('/site/kb/d/RB-ACM-0001/');
			expect(await search(page, '库存对不上')).toContain('/site/kb/d/RB-ACM-0001/');
			await page.goto(new URL('kb/docs/', server.url).href, { waitUntil: 'load' });
			await project.put('docs/index.md', '# 首页\n\n新的一句。[新页](new.md)\n');
			await project.put('docs/new.md', '# 新页\n\n刚写的。[无处](missing.md)\n');
			await page.getByText('新的一句').waitFor({ timeout: 20_000 });
			await page.locator('mainstay-problems').getByText('MS201').waitFor({ timeout: 20_000 });
			await expect.poll(() => status('kb/docs/new/'), { timeout: 20_000 }).toBe(200);
			expect(server.output()).toContain('docs/new.md:3:10  error  MS201');
			await rm(join(project.root, 'docs/new.md'));
			await expect.poll(() => status('kb/docs/new/'), { timeout: 20_000 }).toBe(404);
		} finally {
			await page.close();
			expect([0, 143]).toContain(await server.close());
		}
	}, 240_000);
});
