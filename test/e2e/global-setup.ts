import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

declare module 'vitest' {
	export interface ProvidedContext {
		/** The repository's own knowledge base, built once for all files that only look at it. */
		repositorySite: { readonly folder: string; readonly output: string };
	}
}

/** Late enough for some reviews of the repository's documents to be overdue. */
export const REPOSITORY_DAY = '2027-04-10';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const parent = await mkdtemp(join(tmpdir(), 'mainstay-repository-'));
	const folder = join(parent, 'dist');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[
			'scripts/mainstay.mjs',
			'build',
			REPOSITORY,
			'--out',
			folder,
			'--date',
			REPOSITORY_DAY,
			'--locale',
			'en',
		],
		{ cwd: REPOSITORY, env: { ...process.env, CI: 'true', NO_COLOR: '1' }, maxBuffer: 64 * 1024 * 1024 },
	);
	project.provide('repositorySite', { folder, output: stdout });
	return () => rm(parent, { recursive: true, force: true });
}
