import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../../src/model/index.ts';
import { type SiteServer, serveSite } from '../../../src/site/serve-site.ts';
import { fixtureModel } from './fixture.ts';

let folder: string;
let server: SiteServer;
const model = fixtureModel();
const page = model.pages[0];
if (!page) throw new Error('no page');

beforeAll(async () => {
	// Astro's development server does nothing when it believes to be tested itself.
	vi.stubEnv('VITEST', '');
	folder = await mkdtemp(join(tmpdir(), 'mainstay-serve-'));
	await writeFile(join(folder, 'picture.png'), 'png');
	server = await serveSite(model, {
		port: 0,
		cacheDir: join(folder, 'cache'),
		assets: [{ from: join(folder, 'picture.png'), to: 'assets/picture.png' }],
	});
}, 60_000);

afterAll(async () => {
	await server?.close();
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true, force: true });
}, 30_000);

const get = async (path: string): Promise<[number, string]> => {
	const response = await fetch(new URL(path, server.url));
	return [response.status, await response.text()];
};

describe('serveSite', () => {
	it('serves pages and assets on this machine only', async () => {
		expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
		expect((await get('d/RB-INV-0042/'))[1]).toContain('库存账实不符');
		expect(await get('assets/picture.png')).toEqual([200, 'png']);
	}, 60_000);

	it('shows a changed, an added and a removed page without a restart', async () => {
		const added = {
			...page,
			key: 'page:new@zh-CN',
			id: 'page:new',
			route: '/docs/new/',
			title: '新的一页',
			hash: 'new',
		};
		server.update({
			...model,
			pages: [
				...model.pages.map((each) => (each === page ? { ...each, title: '改过的标题', hash: 'x' } : each)),
				added,
			],
		});
		expect((await get(page.route))[1]).toContain('改过的标题');
		expect((await get('/docs/new/'))[1]).toContain('新的一页');
		server.update(model);
		expect((await get('/docs/new/'))[0]).toBe(404);
		expect((await get(page.route))[1]).not.toContain('改过的标题');
	}, 60_000);

	it('puts what is wrong into the page', async () => {
		const range = { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
		const problem = {
			code: 'MS201',
			rule: 'r',
			severity: 'error',
			message: '</script>',
			file: 'docs/a.md',
			range,
		} as const;
		server.update({ ...model, diagnostics: [{ ...problem, related: [], suggestions: [], docsUrl: '' }] });
		const [, text] = await get('/');
		expect(text).toContain('docs/a.md:3:5');
		expect(text).not.toContain('"message":"</script>');
		server.update(model);
	}, 60_000);

	it('goes on after a page that cannot be rendered', async () => {
		const broken = { ...page, toc: null, hash: 'broken' } as unknown as typeof page;
		server.update({ ...model, pages: model.pages.map((each) => (each === page ? broken : each)) });
		await get(page.route);
		expect((await get('/runbooks/'))[0]).toBe(200);
		server.update(model);
		expect((await get(page.route))[1]).toContain(page.title);
	}, 60_000);

	it('says which port is taken', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port } = other.address() as AddressInfo;
		const refused = serveSite(model, { port, cacheDir: join(folder, 'second') });
		await expect(refused).rejects.toSatisfy(
			(error) => error instanceof UserError && error.code === 'port-in-use',
		);
		other.close();
	}, 60_000);
});
