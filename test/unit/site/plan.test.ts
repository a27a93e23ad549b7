import { describe, expect, it } from 'vitest';
import type { SiteModel } from '../../../src/model/index.ts';
import { hrefOf } from '../../../src/site/plan/addresses.ts';
import { branchOf, neighboursOf, windowAround } from '../../../src/site/plan/branch.ts';
import { addPeriod } from '../../../src/site/plan/dates.ts';
import { topFolders } from '../../../src/site/plan/home.ts';
import { redirectPage, robotsText, sitemapText } from '../../../src/site/plan/plain-texts.ts';
import { routeHashes } from '../../../src/site/plan/route-hashes.ts';
import { siteIndexOf } from '../../../src/site/plan/site-index.ts';
import { fixtureModel } from './fixture.ts';

const model = fixtureModel({ siteUrl: 'https://kb.example.com' });
const index = siteIndexOf(model);
const [view] = model.views;
if (!view) throw new Error('no view');
const pageOf = (route: string) => {
	const target = index.targets.get(route);
	if (target?.type !== 'document') throw new Error(`no document at ${route}`);
	return target.page;
};

/** The model with another runbook page; everything else is the same objects. */
function withRunbook(change: Partial<SiteModel['pages'][number]>): SiteModel {
	const pages = model.pages.map((page) => (page.key === 'RB-INV-0042@zh-CN' ? { ...page, ...change } : page));
	return { ...model, pages };
}

describe('addresses', () => {
	it('encodes routes and keeps the base', () => {
		expect(hrefOf('/', '/docs/库存 a/', '诊断')).toBe('/docs/%E5%BA%93%E5%AD%98%20a/#%E8%AF%8A%E6%96%AD');
		expect(hrefOf('/kb/', '/')).toBe('/kb/');
	});
});

describe('targets', () => {
	it('has every document and the pages of each view', () => {
		for (const page of model.pages)
			expect(index.targets.get(page.route)).toMatchObject({ type: 'document', page });
		for (const route of [
			'/',
			'/en/',
			'/zh-TW/map/',
			'/runbooks/',
			'/en/modules/inventory/',
			'/search/',
			'/404/',
		]) {
			expect(index.targets.has(route), route).toBe(true);
		}
	});

	it('lets a document have the address that a listing wants', () => {
		const page = { ...pageOf('/docs/guides/'), route: '/runbooks/' };
		const targets = siteIndexOf({ ...model, pages: [...model.pages, page] }).targets;
		expect(targets.get('/runbooks/')?.type).toBe('document');
	});

	it('knows which document replaces another', () => {
		expect(index.successors('zh-CN').get('RB-INV-0007')?.id).toBe('RB-INV-0043');
	});
});

describe('navigation beside a document', () => {
	it('shows a process with its parent, siblings and children', () => {
		const branch = branchOf(index, view, pageOf('/d/PR-O2C-0001/'));
		expect(branch?.items.map(({ title, depth }) => [title, depth])).toEqual([
			['销售与收款', 0],
			['订单到收款', 1],
			['信用检查', 2],
		]);
	});

	it('shows a page in its folder, with the folder as the way up', () => {
		const branch = branchOf(index, view, pageOf('/docs/guides/start-support/'));
		expect(branch?.items[0]).toMatchObject({ title: '指南', route: '/docs/guides/' });
		expect(branch?.items.filter(({ current }) => current).map(({ route }) => route)).toEqual([
			'/docs/guides/start-support/',
		]);
	});

	it('never holds more than a window of neighbours', () => {
		const many = Array.from({ length: 5000 }, (_, at) => at);
		for (const at of [0, 3, 2500, 4999]) {
			const shown = windowAround(many, at, 24);
			expect(shown).toHaveLength(24);
			expect(shown).toContain(at);
		}
		expect(windowAround([1, 2], 1, 24)).toEqual([1, 2]);
	});

	it('leads from log to log in time', () => {
		const { previous, next } = neighboursOf(index, view, pageOf('/d/LOG-2026-0102/'));
		expect([previous?.route, next?.route]).toEqual(['/d/LOG-2025-0007/', '/d/LOG-2026-0103/']);
	});

	it('offers folders on the home page by their own page', () => {
		expect(topFolders(index, view)).toMatchObject([{ route: '/docs/guides/', count: 4 }]);
	});
});

describe('routeHashes', () => {
	const before = routeHashes(model);
	const changed = (next: SiteModel): string[] => {
		const after = routeHashes(next);
		return [...after].filter(([route, hash]) => before.get(route) !== hash).map(([route]) => route);
	};

	it('are the same for the same model', () => {
		expect(changed(fixtureModel({ siteUrl: 'https://kb.example.com' }))).toEqual([]);
	});

	it('change for a changed body on that page alone', () => {
		expect(changed(withRunbook({ html: '<p>x</p>', hash: 'x' }))).toEqual(['/d/RB-INV-0042/']);
	});

	it('change everywhere with what every page shows', () => {
		expect(changed({ ...model, title: { en: 'Another' } })).toHaveLength(before.size);
	});

	it('change where a title is listed', () => {
		const views = model.views.map((each) =>
			each === view
				? {
						...each,
						entries: each.entries.map((entry) =>
							entry.id === 'DN-INV-0001' ? { ...entry, title: '新' } : entry,
						),
					}
				: each,
		);
		const routes = changed({ ...model, views });
		expect(routes).toContain('/dev-notes/');
		expect(routes).toContain('/modules/inventory/');
		expect(routes).not.toContain('/runbooks/');
		expect(routes).not.toContain('/en/dev-notes/');
	});
});

describe('plain files', () => {
	it('lists every page but search and 404 in the sitemap', () => {
		const text = sitemapText(model, index) ?? '';
		expect(text).toContain(
			'<loc>https://kb.example.com/en/d/RB-INV-0042/</loc><lastmod>2026-10-12</lastmod>',
		);
		expect(text).not.toMatch(/\/(search|404)\//);
		expect(sitemapText(fixtureModel(), siteIndexOf(fixtureModel()))).toBeUndefined();
		expect(robotsText(model)).toContain('Sitemap: https://kb.example.com/sitemap.xml');
	});

	it('writes redirects that cannot break out of their page', () => {
		const page = redirectPage(model, { from: '/a/', to: '/"><script>/' }, '/"><script>/');
		expect(page).not.toContain('<script>');
		expect(page).toContain('http-equiv="refresh"');
	});
});

describe('addPeriod', () => {
	it.each([
		['2026-09-09', 'P6M', '2027-03-09'],
		['2026-08-31', 'P6M', '2027-02-28'],
		['2024-02-29', 'P1Y', '2025-02-28'],
		['2026-12-31', 'P1W', '2027-01-07'],
		['2026-01-31', 'P1M', '2026-02-28'],
	])('%s + %s', (date, period, due) => {
		expect(addPeriod(date, period)).toBe(due);
	});

	it('does not guess', () => {
		expect(addPeriod('soon', 'P6M')).toBeUndefined();
		expect(addPeriod('2026-01-01', 'often')).toBeUndefined();
	});
});
