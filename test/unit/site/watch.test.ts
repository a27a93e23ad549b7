import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Project } from '../../../src/compiler/index.ts';
import { watchProject } from '../../../src/site/watch.ts';

it('a documents folder that was away is followed again', async () => {
	const root = await mkdtemp(join(tmpdir(), 'mainstay-watch-'));
	await mkdir(join(root, 'docs'));
	let changes = 0;
	const project = { root, config: { sources: [{ path: 'docs' }] } } as unknown as Project;
	const watcher = watchProject(project, () => {
		changes++;
	});
	const isTold = async (change: () => Promise<void>): Promise<void> => {
		// What came before has been told by then.
		await new Promise((quiet) => setTimeout(quiet, 300));
		const before = changes;
		await change();
		await vi.waitFor(() => expect(changes).toBeGreaterThan(before), { timeout: 5000 });
	};
	try {
		await isTold(() => writeFile(join(root, 'docs/a.md'), '# A\n'));
		await isTold(() => rename(join(root, 'docs'), join(root, 'away')));
		await isTold(() => rename(join(root, 'away'), join(root, 'docs')));
		await isTold(() => writeFile(join(root, 'docs/a.md'), '# B\n'));
		await isTold(() => writeFile(join(root, 'mainstay.yaml'), 'title: T\n'));
	} finally {
		watcher.close();
		await rm(root, { recursive: true, force: true });
	}
});
