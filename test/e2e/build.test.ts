import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandRun, readPages, run } from './built-site.ts';

let root: string;
const out = (): string => join(root, 'dist');

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
}

async function build(...flags: readonly string[]): Promise<CommandRun> {
	const result = await run(['build', root, ...flags]);
	expect(result.code, result.stderr).toBe(0);
	return result;
}

/** Every file of a tree with its text, for comparing builds. */
async function tree(folder: string): Promise<Map<string, string>> {
	const files = new Map<string, string>();
	for (const path of (await readdir(folder, { recursive: true })).sort()) {
		if ((await stat(join(folder, path))).isFile())
			files.set(path, await readFile(join(folder, path), 'latin1'));
	}
	return files;
}

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-build-'));
	await put('mainstay.yaml', 'title: Test\nlanguages: [en, zh-CN]\n');
	await put(
		'docs/index.md',
		'# Start\n\nTo the [guide](guide.md#part) and kb:RB-TST-0001.\n\n![map](map.svg)\n',
	);
	await put(
		'docs/guide.md',
		'# Guide\n\n## Part\n\n```mermaid\nflowchart LR\n  a --> b\n  click a "kb:RB-TST-0001"\n```\n',
	);
	await put('docs/guide.zh-CN.md', '# 指南\n\n## 部分 {#part}\n\n正文。\n');
	await put(
		'docs/map.svg',
		'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>',
	);
	await put(
		'docs/runbook.md',
		'---\nid: RB-TST-0001\nkind: runbook\ntitle: Test\nowner: it\nsummary: Test\nseverity: S3\nexceptionClass: user-operation\nsymptoms: [nothing works]\nredirectFrom: [/old/place]\n---\n\n[Start](index.md)\n\n## Steps\n\n::::step{#one}\n### One\n\nLook.\n::::\n',
	);
});

afterAll(async () => {
	await rm(root, { recursive: true, force: true });
});

describe('a small knowledge base', () => {
	it('is published with its links, assets, redirects and drawings', async () => {
		const { stdout } = await build();
		expect(stdout).toContain('Built 4 documents');
		const pages = await readPages(out());
		const start = pages.get('/docs/') ?? '';
		expect(start).toContain('href="/docs/guide/#part"');
		expect(start).toMatch(/href="\/d\/RB-TST-0001\/"[^>]*>Test<\/a>/);
		expect(start).toContain('src="/assets/docs/map.svg"');
		expect(await readFile(join(out(), 'assets/docs/map.svg'), 'utf8')).not.toContain('script');
		expect(pages.get('/docs/guide/')).toMatch(
			/<figure class="diagram mermaid-diagram"[\s\S]*href="\/d\/RB-TST-0001\/"/,
		);
		expect(pages.get('/zh-CN/docs/guide/')).toMatch(/<html lang="zh-CN"/);
		expect(pages.get('/old/place/')).toContain('/d/RB-TST-0001/');
		expect(existsSync(join(root, '.dist.staging'))).toBe(false);
	});

	it('gives the same bytes for the same input', async () => {
		const first = await tree(out());
		await build();
		expect(await tree(out())).toEqual(first);
	});

	it('writes only the pages that one change touches; all bytes are as if built anew without the cache', async () => {
		await put('docs/guide.zh-CN.md', '# 指南\n\n## 部分 {#part}\n\n改过的正文。\n');
		const { stdout } = await build();
		const [, pages, unchanged] = /pages\s+(\d+) \((\d+) unchanged\)/.exec(stdout) ?? [];
		expect(Number(pages) - Number(unchanged)).toBeLessThanOrEqual(3);
		await build('--no-cache', '--out', join(root, 'anew'));
		const anew = await tree(join(root, 'anew'));
		const grown = await tree(out());
		expect([...anew.keys()]).toEqual([...grown.keys()]);
		for (const [path, text] of grown) expect(anew.get(path) === text, path).toBe(true);
	});

	it('lives below a base and knows its own address, on another file system too', async () => {
		// Another one than the project's is there on most Linux machines only.
		const folder = await mkdtemp(existsSync('/dev/shm') ? '/dev/shm/mainstay-' : join(root, 'other-'));
		await build('--out', join(folder, 'dist'), '--base', '/kb/', '--site', 'https://erp.example.com');
		const pages = await readPages(join(folder, 'dist'));
		expect(pages.has('/d/RB-TST-0001/')).toBe(true);
		for (const [route, html] of pages) {
			const outside = [...html.matchAll(/\s(?:href|src)="(\/[^"]*)"/g)].filter(
				([, url]) => !url?.startsWith('/kb/'),
			);
			expect(
				outside.map(([, url]) => url),
				route,
			).toEqual([]);
		}
		expect(await readFile(join(folder, 'dist/sitemap.xml'), 'utf8')).toContain(
			'https://erp.example.com/kb/d/RB-TST-0001/',
		);
		expect(await readdir(folder)).toEqual(['dist']);
		await rm(folder, { recursive: true, force: true });
	});

	it('stays as it was when the next build finds errors', async () => {
		const before = await tree(out());
		await put('docs/guide.md', '# Guide\n\n[gone](gone.md)\n');
		const result = await run(['build', root]);
		expect(result.code).toBe(1);
		expect(result.stderr).toContain('MS201');
		expect(await tree(out())).toEqual(before);
	});
});

describe('a folder of plain Markdown from elsewhere', () => {
	it('becomes a site, dead links and all, and can be searched', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'mainstay-plain-'));
		await mkdir(join(folder, 'notes'));
		await writeFile(join(folder, 'README.md'), '# Notes\n\nSee [dead](gone.md) and [one](notes/one.md).\n');
		await writeFile(
			join(folder, 'notes/one.md'),
			'---\nlayout: post\ntags: [a]\n---\n\nNo heading, but the word xylophone.\n',
		);
		const built = await run(['build', folder]);
		expect(built.code, built.stderr).toBe(0);
		const pages = await readPages(join(folder, 'dist'));
		expect([...pages.keys()]).toContain('/docs/notes/one/');
		const found = await run(['search', 'xylophone', '--site', join(folder, 'dist'), '--json']);
		expect(JSON.parse(found.stdout).results[0].url).toContain('/docs/notes/one/');
		expect((await run(['check', folder])).code).toBe(1);
		await rm(folder, { recursive: true, force: true });
	});
});

describe('trusted MDX', () => {
	it('runs as the code it is, and a component it forgot to import is one clear line', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'mainstay-mdx-'));
		await mkdir(join(folder, 'docs'));
		await writeFile(
			join(folder, 'mainstay.yaml'),
			'title: M\nlanguages: [en]\nmdx: {trusted: [docs/t.mdx]}\n',
		);
		const text = '# Trusted\n\nexport const n = 6 * 7\n\n## Part\n\nAnswer {n}.\n';
		await writeFile(join(folder, 'docs/t.mdx'), text);
		await writeFile(join(folder, 'docs/s.mdx'), '# Safe\n\n<Danger>Careful</Danger>\n\nTo [t](t.mdx#part)\n');
		const built = await run(['build', folder]);
		expect(built.code, built.stderr).toBe(0);
		const pages = await readPages(join(folder, 'dist'));
		expect(pages.get('/docs/t/')).toMatch(/id="part"[\s\S]*Answer 42\./);
		expect(pages.get('/docs/s/')).toMatch(/admonition danger[\s\S]*href="\/docs\/t\/#part"/);
		await writeFile(join(folder, 'docs/t.mdx'), `${text}\n<Note>Hi</Note>\n`);
		const refused = await run(['build', folder]);
		expect(refused.code).toBe(2);
		expect(refused.stderr).toContain('uses <Note> without importing it');
		await rm(folder, { recursive: true, force: true });
	});
});
