import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTextPool } from '../../../src/compiler/text-pool.ts';
import { resolveConfig } from '../../../src/config/index.ts';
import { readSources } from '../../../src/sources/index.ts';
import { readAhead } from '../../../src/sources/read-ahead.ts';

const NOW = Date.now();
const SOON = NOW + 3_600_000;
const FUTURE = NOW + 7_200_000;

let root: string;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-ahead-'));
	await mkdir(join(root, 'docs/节/.hidden'), { recursive: true });
	await mkdir(join(root, 'docs/node_modules'));
	await writeFile(join(root, 'docs/a.md'), '# 甲\r\n');
	await writeFile(join(root, 'docs/节/b.mdx'), '\ufeff# B\n');
	await writeFile(join(root, 'docs/node_modules/c.md'), '# C\n');
	await writeFile(join(root, 'docs/节/.hidden/d.md'), '# D\n');
	await writeFile(join(root, 'docs/gbk.md'), new Uint8Array([0xd5, 0xe2, 0xca, 0xc7, 0xb2, 0xbb]));
	await writeFile(join(root, 'docs/picture.png'), 'x');
	await symlink('a.md', join(root, 'docs/link.md'));
	await writeFile(join(root, 'docs/fresh.md'), '# Just written\n');
	await utimes(join(root, 'docs/fresh.md'), FUTURE / 1000, FUTURE / 1000);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const docs = (path: string): string => `${join(root, 'docs')}/${path}`;

function read(ahead?: Parameters<typeof readSources>[2]) {
	const { config } = resolveConfig(undefined, { root, file: 'mainstay.yaml' });
	const sources = [{ name: 'docs', path: 'docs' }];
	return readSources({ ...config, sources }, [], { history: false, ...ahead });
}

describe('documents read before anybody asks for them', () => {
	it('are those of the folder that have lain still and can be read', async () => {
		expect([...readAhead(join(root, 'docs'), SOON)].map(([path]) => path)).toEqual([
			docs('a.md'),
			docs('节/b.mdx'),
		]);
		expect([...readAhead(join(root, 'none'), SOON)]).toEqual([]);
		// What a change of the times leaves behind, nobody can set.
		await utimes(docs('a.md'), 1, 1);
		expect([...readAhead(join(root, 'docs'), NOW - 60_000)]).toEqual([]);
	});

	it('are what reading them later gives, with all else', async () => {
		const later = await read();
		expect(await read({ ahead: new Map(readAhead(join(root, 'docs'), SOON)) })).toEqual(later);
		expect(later.documents.map(({ text }) => text)).toContain('# 甲\r\n');
		expect(later.findings).toHaveLength(2);
	});

	it('are those that a worker reads, waited for while it reads, and parsed by it', async () => {
		const pool = createTextPool(10_000);
		pool.read(join(root, 'docs'), SOON);
		const ahead = pool.readings;
		expect(ahead.get(docs('a.md'))).toBeInstanceOf(Promise);
		expect(ahead.get('/elsewhere/a.md')).toBeUndefined();
		const { documents, ...rest } = await read({ ahead });
		expect({ documents, ...rest }).toEqual(await read());
		const sources = documents.filter(({ path }) => path.endsWith('a.md'));
		const trees = await pool.parse([...sources, ...sources]);
		expect(trees?.map((tree) => tree?.length)).toEqual([expect.any(Number), trees?.[0]?.length]);
		// The worker reads no more, so that nobody waits for it.
		expect(ahead.get(docs('none.md'))).toBeUndefined();
		await pool.close();
	});

	it('are read by who asks for them where the worker ends', async () => {
		const pool = createTextPool(10_000);
		pool.read(join(root, 'docs'), SOON);
		const reading = read({ ahead: pool.readings });
		await pool.close();
		expect(await reading).toEqual(await read());
	});
});
