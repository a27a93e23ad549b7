import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withBuildLock } from '../../../src/compiler/lock.ts';
import {
	assertComplete,
	checkOutput,
	copyAssets,
	existingPages,
	openStaging,
	publish,
	reusePages,
} from '../../../src/compiler/publish.ts';

let root: string;
let out: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-publish-'));
	out = join(root, 'dist');
});

afterEach(async () => {
	await rm(root, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
}

const text = (path: string) => readFile(join(root, path), 'utf8');

describe('the output folder', () => {
	it('may be new, empty or an earlier output', async () => {
		await checkOutput(out, root, ['docs']);
		await mkdir(out);
		await checkOutput(out, root, ['docs']);
		await put('dist/mainstay-manifest.json', '{}');
		await put('dist/index.html', 'x');
		await checkOutput(out, root, ['docs']);
	});

	it('is refused when its replacement would destroy something', async () => {
		await put('docs/a.md', '# A');
		await put('other/thesis.doc', 'years of work');
		for (const folder of [
			root,
			dirname(root),
			join(root, 'docs'),
			join(root, 'docs/site'),
			join(root, 'other'),
		]) {
			await expect(checkOutput(folder, root, ['docs']), folder).rejects.toMatchObject({ name: 'UserError' });
		}
		expect(await text('other/thesis.doc')).toBe('years of work');
	});
});

describe('publishing', () => {
	it('swaps the whole tree and leaves nothing behind', async () => {
		await put('dist/old.html', 'old');
		const staging = await openStaging(out);
		await writeFile(join(staging.folder, 'new.html'), 'new');
		expect(await text('dist/old.html')).toBe('old');
		await publish(staging, out);
		expect(await readdir(out)).toEqual(['new.html']);
		expect(await readdir(root)).toEqual(['dist']);
	});

	it('puts back the old tree of a build that was killed between its two renames', async () => {
		await put('.dist.old/index.html', 'old');
		await openStaging(out);
		expect(await text('dist/index.html')).toBe('old');
	});

	it('empties what a killed build left in staging', async () => {
		await put('.dist.staging/site/half.html', 'half');
		const staging = await openStaging(out);
		expect(await readdir(staging.folder)).toEqual([]);
	});

	it('notices a page that is missing or empty', async () => {
		await put('dist/d/RB-1/index.html', 'page');
		await put('dist/d/RB-2/index.html', '');
		await assertComplete(out, ['/d/RB-1/']);
		await expect(assertComplete(out, ['/d/RB-2/'])).rejects.toThrow('/d/RB-2/');
		await expect(assertComplete(out, ['/d/RB-3/'])).rejects.toThrow('/d/RB-3/');
	});

	it('takes over the pages that are really there', async () => {
		await put('dist/d/RB-1/index.html', 'page');
		const kept = await existingPages(out, ['/d/RB-1/', '/d/RB-2/']);
		expect([...kept]).toEqual(['/d/RB-1/']);
		await reusePages(out, join(root, 'next'), kept);
		expect(await text('next/d/RB-1/index.html')).toBe('page');
	});

	it('makes SVG harmless and refuses an asset from outside', async () => {
		await put(
			'docs/a.svg',
			'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="1" height="1"/></svg>',
		);
		await copyAssets([{ from: join(root, 'docs/a.svg'), to: 'assets/docs/a.svg' }], root, out);
		const svg = await text('dist/assets/docs/a.svg');
		expect(svg).toContain('<rect');
		expect(svg).not.toContain('script');
		await expect(copyAssets([{ from: '/etc/passwd', to: 'assets/p' }], root, out)).rejects.toThrow('outside');
	});
});

describe('the build lock', () => {
	it('refuses a second build while the first lives, and is gone afterwards', async () => {
		await withBuildLock(root, async () => {
			await expect(withBuildLock(root, async () => 1)).rejects.toMatchObject({ code: 'build-running' });
		});
		expect(await withBuildLock(root, async () => 2)).toBe(2);
	});

	it('takes over the lock of a process that is dead', async () => {
		await put('build.lock', '999999999');
		expect(await withBuildLock(root, async () => 3)).toBe(3);
		await expect(stat(join(root, 'build.lock'))).rejects.toThrow();
	});
});
