import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { serveFolder } from '../../scripts/static-server.ts';
import { openBrowser, type PageLog, watchPage } from './browser.ts';
import type { BuiltSite } from './built-site.ts';

export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const PHONE: BrowserContextOptions = {
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	isMobile: true,
};

export interface Visit {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly log: PageLog;
}

/** A built site, served, and a browser to look at it. */
export interface OpenedSite {
	readonly folder: string;
	/** Ends with a slash. */
	readonly url: string;
	readonly browser: Browser;
	/** Opens an address in a profile of its own, which the caller closes. */
	visit(address: string, options?: BrowserContextOptions): Promise<Visit>;
	/** The same for one look; what the browser complains about, or asks of another server, fails the test. */
	open(
		address: string,
		options: BrowserContextOptions,
		act: (page: Page, log: PageLog) => Promise<void>,
	): Promise<void>;
	/** Ends browser and server; the site, and what is given beside it, goes with them. */
	close(): Promise<void>;
}

export async function openSite(site: BuiltSite, project?: { remove(): Promise<void> }): Promise<OpenedSite> {
	const [server, browser] = await Promise.all([
		serveFolder(site.folder, { port: 0, host: '127.0.0.1' }),
		openBrowser(),
	]);
	const visit = async (address: string, options?: BrowserContextOptions): Promise<Visit> => {
		const context = await browser.newContext(options);
		const page = await context.newPage();
		const log = watchPage(page, server.url);
		await page.goto(new URL(address, server.url).href, { waitUntil: 'load' });
		return { page, context, log };
	};
	return {
		folder: site.folder,
		url: server.url,
		browser,
		visit,
		open: async (address, options, act) => {
			const { page, context, log } = await visit(address, options);
			try {
				await act(page, log);
				expect([...log.errors, ...log.foreign]).toEqual([]);
			} finally {
				await context.close();
			}
		},
		close: async () => {
			await browser.close();
			await server.close();
			await site.remove();
			await project?.remove();
		},
	};
}
