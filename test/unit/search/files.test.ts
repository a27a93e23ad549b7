import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeBase, encodeBase } from '../../../src/search/base-file.ts';
import { buildIndex } from '../../../src/search/build/base.ts';
import { openSite, type SiteSearch, writeSearchIndex } from '../../../src/search/index.ts';
import { decodeLocal, encodeLocal } from '../../../src/search/query/local-index.ts';
import { decodeTerms, encodeTerms } from '../../../src/search/term-file.ts';
import { RECORDS } from './records.ts';

describe('index files', () => {
	it('give back what was written', () => {
		const { base, local, postings } = buildIndex(RECORDS, []);
		expect(decodeBase(encodeBase(base))).toEqual(base);
		const table = decodeLocal(encodeLocal(local));
		expect(table.terms).toEqual(local.terms);
		expect(table.entries).toEqual(local.entries);
		const lookup = decodeTerms(encodeTerms(postings));
		for (const [term, expected] of postings) expect(lookup(term)).toEqual(expected);
	});

	it('hold any postings', () => {
		const docs = fc.uniqueArray(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 12 }), docs, (term, numbers) => {
				const sorted = Uint32Array.from(numbers.toSorted((a, b) => a - b));
				const postings = { docs: sorted, marks: Uint16Array.from(sorted, (doc) => doc & 0xffff) };
				expect(decodeTerms(encodeTerms([[term, postings]]))(term)).toEqual(postings);
			}),
		);
	});

	it('are refused when another version wrote them', () => {
		const { base } = buildIndex(RECORDS, []);
		expect(() => decodeBase(encodeBase({ ...base, version: 0 }))).toThrow(/another version/);
	});
});

describe('a written site', () => {
	let first = '';
	let second = '';
	let site: SiteSearch;
	const options = { languages: ['zh-CN', 'zh-TW', 'en'], synonyms: [] };

	beforeAll(async () => {
		first = await mkdtemp(join(tmpdir(), 'mainstay-search-'));
		second = await mkdtemp(join(tmpdir(), 'mainstay-search-'));
		await writeSearchIndex(RECORDS, { ...options, outDir: first });
		await writeSearchIndex(RECORDS.toReversed(), { ...options, outDir: second });
		site = await openSite(first);
	});

	afterAll(async () => {
		await site.close();
		await Promise.all([first, second].map((folder) => rm(folder, { recursive: true, force: true })));
	});

	it('answers from the folder alone, with an excerpt in the page\u2019s own script and its section', async () => {
		const { results, complete } = await site.search('列印亂碼');
		expect(complete).toBe(true);
		expect(results[0]?.url).toBe('/d/RB-PRT-0004/');
		expect(results[0]?.titleMarks.length).toBeGreaterThan(0);
		const deep = (await site.search('冻结库存 在途调拨')).results[0];
		expect(deep).toMatchObject({ url: '/d/RB-INV-0001/', anchor: '判断', firstStep: '重算库存余额' });
		const [start = 0, end = 0] = deep?.excerptMarks[0] ?? [];
		expect(deep?.excerpt.slice(start, end)).toMatch(/冻结库存|在途调拨|调拨/);
		const traditional = (await site.search('打印机设备类型 字体')).results.find(
			({ lang }) => lang === 'zh-TW',
		);
		expect(traditional?.excerpt).toContain('印表機');
	});

	it('is the same, byte for byte, for records in any order', async () => {
		const files = (await readdir(join(first, 'search'), { recursive: true, withFileTypes: true })).filter(
			(entry) => entry.isFile(),
		);
		expect(files.length).toBeGreaterThan(3);
		for (const entry of files) {
			const path = join(entry.parentPath, entry.name);
			expect(await readFile(path)).toEqual(await readFile(path.replace(first, second)));
		}
	});

	it('holds the full text of each page for its sections', async () => {
		const names = await readdir(join(first, 'pagefind', 'fragment'));
		expect(names).toHaveLength(RECORDS.length);
		expect(names.toSorted()).toEqual((await readdir(join(second, 'pagefind', 'fragment'))).toSorted());
	});

	it('leaves no process behind', () => {
		const children = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
		expect(children).not.toMatch(/pagefind/);
	});

	it('is missed by name where there is none', async () => {
		await expect(openSite(join(first, 'nowhere'))).rejects.toMatchObject({ code: 'no-search-index' });
	});
});
