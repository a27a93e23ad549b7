import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository of a test's own. */
export interface TestRepository {
	readonly root: string;
	git(...args: string[]): string;
	/** Writes files; `null` removes one. */
	write(files: Readonly<Record<string, string | null>>): Promise<void>;
	/** Writes, adds and commits everything; returns the commit. */
	commit(message: string, files?: Readonly<Record<string, string | null>>): Promise<string>;
	remove(): Promise<void>;
}

const SETTINGS = ['user.name=t', 'user.email=t@example.org', 'commit.gpgsign=false', 'core.autocrlf=false'];

export async function testRepository(name = 'mainstay-git-'): Promise<TestRepository> {
	const root = await realpath(await mkdtemp(join(tmpdir(), name)));
	const git = (...args: string[]): string =>
		execFileSync('git', [...SETTINGS.flatMap((each) => ['-c', each]), ...args], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		}).trim();
	git('init', '-q', '-b', 'main');
	const write = async (files: Readonly<Record<string, string | null>>): Promise<void> => {
		for (const [path, text] of Object.entries(files)) {
			const file = join(root, path);
			if (text === null) await rm(file);
			else {
				await mkdir(dirname(file), { recursive: true });
				await writeFile(file, text);
			}
		}
	};
	return {
		root,
		git,
		write,
		commit: async (message, files = {}) => {
			await write(files);
			git('add', '-A');
			git('commit', '-q', '--allow-empty', '-m', message);
			return git('rev-parse', 'HEAD');
		},
		remove: () => rm(root, { recursive: true, force: true }),
	};
}
