import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProject, loadConfig } from '../../../src/config/index.ts';

let root = '';

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-config-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, text: string | Uint8Array): Promise<void> {
	await mkdir(join(root, path, '..'), { recursive: true });
	await writeFile(join(root, path), text);
}

/** Codes and causes. */
async function load() {
	const { config, findings } = await loadConfig(root);
	return { config, problems: findings.map(({ code, params }) => `${code} ${params['cause'] ?? ''}`) };
}

describe('loading a project', () => {
	it('without settings reads docs/ where there is one', async () => {
		await mkdir(join(root, 'docs'));
		const { config, problems } = await load();
		expect(problems).toEqual([]);
		expect(config).toMatchObject({ root, sources: [{ name: 'docs', path: 'docs' }] });
		expect(config.file).toBeUndefined();
	});

	it('without settings and docs/ reads the folder itself', async () => {
		expect((await load()).config.sources).toEqual([{ name: 'docs', path: '.' }]);
	});

	it('passes known rules on', async () => {
		await write('mainstay.yaml', 'rules: {a: off}\n');
		expect((await loadConfig(root, ['a'])).findings).toEqual([]);
		expect((await loadConfig(root, ['b'])).findings).toHaveLength(1);
	});

	it.each([
		['a missing folder', 'docs: nowhere\n', 'MS907 missing'],
		['a file', 'docs: mainstay.yaml\n', 'MS907 file'],
	])('reports %s', async (_name, text, problem) => {
		await write('mainstay.yaml', text);
		const { config, problems } = await load();
		expect(problems).toEqual([problem]);
		expect(config.sources).toEqual([]);
	});

	it('refuses a folder that leads outside through a link', async () => {
		const outside = await mkdtemp(join(tmpdir(), 'mainstay-outside-'));
		await symlink(outside, join(root, 'docs'));
		await write('mainstay.yaml', 'docs: docs\n');
		const { config, problems } = await load();
		await rm(outside, { recursive: true });
		expect(problems).toEqual(['MS907 outside']);
		expect(config.sources).toEqual([]);
	});

	it.each([
		['UTF-16', Buffer.from('﻿title: x\n', 'utf16le')],
		['GBK', Buffer.from([0x74, 0x3a, 0x20, 0xd6, 0xd0, 0x0a])],
	])('refuses %s', async (_name, bytes) => {
		await write('mainstay.yaml', bytes);
		expect((await load()).problems).toEqual(['MS910 encoding']);
	});

	it('accepts a byte order mark and Windows line ends', async () => {
		await write('mainstay.yaml', '﻿title: x\r\nlanguages: [en]\r\n');
		const { config, problems } = await load();
		expect(problems).toEqual([]);
		expect(config.title).toEqual({ en: 'x' });
	});

	it('refuses 2 MB at once', async () => {
		await write('mainstay.yaml', `roles:\n${'  a: b\n'.repeat(300_000)}`);
		expect((await load()).problems).toEqual(['MS910 size']);
	});

	it('refuses a folder of that name', async () => {
		await mkdir(join(root, 'mainstay.yaml'));
		expect((await load()).problems).toEqual(['MS910 system']);
	});
});

describe('finding a project', () => {
	it('goes upward to the nearest settings', async () => {
		await write('mainstay.yaml', '');
		await write('docs/inner/mainstay.yml', '');
		await mkdir(join(root, 'docs/inner/deep'));
		expect(await findProject(join(root, 'docs'))).toEqual({ root, configFile: 'mainstay.yaml' });
		const inner = join(root, 'docs/inner');
		expect(await findProject(join(inner, 'deep'))).toEqual({ root: inner, configFile: 'mainstay.yml' });
	});

	it('stays in the folder where there are none', async () => {
		await mkdir(join(root, 'docs'));
		expect(await findProject(root)).toEqual({ root });
	});

	it('does not leave a git checkout', async () => {
		await write('mainstay.yaml', '');
		await mkdir(join(root, 'checkout/.git'), { recursive: true });
		await mkdir(join(root, 'checkout/notes'));
		const notes = join(root, 'checkout/notes');
		expect(await findProject(notes)).toEqual({ root: notes });
	});
});
