import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Nothing of the browser's own may go out: tests prove that the site asks for nothing either. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The system's browser where there is one, else the packaged build for linux x64. */
export async function openBrowser(): Promise<Browser> {
	const candidates = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'];
	const installed = candidates.find((path) => path && existsSync(path));
	const executablePath = installed ?? (await packagedBrowser());
	return chromium.launch({ executablePath, args: FLAGS });
}

async function packagedBrowser(): Promise<string> {
	const { default: packaged } = await import('@sparticuz/chromium');
	return packaged.executablePath();
}

/** What went wrong in a page, and what it asked for beyond its own site. */
export interface PageLog {
	readonly errors: string[];
	readonly foreign: string[];
}

/** Records console errors (security policy violations are among them), uncaught errors and foreign requests. */
export function watchPage(page: Page, origin: string): PageLog {
	const log: PageLog = { errors: [], foreign: [] };
	page.on('console', (message) => {
		if (message.type() === 'error') log.errors.push(`${page.url()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => log.errors.push(`${page.url()}: ${error.message}`));
	page.on('requestfailed', (request) => {
		// A navigation away cancels what was still loading.
		if (request.failure()?.errorText !== 'net::ERR_ABORTED') log.errors.push(`${request.url()} failed`);
	});
	page.on('request', (request) => {
		if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
			log.foreign.push(request.url());
	});
	return log;
}
