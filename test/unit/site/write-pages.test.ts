import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyFor } from '../../../src/site/plan/policy.ts';
import { writePages } from '../../../src/site/write-pages.ts';
import { fixtureModel } from './fixture.ts';

let folder: string;
const model = fixtureModel({ base: '/kb/', siteUrl: 'https://kb.example.com' });

async function filesOf(dir: string): Promise<Map<string, Buffer>> {
	const entries = await readdir(dir, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return new Map(
		await Promise.all(files.map(async (file) => [file.slice(dir.length), await readFile(file)] as const)),
	);
}

const digest = (files: Map<string, Buffer>): [string, string][] =>
	[...files]
		.map(([name, bytes]): [string, string] => [name, createHash('sha256').update(bytes).digest('hex')])
		.sort();

let all: Map<string, Buffer>;
let html: [string, string][];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mainstay-site-'));
	await writePages(model, { outDir: join(folder, 'out'), cacheDir: join(folder, 'cache') });
	all = await filesOf(join(folder, 'out'));
	html = [...all]
		.filter(([name]) => name.endsWith('.html'))
		.map(([name, bytes]): [string, string] => [name, String(bytes)]);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('writePages', () => {
	it('writes the same bytes again from another folder, and the same files for some of the pages', async () => {
		const other = join(folder, 'deeper', 'elsewhere');
		const only = new Set(['/d/RB-INV-0042/', '/en/']);
		const { pages } = await writePages(model, {
			outDir: join(other, 'out'),
			cacheDir: join(other, 'cache'),
			only,
		});
		const some = await filesOf(join(other, 'out'));
		expect(pages).toBe(2);
		const names = new Set(some.keys());
		expect(digest(some)).toEqual(digest(new Map([...all].filter(([name]) => names.has(name)))));
		expect([...some.keys()].filter((name) => name.startsWith('/_astro/')).length).toBe(
			[...all.keys()].filter((name) => name.startsWith('/_astro/')).length,
		);
	}, 60_000);

	it('gives every page the strict policy and nothing that breaks it', () => {
		for (const [name, text] of html) {
			expect(text, name).toContain(`http-equiv="Content-Security-Policy" content="${policyFor('build')}"`);
			const inline = [...text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag);
			expect(inline, name).toEqual([]);
			expect(text, name).not.toMatch(/\son[a-z]+="/);
		}
		expect(policyFor('build')).not.toMatch(/script-src[^;]*unsafe-inline/);
	});

	it('links only to what it wrote', () => {
		const exists = (href: string): boolean => {
			const path = decodeURIComponent(href.replace(/[?#].*$/, ''));
			if (!path.startsWith('/kb/')) return false;
			const file = path.slice('/kb'.length);
			return all.has(file) || all.has(`${file}index.html`);
		};
		for (const [name, text] of html) {
			const hrefs = [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '');
			const inside = hrefs.filter(
				(href) => !href.startsWith('#') && !href.startsWith('https://kb.example.com'),
			);
			expect(
				inside.filter((href) => !exists(href)),
				name,
			).toEqual([]);
		}
	});

	it('has no element id twice and a target for every fragment', () => {
		for (const [name, text] of html) {
			const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '');
			expect(
				ids.filter((id, at) => ids.indexOf(id) !== at),
				name,
			).toEqual([]);
			const fragments = [...text.matchAll(/href="#([^"]+)"/g)].map((match) =>
				decodeURIComponent(match[1] ?? ''),
			);
			expect(
				fragments.filter((id) => !ids.includes(id)),
				name,
			).toEqual([]);
		}
	});

	it('says where its translations are and in which language a page is', () => {
		const text = String(all.get('/en/d/RB-INV-0042/index.html'));
		expect(text).toContain('<html lang="en"');
		expect(text).toContain('<link rel="canonical" href="https://kb.example.com/kb/en/d/RB-INV-0042/"');
		for (const lang of ['zh-CN', 'zh-TW', 'en', 'x-default']) expect(text).toContain(`hreflang="${lang}"`);
	});

	it('leads from a replaced document to its successor', () => {
		expect(String(all.get('/d/RB-INV-0007/index.html'))).toMatch(/请改用：.*href="\/kb\/d\/RB-INV-0043\/"/);
	});

	it('writes 404.html, robots.txt, the sitemap and redirects', () => {
		expect(all.has('/404.html')).toBe(true);
		expect(all.has('/404/index.html')).toBe(false);
		expect(String(all.get('/sitemap.xml'))).toContain('https://kb.example.com/kb/d/RB-INV-0042/');
		expect(String(all.get('/robots.txt'))).toContain('User-agent');
		expect(String(all.get('/old/stock/index.html'))).toContain('content="0; url=/kb/d/RB-INV-0042/"');
	});

	it('lists every step once, with its roles and ways on', () => {
		const text = String(all.get('/d/PR-O2C-0001/index.html'));
		expect([...text.matchAll(/class="process-step /g)]).toHaveLength(8);
		expect(text).toContain('href="/kb/d/RB-INV-0042/"');
		// The body has a section of its own for this step; the list must not take its id.
		expect([...text.matchAll(/id="pick"/g)]).toHaveLength(1);
	});
});
