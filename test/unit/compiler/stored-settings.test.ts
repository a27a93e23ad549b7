import { mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProject } from '../../../src/compiler/index.ts';

const SETTINGS =
	'title: T\nlanguages: [zh-CN]\nmodules: {inventory: {zh-CN: 库存}}\nrules: {orphan-document: off}\n';

let root: string;
let store: string;

beforeAll(async () => {
	root = await realpath(await mkdtemp(join(tmpdir(), 'mainstay-设置-')));
	store = join(root, '.mainstay/cache/settings.bin');
	await mkdir(join(root, 'docs'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The project as the store has it, held against the project as it is read. */
async function known() {
	const project = await openProject(root, { cache: true });
	expect(project).toEqual(await openProject(root));
	return project;
}

it('settings from the store are those that are written, whatever happens to either', async () => {
	await known();
	const plain = await readFile(store);
	await writeFile(join(root, 'mainstay.yaml'), SETTINGS);
	expect((await known()).config.title).toEqual({ 'zh-CN': 'T' });
	expect((await known()).config.rules.get('orphan-document')).toBe('off');

	await writeFile(join(root, 'mainstay.yaml'), `${SETTINGS}lnguages: [en]\n`);
	expect((await known()).findings).toHaveLength(1);

	await writeFile(join(root, 'mainstay.yaml'), SETTINGS);
	await known();
	await rename(join(root, 'docs'), join(root, 'texts'));
	expect((await known()).config.sources).toEqual([{ name: 'docs', path: '.' }]);
	await rename(join(root, 'texts'), join(root, 'docs'));

	for (const damaged of [plain, Buffer.from('x'), Buffer.alloc(0)]) {
		await writeFile(store, damaged);
		await known();
		await known();
	}
});

it('a named folder that is gone is told though its settings are known', async () => {
	await mkdir(join(root, 'kb'));
	await writeFile(join(root, 'mainstay.yaml'), 'title: T\ndocs: kb\n');
	expect((await known()).findings).toEqual([]);
	await rm(join(root, 'kb'), { recursive: true });
	expect((await known()).findings).toMatchObject([{ code: 'MS907' }]);
});

it('without the cache nothing is written', async () => {
	await rm(join(root, '.mainstay'), { recursive: true, force: true });
	await openProject(root);
	await expect(readFile(store)).rejects.toMatchObject({ code: 'ENOENT' });
});
