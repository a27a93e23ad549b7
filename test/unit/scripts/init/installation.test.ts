import { describe, expect, test } from 'vitest';
import { findInstallation } from '../../../../scripts/init/installation.ts';
import { installCommands, runner } from '../../../../scripts/init/runner.ts';
import { foreignFolder } from './folder.ts';

const NAMED = '{"devDependencies": {"mainstay": "1.0.0"}}';

describe('how a project installs its packages', () => {
	test.each([
		['nothing at all', {}, { manager: 'npm', folder: 'erp/kb/', locked: false }],
		[
			'npm, at the top',
			{ 'package.json': NAMED, 'package-lock.json': '{}' },
			{ manager: 'npm', folder: '', locked: true, listed: '1.0.0' },
		],
		[
			'npm, below',
			{ 'package.json': '{}', 'erp/package.json': NAMED, 'erp/package-lock.json': '{}' },
			{ manager: 'npm', folder: 'erp/', locked: true, listed: '1.0.0' },
		],
		[
			'a workspace of pnpm: named below, locked at the top',
			{ 'package.json': '{}', 'pnpm-lock.yaml': '', 'erp/kb/package.json': NAMED },
			{ manager: 'pnpm', folder: '', locked: true, listed: '1.0.0' },
		],
		[
			'yarn',
			{ 'package.json': NAMED, 'yarn.lock': '__metadata:\n  version: 8\n' },
			{ manager: 'yarn', locked: true },
		],
		[
			'yarn of old',
			{ 'package.json': NAMED, 'yarn.lock': '# yarn lockfile v1\n' },
			{ manager: 'yarn-classic', locked: true },
		],
		['a package.json that is none', { 'package.json': '{' }, { manager: 'npm', locked: false }],
		['one that is a list', { 'package.json': '[]' }, { manager: 'npm', locked: false }],
		['one that is null', { 'package.json': 'null' }, { manager: 'npm', locked: false }],
	] as const)('%s', async (_, files, expected) => {
		using folder = foreignFolder({ isRepository: false });
		folder.put({ 'erp/kb/notes.txt': '', ...files });
		expect(await findInstallation(folder.path, 'erp/kb/')).toMatchObject(expected);
	});

	test.each(['npm', 'pnpm', 'yarn', 'yarn-classic'] as const)(
		'%s: no script of a package runs, and nothing is fetched by name',
		(manager) => {
			const install = { manager, folder: '', locked: true };
			expect(installCommands(install).at(-1)).toMatch(/--ignore-scripts|--mode=skip-build/);
			expect(runner(install)).not.toMatch(/--yes|dlx|\bnpx mainstay/);
		},
	);
});
