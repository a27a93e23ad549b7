import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docsUrlOf } from '../../src/compiler/diagnostics.ts';
import { catalogue } from '../../src/compiler/index.ts';
import { violations } from './axe.ts';
import { readPages, repositorySite } from './built-site.ts';
import { DESK, type OpenedSite, openSite, PHONE } from './opened-site.ts';

const PREFIXES = { 'zh-CN': '/', 'zh-TW': '/zh-TW/', en: '/en/' } as const;
const codes = [...catalogue.keys()];

let site: OpenedSite;
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
	const built = repositorySite();
	pages = await readPages(built.folder);
	site = await openSite(built);
});

afterAll(() => site?.close());

describe('the pages on the codes of check', () => {
	it.each(Object.entries(PREFIXES))('are one for each code and listed, in %s', (_, prefix) => {
		const list = pages.get(`${prefix}rules/`) ?? '';
		for (const code of codes) {
			expect(list).toContain(`rules/${code}/"`);
			const page = pages.get(`${prefix}rules/${code}/`) ?? '';
			expect(page, code).toContain(`mainstay explain ${code}`);
			expect(page.match(/class="rule-example"/g)?.length ?? 0, code).toBeGreaterThanOrEqual(2);
		}
	});

	it('stand where the findings say', () => {
		for (const code of codes) expect(pages.has(new URL(docsUrlOf(code)).pathname), code).toBe(true);
	});

	it('speak the language of the reader, and lead to the same page in another', async () => {
		await site.open('rules/MS601/', DESK, async (page) => {
			expect(await page.locator('h1').textContent()).toBe('MS601 文件不是 UTF-8 编码');
			await page
				.locator('a[hreflang="zh-TW"]')
				.first()
				.evaluate((link) => (link as HTMLElement).click());
			await page.waitForURL('**/zh-TW/rules/MS601/');
			expect(await page.locator('h1').textContent()).toBe('MS601 檔案不是 UTF-8 編碼');
			expect(await page.locator('.rule-note').textContent()).toContain('簡體');
			await page
				.locator('a[hreflang="en"]')
				.first()
				.evaluate((link) => (link as HTMLElement).click());
			await page.waitForURL('**/en/rules/MS601/');
			expect(await page.locator('h1').textContent()).toBe('MS601 File is not UTF-8');
			expect(await page.locator('.rule-note').count()).toBe(0);
		});
	});

	it.each([
		['en/rules/MS560/', 'Before the commit', 'LIMIT = 2000'],
		['en/rules/MS601/', 'saved as GB18030', '盘点'],
		['en/rules/MS304/', 'more lines', 'step0 --> step1'],
		['en/rules/MS602/', '1200 KB', 'Export of all items'],
	])('show of an example what its text does not: %s', async (address, ...texts) => {
		await site.open(address, DESK, async (page) => {
			const shown = (await page.locator('.rule-example').first().textContent()) ?? '';
			for (const text of texts) expect(shown).toContain(text);
			expect(await page.locator('.rule-example mark').first().isVisible()).toBe(true);
		});
	});

	it.each([DESK, PHONE])('have no barriers and fit the screen', async (device) => {
		for (const address of ['en/rules/', 'zh-TW/rules/MS560/', 'rules/MS114/']) {
			await site.open(address, device, async (page) => {
				expect(await violations(page)).toEqual([]);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
				expect(wide).toBeLessThanOrEqual(0);
			});
		}
	});
});
