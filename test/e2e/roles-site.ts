import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { serveFolder } from '../../scripts/static-server.ts';
import { openBrowser, watchPage } from './browser.ts';
import { buildSite } from './built-site.ts';
import { type RolesProject, writeRolesProject } from './roles-project.ts';

export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const PHONE: BrowserContextOptions = {
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	isMobile: true,
};

/** The project of roles, built and served, with a browser. */
export interface RolesSite {
	readonly project: RolesProject;
	readonly url: string;
	readonly browser: Browser;
	/** Opens a page in a context of its own; what the browser complains about fails the test. */
	open(address: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void>;
	close(): Promise<void>;
}

export async function startRolesSite(): Promise<RolesSite> {
	const project = await writeRolesProject();
	const site = await buildSite(project.root);
	const [server, browser] = await Promise.all([
		serveFolder(site.folder, { port: 0, host: '127.0.0.1' }),
		openBrowser(),
	]);
	return {
		project,
		url: server.url,
		browser,
		open: async (address, options, act) => {
			const context = await browser.newContext(options);
			try {
				const page = await context.newPage();
				const log = watchPage(page, server.url);
				await page.goto(server.url + address, { waitUntil: 'load' });
				await act(page);
				expect([...log.errors, ...log.foreign]).toEqual([]);
			} finally {
				await context.close();
			}
		},
		close: async () => {
			await browser.close();
			await server.close();
			await site.remove();
			await project.remove();
		},
	};
}
