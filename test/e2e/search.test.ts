import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseGaps } from '../../src/search/gaps.ts';
import { violationsInBothThemes } from './axe.ts';
import type { PageLog } from './browser.ts';
import { repositorySite, run } from './built-site.ts';
import { type OpenedSite, openSite } from './opened-site.ts';

let site: OpenedSite;

beforeAll(async () => {
	site = await openSite(repositorySite());
});

afterAll(async () => {
	await site?.close();
});

/** What support staff arrive with, and the runbook they must leave with. */
const QUERIES: readonly (readonly [query: string, id: string])[] = [
	['ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction', 'RB-DB-0001'],
	['1213', 'RB-DB-0002'],
	['NegativeStockError', 'RB-INV-0010'],
	['库存对不上', 'RB-INV-0042'],
	['庫存對不上', 'RB-INV-0042'],
	['ClosedAccountingPeriod', 'RB-FIN-0001'],
	['磁盘满了', 'RB-SYS-0003'],
];

const NONSENSE = 'xyzzyqwert';
const LOG = [
	'2026-11-20 08:12:01 INFO worker started',
	'',
	'2026-11-20 08:12:44 ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction',
	'password=Hunter2',
].join('\n');

/** Runs a reader's visit in a fresh profile; nothing may go wrong in the page or leave it. */
const visit = (
	path: string,
	steps: (page: Page, log: PageLog) => Promise<void>,
	options: BrowserContextOptions = {},
): Promise<void> => site.open(path, options, steps);

async function ask(page: Page, query: string): Promise<void> {
	await page.keyboard.press('Control+k');
	await page.keyboard.insertText(query);
}

async function paste(page: Page, text: string): Promise<void> {
	await page.evaluate((pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', pasted);
		const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
		document.activeElement?.dispatchEvent(event);
	}, text);
}

const firstOption = (page: Page) => page.locator('dialog[open] [role=option]').first();
const stored = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }));

async function answered(page: Page, id: string): Promise<void> {
	await page.locator(`dialog[open] [role=option][href*="${id}"]`).first().waitFor({ timeout: 10_000 });
	expect(await firstOption(page).getAttribute('href')).toContain(id);
}

describe('search in the browser', () => {
	it.each(QUERIES)('answers %s with %s first', async (query, id) => {
		await visit('', async (page) => {
			await ask(page, query);
			await answered(page, id);
		});
	});

	it('shows the same first answer on the command line', async () => {
		for (const [query, id] of QUERIES) {
			const result = await run(['search', query, '--site', site.folder, '--json']);
			expect(result.code).toBe(0);
			const { results } = JSON.parse(result.stdout) as {
				results: { id: string; url: string; matched: string[] }[];
			};
			expect(results[0]?.id, query).toBe(id);
			expect(results[0]?.matched.length, query).toBeGreaterThan(0);
		}
	});

	it('needs no mouse: open, type at once, choose, look, come back', async () => {
		await visit('', async (page) => {
			await page.keyboard.press('Control+k');
			await page.keyboard.type('NegativeStockError');
			expect(await page.locator('dialog[open] input').inputValue()).toBe('NegativeStockError');
			await answered(page, 'RB-INV-0010');
			await page.keyboard.press('ArrowDown');
			const chosen = page.locator('[role=option][aria-selected=true]');
			const input = page.locator('dialog[open] input');
			expect(await input.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
			expect(await chosen.getAttribute('id')).not.toBe(await firstOption(page).getAttribute('id'));
			await page.keyboard.press('ArrowUp');
			await page.keyboard.press('Escape');
			expect(await page.locator('dialog[open]').count()).toBe(0);
			await page.keyboard.press('/');
			expect(await input.inputValue()).toBe('NegativeStockError');
			await page.keyboard.press('Enter');
			await page.waitForURL(/RB-INV-0010/);
		});
	});

	it('says in a result what it is, why it is there and what to do first', async () => {
		await visit('en/', async (page) => {
			await ask(page, '库存对不上');
			await answered(page, 'RB-INV-0042');
			await page.locator('dialog[open] mark').first().waitFor();
			await page.getByText('First step:').first().waitFor();
			const text = (await firstOption(page).textContent()) ?? '';
			for (const part of ['Runbook', 'S2', 'Inventory', 'RB-INV-0042', 'First step:'])
				expect(text).toContain(part);
			const other = page.locator('[role=option]', { hasText: '简体中文' }).first();
			expect(await other.locator('.search-title').getAttribute('lang')).toBe('zh-CN');
			const anchors = await page
				.locator('[role=option]')
				.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
			expect(anchors.some(Boolean)).toBe(true);
		});
	});

	it('reads a pasted log, names the line, and keeps the paste to itself', async () => {
		await visit('', async (page, log) => {
			const requests: string[] = [];
			page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
			await page.keyboard.press('Control+k');
			await paste(page, LOG);
			await answered(page, 'RB-DB-0001');
			expect(await firstOption(page).textContent()).toContain('第 3 行');
			expect(await page.locator('.search-known').textContent()).toContain('Lock wait timeout');
			const all = page.locator('.search-all');
			expect(await all.getAttribute('href')).toMatch(/\?q=(ERROR%201205|1205)/);
			await all.click();
			await page.locator('.search-results a[href*="RB-DB-0001"]').waitFor();
			expect(requests.join('\n')).not.toContain('Hunter2');
			expect(await stored(page)).not.toContain('Hunter2');
			expect(log.errors).toEqual([]);
		});
	});

	it('remembers searches that led somewhere, on this device, until told to forget', async () => {
		await visit('', async (page) => {
			await ask(page, '磁盘满了');
			await answered(page, 'RB-SYS-0003');
			await page.keyboard.press('Enter');
			await page.waitForURL(/RB-SYS-0003/);
			await page.keyboard.press('Control+k');
			await page.getByRole('button', { name: '磁盘满了' }).click();
			await answered(page, 'RB-SYS-0003');
			await page.locator('dialog[open] input').fill('');
			await page.getByRole('button', { name: '清除搜索记录' }).click();
			expect(await page.getByRole('button', { name: '磁盘满了' }).count()).toBe(0);
			expect(await stored(page)).not.toContain('磁盘');
		});
	});

	it('tells screen readers how many there are', async () => {
		await visit('en/', async (page) => {
			const region = page.locator('dialog [role=status][aria-live=polite]');
			await ask(page, 'deadlock');
			await expect.poll(() => region.textContent()).toMatch(/^\d+ results?/);
			await page.locator('dialog[open] input').fill(NONSENSE);
			await expect.poll(() => region.textContent()).toBe('Nothing found.');
		});
	});

	it.each([
		['', '搜索', '运行手册', '/d/RB-INV-0042/'],
		['zh-TW/', '搜尋', '運行手冊', '/zh-TW/d/RB-INV-0042/'],
		['en/', 'Search', 'Runbook', '/en/d/RB-INV-0042/'],
	])('speaks the language of the page: /%s', async (path, name, kind, href) => {
		await visit(path, async (page) => {
			await ask(page, '库存对不上');
			await answered(page, 'RB-INV-0042');
			expect(await page.locator('dialog[open]').getAttribute('aria-label')).toBe(name);
			expect(await firstOption(page).textContent()).toContain(kind);
			expect(await firstOption(page).getAttribute('href')).toContain(href);
		});
	});

	it('fills a phone without spilling over', async () => {
		await visit(
			'',
			async (page) => {
				await page.locator('[data-search-open]').first().click();
				await page.keyboard.insertText('库存对不上');
				await answered(page, 'RB-INV-0042');
				expect(await page.locator('dialog[open]').boundingBox()).toEqual({
					x: 0,
					y: 0,
					width: 390,
					height: 844,
				});
				await page.goto(new URL('search/?q=库存', site.url).href);
				await page.locator('.search-results a').first().waitFor();
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
				expect(await page.locator('details.search-filters').getAttribute('open')).toBeNull();
			},
			{ viewport: { width: 390, height: 844 }, hasTouch: true },
		);
	});
});

describe('the search page', () => {
	it('keeps the question and the filters in its address', async () => {
		await visit('search/?q=库存', async (page) => {
			const results = page.locator('.search-results a');
			await results.first().waitFor();
			await page.getByRole('checkbox', { name: '运行手册' }).check();
			await page.waitForURL(/kind=runbook/);
			await expect
				.poll(() =>
					results.evaluateAll((links) => links.every((link) => link.getAttribute('href')?.includes('/RB-'))),
				)
				.toBe(true);
			const shown = await results.count();
			await page.reload();
			await expect.poll(() => results.count()).toBe(shown);
			expect(await page.getByRole('checkbox', { name: '运行手册' }).isChecked()).toBe(true);
			await page.getByRole('button', { name: '清除筛选' }).click();
			await page.waitForURL((url) => !url.search.includes('kind'));
			await page.locator('.search-input').fill('token=abcdef123');
			await page.waitForURL((url) => !url.search.includes('q='));
		});
	});

	it('helps when nothing is found: what was tried, lists, a report to copy or save', async () => {
		const options = { permissions: ['clipboard-read', 'clipboard-write'] };
		await visit(
			`en/search/?q=${NONSENSE}`,
			async (page) => {
				await page.getByText('Nothing found.').first().waitFor();
				expect(await page.locator('.search-tried').textContent()).toContain(NONSENSE);
				expect(await page.locator('.search-list-links a').count()).toBeGreaterThan(5);
				await page.locator('.search-input').fill(`${NONSENSE} password=Hunter2`);
				await page.locator('#content').getByText('Report a problem').click();
				const report = page.locator('.search-report');
				await expect.poll(() => report.inputValue()).toContain(`Searched for: ${NONSENSE} password=***`);
				expect(await report.inputValue()).toContain(`On page: ${site.url}en/search/\n`);
				await page.getByRole('button', { name: 'Copy', exact: true }).click();
				await page.getByText('Copied', { exact: true }).waitFor();
				expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await report.inputValue());
				const saved = page.waitForEvent('download');
				await page.getByRole('button', { name: 'Save as a file' }).click();
				expect((await saved).suggestedFilename()).toBe('problem-report.txt');
			},
			options,
		);
	});

	it('keeps a list of searches in vain only when asked to, without secrets and pastes, and gives it away as a file', async () => {
		await visit('en/search/', async (page) => {
			const input = page.locator('.search-input');
			const vain = async (query: string): Promise<void> => {
				await input.fill(query);
				await page.getByText('Nothing found.').first().waitFor();
				await input.fill('');
				await page.getByText('Nothing found.').first().waitFor({ state: 'hidden' });
			};
			await vain(NONSENSE);
			expect(await stored(page)).not.toContain(NONSENSE);
			await page.getByText('Searches without a good answer').click();
			await page.getByLabel('Keep a list of my searches').check();
			await vain(NONSENSE);
			await vain(`${NONSENSE} pwd=Hunter2`);
			await input.focus();
			await paste(page, `${NONSENSE}\nqqzzy`);
			await page.getByText('Nothing found.').first().waitFor();
			await page.getByRole('button', { name: 'Remove the pasted text' }).click();
			const download = page.waitForEvent('download');
			await page.getByRole('button', { name: 'Save the list as a file' }).click();
			const { gaps, faults } = parseGaps(await readFile(await (await download).path(), 'utf8'));
			expect(faults).toEqual([]);
			expect(gaps.map(({ query, lang }) => [query, lang])).toEqual([
				[NONSENSE, 'en'],
				[`${NONSENSE} pwd=***`, 'en'],
			]);
			await page.getByRole('button', { name: 'Clear the list' }).click();
			expect(await stored(page)).not.toContain(NONSENSE);
		});
	});

	it('offers the lists of kinds and modules, and the glossary, without JavaScript', async () => {
		await visit(
			'search/',
			async (page) => {
				const hrefs = await page
					.locator('.search-lists a')
					.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
				for (const href of ['/runbooks/', '/processes/', '/glossary/', '/modules/inventory/'])
					expect(hrefs).toContain(href);
				await page.goto(new URL('glossary/#general-ledger', site.url).href);
				expect(await page.locator('#general-ledger').textContent()).toContain('总账');
				expect(await page.locator('.glossary-terms tbody tr').count()).toBeGreaterThan(300);
			},
			{ javaScriptEnabled: false },
		);
	});
});

describe('the glossary', () => {
	it('is found from every page, holds the own synonyms and can be narrowed', async () => {
		await visit('en/', async (page) => {
			await page.locator('.site-footer').getByRole('link', { name: 'Glossary' }).click();
			await page.waitForURL(/\/en\/glossary\//);
			expect(await page.locator('.glossary-own').textContent()).toContain('ClosedAccountingPeriod');
			await page.getByPlaceholder('Find a term').fill('GRN');
			await expect.poll(() => page.locator('[data-term]:visible').count()).toBeLessThan(5);
			expect(await page.locator('#goods-receipt').isVisible()).toBe(true);
			await page.locator('#goods-receipt a').click();
			await page.waitForURL(/\/en\/search\/\?q=goods/);
		});
	});
});

describe('everyone can use it', () => {
	it('in light and dark: dialog, empty state, search page and glossary', async () => {
		await visit(
			'',
			async (page) => {
				await ask(page, LOG);
				await page.keyboard.press('Control+a');
				await paste(page, LOG);
				await answered(page, 'RB-DB-0001');
				await page.locator('dialog[open] mark').first().waitFor();
				expect(await violationsInBothThemes(page)).toEqual([]);
				await page.getByRole('button', { name: '移除粘贴的内容' }).click();
				await page.locator('dialog[open] input').fill(NONSENSE);
				await page.getByText('没有找到。').first().waitFor();
				for (const fold of await page.locator('dialog .search-fold summary').all()) await fold.click();
				expect(await violationsInBothThemes(page)).toEqual([]);
				await page.goto(new URL('search/?q=库存&kind=runbook', site.url).href);
				await page.locator('.search-results mark').first().waitFor();
				await page.locator('#gaps summary').click();
				expect(await violationsInBothThemes(page)).toEqual([]);
				await page.goto(new URL('zh-TW/glossary/', site.url).href);
				expect(await violationsInBothThemes(page)).toEqual([]);
			},
			{ bypassCSP: true },
		);
	});
});
