import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ForeignFolder, foreignFolder } from './folder.ts';

const INIT = ['init', '--yes', '--ci', 'none', '--no-editor', '--kinds', 'runbook,system-log'];
const LOG = 'docs/system-logs/negative-stock-incident.md';

/** Whether git takes a commit of everything. */
function commits(folder: ForeignFolder): true | string {
	try {
		folder.git('add', '--all');
		folder.git('commit', '--quiet', '--message', 'change');
		return true;
	} catch (error) {
		return (error as { stderr: string }).stderr + (error as { stdout: string }).stdout;
	}
}

function spoil(folder: ForeignFolder): void {
	folder.put({ [LOG]: folder.read(LOG).replace('runbook: RB-INV-0001', 'runbook: RB-INV-0009') });
}

function restore(folder: ForeignFolder): void {
	folder.put({ [LOG]: folder.read(LOG).replace('runbook: RB-INV-0009', 'runbook: RB-INV-0001') });
}

describe('the hook', () => {
	test('refuses a commit with an error, also the first one, and takes a good one', async () => {
		using folder = foreignFolder();
		await folder.run(INIT);
		spoil(folder);
		expect(commits(folder)).toMatch(/MS205[\s\S]*Nothing was committed/);
		restore(folder);
		expect(commits(folder)).toBe(true);
		spoil(folder);
		expect(commits(folder)).toMatch(/negative-stock-incident\.md:20:10/);
		folder.git('commit', '--quiet', '--all', '--no-verify', '--message', 'skipped');
	});

	test('lies where core.hooksPath says, and not where other repositories look as well', async () => {
		using folder = foreignFolder();
		folder.git('config', 'core.hooksPath', '.githooks');
		expect((await folder.run(INIT)).out).toContain('written  .githooks/pre-commit');
		using other = foreignFolder();
		other.git('config', 'core.hooksPath', join(folder.path, 'shared'));
		const { out } = await other.run(INIT);
		expect(out).toContain('serves other repositories as well');
		expect(out).not.toContain('pre-commit');
	});

	test('never takes the place of another, and names the line to add', async () => {
		using folder = foreignFolder();
		folder.put({ '.git/hooks/pre-commit': '#!/bin/sh\nset -e\n' });
		chmodSync(join(folder.path, '.git/hooks/pre-commit'), 0o755);
		const { out } = await folder.run(INIT);
		const line = /in \.git\/hooks\/pre-commit, add\n {6}(.*)\n/.exec(out)?.[1] ?? '';
		expect(line).toBe('mainstay check --since HEAD');
		expect(folder.read('.git/hooks/pre-commit')).toBe('#!/bin/sh\nset -e\n');
		expect(commits(folder)).toBe(true);
		folder.put({ '.git/hooks/pre-commit': `#!/bin/sh\nset -e\n${line}\n` });
		spoil(folder);
		expect(commits(folder)).toContain('MS205');
		expect((await folder.run(INIT)).out).not.toContain('By hand');
	});

	test('where Mainstay is not installed says so and lets the commit through', async () => {
		using folder = foreignFolder();
		await folder.run(INIT);
		const hook = folder.read('.git/hooks/pre-commit');
		folder.put({ '.git/hooks/pre-commit': hook.replace(/ mainstay; do/, '; do') });
		spoil(folder);
		expect(commits(folder)).toBe(true);
	});

	test('goes through husky or lefthook where they are', async () => {
		using husky = foreignFolder();
		husky.put({ 'package.json': '{"devDependencies": {"husky": "9", "mainstay": "1"}}' });
		await husky.run(INIT);
		// As husky calls it.
		husky.git('config', 'core.hooksPath', '.husky');
		spoil(husky);
		expect(commits(husky)).toContain('MS205');

		using lefthook = foreignFolder();
		lefthook.put({ 'lefthook.yml': 'pre-push: {}\n' });
		const { out } = await lefthook.run(INIT);
		expect(out).toContain('extends:\n        - lefthook-mainstay.yml');
		expect(lefthook.read('lefthook.yml')).toBe('pre-push: {}\n');
		expect(lefthook.read('lefthook-mainstay.yml')).toContain('run: mainstay check $(');
	});
});
