import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeManifest } from '../../../src/compiler/index.ts';
import { type ScoreParts, scoreOf, WEIGHTS, writeSearchIndex } from '../../../src/search/index.ts';
import { run } from '../../e2e/built-site.ts';
import { RECORDS, record } from '../search/records.ts';

let root: string;
let site: string;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-search-command-'));
	site = join(root, 'dist');
	const translated = record({
		id: 'RB-INV-0001',
		lang: 'en',
		route: '/en/d/RB-INV-0001/',
		title: 'Stock quantity mismatch',
		symptoms: ['The count differs'],
	});
	await writeSearchIndex([...RECORDS, translated], {
		outDir: site,
		languages: ['zh-CN', 'zh-TW', 'en'],
		synonyms: [],
	});
	await writeManifest(site, { schemaVersion: 1, generator: 'test', base: '/', fingerprint: '', pages: {} });
});

afterAll(async () => {
	await rm(root, { recursive: true, force: true });
});

const search = (...argv: string[]) => run(['search', ...argv, '--site', site], root);
const gaps = (...argv: string[]) => run(['gaps', ...argv, '--site', site], root);

interface Entry {
	readonly id: string;
	readonly lang: string;
	readonly score: number;
	readonly parts?: ScoreParts;
	readonly reasons?: unknown[];
}

async function resultsOf(...argv: string[]): Promise<Entry[]> {
	const { code, stdout } = await search(...argv, '--json');
	expect(code).toBe(0);
	return (JSON.parse(stdout) as { results: Entry[] }).results;
}

describe('mainstay search', () => {
	it('gives a stable JSON shape', async () => {
		const [first] = await resultsOf('ora 1555');
		expect(first).toMatchObject({
			id: 'RB-DB-0002',
			url: '/d/RB-DB-0002/',
			title: 'ORA-01555 快照过旧：夜间批处理失败',
			kind: 'runbook',
			lang: 'zh-CN',
			score: expect.any(Number),
			matched: ['code ORA-01555'],
		});
		expect(first).not.toHaveProperty('parts');
	});

	it('explains scores: the parts add up to them', async () => {
		const [first] = await resultsOf('ora 1555', '--explain');
		expect(first?.parts && scoreOf(first.parts, WEIGHTS)).toBeCloseTo(first?.score ?? 0, 9);
		expect(first?.reasons?.length).toBeGreaterThan(0);
		const { stdout } = await search('ora 1555', '--explain');
		expect(stdout).toMatch(/score \d\.\d{3} = \(coverage .* nearness .* likeness .* signature 1\) × prior/);
	});

	it('filters by language: a document is shown in that one or not at all', async () => {
		expect((await resultsOf('库存对不上')).map(({ lang }) => lang)).toContain('zh-CN');
		const english = await resultsOf('库存对不上 mismatch', '--lang', 'EN');
		expect(english[0]).toMatchObject({ id: 'RB-INV-0001', lang: 'en' });
		expect(english.every(({ lang }) => lang === 'en')).toBe(true);
		const { stdout } = await search('库存对不上 mismatch', '--lang', 'en', '--explain');
		expect(stdout).toContain('by another translation');
	});

	it('says what it looked for when it finds nothing, and doubts what explains little', async () => {
		expect(await search('zzzqqq')).toMatchObject({ code: 0, stdout: 'No results.\nLooked up: zzzqqq\n' });
		expect((await search('食堂月饼券发放库存')).stdout).toContain('None of these explains much');
		expect((await search('zzzqqq', '--locale', 'zh-CN')).stdout).toContain('没有结果');
	});

	it.each([
		[['库存', '--lang', 'fr'], 'Use one of: en, zh-CN, zh-TW.'],
		[['库存', '--lang', 'zh-Cn2'], 'Did you mean zh-CN?'],
		[['  '], 'nothing to search for'],
		[['库存', '--limit', '0'], '--limit must be'],
		[['库存', '--kind', 'runbok'], 'Did you mean runbook?'],
	])('%j: one clear line, exit 2', async (argv, text) => {
		const result = await search(...argv);
		expect(result).toMatchObject({ code: 2, stdout: '' });
		expect(result.stderr).toContain(text);
		expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
	});
});

describe('mainstay gaps', () => {
	const write = (name: string, content: unknown): Promise<void> =>
		writeFile(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
	const asked = (query: string, count: number) => ({ query, lang: 'zh-CN', count, last: '2026-11-02' });

	it('merges the files and ranks by count and badness', async () => {
		await write('a.json', { schemaVersion: 1, queries: [asked('月饼券发放', 2), asked('库存对不上', 3)] });
		await write('b.json', { schemaVersion: 1, queries: [asked('月饼券发放', 1)] });
		const { code, stdout, stderr } = await gaps('a.json', 'b.json', 'a.json', '--json');
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		const report = JSON.parse(stdout);
		expect(report).toMatchObject({ schemaVersion: 1, total: 2, faults: [] });
		expect(report.gaps[0]).toMatchObject({ query: '月饼券发放', count: 3, last: '2026-11-02' });
		expect(report.gaps[1].best).toMatchObject({ id: 'RB-INV-0001', url: '/d/RB-INV-0001/' });
		const text = (await gaps('a.json', '--limit', '1')).stdout;
		expect(text).toContain('月饼券发放  [zh-CN]\n  asked 2×, last 2026-11-02');
		expect(text).toContain('… and 1 more');
		expect((await gaps('a.json', '--locale', 'zh-CN')).stdout).toContain('问过 2 次');
	});

	it('names every bad file on a line of its own and loses nothing else', async () => {
		await write('good.json', { schemaVersion: 1, queries: [asked('年假', 1), { query: 'x' }] });
		await write('text.json', 'hello');
		await write('list.json', []);
		await write('newer.json', { schemaVersion: 2, queries: [] });
		const files = ['none.json', 'text.json', 'list.json', 'newer.json', 'good.json'];
		const { code, stdout, stderr } = await gaps(...files);
		expect(code).toBe(1);
		const lines = stderr.trimEnd().split('\n');
		expect(lines).toHaveLength(files.length);
		files.forEach((file, at) => {
			expect(lines[at]).toContain(file);
		});
		expect(lines.at(-1)).toContain('entry 2');
		expect(stdout).toContain('年假');
	});

	it('cannot run without files or without a site', async () => {
		expect(await gaps()).toMatchObject({ code: 2, stdout: '' });
		const result = await run(['gaps', 'a.json', '--site', join(root, 'nowhere')], root);
		expect(result.code).toBe(2);
		expect(result.stderr).toContain('holds no built site');
	});
});
