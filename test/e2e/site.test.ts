import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchPage } from './browser.ts';
import { readPages, repositorySite } from './built-site.ts';
import { type OpenedSite, openSite } from './opened-site.ts';

let site: OpenedSite;
let pages: Map<string, string>;

beforeAll(async () => {
	[site, pages] = await Promise.all([openSite(repositorySite()), readPages(repositorySite().folder)]);
});

afterAll(async () => {
	await site?.close();
});

/** Attribute values of a page, entities decoded. */
function attributes(html: string, name: string): string[] {
	return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) =>
		(match[1] ?? '').replace(/&#38;|&amp;/g, '&').replace(/&quot;|&#34;/g, '"'),
	);
}

/** A page of every sort: language, then section, then kind of document. */
function samples(routes: Iterable<string>): string[] {
	const sorts = Map.groupBy(routes, (route) => {
		const [, prefix = '', section = '', name = ''] =
			/^(\/en|\/zh-TW)?\/([^/]*)(?:\/(PR|RB|LOG|DN|[^/]*))?/.exec(route) ?? [];
		return [prefix, section, section === 'd' || section === 'boards' ? name : name === ''].join(' ');
	});
	return [...sorts.values()].flatMap(([first = '']) => (first === '/404.html' ? [] : first));
}

describe('the knowledge base of this repository', () => {
	it('says what it built', () => {
		expect(repositorySite().output).toMatch(/Built \d+ documents/);
		for (const word of ['process', 'runbook', 'system-log', 'dev-note', 'page', 'zh-CN', 'zh-TW', 'memory']) {
			expect(repositorySite().output).toContain(word);
		}
	});

	it('has every document at its permanent address, in each language it exists in', () => {
		for (const route of [
			'/d/RB-INV-0042/',
			'/en/d/RB-INV-0042/',
			'/zh-TW/d/RB-INV-0042/',
			'/d/PR-O2C-0001/',
		]) {
			expect(pages.has(route), route).toBe(true);
		}
	});

	it('has no link that leads nowhere, no anchor that does not exist, no id twice', () => {
		const broken: string[] = [];
		const idsOf = new Map([...pages].map(([route, html]) => [route, new Set(attributes(html, 'id'))]));
		for (const [route, html] of pages) {
			if (idsOf.get(route)?.size !== attributes(html, 'id').length) broken.push(`${route} has an id twice`);
			for (const href of attributes(html, 'href')) {
				const url = new URL(href, `http://site${route}`);
				if (url.host !== 'site') continue;
				const path = decodeURIComponent(url.pathname);
				const target = pages.get(path);
				const isFile = !path.endsWith('/') && existsSync(join(site.folder, path));
				if (target === undefined && !isFile) broken.push(`${route} → ${href}`);
				const anchor = decodeURIComponent(url.hash.slice(1));
				if (target !== undefined && anchor && !idsOf.get(path)?.has(anchor))
					broken.push(`${route} → ${href} (anchor)`);
			}
			for (const src of attributes(html, 'src')) {
				const path = decodeURIComponent(new URL(src, `http://site${route}`).pathname);
				if (!existsSync(join(site.folder, path))) broken.push(`${route} → ${src}`);
			}
		}
		expect(broken).toEqual([]);
	});

	it('opens pages of every sort without a console error, a policy violation or a request to anywhere else', async () => {
		const page = await site.browser.newPage();
		const log = watchPage(page, site.url);
		for (const route of samples(pages.keys())) {
			const response = await page.goto(new URL(encodeURI(route), site.url).href, { waitUntil: 'load' });
			expect(response?.status(), route).toBe(200);
		}
		await page.close();
		expect(log.errors).toEqual([]);
		expect(log.foreign).toEqual([]);
	}, 180_000);

	it('keeps every document page within 60 KB compressed, styles and scripts included', async () => {
		const sizes = new Map<string, number>();
		const sizeOf = async (file: string): Promise<number> => {
			const known = sizes.get(file);
			if (known !== undefined) return known;
			const size = brotliCompressSync(await readFile(file)).length;
			sizes.set(file, size);
			return size;
		};
		const heavy: string[] = [];
		// The longest texts stay the heaviest when they are compressed; all of them would take long.
		const longest = [...pages]
			.filter(([route]) => /\/(d|docs)\//.test(route))
			.sort(([, a], [, b]) => b.length - a.length)
			.slice(0, 16);
		for (const [route, html] of longest) {
			const files = [
				...[...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1] ?? ''),
				...[...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(
					(match) => match[1] ?? '',
				),
			];
			let total = brotliCompressSync(html).length;
			for (const file of new Set(files)) total += await sizeOf(join(site.folder, file));
			if (total > 60 * 1024) heavy.push(`${route} ${(total / 1024).toFixed(1)} KB`);
		}
		expect(heavy).toEqual([]);
	});

	it('can be read without JavaScript: text, lane diagram, step list, listings', async () => {
		const context = await site.browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(new URL('/d/PR-O2C-0001/', site.url).href);
		expect(await page.locator('figure svg a').count()).toBeGreaterThan(10);
		expect(await page.locator('main').textContent()).toContain('信用');
		await page.goto(new URL('/runbooks/', site.url).href);
		expect(await page.locator('main a[href*="/d/RB-"]').count()).toBeGreaterThanOrEqual(14);
		await context.close();
	});

	it.each(['light', 'dark'] as const)('is printed dark on white, also for readers who chose %s', (theme) =>
		site.open('/d/RB-INV-0042/', { colorScheme: theme }, async (page) => {
			await page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);
			await page.emulateMedia({ media: 'print' });
			const [ink = 255] = await page.evaluate(() =>
				(getComputedStyle(document.body).color.match(/\d+/g) ?? []).map(Number),
			);
			expect(ink).toBeLessThan(80);
		}),
	);

	it('gives the page’s language to the document and links its translations', async () => {
		const html = pages.get('/en/d/RB-INV-0042/') ?? '';
		expect(html).toMatch(/<html[^>]+lang="en"/);
		expect(html).toMatch(/hreflang="zh-CN"/);
		expect(html).toMatch(/hreflang="zh-TW"/);
	});

	it('forbids inline scripts on every page', () => {
		for (const [route, html] of pages) {
			expect(html, route).toMatch(/<meta http-equiv="Content-Security-Policy"|<meta http-equiv="refresh"/);
			expect(
				[...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map((match) => match[0]),
				route,
			).toEqual([]);
			expect(html, route).not.toMatch(/\son(load|error|click)=/i);
		}
	});
});
