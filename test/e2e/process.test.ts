import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { buildSite } from './built-site.ts';
import { type OpenedSite, openSite, PHONE } from './opened-site.ts';
import { writeProcessProject } from './process-project.ts';

const ORDER = 'en/d/PR-TST-0001/';
const LONG = 'en/d/PR-TST-0060/';
const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 1000 } };

let site: OpenedSite;
const open: OpenedSite['open'] = (...look) => site.open(...look);

beforeAll(async () => {
	const project = await writeProcessProject();
	site = await openSite(await buildSite(project.root), project);
});

afterAll(async () => {
	await site?.close();
});

function node(page: Page, step: string): Locator {
	return page.locator(`.diagram-node[data-step="${step}"]:visible`);
}

function focused(page: Page): Promise<string | null | undefined> {
	return page.evaluate(() => document.activeElement?.getAttribute('data-step'));
}

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
	const box = await locator.boundingBox();
	if (!box) throw new Error('not to be seen');
	return box;
}

function apart(a: Box, b: Box): boolean {
	return a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
}

/** Scale of the drawing that is shown: CSS pixels per unit. */
function scale(page: Page): Promise<number> {
	return page.evaluate(() => {
		const svg = [...document.querySelectorAll<SVGSVGElement>('.diagram-view > svg')].find(
			(each) => each.getClientRects().length > 0,
		);
		return svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 0;
	});
}

describe('a step’s address', () => {
	it('marks the step in the drawing and brings its section below the header', async () => {
		await open(`${ORDER}#credit`, DESK, async (page) => {
			expect(await node(page, 'credit').getAttribute('aria-current')).toBe('step');
			expect(await page.locator('.diagram-edge.of-current[data-to="credit"]').count()).toBeGreaterThan(0);
			const heading = await boxOf(page.locator('h2#credit'));
			const header = await boxOf(page.locator('.site-header'));
			expect(heading.y).toBeGreaterThanOrEqual(header.y + header.height);
			expect(heading.y).toBeLessThan(1000);
		});
	});

	it('follows clicks, back and forward', async () => {
		await open(ORDER, DESK, async (page) => {
			await node(page, 'ship').click();
			await page.waitForURL(/#ship$/);
			await expect.poll(() => node(page, 'ship').getAttribute('aria-current')).toBe('step');
			await page.evaluate(() => document.querySelector<HTMLElement>('.step-ways a[data-to="pick"]')?.click());
			await expect.poll(() => node(page, 'pick').getAttribute('aria-current')).toBe('step');
			await page.goBack();
			await expect.poll(() => node(page, 'ship').getAttribute('aria-current')).toBe('step');
			await page.goBack();
			await expect.poll(() => page.locator('[aria-current="step"]').count()).toBe(0);
			await page.goForward();
			await expect.poll(() => node(page, 'ship').getAttribute('aria-current')).toBe('step');
		});
	});

	it('opens the step list where that was folded, and reaches an entry below the header', async () => {
		await open(ORDER, DESK, async (page) => {
			await page.locator('.step-list > summary').click();
			expect(await page.locator('#ship').isVisible()).toBe(false);
			await page.evaluate(() => (location.hash = 'ship'));
			await expect.poll(() => page.locator('#ship').isVisible()).toBe(true);
			const header = await boxOf(page.locator('.site-header'));
			await expect.poll(async () => (await boxOf(page.locator('#ship'))).y).toBeLessThan(1000);
			expect((await boxOf(page.locator('#ship'))).y).toBeGreaterThanOrEqual(header.y + header.height - 1);
		});
	});

	it('leads somewhere without scripts too, for every step', async () => {
		await open(ORDER, { ...DESK, javaScriptEnabled: false }, async (page) => {
			const steps = await page
				.locator('.diagram-columns .diagram-node')
				.evaluateAll((nodes) => nodes.map((each) => each.getAttribute('data-step') ?? ''));
			expect(steps).toHaveLength(10);
			for (const step of steps) expect(await page.locator(`[id="${step}"]`).count(), step).toBe(1);
			expect(await page.locator('.step-panel, .diagram-help:visible, .diagram-bar').count()).toBe(0);
		});
	});

	it('has a way back from the entry and from the section', async () => {
		await open(ORDER, DESK, async (page) => {
			for (const [place, step] of [
				['.step-list', 'special'],
				['h2#credit', 'credit'],
			] as const) {
				await page.locator(`${place} [data-show-step="${step}"]`).click();
				await expect.poll(() => focused(page)).toBe(step);
				expect(page.url()).toMatch(new RegExp(`#${step}$`));
				const inSight = async (): Promise<boolean> => {
					const { y } = await boxOf(node(page, step));
					return y > 52 && y < 950;
				};
				await expect.poll(inSight).toBe(true);
				expect(await node(page, step).getAttribute('aria-current')).toBe('step');
			}
		});
	});
});

describe('the panel beside a step', () => {
	it('shows what the step list says, beside the step, and stays while the pointer is on it', async () => {
		const granted = { ...DESK, permissions: ['clipboard-read', 'clipboard-write'] };
		await open(ORDER, granted, async (page) => {
			await node(page, 'quote').hover();
			const panel = page.locator('.step-panel');
			await panel.waitFor({ state: 'visible' });
			const text = (await panel.textContent()) ?? '';
			for (const word of [
				'Quote the price',
				'Sales clerk',
				'Selling > Quotation',
				'The ERP',
				'Price list',
				'Prices come from the price list',
				'The quotation cannot be saved',
				'A field on the quotation',
				'Quotation trouble 2',
				'open · S3 · 2026-01-02',
				'Quotation trouble 5',
				'2 more in the table',
				'1. Order arrives',
				'4. Approve the special price',
				'3. Discount within authority?',
			])
				expect(text).toContain(word);
			expect(apart(await boxOf(panel), await boxOf(node(page, 'quote').locator('.diagram-shape')))).toBe(
				true,
			);
			expect(await page.locator('.diagram-edge.of-looked-at').count()).toBeGreaterThan(0);
			await panel.locator('.copy-transaction').hover();
			await page.waitForTimeout(500);
			expect(await panel.isVisible()).toBe(true);
			await panel.locator('.copy-transaction').click();
			await expect
				.poll(() => page.evaluate(() => navigator.clipboard.readText()))
				.toBe('Selling > Quotation');
			await page.keyboard.press('Escape');
			expect(await panel.isVisible()).toBe(false);
		});
	});

	it('goes when the pointer goes', async () => {
		await open(ORDER, DESK, async (page) => {
			await node(page, 'quote').hover();
			await page.locator('.step-panel').waitFor({ state: 'visible' });
			await page.mouse.move(5, 300);
			await page.locator('.step-panel').waitFor({ state: 'hidden' });
		});
	});

	it('opens on keyboard focus, is entered with Space, gives the focus back, and is announced once', async () => {
		await open(ORDER, DESK, async (page) => {
			await node(page, 'begin').focus();
			await page.keyboard.press('Tab');
			expect(await focused(page)).toBe('quote');
			const panel = page.locator('.step-panel');
			expect(await panel.isVisible()).toBe(true);
			expect(await panel.getAttribute('aria-live')).toBeNull();
			expect(await node(page, 'quote').getAttribute('aria-describedby')).toBeNull();
			await page.keyboard.press('Space');
			expect(await page.evaluate(() => document.activeElement?.closest('.step-panel') !== null)).toBe(true);
			await page.keyboard.press('Escape');
			expect(await focused(page)).toBe('quote');
			expect(await panel.isVisible()).toBe(false);
			await page.keyboard.press('Tab');
			expect(await focused(page)).toBe('discount');
			expect(await panel.isVisible()).toBe(true);
		});
	});

	it('passes Tab on to the next step from its last link', async () => {
		await open(ORDER, DESK, async (page) => {
			await node(page, 'begin').focus();
			await page.keyboard.press('Tab');
			await page.keyboard.press('Space');
			for (let pressed = 0; pressed < 20 && (await focused(page)) === null; pressed++)
				await page.keyboard.press('Tab');
			expect(await focused(page)).toBe('discount');
		});
	});

	it('is a sheet at the bottom of a phone; the second tap opens', async () => {
		await open(ORDER, PHONE, async (page) => {
			await node(page, 'discount').tap();
			const panel = page.locator('.step-panel.is-sheet');
			await panel.waitFor({ state: 'visible' });
			const sheet = await boxOf(panel);
			expect(Math.round(sheet.y + sheet.height)).toBe(844);
			expect(sheet.width).toBe(390);
			const step = await boxOf(node(page, 'discount').locator('.diagram-shape'));
			expect(step.y + step.height).toBeLessThanOrEqual(sheet.y);
			expect(page.url()).not.toMatch(/#/);
			await node(page, 'discount').tap();
			await page.waitForURL(/#discount$/);
			await panel.waitFor({ state: 'hidden' });
		});
	});

	it('opens the child process of a subprocess from the sheet', async () => {
		await open(ORDER, PHONE, async (page) => {
			await node(page, 'credit').tap();
			await page.locator('.step-panel-open').tap();
			await page.waitForURL(/\/d\/PR-TST-0002\/$/);
		});
	});
});

describe('the keyboard in the drawing', () => {
	it('goes through the steps in flow order with Tab, and to neighbours with the arrows', async () => {
		await open(ORDER, DESK, async (page) => {
			await node(page, 'begin').focus();
			const order = [await focused(page)];
			for (let count = 1; count < 10; count++) {
				await page.keyboard.press('Tab');
				order.push(await focused(page));
			}
			expect(new Set(order).size).toBe(10);
			expect(order.slice(0, 5)).toEqual(['begin', 'quote', 'discount', 'special', 'credit']);
			await page.keyboard.press('Home');
			expect(await focused(page)).toBe('begin');
			await page.keyboard.press('ArrowDown');
			expect(await focused(page)).toBe('quote');
			await page.keyboard.press('ArrowDown');
			expect(await focused(page)).toBe('discount');
			await page.keyboard.press('ArrowRight');
			expect(await focused(page)).toBe('special');
			await page.keyboard.press('ArrowLeft');
			expect(await focused(page)).toBe('discount');
			await page.keyboard.press('End');
			expect(await focused(page)).toBe('done');
		});
	});

	it('opens a step with Enter: its section, or the child process', async () => {
		await open(ORDER, DESK, async (page) => {
			await node(page, 'pick').focus();
			await page.keyboard.press('Enter');
			await page.waitForURL(/#pick$/);
			await node(page, 'credit').focus();
			await page.keyboard.press('Enter');
			await page.waitForURL(/\/d\/PR-TST-0002\/$/);
			expect(await page.locator('.opener a').last().getAttribute('href')).toMatch(/PR-TST-0001\/#credit$/);
			expect(await page.locator('.opener').textContent()).toContain('第 5 步 检查信用');
			expect(await page.locator('.breadcrumbs').textContent()).toContain('订单到收款');
		});
	});

	it('comes back to the step that it was left by', async () => {
		await open(ORDER, DESK, async (page) => {
			for (const [step, left] of [
				['pick', /#pick$/],
				['credit', /\/d\/PR-TST-0002\/$/],
			] as const) {
				await node(page, step).focus();
				await page.keyboard.press('Enter');
				await page.waitForURL(left);
				await page.goBack();
				await page.waitForURL(/PR-TST-0001\/$/);
				await expect.poll(() => focused(page)).toBe(step);
			}
		});
	});

	it('leaves with Escape and goes on behind the drawing', async () => {
		await open(ORDER, DESK, async (page) => {
			await node(page, 'quote').focus();
			await page.keyboard.press('Escape');
			await page.keyboard.press('Escape');
			expect(await focused(page)).toBeNull();
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('SVG');
		});
	});

	it('zooms, pans and keeps the focused step in sight', async () => {
		await open(LONG, DESK, async (page) => {
			const view = page.locator('.diagram-view:visible');
			await node(page, 's1').focus();
			const before = await scale(page);
			await page.keyboard.press('+');
			expect(await scale(page)).toBeCloseTo(before * 1.25, 2);
			await page.keyboard.press('1');
			expect(await scale(page)).toBeCloseTo(1, 2);
			for (const key of ['End', 'Home', 'Tab', 'Tab', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown']) {
				await page.keyboard.press(key);
				const [inner, outer] = [
					await boxOf(page.locator('.diagram-node:focus .diagram-shape')),
					await boxOf(view),
				];
				expect(inner.x, key).toBeGreaterThanOrEqual(outer.x);
				expect(inner.x + inner.width, key).toBeLessThanOrEqual(outer.x + outer.width);
				expect(inner.y, key).toBeGreaterThanOrEqual(outer.y);
				expect(inner.y + inner.height, key).toBeLessThanOrEqual(outer.y + outer.height);
			}
			const left = await view.evaluate((each) => each.scrollLeft);
			await page.keyboard.press('Shift+ArrowRight');
			expect(await view.evaluate((each) => each.scrollLeft)).toBe(left + 60);
			await page.keyboard.press('0');
			expect(await view.evaluate((each) => each.scrollWidth <= each.clientWidth + 1)).toBe(true);
		});
	});
});

describe('the drawing under the hand', () => {
	it('has a small map only when it is larger than its view, which moves it', async () => {
		await open(ORDER, { viewport: { width: 1440, height: 1400 } }, async (page) => {
			await page.waitForTimeout(200);
			expect(await page.locator('.diagram-map').count()).toBe(0);
			for (let count = 0; count < 4; count++) await page.locator('[data-zoom-action="in"]').click();
			await page.locator('.diagram-map svg').waitFor();
			await page.locator('[data-zoom-action="reset"]').click();
			await page.locator('.diagram-map').waitFor({ state: 'detached' });
		});
		await open(LONG, DESK, async (page) => {
			const map = page.locator('.diagram-map svg');
			await map.waitFor();
			await map.scrollIntoViewIfNeeded();
			const { x, y, width, height } = await boxOf(map);
			const view = page.locator('.diagram-view:visible');
			await page.mouse.click(x + width - 3, y + height / 2);
			const end = await view.evaluate((each) => [each.scrollLeft, each.scrollWidth - each.clientWidth]);
			expect(end[0]).toBeGreaterThan((end[1] ?? 0) - 40);
			await page.mouse.move(x + width - 3, y + height / 2);
			await page.mouse.down();
			await page.mouse.move(x + 2, y + height / 2, { steps: 4 });
			await page.mouse.up();
			expect(await view.evaluate((each) => each.scrollLeft)).toBeLessThan(40);
		});
	});

	it('has a map that covers nothing above the drawing, and never the page’s whole width', async () => {
		await open(LONG, DESK, async (page) => {
			const map = page.locator('.diagram-map svg');
			await map.waitFor();
			expect((await boxOf(map)).height).toBeGreaterThan(30);
			const { y } = await boxOf(page.locator('.diagram-view:visible'));
			await page.setViewportSize({ width: 1440, height: Math.round(y) + 40 });
			await map.waitFor({ state: 'hidden' });
		});
		await open(LONG, PHONE, async (page) => {
			const map = page.locator('.diagram-map svg');
			await map.waitFor();
			const { width, height } = await boxOf(map);
			expect(width).toBeLessThan(300);
			expect(height).toBeGreaterThan(12);
		});
	});

	it('keeps the names of the lanes in sight', async () => {
		await open(LONG, DESK, async (page) => {
			const names = page.locator('.lane-strip span:visible');
			await page.waitForTimeout(200);
			expect(await names.count()).toBe(0);
			await page.locator('.diagram-view:visible').evaluate((each) => each.scrollTo(900, 0));
			await expect.poll(() => names.count()).toBe(7);
			expect(await names.first().textContent()).toBe('Role 1');
		});
		await open(ORDER, { viewport: { width: 1440, height: 500 } }, async (page) => {
			await page.locator('[data-choose-drawing="columns"]').click();
			await node(page, 'ship').scrollIntoViewIfNeeded();
			await expect
				.poll(() => page.locator('.lane-strip span:visible').allTextContents())
				.toEqual(['Sales clerk', 'Sales manager', 'Credit controller', 'Warehouse keeper']);
		});
	});

	it('is dragged without opening the step it was taken by', async () => {
		await open(LONG, DESK, async (page) => {
			await page.locator('[data-zoom-action="original"]').click();
			const { x, y } = await boxOf(node(page, 's3'));
			await page.mouse.move(x + 20, y + 20);
			await page.mouse.down();
			await page.mouse.move(x - 80, y + 20, { steps: 5 });
			await page.mouse.up();
			const left = await page.locator('.diagram-view:visible').evaluate((each) => each.scrollLeft);
			expect(left).toBeGreaterThan(80);
			expect(page.url()).not.toMatch(/#/);
		});
	});

	it('zooms with two fingers', async () => {
		await open(LONG, PHONE, async (page) => {
			const { x, y } = await boxOf(page.locator('.diagram-view:visible'));
			const before = await scale(page);
			const session = await page.context().newCDPSession(page);
			const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number): Promise<unknown> =>
				session.send('Input.dispatchTouchEvent', {
					type,
					touchPoints:
						type === 'touchEnd'
							? []
							: [
									{ x: x + 150 - apart, y: y + 100 },
									{ x: x + 150 + apart, y: y + 100 },
								],
				});
			await touch('touchStart', 30);
			await touch('touchMove', 45);
			await touch('touchMove', 60);
			await touch('touchEnd', 0);
			expect(await scale(page)).toBeGreaterThan(before * 1.6);
			expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
		});
	});

	it('is shown as chosen, here and on the next process, and after a reload', async () => {
		await open(ORDER, DESK, async (page) => {
			const shown = (): Promise<string | null> =>
				page.locator('.diagram-view:visible').getAttribute('data-zoom-view');
			const first = await shown();
			const other = first === 'rows' ? 'columns' : 'rows';
			await page.locator(`[data-choose-drawing="${other}"]`).click();
			expect(await shown()).toBe(other);
			expect(await page.locator('[aria-pressed="true"]').getAttribute('data-choose-drawing')).toBe(other);
			await page.reload();
			expect(await shown()).toBe(other);
			await page.goto(`${site.url}d/PR-TST-0002/`);
			expect(await shown()).toBe(other);
			await page.goto(site.url + ORDER);
			await page.locator('[data-choose-drawing="data"]').click();
			expect(await shown()).toBe('data');
			await node(page, 'ship').click();
			await expect.poll(() => node(page, 'ship').getAttribute('aria-current')).toBe('step');
		});
	});

	it('has its data objects in either orientation, on paper too', async () => {
		for (const address of [ORDER, LONG]) {
			await open(address, DESK, async (page) => {
				await page.locator('[data-choose-drawing="data"]').click();
				const drawings = page.locator('.diagram-view > svg');
				const seen = (): Promise<string[]> =>
					drawings.evaluateAll((all) =>
						all
							.filter((each) => each.getBoundingClientRect().height > 0)
							.map((each) => each.parentElement?.dataset['zoomView'] ?? ''),
					);
				expect(await seen()).toEqual(['data']);
				await page.emulateMedia({ media: 'print' });
				expect(await seen()).toEqual(['data']);
				await page.reload();
				await page.evaluate(() => localStorage.clear());
				await page.reload();
				expect((await seen()).length).toBe(1);
			});
		}
	});
});

describe('taking the drawing along', () => {
	it('offers the files, and makes a picture of twice the size', async () => {
		await open(ORDER, DESK, async (page) => {
			const files = page.locator('.drawing-exports a');
			expect(await files.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
				'/en/d/PR-TST-0001/PR-TST-0001.svg',
				'/en/d/PR-TST-0001/PR-TST-0001.bpmn',
			]);
			const svg = await readFile(join(site.folder, 'en/d/PR-TST-0001/PR-TST-0001.svg'), 'utf8');
			const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.locator('[data-export="png"]').click(),
			]);
			expect(download.suggestedFilename()).toBe('PR-TST-0001 Order to cash.png');
			const picture = await readFile(await download.path());
			expect(picture.toString('latin1', 1, 4)).toBe('PNG');
			expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([
				Number(width) * 2,
				Number(height) * 2,
			]);
		});
	});

	it('says so when the picture cannot be made', async () => {
		const context = await site.browser.newContext(DESK);
		const page = await context.newPage();
		await page.goto(site.url + ORDER);
		await page.route('**/PR-TST-0001.svg', (route) => route.fulfill({ status: 500, body: '' }));
		await page.locator('[data-export="png"]').click();
		await expect.poll(() => page.locator('.drawing-exports-state').textContent()).toContain('SVG');
		await context.close();
	});

	it('prints the drawing on one landscape page among upright ones, and alone from its button', async () => {
		await open(LONG, DESK, async (page) => {
			await page.locator('[data-zoom-action="in"]').click();
			const whole = await pagesOf(page);
			expect(whole.filter((each) => each === 'landscape')).toEqual(['landscape']);
			expect(whole[0]).toBe('portrait');
			expect(whole.length).toBeGreaterThan(2);
			await page.evaluate(() => {
				Object.assign(window, { print: () => undefined });
			});
			await page.locator('[data-export="print"]').click();
			expect(await pagesOf(page)).toEqual(['landscape']);
			await page.evaluate(() => dispatchEvent(new Event('afterprint')));
			expect((await pagesOf(page)).length).toBe(whole.length);
		});
	});
});

/** The shapes of the sheets that the page prints on. */
async function pagesOf(page: Page): Promise<string[]> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
		Number(width) > Number(height) ? 'landscape' : 'portrait',
	);
}

describe('the step list', () => {
	it('nests the choices of a decision and names a loop', async () => {
		await open(ORDER, { ...DESK, javaScriptEnabled: false }, async (page) => {
			const entry = (step: string): Locator => page.locator(`[data-step-entry="${step}"]`);
			const texts = async (found: Locator): Promise<string[]> =>
				(await found.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
			expect(await page.locator('.step-list ol > li').count()).toBe(10);
			expect(await texts(entry('discount').locator('ul > li'))).toEqual([
				'when within → 5. Check the credit',
				'when beyond → 4. Approve the special price',
			]);
			expect((await texts(entry('special').locator('ul > li')))[1]).toBe(
				'when rejected ↩ back to step 2 Quote the price',
			);
			expect(await texts(entry('prepare').locator('.step-ways > p'))).toEqual(['At the same time:']);
			expect(await texts(entry('quote').locator('.step-controls dd'))).toEqual([
				'C-TST-01Prices come from the price list',
			]);
		});
	});
});

describe('accessibility', () => {
	const states: readonly [string, string, BrowserContextOptions, (page: Page) => Promise<void>][] = [
		['as opened', ORDER, DESK, async () => undefined],
		[
			'with the panel open',
			`${ORDER}#credit`,
			DESK,
			async (page) => {
				await node(page, 'begin').focus();
				await page.keyboard.press('Tab');
			},
		],
		[
			'zoomed, with the small map',
			LONG,
			DESK,
			async (page) => {
				await page.locator('[data-zoom-action="original"]').click();
				await page.locator('.diagram-map svg').waitFor();
			},
		],
		[
			'with data objects',
			'd/PR-TST-0001/',
			DESK,
			async (page) => page.locator('[data-choose-drawing="data"]').click(),
		],
		['with a sheet', ORDER, PHONE, async (page) => node(page, 'quote').tap()],
	];
	it.each(states)('axe finds nothing in both themes: %s', async (_, address, options, act) => {
		await open(address, options, async (page) => {
			await act(page);
			expect(await violationsInBothThemes(page)).toEqual([]);
		});
	});

	it('moves nothing by itself when reduced motion is wanted', async () => {
		await open(ORDER, { ...DESK, reducedMotion: 'reduce' }, async (page) => {
			const styles = await page.evaluate(() => [
				getComputedStyle(document.documentElement).scrollBehavior,
				getComputedStyle(document.querySelector('.diagram-node .diagram-shape') ?? document.body)
					.transitionDuration,
			]);
			expect(styles).toEqual(['auto', '0s']);
			await page.locator('.step-list [data-show-step="done"]').click();
			expect((await boxOf(node(page, 'done'))).y).toBeLessThan(1000);
		});
	});

	it('shows the focus in both themes and in forced colours', async () => {
		for (const media of [
			{ colorScheme: 'light' },
			{ colorScheme: 'dark' },
			{ forcedColors: 'active' },
		] as const) {
			await open(`${ORDER}#quote`, { ...DESK, ...media }, async (page) => {
				const ring = (step: string): Promise<string> =>
					node(page, step)
						.locator('.diagram-focus')
						.evaluate((each) => getComputedStyle(each).stroke);
				const [idle, current] = [await ring('discount'), await ring('quote')];
				await node(page, 'begin').focus();
				await page.keyboard.press('Tab');
				expect(await ring('quote')).not.toBe('none');
				if (!('forcedColors' in media)) expect(await ring('quote')).not.toBe(current);
				await page.keyboard.press('Tab');
				expect(idle).toBe('none');
				expect(await ring('discount')).not.toBe('none');
			});
		}
	});
});
