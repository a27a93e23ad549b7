import { execFile } from 'node:child_process';
import { relative, resolve, sep } from 'node:path';
import { unquoteName } from '../model/git-name.ts';

/**
 * Date of the last commit (`YYYY-MM-DD`, in the committer's zone) of every file below `root`, by
 * path relative to it. Empty outside a git checkout or without git: dates are a service, not a need.
 */
export async function lastChanges(
	root: string,
	folders: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const top = await checkoutRoot(root);
	if (!top) return new Map();
	const log = await git(root, [
		'-c',
		'core.quotePath=false',
		'log',
		'--format=%x00%cs',
		'--name-only',
		'--no-renames',
		'--',
		...folders,
	]);
	return log === undefined
		? new Map()
		: readLog(log, (path) => relative(root, resolve(top, path)).split(sep).join('/'));
}

/** The log runs from new to old, so the first date seen of a file is its last change. */
export function readLog(log: string, toRelative: (path: string) => string): ReadonlyMap<string, string> {
	const dates = new Map<string, string>();
	for (const commit of log.split('\0').slice(1)) {
		const [date = '', ...paths] = commit.split('\n');
		for (const path of paths) {
			if (!path) continue;
			const key = toRelative(unquoteName(path)).normalize('NFC');
			if (!dates.has(key)) dates.set(key, date);
		}
	}
	return dates;
}

/** Root of the checkout that a folder is in; undefined outside one. Only the last line end is git's. */
export async function checkoutRoot(folder: string): Promise<string | undefined> {
	return (await git(folder, ['rev-parse', '--show-toplevel']))?.replace(/\n$/, '') || undefined;
}

/** What git prints; undefined without git, outside a checkout, or when it refuses. */
export function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
	return new Promise((done) => {
		execFile('git', [...args], { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout) =>
			done(error ? undefined : stdout),
		);
	});
}
