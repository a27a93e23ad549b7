import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { main } from '../../scripts/cli.ts';

/** The repository itself: its docs folder is the knowledge base that the tests build. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

export interface CommandRun {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a command line in this process, streams captured. */
export async function run(
	argv: readonly string[],
	cwd = REPOSITORY,
	env: Record<string, string> = {},
	signal?: AbortSignal,
): Promise<CommandRun> {
	let stdout = '';
	let stderr = '';
	const code = await main(argv, {
		cwd,
		env: { LANG: 'C', CI: 'true', ...env },
		stdout: { write: (text) => (stdout += text) },
		stderr: { write: (text) => (stderr += text) },
		...(signal ? { signal } : {}),
	});
	return { code, stdout, stderr };
}

export interface BuiltSite {
	readonly folder: string;
	readonly output: string;
	remove(): Promise<void>;
}

/** Builds a project into a temporary folder; fails with the diagnostics when the build refuses. */
export async function buildSite(project = REPOSITORY, flags: readonly string[] = []): Promise<BuiltSite> {
	const parent = await mkdtemp(join(tmpdir(), 'mainstay-site-'));
	const folder = join(parent, 'dist');
	await takeDrawings(project);
	const result = await run(['build', project, '--out', folder, ...flags]);
	if (result.code !== 0) throw new Error(`The build failed:\n${result.stderr}${result.stdout}`);
	return { folder, output: result.stdout, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** Projects made of the repository's documents need not draw again what its own build has drawn. */
async function takeDrawings(project: string): Promise<void> {
	if (project === REPOSITORY) return;
	const cache = join('.mainstay', 'cache');
	for (const name of ['lanes.bin', 'mermaid.bin', 'bpmn.bin']) {
		// Without them everything is drawn anew.
		await cp(join(REPOSITORY, cache, name), join(project, cache, name)).catch(() => {});
	}
}

/** The repository's own site, as the set-up built it: for tests that only look. */
export function repositorySite(): BuiltSite {
	return { ...inject('repositorySite'), remove: async () => {} };
}

/** Every HTML file of a built site: route → text. */
export async function readPages(folder: string): Promise<Map<string, string>> {
	const pages = new Map<string, string>();
	for (const path of await readdir(folder, { recursive: true })) {
		if (!path.endsWith('.html')) continue;
		const route = `/${path.replaceAll('\\', '/')}`.replace(/index\.html$/, '');
		pages.set(route, await readFile(join(folder, path), 'utf8'));
	}
	return pages;
}
