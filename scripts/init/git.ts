import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Remote } from './choices.ts';
import { remoteOf } from './remote.ts';

export interface GitFacts {
	/** Root of the working tree, written as `root` is. */
	readonly top: string;
	readonly branch: string;
	readonly remote?: Remote;
	/** Relative to the top. */
	readonly hooksFolder?: string;
	readonly sharedHooks?: string;
}

/** What git says of the repository around a folder; undefined outside one, or without git. */
export async function gitFacts(root: string): Promise<GitFacts | undefined> {
	const up = await git(root, ['rev-parse', '--show-cdup']);
	if (up === undefined) return undefined;
	const top = resolve(root, up);
	const [branch, url, hooks] = await Promise.all([mainBranch(top), remoteUrl(top), hooksOf(top)]);
	const remote = url === undefined ? undefined : remoteOf(url);
	return { top, branch, ...(remote ? { remote } : {}), ...hooks };
}

/** The remote's own branch, else the one that is there under a usual name, else the present one. */
async function mainBranch(top: string): Promise<string> {
	const remote = await git(top, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
	if (remote?.startsWith('origin/')) return remote.slice('origin/'.length);
	const here =
		(await git(top, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']))?.split('\n') ?? [];
	const usual = ['main', 'master', 'trunk'].find((name) => here.includes(name));
	return usual ?? (await git(top, ['symbolic-ref', '--quiet', '--short', 'HEAD'])) ?? 'main';
}

async function remoteUrl(top: string): Promise<string | undefined> {
	const names = (await git(top, ['remote']))?.split('\n').filter(Boolean) ?? [];
	const name = names.includes('origin') ? 'origin' : names[0];
	return name === undefined ? undefined : git(top, ['config', '--get', `remote.${name}.url`]);
}

/** The folder that git takes hooks from. One that lies outside serves other repositories as well. */
async function hooksOf(top: string): Promise<Pick<GitFacts, 'hooksFolder' | 'sharedHooks'>> {
	const written = await git(top, ['rev-parse', '--git-path', 'hooks']);
	if (written === undefined) return {};
	const folder = resolve(top, written);
	const own = await git(top, ['rev-parse', '--git-common-dir']);
	const places = [top, ...(own === undefined ? [] : [resolve(top, own)])];
	return (await isWithin(folder, places))
		? { hooksFolder: relative(top, folder).split(sep).join('/') }
		: { sharedHooks: folder };
}

async function isWithin(folder: string, places: readonly string[]): Promise<boolean> {
	const real = await realpath(folder).catch(() => folder);
	for (const place of places) {
		const way = relative(await realpath(place).catch(() => place), real);
		if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return true;
	}
	return false;
}

function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
	return new Promise((done) => {
		execFile('git', [...args], { cwd }, (error, stdout) => done(error ? undefined : stdout.trim()));
	});
}
