import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownCall } from '../../../scripts/own-call.ts';

const CLONE = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');
let root: string;

beforeAll(async () => {
	root = await realpath(await mkdtemp(join(tmpdir(), 'mainstay-call-')));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function folder(name: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
	const path = join(root, name);
	await mkdir(path, { recursive: true });
	for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
	return path;
}

const needing = JSON.stringify({ devDependencies: { mainstay: 'file:mainstay.tgz' } });

describe('a command as the reader types it', () => {
	it('is the plain name where no package.json names us', async () => {
		expect(await ownCall('preview', await folder('知识库'), { env: {} })).toBe('mainstay preview');
	});

	it('goes through the package manager of the project, from a folder within it too', async () => {
		const npm = await folder('npm', { 'package.json': needing, 'package-lock.json': '{}' });
		expect(await ownCall('preview', npm, { env: {} })).toBe('npx mainstay preview');
		const pnpm = await folder('pnpm', { 'package.json': needing, 'pnpm-lock.yaml': '' });
		expect(await ownCall('preview', await folder('pnpm/文档/kb'), { env: {} })).toBe(
			'pnpm exec mainstay preview',
		);
		expect(pnpm).toContain('pnpm');
	});

	it('is the npm script where there is one', async () => {
		const scripts = JSON.stringify({ scripts: { build: 'mainstay build', preview: 'mainstay preview' } });
		const path = await folder('scripts', { 'package.json': scripts });
		const env = { npm_package_json: join(path, 'package.json') };
		expect(await ownCall('preview', path, { env })).toBe('npm run preview');
		expect(await ownCall('check', path, { env })).toBe('mainstay check');
		expect(await ownCall('preview', path, { env: { npm_package_json: join(path, 'none.json') } })).toBe(
			'mainstay preview',
		);
	});

	it('is the npm script in a clone', async () => {
		expect(await ownCall('preview', CLONE, { env: {} })).toBe('npm run preview');
	});
});
