import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaticServer, serveFolder } from '../../scripts/static-server.ts';
import { violations } from './axe.ts';
import { openBrowser, type PageLog, watchPage } from './browser.ts';
import { type BuiltSite, buildSite } from './built-site.ts';
import { counted, type RolesProject, writeRolesProject } from './roles-project.ts';

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const PHONE: BrowserContextOptions = {
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	isMobile: true,
};

let project: RolesProject;
let site: BuiltSite;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
	project = await writeRolesProject();
	site = await buildSite(project.root);
	[server, browser] = await Promise.all([
		serveFolder(site.folder, { port: 0, host: '127.0.0.1' }),
		openBrowser(),
	]);
});

afterAll(async () => {
	await browser?.close();
	await server?.close();
	await site?.remove();
	await project?.remove();
});

/** Opens a page in a context of its own; what the browser complains about fails the test. */
async function open(
	address: string,
	options: BrowserContextOptions,
	act: (page: Page) => Promise<void>,
): Promise<void> {
	const context = await browser.newContext(options);
	try {
		const page = await context.newPage();
		const log: PageLog = watchPage(page, server.url);
		await page.goto(server.url + address, { waitUntil: 'load' });
		await act(page);
		expect([...log.errors, ...log.foreign]).toEqual([]);
	} finally {
		await context.close();
	}
}

describe('the responsibility matrix', () => {
	/** `process → role → number and letters`, as the page shows it. */
	const shown = (page: Page): Promise<Record<string, Record<string, string>>> =>
		page.evaluate(() => {
			const table = document.querySelector<HTMLTableElement>('#matrix');
			const roles = [...(table?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
			const rows = [...(table?.tBodies[0]?.rows ?? [])].map((row) => {
				const cells = [...row.cells].slice(1, -1).map((cell, at): [string, string] => {
					const parts = ['b', 'i'].map((tag) => cell.querySelector(tag)?.textContent ?? '');
					return [roles[at + 1] ?? '', parts.join(' ').trim()];
				});
				const title = row.cells[0]?.querySelector('a')?.textContent ?? '';
				return [title, Object.fromEntries(cells.filter(([, text]) => text !== ''))];
			});
			return Object.fromEntries(rows);
		});

	it('says of every process and role what the documents say', async () => {
		const settings = await readFile(`${project.root}/mainstay.yaml`, 'utf8');
		const label = (role: string): string =>
			new RegExp(`^  ${role}: \\{zh-CN: ([^,]+),`, 'm').exec(settings)?.[1] ?? role;
		const expected: Record<string, Record<string, string>> = {};
		for (const { title, owner, steps } of counted(project)) {
			const row: Record<string, string> = {};
			for (const role of new Set([...steps.map((step) => step.role), owner])) {
				if (!role) continue;
				const own = steps.filter((step) => step.role === role);
				const has = (types: readonly string[]): boolean =>
					own.some(({ type = 'task' }) => types.includes(type));
				const letters = [
					has(['task', 'subprocess', 'wait']) ? '办' : '',
					has(['approval']) ? '批' : '',
					has(['decision']) ? '判' : '',
					role === owner ? '责' : '',
				];
				row[label(role)] = `${own.length || ''} ${letters.join('')}`.trim();
			}
			expected[title] = row;
		}
		await open('roles/matrix/', DESK, async (page) => expect(await shown(page)).toEqual(expected));
		expect(Object.keys(expected).length).toBeGreaterThan(10);
	});

	it('sorts by a role, turns around, and goes back to the order of the map', async () => {
		await open('roles/matrix/', DESK, async (page) => {
			const titles = (): Promise<string[]> => page.locator('#matrix tbody th a').allTextContents();
			const column = (): Promise<number[]> =>
				page.evaluate(() => {
					const table = document.querySelector<HTMLTableElement>('#matrix');
					const at = table?.querySelector<HTMLTableCellElement>('th[aria-sort]')?.cellIndex ?? 1;
					return [...(table?.tBodies[0]?.rows ?? [])].map((row) => Number(row.cells[at]?.dataset['value']));
				});
			const written = await titles();
			const button = page.locator('.matrix-role button', { hasText: '会计' });
			await button.click();
			expect(await column()).toEqual((await column()).toSorted((a, b) => b - a));
			expect((await titles()).toSorted()).toEqual(written.toSorted());
			await button.press('Enter');
			expect(await column()).toEqual((await column()).toSorted((a, b) => a - b));
			await button.press('Enter');
			expect(await titles()).toEqual(written);
		});
	});

	it('narrows to a module, hides the roles that have nothing to do there, and keeps that in the address', async () => {
		await open('roles/matrix/', DESK, async (page) => {
			await page.locator('select[name="modules"]').selectOption('purchasing');
			const expected = counted(project).filter(({ modules }) => modules?.includes('purchasing'));
			const check = async (): Promise<void> => {
				expect(await page.locator('#matrix tbody tr:visible').count()).toBe(expected.length);
				expect(await page.locator('.matrix-role:visible', { hasText: '数据库管理员' }).count()).toBe(0);
				expect(await page.locator('.matrix-role:visible', { hasText: '采购员' }).count()).toBe(1);
			};
			await check();
			await page.reload();
			await check();
		});
	});

	it('keeps process and role in sight while it scrolls, on a phone too', async () => {
		await open('roles/matrix/', PHONE, async (page) => {
			const inside = await page.evaluate(() => {
				const box = document.querySelector<HTMLElement>('.matrix-box');
				if (!box) return [];
				box.scrollTo(400, 200);
				const frame = box.getBoundingClientRect();
				const corner = box.querySelector('.matrix-corner')?.getBoundingClientRect();
				const row = box.querySelector('tbody tr:nth-child(8) th')?.getBoundingClientRect();
				return [
					document.documentElement.scrollWidth,
					Math.round((corner?.top ?? 0) - frame.top),
					Math.round((corner?.left ?? 0) - frame.left),
					Math.round((row?.left ?? 0) - frame.left),
				];
			});
			expect(inside).toEqual([390, 1, 1, 1]);
		});
	});
});

describe('a role', () => {
	it.each(['zh-CN', 'zh-TW', 'en'])('has its steps in order with working links, in %s', async (lang) => {
		const prefix = lang === 'zh-CN' ? '' : `${lang}/`;
		const expected = counted(project).flatMap(({ id, steps }) =>
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
			await page.goto(`${server.url}en/roles/accountant/`);
			expect(await page.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value)).toBe(2);
			await page.goto(`${server.url}en/roles/warehouse-keeper/path/`);
			expect(await page.locator('input[data-read]:checked').count()).toBe(0);
			await page.goto(server.url + PATH);
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
		const uses = counted(project).flatMap(({ steps }) =>
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
		for (const colorScheme of ['light', 'dark'] as const) {
			for (const device of [DESK, PHONE]) {
				await open(address, { ...device, colorScheme }, async (page) => {
					expect(await violations(page)).toEqual([]);
					expect(
						await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
					).toBeLessThanOrEqual(0);
				});
			}
		}
	});
});
