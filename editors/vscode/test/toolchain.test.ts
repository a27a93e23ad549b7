import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { projectRootOf } from '../src/project.ts';
import { findConfigured, findInstalled } from '../src/toolchain/installed.ts';
import { chooseNode, probeVersion } from '../src/toolchain/node.ts';
import { findToolchain } from '../src/toolchain/toolchain.ts';
import { type Folder, installInto, newFolder, REPOSITORY } from './knowledge-base.ts';

const folders: Folder[] = [];
after(() => Promise.all(folders.map(({ remove }) => remove())));

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
	const made = await newFolder(files);
	folders.push(made);
	return made.root;
}

const manifest = (fields: object): string =>
	JSON.stringify({ name: 'mainstay', version: '1.2.3', ...fields });

describe('the project of a folder', () => {
	it('is the nearest one upward with settings, inside the checkout', async () => {
		const root = await folder({
			'mainstay.yaml': '',
			'docs/a.md': '',
			'lib/.git/HEAD': '',
			'lib/x/a.md': '',
		});
		assert.equal(await projectRootOf(join(root, 'docs')), root);
		assert.equal(await projectRootOf(root), root);
		assert.equal(await projectRootOf(join(root, 'lib/x')), undefined);
	});

	it('may call its settings mainstay.yml', async () => {
		const root = await folder({ 'kb/mainstay.yml': '' });
		assert.equal(await projectRootOf(join(root, 'kb')), join(root, 'kb'));
	});
});

describe('the installed Mainstay', () => {
	it('lies in node_modules of the folder or above, and not above the top', async () => {
		const root = await folder({
			'node_modules/mainstay/package.json': manifest({ bin: { mainstay: 'scripts/mainstay.mjs' } }),
			'kb/mainstay.yaml': '',
		});
		const found = await findInstalled(join(root, 'kb'), root);
		assert.equal(found?.script, join(root, 'node_modules/mainstay/scripts/mainstay.mjs'));
		assert.equal(found?.version, '1.2.3');
		assert.equal(await findInstalled(join(root, 'kb'), join(root, 'kb')), undefined);
	});

	it('tells the oldest Node that it runs on', async () => {
		const file = 'node_modules/mainstay/package.json';
		const root = await folder({});
		for (const [node, needs] of [
			['^22.22.2 || ^24.15.0 || >=26.0.0', '22.22.2'],
			['>=22.12', '22.12.0'],
			['nonsense range', ''],
			[undefined, ''],
		] as const) {
			await folders.at(-1)?.write({ [file]: manifest({ bin: 'a.js', engines: { node } }) });
			assert.equal((await findInstalled(root, root))?.needs, needs);
		}
	});

	it('may be linked, as pnpm does', async () => {
		const root = await folder({});
		await installInto(root);
		const found = await findInstalled(root, root);
		assert.equal(found?.script, join(root, 'node_modules/mainstay/scripts/mainstay.mjs'));
	});

	it('may be the repository of Mainstay itself', async () => {
		const found = await findInstalled(REPOSITORY, REPOSITORY);
		assert.equal(found?.script, join(REPOSITORY, 'scripts/mainstay.mjs'));
	});

	it('is nothing that only looks like it', async () => {
		const root = await folder({
			'a/node_modules/mainstay/package.json': '{ "name": "mainstay"',
			'b/node_modules/mainstay/package.json': JSON.stringify({ name: 'other', bin: 'x.js' }),
			'c/node_modules/mainstay/package.json': manifest({}),
			'd/node_modules/mainstay/package.json': 'null',
		});
		for (const name of ['a', 'b', 'c', 'd'])
			assert.equal(await findInstalled(join(root, name), root), undefined, name);
	});

	it('tells another version by its stamp', async () => {
		const file = 'node_modules/mainstay/package.json';
		const root = await folder({ [file]: manifest({ bin: 'a.js' }) });
		const before = await findInstalled(root, root);
		await folders.at(-1)?.write({ [file]: manifest({ bin: 'a.js', version: '1.2.4' }) });
		assert.notEqual((await findInstalled(root, root))?.stamp, before?.stamp);
	});

	it('can be configured: folder or script, relative or absolute', async () => {
		const root = await folder({ 'tools/ms/package.json': manifest({ bin: 'a.js' }), 'tools/b.js': '' });
		assert.equal((await findConfigured('tools/ms', root))?.script, join(root, 'tools/ms/a.js'));
		assert.equal((await findConfigured(join(root, 'tools/b.js'), '/'))?.script, join(root, 'tools/b.js'));
		assert.equal(await findConfigured('tools/c.js', root), undefined);
	});
});

describe('the Node that runs it', () => {
	const at = (versions: Readonly<Record<string, string>>) => async (each: { command: string }) =>
		versions[each.command];
	const candidates = ['a', 'b', 'c'].map((command) => ({ command, env: {} }));

	const needs = '22.12.0';

	it('is the first that is new enough', async () => {
		const { runtime } = await chooseNode(candidates, needs, at({ a: '20.19.0', b: '22.12.0', c: '24.0.0' }));
		assert.equal(runtime?.command, 'b');
	});

	it('is told when all are too old, and when there is none', async () => {
		const old = await chooseNode(candidates, needs, at({ a: '18.20.1', c: '22.11.9' }));
		assert.equal(old.runtime, undefined);
		assert.equal(old.tooOld?.version, '22.11.9');
		assert.deepEqual(await chooseNode(candidates, needs, at({})), {});
	});

	it('may be any where nothing is said', async () => {
		assert.equal((await chooseNode(candidates, '', at({ b: '18.0.0' }))).runtime?.command, 'b');
	});

	it('answers for itself', async () => {
		assert.equal(await probeVersion({ command: process.execPath, env: {} }), process.versions.node);
		assert.equal(await probeVersion({ command: join(REPOSITORY, 'no such node'), env: {} }), undefined);
	});
});

describe('the toolchain', () => {
	const own = { command: 'own', env: { ELECTRON_RUN_AS_NODE: '1' } };
	const question = { top: REPOSITORY, root: REPOSITORY, serverPath: '', nodePath: '', own };
	const only = (command: string, version: string) => async (each: { command: string }) =>
		each.command === command ? version : undefined;

	it('falls back on the Node of the editor, with what makes it one', async () => {
		const found = await findToolchain(question, only('own', '24.99.0'));
		assert.ok('node' in found);
		assert.deepEqual(found.node, { ...own, version: '24.99.0' });
	});

	it('prefers the Node that the project depends on', async () => {
		const found = await findToolchain(question, async () => '24.99.0');
		assert.ok('node' in found);
		assert.equal(found.node.command, join(REPOSITORY, 'node_modules/node/bin/node'));
	});

	it('takes no other than the configured Node', async () => {
		const asked: string[] = [];
		const probe = async ({ command }: { command: string }): Promise<undefined> => {
			asked.push(command);
			return undefined;
		};
		const found = await findToolchain({ ...question, nodePath: '/opt/node' }, probe);
		assert.deepEqual(found, { type: 'node-path-wrong', path: '/opt/node' });
		assert.deepEqual(asked, ['/opt/node']);
	});

	it('says what is missing', async () => {
		const needs = (await findInstalled(REPOSITORY, REPOSITORY))?.needs ?? '';
		assert.match(needs, /^\d+\.\d+\.\d+$/);
		const root = await folder({ 'mainstay.yaml': '' });
		const here = { ...question, root, top: root };
		const none = async (): Promise<undefined> => undefined;
		assert.deepEqual(await findToolchain(here, none), { type: 'not-installed' });
		assert.deepEqual(await findToolchain({ ...here, serverPath: 'x' }, none), {
			type: 'server-path-wrong',
			path: 'x',
		});
		assert.deepEqual(await findToolchain(question, none), { type: 'no-node', needs });
		assert.deepEqual(await findToolchain(question, only('node', '20.1.0')), {
			type: 'node-too-old',
			needs,
			path: 'node',
			version: '20.1.0',
		});
	});
});
