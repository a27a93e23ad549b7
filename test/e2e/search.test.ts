import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaticServer, serveFolder } from '../../scripts/static-server.ts';
import { openBrowser, watchPage } from './browser.ts';
import { type BuiltSite, buildSite, run } from './built-site.ts';

let site: BuiltSite;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
	site = await buildSite();
	[server, browser] = await Promise.all([
		serveFolder(site.folder, { port: 0, host: '127.0.0.1' }),
		openBrowser(),
	]);
});

afterAll(async () => {
	await browser?.close();
	await server?.close();
	await site?.remove();
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

async function firstResult(page: Page): Promise<string> {
	const link = page.locator('dialog[open] a[href*="/d/"]').first();
	await link.waitFor({ timeout: 10_000 });
	return (await link.getAttribute('href')) ?? '';
}

describe('search in the browser', () => {
	it.each(QUERIES)('answers %s with %s first', async (query, id) => {
		const page = await browser.newPage();
		const log = watchPage(page, server.url);
		await page.goto(server.url);
		await page.keyboard.press('Control+k');
		await page.keyboard.insertText(query);
		expect(await firstResult(page)).toContain(id);
		expect(log.errors).toEqual([]);
		expect(log.foreign).toEqual([]);
		await page.close();
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
});
