import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../../src/compiler/cache.ts';

let folder: string;
let file: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mainstay-cache-'));
	file = join(folder, 'deep/cache.bin');
});

afterEach(async () => {
	await rm(folder, { recursive: true, force: true });
});

describe('the cache', () => {
	it('gives back what was set, also after reopening', async () => {
		const first = await openCache<{ text: string }>(file);
		first.set('a', { text: '库存' });
		expect(first.get('a')).toEqual({ text: '库存' });
		await first.save();
		const second = await openCache<{ text: string }>(file);
		expect(second.has('a')).toBe(true);
		expect(second.get('a')).toEqual({ text: '库存' });
		expect(second.get('b')).toBeUndefined();
	});

	it('forgets what a run did not use', async () => {
		const first = await openCache<number>(file);
		first.set('kept', 1);
		first.set('gone', 2);
		await first.save();
		const second = await openCache<number>(file);
		second.get('kept');
		second.set('new', 3);
		await second.save();
		const third = await openCache<number>(file);
		expect([third.get('kept'), third.get('gone'), third.get('new')]).toEqual([1, undefined, 3]);
	});

	it.each([
		['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
		['foreign', () => Buffer.from('something else entirely')],
		['empty', () => Buffer.alloc(0)],
		['with a broken index', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 14), Buffer.alloc(40)])],
	])('treats a file that is %s as empty', async (_, damage) => {
		const first = await openCache<string>(file);
		first.set('a', 'value');
		await first.save();
		await writeFile(file, damage(await readFile(file)));
		const second = await openCache<string>(file);
		expect(second.get('a')).toBeUndefined();
		second.set('a', 'again');
		await second.save();
		expect((await openCache<string>(file)).get('a')).toBe('again');
	});
});
