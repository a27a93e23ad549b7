import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { buildSite } from './built-site.ts';
import { writeMapProject } from './map-project.ts';
import { DESK, type OpenedSite, openSite } from './opened-site.ts';

let site: OpenedSite;

beforeAll(async () => {
	const project = await writeMapProject();
	site = await openSite(await buildSite(project.folder), project);
});

afterAll(async () => {
	await site?.close();
});

const at = (
	route: string,
	act: (page: Page) => Promise<void>,
	options: BrowserContextOptions = {},
): Promise<void> => site.open(route, { ...DESK, ...options }, act);

const pathOf = (page: Page): string => {
	const { pathname, search, hash } = new URL(page.url());
	return decodeURIComponent(pathname + search + hash);
};
const shownCards = (page: Page): Promise<string[]> =>
	page
		.locator('[data-card]:visible')
		.evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['process'] ?? ''));
const focused = (page: Page): Promise<string | undefined> =>
	page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-process]')?.dataset['process']);

describe('the map', () => {
	it('shows chains, groups, processes and activities in the order of the work', () =>
		at('/map/', async (page) => {
			expect(await page.locator('.chain-head h2').allInnerTexts()).toEqual(['支持价值链', '主价值链']);
			const main = page.locator('.chain').nth(1);
			expect(await main.locator('.chevron strong').allInnerTexts()).toEqual(['销售', '采购', '仓储', '财务']);
			expect(await main.locator('.process-card-title').allInnerTexts()).toEqual([
				'报价',
				'发货',
				'询价',
				'盘点',
			]);
			expect(await main.locator('.process-card-children a').allInnerTexts()).toEqual(['装箱']);
			expect(await main.locator('.map-empty').textContent()).toBe('这个流程组还没有写流程。');
		}));

	it('says how each process stands and why, in words', () =>
		at('/en/map/', async (page) => {
			const health = (id: string) => page.locator(`[data-process="${id}"] > .process-card-health`);
			expect(await health('PR-ONE-0002').textContent()).toContain('Problem');
			expect(await health('PR-ONE-0002').textContent()).toContain('1 open incident, S1 or S2 among them');
			expect(await health('PR-TWO-0002').textContent()).toContain('Never reviewed');
			const why = health('PR-ONE-0001').locator('.health-why');
			expect(await why.isVisible()).toBe(false);
			await health('PR-ONE-0001').hover();
			expect(await why.isVisible()).toBe(true);
			expect(await why.textContent()).toContain(
				'Reviewed 2026-01-01; next review 2036-01-01; no open incident',
			);
			await page.mouse.move(0, 0);
			await page.locator('[data-process="PR-ONE-0001"] .process-card-title').focus();
			await page.keyboard.press('Shift+Tab');
			await page.keyboard.press('Tab');
			expect(await why.isVisible()).toBe(true);
		}));

	it('goes down by links and up by the back button and the breadcrumbs', () =>
		at('/map/', async (page) => {
			await page.locator('.chain-groups .chevron', { hasText: '销售' }).click();
			expect(pathOf(page)).toBe('/map/PR-GRP-0001/');
			expect(await page.locator('h1').textContent()).toBe('销售');
			expect(await page.locator('.mini-flow').count()).toBe(2);
			expect(await page.locator('.siblings [aria-current="page"]').textContent()).toContain('销售');
			await page.locator('.process-card-title', { hasText: '发货' }).click();
			expect(pathOf(page)).toBe('/d/PR-ONE-0002/');
			await page.goBack();
			expect(pathOf(page)).toBe('/map/PR-GRP-0001/');
			await page.locator('.breadcrumbs a').last().click();
			expect(pathOf(page)).toBe('/map/PR-MAIN-0001/');
			await page.locator('.zoom-up a').click();
			expect(pathOf(page)).toBe('/map/#PR-MAIN-0001');
			await page.goBack();
			expect(pathOf(page)).toBe('/map/PR-MAIN-0001/');
		}));

	it('is the same on the pages of value chain and group', async () => {
		await at('/d/PR-MAIN-0001/', async (page) => {
			expect(await page.locator('.process-below .chevron strong').allInnerTexts()).toHaveLength(4);
		});
		await at('/d/PR-GRP-0001/', async (page) => {
			expect(await page.locator('.process-below .process-card-title').allInnerTexts()).toEqual([
				'报价',
				'发货',
			]);
			await page.locator('.process-below .section-head a').click();
			expect(pathOf(page)).toBe('/map/PR-GRP-0001/');
		});
	});

	it('aligns every arrow with its column and lets it reach into the next', () =>
		at('/map/PR-MAIN-0001/', async (page) => {
			const boxes = await page.locator('.chain-group').evaluateAll((groups) =>
				groups.map((group) => {
					const box = (selector: string) => group.querySelector(selector)?.getBoundingClientRect();
					const [arrow, below] = [box('.chevron'), box('.group-fold, .map-empty')];
					return [arrow?.left, arrow?.right, arrow?.top, arrow?.height, below?.left, below?.right].map((n) =>
						Math.round(n ?? 0),
					);
				}),
			);
			for (const [index, [left = 0, right = 0, top, height, under, underRight = 0]] of boxes.entries()) {
				expect([left, top, height]).toEqual([under, boxes[0]?.[2], boxes[0]?.[3]]);
				expect(right).toBeGreaterThan(underRight);
				const next = boxes[index + 1]?.[0];
				if (next !== undefined) expect(right).toBeGreaterThan(next);
				expect(right).toBeLessThanOrEqual(1440);
			}
		}));
});

describe('filters', () => {
	it('hide what does not match, keep the choice in the address and on the way down', () =>
		at('/map/?overlay=incidents', async (page) => {
			await page.locator('[data-map-field="module"]').selectOption('sales');
			expect(await shownCards(page)).toEqual(['PR-ONE-0001', 'PR-ONE-0002']);
			expect(new URL(page.url()).searchParams.toString()).toBe('overlay=incidents&module=sales');
			expect(await page.locator('[data-map-status]').textContent()).toBe('显示 2 个流程，共 6 个');
			expect(await page.locator('.chain-group.is-empty').count()).toBe(4);
			await page.locator('[data-map-health="bad"]').click();
			expect(await shownCards(page)).toEqual(['PR-ONE-0002']);
			await page.locator('.chain-groups .chevron', { hasText: '销售' }).click();
			await page.locator('[data-map-health="bad"][aria-pressed="true"]').waitFor();
			const { pathname, searchParams } = new URL(page.url());
			expect([pathname, searchParams.get('module'), searchParams.get('health')]).toEqual([
				'/map/PR-GRP-0001/',
				'sales',
				'bad',
			]);
			expect(await shownCards(page)).toEqual(['PR-ONE-0002']);
			await page.goBack();
			await page.locator('[data-map-health="bad"][aria-pressed="true"]').waitFor();
			expect(await shownCards(page)).toEqual(['PR-ONE-0002']);
			await page.locator('[data-map-reset]').click();
			expect(await shownCards(page)).toHaveLength(6);
			expect(await page.locator('[data-map-reset]').isVisible()).toBe(false);
		}));

	it('keep a process whose activity matches, and say when nothing does', () =>
		at('/map/?health=unknown&module=stock', async (page) => {
			expect(await shownCards(page)).toEqual(['PR-ONE-0002', 'PR-ONE-0003', 'PR-TWO-0002']);
			await page.locator('[data-map-field="module"]').selectOption('sales');
			expect(await shownCards(page)).toEqual([]);
			expect(await page.locator('[data-map-none]').isVisible()).toBe(true);
		}));

	it('fold and unfold all groups, and start folded on a phone', async () => {
		await at('/map/', async (page) => {
			const fold = page.locator('[data-map-fold]');
			expect(await fold.textContent()).toBe('全部收起');
			await fold.click();
			expect(await shownCards(page)).toEqual([]);
			expect(await fold.textContent()).toBe('全部展开');
			await fold.click();
			expect(await shownCards(page)).toHaveLength(6);
		});
		const phone = { viewport: { width: 390, height: 844 } };
		await at(
			'/map/#PR-GRP-0002',
			async (page) => {
				expect(await shownCards(page)).toEqual(['PR-TWO-0001']);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
			},
			phone,
		);
	});
});

describe('the keyboard', () => {
	it('goes from card to card by arrows and opens with Enter', () =>
		at('/map/PR-MAIN-0001/', async (page) => {
			await page.locator('.chain-groups .chevron').first().focus();
			const press = async (key: string): Promise<string | undefined> => {
				await page.keyboard.press(key);
				return focused(page);
			};
			expect(await press('ArrowRight')).toBe('PR-GRP-0002');
			expect(await press('ArrowDown')).toBe('PR-TWO-0001');
			expect(await press('ArrowLeft')).toBe('PR-ONE-0001');
			expect(await press('ArrowDown')).toBe('PR-ONE-0002');
			expect(await press('ArrowDown')).toBe('PR-ONE-0003');
			expect(await press('ArrowUp')).toBe('PR-ONE-0002');
			await page.keyboard.press('Enter');
			await page.waitForURL('**/d/PR-ONE-0002/');
		}));

	it('reaches everything by Tab in the order of reading', () =>
		at('/map/PR-MAIN-0001/', async (page) => {
			await page.locator('.chain-groups .chevron').first().focus();
			const seen: (string | undefined)[] = [];
			for (let step = 0; step < 8; step++) {
				seen.push(await focused(page));
				await page.keyboard.press('Tab');
			}
			expect(seen.filter((id, index) => id && id !== seen[index - 1])).toEqual([
				'PR-GRP-0001',
				'PR-ONE-0001',
				'PR-ONE-0002',
				'PR-ONE-0003',
				'PR-GRP-0002',
				'PR-TWO-0001',
			]);
		}));
});

describe('everybody', () => {
	it('reads the map without JavaScript, folded groups open by themselves', () =>
		at(
			'/map/',
			async (page) => {
				expect(await page.locator('.process-card-title:visible').count()).toBe(5);
				expect(await page.locator('[data-map-field]:visible').count()).toBe(0);
				await page.locator('.group-fold summary').first().click();
				expect(await page.locator('.process-card-title:visible').count()).toBe(4);
			},
			{ javaScriptEnabled: false },
		));

	const cases = [
		'/map/',
		'/en/map/PR-MAIN-0001/',
		'/zh-TW/map/PR-GRP-0001/',
		'/d/PR-MAIN-0001/',
		'/',
	].flatMap((route) => [1440, 390].map((width) => [route, width] as const));
	it.each(cases)('finds no barrier at %s, light and dark, %i px', (route, width) =>
		at(
			route,
			async (page) => {
				expect(await violationsInBothThemes(page)).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			},
			{ viewport: { width, height: 900 } },
		),
	);
});
