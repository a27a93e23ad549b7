import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { repositorySite } from './built-site.ts';
import { DESK, type OpenedSite, openSite, PHONE } from './opened-site.ts';
import { counted, readProcesses, type WrittenProcess } from './written-processes.ts';

let site: OpenedSite;
let processes: readonly WrittenProcess[];
const open: OpenedSite['open'] = (...page) => site.open(...page);

beforeAll(async () => {
	[site, processes] = await Promise.all([openSite(repositorySite()), readProcesses()]);
});

afterAll(async () => {
	await site?.close();
});

describe('a role', () => {
	it.each(['zh-CN', 'zh-TW', 'en'])('has its steps in order with working links, in %s', async (lang) => {
		const prefix = lang === 'zh-CN' ? '' : `${lang}/`;
		const expected = counted(processes).flatMap(({ id, steps }) =>
			steps.filter(({ role }) => role === 'warehouse-keeper').map((step) => `${id}#${step.id}`),
		);
		await open(`${prefix}roles/warehouse-keeper/`, { ...DESK, javaScriptEnabled: false }, async (page) => {
			const links = await page
				.locator('.role-step-name a')
				.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
			expect(links.map((link) => link.replace(/^.*\/d\/([^/]+)\/#/, '$1#')).toSorted()).toEqual(
				expected.toSorted(),
			);
			for (const link of links.slice(0, 3)) {
				await page.goto(link);
				expect(await page.locator(`[id="${new URL(link).hash.slice(1)}"]`).count()).toBe(1);
			}
		});
	});
});

describe('a reading path', () => {
	const PATH = 'en/roles/accountant/path/';

	it('is a plain list without scripts', async () => {
		await open(PATH, { ...DESK, javaScriptEnabled: false }, async (page) => {
			expect(await page.locator('.reading-list a:visible').count()).toBeGreaterThan(8);
			expect(await page.locator('input:visible, progress:visible').count()).toBe(0);
		});
	});

	it('keeps what was read, names the next one, and forgets it when asked twice', async () => {
		await open(PATH, DESK, async (page) => {
			const boxes = page.locator('input[data-read]');
			const all = await boxes.count();
			const next = (): Promise<string | null> => page.locator('[data-reading-next] a').textContent();
			const title = (at: number): Promise<string | null> =>
				page.locator('.reading-list li a').nth(at).textContent();
			await boxes.nth(0).check();
			await boxes.nth(1).check();
			const check = async (): Promise<void> => {
				expect(await boxes.nth(1).isChecked()).toBe(true);
				expect(await page.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value)).toBe(2);
				expect(await page.locator('[data-reading-status]').textContent()).toContain(`2 of ${all} read`);
				expect(await next()).toBe(await title(2));
			};
			await check();
			await page.reload();
			await check();
			await page.goto(`${site.url}en/roles/accountant/`);
			expect(await page.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value)).toBe(2);
			await page.goto(`${site.url}en/roles/warehouse-keeper/path/`);
			expect(await page.locator('input[data-read]:checked').count()).toBe(0);
			await page.goto(site.url + PATH);
			const reset = page.locator('[data-reading-reset]');
			await reset.click();
			await check();
			await reset.click();
			expect(await page.locator('input[data-read]:checked').count()).toBe(0);
			await page.reload();
			expect(await page.locator('input[data-read]:checked').count()).toBe(0);
		});
	});

	it('is carried to another browser as a file', async () => {
		let saved = '';
		await open(PATH, DESK, async (page) => {
			await page.locator('input[data-read]').nth(3).check();
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.locator('[data-reading-export]').click(),
			]);
			expect(download.suggestedFilename()).toBe('reading-path-accountant.json');
			saved = await readFile(await download.path(), 'utf8');
		});
		await open(PATH, DESK, async (page) => {
			const give = (text: string): Promise<void> =>
				page
					.locator('[data-reading-file]')
					.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
			await give('{"format": "other"}');
			await page.locator('[data-reading-message]', { hasText: 'no progress' }).waitFor();
			await give(saved);
			await page.locator('[data-reading-message]', { hasText: 'taken over' }).waitFor();
			expect(await page.locator('input[data-read]').nth(3).isChecked()).toBe(true);
			expect(await page.locator('input[data-read]:checked').count()).toBe(1);
		});
	});

	it('prints as a checklist with lines to sign and the answers on a sheet of their own', async () => {
		await open(PATH, DESK, async (page) => {
			await page.emulateMedia({ media: 'print' });
			expect(await page.locator('.sheet-lines:visible').count()).toBe(2);
			expect(await page.locator('.sheet-box:visible').count()).toBe(
				await page.locator('input[data-read]').count(),
			);
			expect(await page.locator('button:visible, input:visible, .self-answer:visible').count()).toBe(0);
			expect(await page.locator('.sheet-key li:visible').count()).toBeGreaterThan(4);
		});
	});
});

describe('the data dictionary', () => {
	it('counts for every object what the steps say', async () => {
		const uses = counted(processes).flatMap(({ steps }) =>
			steps.flatMap(({ data = [] }) => data.map((use) => (typeof use === 'string' ? { object: use } : use))),
		);
		const count = (object: string, access: string): string =>
			String(uses.filter((use) => use.object === object && 'access' in use && use.access === access).length);
		await open('en/data/', DESK, async (page) => {
			for (const object of ['Sales Order', 'GL Entry', 'Stock Entry', 'Bin']) {
				const row = page.locator('#data-objects tbody tr', {
					has: page.getByRole('link', { name: object, exact: true }),
				});
				const numbers = (await row.locator('td.number').allTextContents()).map((text) => text.trim());
				expect(numbers.slice(0, 3)).toEqual(
					['create', 'change', 'read'].map((access) => count(object, access)),
				);
			}
		});
	});

	it('is found by any of its names and filtered by system', async () => {
		await open('en/data/', DESK, async (page) => {
			await page.locator('input[type="search"]').nth(0).waitFor();
			await page.locator('.work-filter input').fill('销售订单');
			expect(await page.locator('#data-objects tbody th a:visible').allTextContents()).toEqual([
				'Sales Order',
			]);
			await page.locator('.work-filter input').fill('');
			await page.locator('select[name="systems"]').selectOption('mariadb');
			const systems = await page
				.locator('#data-objects tbody tr:visible td.wide:nth-child(2)')
				.allTextContents();
			expect(systems.length).toBeGreaterThan(0);
			expect(systems.every((text) => text.includes('MariaDB'))).toBe(true);
		});
	});

	it('leads from a step to the object and back, in every language', async () => {
		for (const prefix of ['', 'zh-TW/', 'en/']) {
			await open(`${prefix}d/PR-O2C-0001/`, DESK, async (page) => {
				await page.locator('[data-step-entry="so-create"] .step-facts a[href*="/data/"]').first().click();
				expect(new URL(page.url()).pathname).toBe(`/${prefix}data/sales-order/`);
				await page.locator('#create + table tbody th a').click();
				expect(page.url()).toContain(`/${prefix}d/PR-O2C-0001/#so-create`);
			});
		}
	});
});

describe('for everyone', () => {
	it.each([
		'roles/',
		'en/roles/matrix/',
		'zh-TW/roles/warehouse-keeper/',
		'roles/it-support/path/',
		'en/data/',
		'data/sales-order/',
	])('axe finds nothing on %s, in both themes, on desk and phone', async (address) => {
		for (const device of [DESK, PHONE]) {
			await open(address, device, async (page) => {
				expect(await violationsInBothThemes(page)).toEqual([]);
				expect(
					await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
				).toBeLessThanOrEqual(0);
			});
		}
	});
});
