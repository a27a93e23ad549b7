import { JSDOM } from 'jsdom';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations, violationsInBothThemes } from './axe.ts';
import { readPages, repositorySite } from './built-site.ts';
import { REPOSITORY_DAY } from './global-setup.ts';
import { type OpenedSite, openSite } from './opened-site.ts';
import { factsOf, type Raw, readRaw } from './overlay-facts.ts';

const PROCESS = '/d/PR-O2C-0001/';

let site: OpenedSite;
let pages: Map<string, string>;
let raw: Map<string, Raw>;

beforeAll(async () => {
	[site, pages, raw] = await Promise.all([
		openSite(repositorySite()),
		readPages(repositorySite().folder),
		readRaw(),
	]);
});

afterAll(async () => {
	await site?.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
	const { page, log } = await site.visit(path, { viewport: { width: 1280, height: 900 }, ...options });
	page.once('close', () => expect([...log.errors, ...log.foreign]).toEqual([]));
	return page;
}

/** The marks in the drawing that a reader sees. */
const shownMarks = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('.diagram-marks .mark')]
			.filter((mark) => mark.getClientRects().length > 0)
			.map((mark) => mark.textContent ?? ''),
	);

const choose = (page: Page, overlay: string): Promise<void> =>
	page.locator(`[data-overlay-choice="${overlay}"]`).click();

const overlayOf = (page: Page): string | null => new URL(page.url()).searchParams.get('overlay');

describe('the facts of each step', () => {
	it('are what the files say, counted once more without the compiler', () => {
		const processes = [...raw.values()].filter(({ kind, steps }) => kind === 'process' && steps);
		expect(processes.length).toBeGreaterThan(8);
		const seen = { incidents: 0, open: 0, missing: 0, overdue: 0 };
		for (const process of processes) {
			const { document } = new JSDOM(pages.get(`/d/${process.id}/`)).window;
			const rows = [...document.querySelectorAll('.overlay-table tbody tr')];
			expect(rows).toHaveLength(process.steps?.length ?? 0);
			for (const [at, step] of (process.steps ?? []).entries()) {
				const cell = (name: string): Element | null | undefined =>
					rows[at]?.querySelector(`td[data-column="${name}"]`);
				const ids = (name: string): string[] =>
					[...(cell(name)?.querySelectorAll('.overlay-items .doc-id') ?? [])]
						.map((each) => each.textContent ?? '')
						.sort();
				const words = (name: string): string =>
					cell(name)?.querySelector('.overlay-words')?.lastChild?.textContent ?? '';
				const facts = factsOf(raw, process, step, REPOSITORY_DAY);
				const where = `${process.id}#${step.id}`;
				expect(rows[at]?.querySelector('th a')?.textContent).toBe(step.name);
				const incidents = ids('incidents').filter((id) => raw.get(id)?.logType === 'incident');
				expect(incidents, where).toEqual(facts.incidents);
				if (incidents.length > 0) {
					const mark = cell('incidents')?.querySelector('.overlay-mark');
					expect(mark?.textContent, where).toBe(String(incidents.length));
				}
				expect(Number(/(\d+) 项处理中/.exec(words('incidents'))?.[1] ?? 0), where).toBe(facts.open);
				expect(ids('runbooks'), where).toEqual(facts.runbooks);
				expect(words('runbooks').includes('没有手册'), where).toBe(facts.missing);
				expect(words('runbooks').includes('却发生过异常'), where).toBe(
					facts.missing && facts.incidents.length > 0,
				);
				expect(ids('customisations'), where).toEqual(facts.customisations);
				expect(Number(/(\d+) 份逾期/.exec(words('reviews'))?.[1] ?? 0), where).toBe(facts.overdue);
				expect(ids('controls'), where).toEqual(facts.controls);
				seen.incidents += facts.incidents.length;
				seen.open += facts.open;
				seen.missing += facts.missing ? 1 : 0;
				seen.overdue += facts.overdue;
			}
		}
		// The sample shows something of everything.
		for (const [name, count] of Object.entries(seen)) expect(count, name).toBeGreaterThan(0);
	});

	it('are the numbers in the drawing', async () => {
		const page = await open(`${PROCESS}?overlay=incidents`);
		const process = raw.get('PR-O2C-0001');
		const expected = (process?.steps ?? [])
			.map((step) => factsOf(raw, process ?? {}, step, REPOSITORY_DAY).incidents.length)
			.filter((count) => count > 0)
			.map(String);
		expect((await shownMarks(page)).sort()).toEqual(expected.sort());
		await page.close();
	});
});

describe('choosing an overlay', () => {
	it('shows its marks, its legend and its column, and is in the address', async () => {
		const page = await open(PROCESS);
		expect(await shownMarks(page)).toEqual([]);
		expect(await page.locator('.overlay-legend:visible').count()).toBe(0);
		expect(await page.locator('[data-overlay-facts]').getAttribute('open')).toBeNull();
		await choose(page, 'incidents');
		expect(overlayOf(page)).toBe('incidents');
		expect((await shownMarks(page)).length).toBeGreaterThan(2);
		expect(await page.locator('.overlay-legend:visible').getAttribute('data-legend')).toBe('incidents');
		expect(await page.locator('[aria-current="true"][data-overlay-choice]').textContent()).toMatch(/^异常/);
		expect(
			await page.locator('td[data-column="incidents"] .overlay-items .doc-link').first().isVisible(),
		).toBe(true);
		expect(await page.locator('td[data-column="runbooks"] .overlay-items').first().isVisible()).toBe(false);
		await page.close();
	});

	it('is undone and done again by back and forward, and survives a reload', async () => {
		const page = await open(PROCESS);
		await choose(page, 'incidents');
		await choose(page, 'controls');
		const controls = await shownMarks(page);
		await page.goBack();
		expect(overlayOf(page)).toBe('incidents');
		expect(await page.locator(':root').getAttribute('data-overlay')).toBe('incidents');
		await page.goBack();
		expect(await shownMarks(page)).toEqual([]);
		await page.goForward();
		await page.goForward();
		await page.reload();
		expect(await shownMarks(page)).toEqual(controls);
		await choose(page, '');
		expect(new URL(page.url()).search).toBe('');
		expect(await shownMarks(page)).toEqual([]);
		await page.close();
	});

	it('works from the keyboard and keeps the place in the page', async () => {
		const page = await open(`${PROCESS}#pick`);
		await page.locator('[data-overlay-choice="reviews"]').focus();
		await page.keyboard.press('Enter');
		expect(overlayOf(page)).toBe('reviews');
		expect(new URL(page.url()).hash).toBe('#pick');
		await page.close();
	});

	it('ignores an overlay that there is not', async () => {
		const page = await open(`${PROCESS}?overlay=weather`);
		expect(await page.locator(':root').getAttribute('data-overlay')).toBeNull();
		await page.close();
	});

	it('goes along from the map to a process, to a step and back to the map', async () => {
		// Wide enough for the site's navigation to stand in the header.
		const page = await open('/map/', { viewport: { width: 1440, height: 900 } });
		await choose(page, 'incidents');
		const card = page.locator('[data-card][data-process="PR-O2C-0001"] > .process-marks');
		expect(await card.textContent()).toMatch(/^\d+1 项处理中/);
		await page.locator('[data-overlay-sums] tr[data-row="PR-O2C-0001"] th a').click();
		await page.waitForURL(/\/d\/PR-O2C-0001\/\?overlay=incidents/);
		expect((await shownMarks(page)).length).toBeGreaterThan(2);
		await page.locator('.overlay-table th a[href="#pick"]').click();
		expect(overlayOf(page)).toBe('incidents');
		await page.locator('nav a[href^="/map/"]').first().click();
		await page.waitForURL(/\/map\/.*overlay=incidents/);
		expect(await page.locator('.process-marks .overlay-mark').count()).toBeGreaterThan(5);
		await page.close();
	});

	it('marks no way to a neighbour of a zoomed process: the table does not know them', async () => {
		const page = await open('/map/PR-SAL-0001/?overlay=customisations');
		expect(await page.locator('nav .process-marks .overlay-mark').count()).toBe(0);
		expect(await page.locator('[data-card] > .process-marks .overlay-mark').count()).toBeGreaterThan(1);
		await page.close();
	});
});

describe('the table', () => {
	const firstSteps = (page: Page, count: number): Promise<string[]> =>
		page
			.locator('.overlay-table tbody th a')
			.evaluateAll(
				(links, most) => links.slice(0, most as number).map((link) => link.textContent ?? ''),
				count,
			);

	it('sorts by each column and back into the order of the flow, from the keyboard too', async () => {
		const page = await open(PROCESS);
		await page.locator('[data-overlay-facts] > summary').click();
		const flow = await firstSteps(page, 20);
		const heading = page.locator('.overlay-table th[data-column="incidents"]');
		await heading.locator('button').focus();
		await page.keyboard.press('Enter');
		expect(await heading.getAttribute('aria-sort')).toBe('descending');
		expect((await firstSteps(page, 1))[0]).toBe('批准特价');
		expect(await page.locator('[data-sort-status]').textContent()).toContain('异常');
		await page.keyboard.press('Space');
		expect(await heading.getAttribute('aria-sort')).toBe('ascending');
		expect((await firstSteps(page, 20)).at(-1)).toBe('批准特价');
		await page.keyboard.press('Enter');
		expect(await heading.getAttribute('aria-sort')).toBeNull();
		expect(await firstSteps(page, 20)).toEqual(flow);
		const name = page.locator('.overlay-table thead th').first();
		await name.locator('button').click();
		expect(await name.getAttribute('aria-sort')).toBe('ascending');
		const collated = [...flow].sort(new Intl.Collator('zh-CN', { numeric: true }).compare);
		expect(await firstSteps(page, 20)).toEqual(collated);
		await page.close();
	});

	it('is read without a script, and the address of a column shows its marks', async () => {
		const page = await open(`${PROCESS}#_overlay-incidents`, { javaScriptEnabled: false });
		expect(await page.locator('.overlay-table thead button').count()).toBe(0);
		expect(await page.locator('.overlay-legend:visible').count()).toBe(1);
		await page.locator('[data-overlay-facts]').evaluate((box) => box.setAttribute('open', ''));
		expect(await page.locator('td[data-column="incidents"] .overlay-words').first().isVisible()).toBe(true);
		await page.close();
	});

	it('shows the chosen column alone on a phone, without widening the page', async () => {
		const page = await open(`${PROCESS}?overlay=reviews`, { viewport: { width: 390, height: 844 } });
		expect(await page.locator('.overlay-table thead th:visible').count()).toBe(2);
		const { width, scroll } = await page.evaluate(() => ({
			width: document.documentElement.clientWidth,
			scroll: document.documentElement.scrollWidth,
		}));
		expect(scroll).toBeLessThanOrEqual(width);
		await page.close();
	});
});

describe('accessibility', () => {
	const PARTS = ['.overlay-bar', '.overlay-facts', '.diagram-marks', '.process-marks'];
	it.each([
		[PROCESS, 'light and dark', violationsInBothThemes],
		['/map/', 'light and dark', violationsInBothThemes],
		['/en/d/PR-P2P-0001/', 'light', violations],
	] as const)('has no violations on %s in %s, whatever is chosen', async (path, _, violationsOf) => {
		const page = await open(`${path}?overlay=incidents`);
		for (const overlay of ['incidents', 'runbooks', 'reviews']) {
			await choose(page, overlay);
			const found = await violationsOf(page, PARTS);
			expect(found, overlay).toEqual([]);
		}
		await page.close();
	});
});
