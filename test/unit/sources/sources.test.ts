import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveConfig } from '../../../src/config/index.ts';
import { decodeUtf8 } from '../../../src/sources/decode.ts';
import { readLog } from '../../../src/sources/history.ts';
import { DOCUMENT_SIZE_LIMIT, judgeAsset, readSources } from '../../../src/sources/index.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-sources-'));
});

afterEach(async () => {
	await rm(root, { recursive: true, force: true });
});

async function put(path: string, content: string | Uint8Array): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), content);
}

function read() {
	const { config } = resolveConfig(undefined, { root, file: 'mainstay.yaml' });
	return readSources({ ...config, sources: [{ name: 'docs', path: 'docs' }] }, [join(root, 'docs/site')]);
}

describe('decoding', () => {
	it.each([
		['UTF-16LE', new Uint8Array([0xff, 0xfe, 0x41, 0])],
		['UTF-16BE', new Uint8Array([0xfe, 0xff, 0, 0x41])],
		['GBK / GB18030', new Uint8Array([0xd5, 0xe2, 0xca, 0xc7, 0xb2, 0xbb, 0xca, 0xc7])],
		['Big5', new Uint8Array([0xb3, 0x6f, 0xac, 0x4f, 0xa7, 0xda, 0xad, 0xcc, 0xaa, 0xba])],
		['UTF-16LE', new Uint8Array([0x41, 0, 0x42, 0, 0x43, 0, 0x44, 0])],
	])('names %s', (likely, bytes) => {
		expect(decodeUtf8(bytes)).toMatchObject({ ok: false, likely });
	});

	it('takes a byte order mark away and keeps everything else', () => {
		const bytes = new TextEncoder().encode('\ufeff# 标题\r\n');
		expect(decodeUtf8(bytes)).toEqual({ ok: true, text: '# 标题\r\n' });
	});
});

describe('reading a folder', () => {
	it('reads documents, lists assets, leaves out hidden folders, dependencies and the output', async () => {
		await put('docs/b.md', '# B');
		await put('docs/a/index.mdx', '# A');
		await put('docs/a/picture.png', 'x');
		await put('docs/.hidden/x.md', '# X');
		await put('docs/node_modules/y/readme.md', '# Y');
		await put('docs/site/z.md', '# Z');
		const sources = await read();
		expect(sources.documents.map((file) => file.path)).toEqual(['docs/a/index.mdx', 'docs/b.md']);
		expect(sources.documents.map((file) => file.docPath)).toEqual(['a/index.mdx', 'b.md']);
		expect([...sources.assets.keys()]).toEqual(['docs/a/picture.png']);
		expect([...sources.excluded].sort()).toEqual(['docs/.hidden', 'docs/node_modules', 'docs/site']);
		expect(sources.findings).toEqual([]);
		expect(sources.seen).toBe(2);
	});

	it('refuses what is not text, too large, linked or unreadable, and goes on', async () => {
		await put('docs/good.md', '# Good');
		await put('docs/gbk.md', new Uint8Array([0xd5, 0xe2, 0xca, 0xc7]));
		await put('docs/large.md', 'x'.repeat(DOCUMENT_SIZE_LIMIT + 1));
		await put('secret.md', '# outside');
		await symlink(join(root, 'secret.md'), join(root, 'docs/link.md'));
		await symlink(root, join(root, 'docs/up'));
		const sources = await read();
		expect(sources.documents.map((file) => file.path)).toEqual(['docs/good.md']);
		expect(sources.findings.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
			'MS601 docs/gbk.md',
			'MS602 docs/large.md',
			'MS603 docs/link.md',
			'MS603 docs/up',
		]);
		expect(sources.seen).toBe(4);
	});

	// Windows has no pipes in folders.
	it.skipIf(process.platform === 'win32')('reports a pipe that is called like a document', async () => {
		await put('docs/good.md', '# Good');
		for (const name of ['a.md', 'a.fifo']) execFileSync('mkfifo', [join(root, 'docs', name)]);
		const { documents, findings, seen } = await read();
		expect(documents.map(({ path }) => path)).toEqual(['docs/good.md']);
		expect(findings).toMatchObject([{ code: 'MS604', file: 'docs/a.md', params: { cause: 'special' } }]);
		expect(seen).toBe(2);
	});

	// Root may read everything, so there the case cannot be made.
	it.skipIf(process.getuid?.() === 0)('reports a file without read permission', async () => {
		await put('docs/locked.md', '# Locked');
		await chmod(join(root, 'docs/locked.md'), 0);
		expect((await read()).findings.map(({ code }) => code)).toEqual(['MS604']);
	});
});

describe('assets', () => {
	const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

	it('recognises pictures by their bytes, not their name', () => {
		expect(judgeAsset('a.png', bytes('\x89PNG\r\n\x1a\n'))).toEqual({ ok: true, type: 'picture' });
		expect(judgeAsset('a.webp', bytes('RIFF....WEBPVP8 '))).toEqual({ ok: true, type: 'picture' });
		expect(judgeAsset('a.avif', bytes('\0\0\0\x20ftypavif'))).toEqual({ ok: true, type: 'picture' });
		expect(judgeAsset('a.png', bytes('<script>alert(1)'))).toMatchObject({ ok: false });
	});

	it('refuses what a browser would run', () => {
		for (const name of ['a.html', 'b.JS', 'c.svgz', 'd.xhtml', 'e.xml']) {
			expect(judgeAsset(name, bytes('')), name).toMatchObject({ ok: false });
		}
		expect(judgeAsset('data.xlsx', bytes('PK'))).toEqual({ ok: true, type: 'download' });
	});
});

describe('history', () => {
	it('takes the newest date of each path', () => {
		const log = '\x002026-03-02\n\ndocs/a.md\n\x002026-01-01\n\ndocs/a.md\ndocs/b.md\n';
		expect(Object.fromEntries(readLog(log, (path) => path))).toEqual({
			'docs/a.md': '2026-03-02',
			'docs/b.md': '2026-01-01',
		});
	});
});
