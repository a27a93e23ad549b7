import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFile } from '../../../src/compiler/replace-file.ts';
import { beginLook } from '../../../src/compiler/stored-check.ts';
import { workFolderOf } from '../../../src/compiler/work-folder.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mainstay-taken-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('what a killed process had begun to write is taken away', async () => {
	await writeFile(join(folder, `facts.bin.${2 ** 22 + 1}.tmp`), '');
	await writeFile(join(folder, `facts.bin.${process.ppid}.tmp`), '');
	await keepFile(join(folder, 'documents.bin'), [new Uint8Array(1)]);
	expect((await readdir(folder)).sort()).toEqual(['documents.bin', `facts.bin.${process.ppid}.tmp`]);
});

describe('where something else has the place of the cache', () => {
	it('the work folder lies elsewhere', async () => {
		await writeFile(join(folder, '.mainstay'), '');
		expect(await workFolderOf(folder)).toMatchObject({ moved: true });
	});

	it('nothing is kept, and nothing left behind', async () => {
		await mkdir(join(folder, 'facts.bin'));
		await keepFile(join(folder, 'facts.bin'), [new Uint8Array(1)]);
		await writeFile(join(folder, 'cache'), '');
		await keepFile(join(folder, 'cache', 'facts.bin'), [new Uint8Array(1)]);
		expect(beginLook(join(folder, 'cache'))).toBeUndefined();
		expect((await readdir(folder)).sort()).toEqual(['cache', 'facts.bin']);
	});
});
