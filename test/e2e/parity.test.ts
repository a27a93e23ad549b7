import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaticServer, serveFolder } from '../../scripts/static-server.ts';
import type { Request, Response } from '../../src/search/browser/protocol.ts';
import { openSite, type SearchOptions } from '../../src/search/index.ts';
import { type JudgedQuery, readQueries } from '../bench/judged.ts';
import { openBrowser, type PageLog, watchPage } from './browser.ts';
import { type BuiltSite, REPOSITORY, repositorySite, run } from './built-site.ts';

const LIMIT = 10;
const COMPARED = 50;

let site: BuiltSite;
let server: StaticServer;
let browser: Browser;
let page: Page;
let log: PageLog;
let queries: readonly JudgedQuery[];

beforeAll(async () => {
	const all = await readQueries(join(REPOSITORY, 'test/fixtures/relevance/queries.json'));
	// Every third, so that every type is among them.
	queries = all.filter((_, at) => at % 3 === 0).slice(0, COMPARED);
	site = repositorySite();
	[server, browser] = await Promise.all([
		serveFolder(site.folder, { port: 0, host: '127.0.0.1' }),
		openBrowser(),
	]);
	page = await browser.newPage();
	log = watchPage(page, server.url);
	await page.goto(server.url);
});

afterAll(async () => {
	await browser?.close();
	await server?.close();
	await site?.remove();
});

/** The routes that the site's own search thread answers with, one question after the other. */
async function askBrowser(options: SearchOptions, asked = queries): Promise<string[][]> {
	const assets = join(site.folder, '_astro');
	const worker = (await readdir(assets)).find((name) => /^worker\W.*\.js$/.test(name));
	return page.evaluate(
		async ({ script, root, questions, options }) => {
			const thread = new Worker(script, { type: 'module' });
			const ask = (request: Request): void => thread.postMessage(request);
			const answers: string[][] = [];
			ask({ type: 'open', root });
			for (const [number, query] of questions.entries()) {
				answers.push(
					await new Promise<string[]>((done, fail) => {
						thread.onerror = ({ message }) => fail(new Error(message));
						thread.onmessage = ({ data }: MessageEvent<Response>) => {
							if (data.type === 'failed') fail(new Error(data.message));
							if (data.type === 'answer' && data.number === number)
								done(data.answer.results.map(({ url }) => url));
						};
						ask({ type: 'search', number, query, options });
					}),
				);
			}
			thread.terminate();
			return answers;
		},
		{
			script: new URL(`_astro/${worker}`, server.url).href,
			root: new URL('/', server.url).href,
			questions: asked.map(({ query }) => query),
			options,
		},
	);
}

describe('search in Chromium and on the command line', () => {
	it(`gives the same results in the same order for ${COMPARED} judged queries`, async () => {
		expect(queries).toHaveLength(COMPARED);
		const inBrowser = await askBrowser({ limit: LIMIT });
		const inTerminal: string[][] = [];
		for (const { query } of queries) {
			const result = await run(['search', query, '--site', site.folder, '--limit', String(LIMIT), '--json']);
			expect(result.code, query).toBe(0);
			const { results } = JSON.parse(result.stdout) as { results: { url: string }[] };
			inTerminal.push(results.map(({ url }) => url));
		}
		expect(inTerminal).toEqual(inBrowser);
		expect(inBrowser.filter((urls) => urls.length > 0).length).toBeGreaterThan(COMPARED * 0.9);
		expect(log.errors).toEqual([]);
		expect(log.foreign).toEqual([]);
	});

	it('agrees with the library on language, filters and kinds', async () => {
		const library = await openSite(site.folder);
		const asked = queries.slice(0, 5);
		for (const options of [
			{ limit: LIMIT, lang: 'zh-TW' },
			{ limit: LIMIT, lang: 'en', filters: { lang: ['en'] } },
			{ limit: LIMIT, kind: 'process' },
		] satisfies SearchOptions[]) {
			const inNode: string[][] = [];
			for (const { query } of asked) {
				const { results } = await library.search(query, options);
				inNode.push(results.map(({ url }) => url));
			}
			expect(await askBrowser(options, asked), JSON.stringify(options)).toEqual(inNode);
		}
		await library.close();
	});
});
