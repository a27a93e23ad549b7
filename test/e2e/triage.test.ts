import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { repositorySite } from './built-site.ts';
import { DESK, type OpenedSite, openSite, PHONE } from './opened-site.ts';

let site: OpenedSite;
const open: OpenedSite['open'] = (...look) => site.open(...look);

beforeAll(async () => {
	site = await openSite(repositorySite());
});

afterAll(async () => {
	await site?.close();
});

const shownClasses = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('.triage-class')]
			.filter((each) => each.checkVisibility())
			.map(({ id }) => id),
	);

describe('triage', () => {
	it('leads from a symptom to the runbook that the documents name, without a script, on a phone', async () => {
		await open('triage/', { ...PHONE, javaScriptEnabled: false }, async (page) => {
			await page.click('a[href="#data-inconsistency"]');
			await page.click('a[href="#data-inconsistency--inventory"]');
			await page.click('#data-inconsistency--inventory .triage-begin a >> nth=0');
			expect(new URL(page.url()).pathname).toBe('/d/RB-INV-0042/');
			expect(new URL(page.url()).hash).toBe('#scope');
			await page.goBack();
			await page.click('#data-inconsistency .triage-back a');
			expect(new URL(page.url()).hash).toBe('#see');
		});
	});

	it('shows the questions, then the one class that was chosen; the keyboard alone will do', async () => {
		await open('en/triage/', DESK, async (page) => {
			expect(await shownClasses(page)).toEqual([]);
			await page.locator('a[href="#permission"]').focus();
			await page.keyboard.press('Enter');
			await expect.poll(() => shownClasses(page)).toEqual(['permission']);
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.closest('.triage-class')?.id)).toBe(
				'permission',
			);
		});
	});

	it('every runbook in force stands in its class, ranked, with first step and escalation', async () => {
		const { classes } = JSON.parse(await readFile(join(site.folder, 'api/triage.json'), 'utf8')) as {
			classes: { exceptionClass: string; runbooks: { id: string; severity: string }[] }[];
		};
		await open('triage/', DESK, async (page) => {
			for (const { exceptionClass, runbooks } of classes) {
				expect(runbooks.map(({ severity }) => severity)).toEqual(
					runbooks.map(({ severity }) => severity).toSorted(),
				);
				const shown = await page.locator(`#${exceptionClass} .triage-runbook .doc-id`).allTextContents();
				expect(shown.toSorted()).toEqual(runbooks.map(({ id }) => id).toSorted());
			}
			expect(classes.flatMap(({ runbooks }) => runbooks).length).toBeGreaterThan(10);
		});
	});

	it('a problem that nobody wrote down is reported from here', async () => {
		await open('triage/#integration', DESK, async (page) => {
			await page.click('#integration [data-report-open]');
			await page.waitForSelector('[role="dialog"], dialog[open]');
		});
	});

	it('is one sheet of paper', async () => {
		await open('triage/', DESK, async (page) => {
			const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
			expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
		});
	});

	it.each([
		['zh-CN, dark', 'triage/#crash-or-slow', { ...DESK, colorScheme: 'dark' }],
		['en', 'en/triage/#user-operation', DESK],
		['zh-TW, phone', 'zh-TW/triage/', PHONE],
	] as const)('nothing is in anybody’s way: %s', async (_name, address, options) => {
		await open(address, options, async (page) => {
			expect(await violations(page)).toEqual([]);
			const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(over).toBeLessThanOrEqual(0);
		});
	});

	it('home and search lead here; feeds and calendars are announced and well formed', async () => {
		await open('', DESK, async (page) => {
			expect(await page.locator('.triage-entry a').count()).toBe(7);
			expect(
				await page.locator('[data-search-settings]').first().getAttribute('data-search-settings'),
			).toContain('/triage/');
			const feeds = await page
				.locator('link[type="application/atom+xml"]')
				.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
			expect(feeds.map((href) => new URL(href).pathname)).toEqual(['/feeds/all.xml', '/feeds/logs.xml']);
			for (const href of feeds) {
				const root = await page.evaluate(async (address) => {
					const text = await (await fetch(address)).text();
					const xml = new DOMParser().parseFromString(text, 'application/xml');
					return [xml.documentElement.localName, xml.querySelectorAll('entry').length] as const;
				}, href);
				expect(root[0]).toBe('feed');
				expect(root[1]).toBeGreaterThan(5);
			}
			await page.goto(`${site.url}en/modules/finance/`);
			expect(await page.locator('link[type="application/atom+xml"]').last().getAttribute('href')).toBe(
				'/en/feeds/finance.xml',
			);
			expect(await page.locator('main .feed-links a').count()).toBe(2);
			const calendar = await page.request.get(`${site.url}calendar.ics`);
			expect(calendar.headers()['content-type']).toContain('text/calendar');
		});
	});
});
