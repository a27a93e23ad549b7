import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD_NAMES } from '../../src/model/index.ts';
import { log, note, process, runbook } from '../unit/boards/documents.ts';
import { violations } from './axe.ts';
import { buildSite, run } from './built-site.ts';
import { type OpenedSite, openSite } from './opened-site.ts';

const SETTINGS = `title: Boards
languages: [zh-CN, zh-TW, en]
modules: {sales: {zh-CN: 销售, en: Sales}, stock: {zh-CN: 库存, en: Stock}}
continuity: {erp: {backup: P1M, restoreDrill: P3M}}
`;

/** Something on every board, and more log entries than one page holds. */
function projectFiles(): Record<string, string> {
	const files: Record<string, string> = {
		'mainstay.yaml': SETTINGS,
		'docs/rb1.md': runbook(
			'RB-S-0001',
			'modules: [sales]',
			'workarounds: [{type: manual, until: 2026-10-01, reconcile: 每日核对}]',
		),
		'docs/rb2.md': runbook(
			'RB-S-0002',
			'modules: [stock]',
			'workarounds: [{type: dual-track, until: 2027-10-01}]',
		),
		'docs/p.md': process(
			'PR-S-0001',
			'modules: [sales]',
			'steps: [{id: go, name: Go, type: start}, {id: ship, name: Ship}, {id: end, name: End, type: end}]',
		),
		'docs/n.md': note('DN-S-0001', '{risk: high, lastAdapted: v15, effortDays: 2, checks: [Runs]}'),
		'docs/i.md': log(
			'LOG-1-0001',
			'2026-11-01',
			'incident',
			'modules: [sales]',
			'process: PR-S-0001',
			'step: ship',
			'severity: S2',
			'exceptionClass: crash-or-slow',
			'cause: capacity',
			'risk: {class: technical, likelihood: 3, impact: 4}',
		),
		'docs/k.md': log(
			'LOG-1-0002',
			'2026-11-02',
			'change',
			'modules: [stock]',
			'requestedBy: a',
			'executedBy: b',
			'approvedBy: c',
			'reason: r',
			'ticket: t',
			'risk: {class: business, likelihood: 1, impact: 1}',
		),
		'docs/perm.md': log(
			'LOG-1-0003',
			'2026-09-02',
			'permission',
			'requestedBy: a',
			'executedBy: b',
			'approvedBy: c',
			'reason: r',
			'ticket: t',
			'permission: {action: add, subject: u, validTo: 2026-10-31}',
		),
	};
	for (let day = 0; day < 210; day++) {
		const date = new Date(Date.UTC(2026, 9, 30) - day * 86_400_000).toISOString().slice(0, 10);
		files[`docs/logs/b${day}.md`] = log(
			`LOG-2-${String(day).padStart(4, '0')}`,
			date,
			'backup',
			`modules: [${day % 2 ? 'sales' : 'stock'}]`,
		);
	}
	return files;
}

async function writeProject(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
}

let site: OpenedSite;

beforeAll(async () => {
	const project = await mkdtemp(join(tmpdir(), 'mainstay-boards-'));
	await writeProject(project, projectFiles());
	const built = await buildSite(project, ['--date', '2026-11-22']);
	site = await openSite(built, { remove: () => rm(project, { recursive: true }) });
});

afterAll(async () => {
	await site?.close();
});

async function open(route: string, options: BrowserContextOptions = {}): Promise<Page> {
	return (await site.visit(route, options)).page;
}

const visibleRows = (page: Page): Promise<number> =>
	page.locator('table[data-board-rows] tbody tr:visible').count();

describe('boards', () => {
	it('exist in every language, with their data beside them', async () => {
		for (const prefix of ['', '/zh-TW', '/en']) {
			for (const board of BOARD_NAMES) {
				const html = await readFile(join(site.folder, prefix, 'boards', board, 'index.html'), 'utf8');
				expect(html, `${prefix} ${board}`).toContain(`/api/boards/${board}.json`);
				expect(html).not.toContain('undefined');
			}
		}
		const { schemaVersion, asOf, count, alarm, data, title } = JSON.parse(
			await readFile(join(site.folder, 'api/boards/workarounds.json'), 'utf8'),
		);
		expect({ schemaVersion, asOf, count, alarm, en: title.en }).toEqual({
			schemaVersion: 1,
			asOf: '2026-11-22',
			count: 2,
			alarm: 1,
			en: 'Temporary measures',
		});
		expect(data[0]).toMatchObject({ id: 'RB-S-0001', state: 'overdue', daysLeft: -52 });
	});

	it('can be read without JavaScript, in whole', async () => {
		const page = await open('/en/boards/workarounds/', { javaScriptEnabled: false });
		expect(await page.locator('tbody tr').count()).toBe(2);
		expect(await page.locator('tbody tr').first().textContent()).toContain('52 days over');
		await page.close();
	});

	it('are listed at the side of a wide window and above in a narrow one', async () => {
		const place = async (options: BrowserContextOptions): Promise<{ side: boolean; rest: boolean }> => {
			const page = await open('boards/timeline/', options);
			const [nav, content] = await Promise.all([
				page.locator('.board-nav').boundingBox(),
				page.locator('#content').boundingBox(),
			]);
			const calendar = page.locator('.board-scroll:has(> .heat-map)');
			const rest = await calendar.evaluate(
				(each) => each.scrollWidth - each.clientWidth - each.scrollLeft < 2,
			);
			await page.context().close();
			return { side: (nav?.x ?? 0) + (nav?.width ?? 0) <= (content?.x ?? 0), rest };
		};
		expect(await place({ viewport: { width: 1440, height: 900 } })).toEqual({ side: true, rest: true });
		expect(await place({ viewport: { width: 390, height: 844 } })).toEqual({ side: false, rest: true });
	});

	it('are counted on the home page', async () => {
		const page = await open('/en/');
		expect(await page.locator('.board-cards a[href$="/boards/workarounds/"]').textContent()).toContain(
			'1 overdue',
		);
		await page.close();
	});

	it('filter by module, in the address', async () => {
		const page = await open('/en/boards/workarounds/');
		await page.selectOption('select[data-field="modules"]', 'stock');
		expect(await visibleRows(page)).toBe(1);
		expect(page.url()).toContain('?modules=stock');
		expect(await page.locator('[data-board-status]').textContent()).toBe('1 of 2 shown');
		await page.reload();
		expect(await visibleRows(page)).toBe(1);
		await page.click('[data-board-reset]');
		expect(await visibleRows(page)).toBe(2);
		expect(new URL(page.url()).search).toBe('');
		await page.close();
	});

	it('choose a cell of the risk matrix, by keyboard too', async () => {
		const page = await open('/en/boards/risks/');
		await page.focus('button[data-value="3-4"]');
		await page.keyboard.press('Enter');
		expect(await visibleRows(page)).toBe(1);
		expect(page.url()).toContain('cell=3-4');
		expect(await page.getAttribute('button[data-value="3-4"]', 'aria-pressed')).toBe('true');
		await page.close();
	});

	it('sort by a column', async () => {
		const page = await open('/en/boards/risks/');
		const first = (): Promise<string | null> =>
			page.locator('table[data-board-rows] tbody tr th').first().textContent();
		expect(await first()).toContain('LOG-1-0001');
		const button = page.getByRole('button', { name: 'Score' });
		await button.click();
		await button.click();
		expect(await first()).toContain('LOG-1-0002');
		await page.close();
	});

	it('complete a table of several pages before they filter it', async () => {
		const page = await open('/en/boards/timeline/');
		expect(await visibleRows(page)).toBe(200);
		await page.selectOption('select[data-field="type"]', 'backup');
		await expect.poll(() => visibleRows(page)).toBe(210);
		expect(await page.locator('[data-pager]').isVisible()).toBe(false);
		await page.close();
		const second = await open('/en/boards/timeline/page-2/', { javaScriptEnabled: false });
		expect(await second.locator('table[data-board-rows] tbody tr').count()).toBe(13);
		await second.close();
	});

	it('choose a release', async () => {
		const page = await open('/en/boards/upgrade/');
		expect(await page.locator('.board-tile dd').first().textContent()).toBe('1');
		await page.getByRole('link', { name: 'v15', exact: true }).click();
		expect(page.url()).toContain('/boards/upgrade/v15/');
		expect(await page.locator('.board-tile dd').first().textContent()).toBe('0');
		await page.close();
	});

	it('have no accessibility violations and no errors, light and dark, desktop and phone', async () => {
		const looks = [
			{ colorScheme: 'light', width: 1280 },
			{ colorScheme: 'dark', width: 390 },
		] as const;
		for (const [at, board] of ['', ...BOARD_NAMES.map((name) => `${name}/`)].entries()) {
			const { colorScheme, width } = looks[at % 2 ? 0 : 1];
			const options = { colorScheme, viewport: { width, height: 900 } };
			await site.open(`/en/boards/${board}`, options, async (page) => {
				expect([board, ...(await violations(page))]).toEqual([board]);
				expect(
					await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
				).toBeLessThanOrEqual(0);
			});
		}
	});
});

describe('an empty knowledge base', () => {
	it('says on every board what would stand there', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'mainstay-empty-'));
		await writeProject(folder, {
			'mainstay.yaml': 'languages: [en]\n',
			'docs/r.md': runbook('RB-S-0001', 'status: retired'),
		});
		const built = await buildSite(folder, ['--date', '2026-11-22']);
		for (const board of BOARD_NAMES) {
			const html = await readFile(join(built.folder, 'boards', board, 'index.html'), 'utf8');
			expect(html.includes('class="board-empty"'), board).toBe(true);
		}
		await built.remove();
		await rm(folder, { recursive: true, force: true });
	});

	it('lets check fail on overdue measures where settings say so', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'mainstay-overdue-'));
		const files = projectFiles();
		await writeProject(folder, {
			'mainstay.yaml': `${SETTINGS}rules: {workaround-expired: error}\n`,
			'docs/rb1.md': files['docs/rb1.md'] ?? '',
		});
		const late = await run(['check', folder, '--date', '2026-11-22']);
		expect([late.code, late.stdout.includes('MS510')]).toEqual([1, true]);
		const early = await run(['check', folder, '--date', '2026-10-01']);
		expect(early.stdout).not.toContain('MS510');
		await rm(folder, { recursive: true, force: true });
	});
});
