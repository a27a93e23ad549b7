import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { ChangeSet, ChangeTexts } from '../model/change.ts';
// Straight from their files: git is asked before anything else is loaded.
import { phrase, UserError } from '../model/failure.ts';
import { nearest } from '../model/nearest.ts';
import { readChanges, untrackedChanges } from './diff.ts';
import { checkoutRoot, git } from './history.ts';
import { readWaivers } from './waivers.ts';

/**
 * What differs from `revision`: `main` compares the working tree (staged, unstaged and new files too) with the commit
 * at which it parted from there; `a..b` two commits, `a...b` the second with where they parted. Throws a UserError
 * outside a repository, for what is no revision, and where a shallow clone lacks the history.
 */
export async function changesSince(root: string, revision: string): Promise<ChangeSet> {
	return (await beginChanges(root, revision)).changes;
}

/** As {@link changesSince} for who has something to do meanwhile: whether the revision can be used is told first. */
export async function beginChanges(
	root: string,
	revision: string,
): Promise<{ readonly changes: Promise<ChangeSet> }> {
	const range = /^(.*?)(\.{2,3})(.*)$/.exec(revision);
	const written = (range ? range[1] : revision) || 'HEAD';
	const { top, prefix, from, head } = await startOf(root, written);
	const until = range ? await commitOf(top, range[3] || 'HEAD') : undefined;
	// Two dots mean the two states themselves; a commit parts from itself at itself.
	const isBase = range?.[2] === '..' || from === (until ?? head);
	const base = isBase ? from : await mergeBase(top, from, until ?? 'HEAD', revision);
	return { changes: readChangeSet({ revision, top, prefix, base, until, head }) };
}

interface Ends extends Pick<ChangeSet, 'revision' | 'top' | 'prefix' | 'base'> {
	readonly until: string | undefined;
	/** The commit that is checked out, where it was asked for. */
	readonly head: string | undefined;
}

async function readChangeSet({ revision, top, prefix, base, until, head }: Ends): Promise<ChangeSet> {
	const [files, untracked, { waivers, commits }, names] = await Promise.all([
		readChanges(top, base, until),
		until === undefined ? untrackedChanges(top) : [],
		base === (until ?? head) ? NO_COMMITS : readWaivers(top, `${base}..${until ?? 'HEAD'}`),
		repositoryNames(top),
	]);
	return {
		revision,
		base,
		...(until === undefined ? {} : { until }),
		top,
		prefix,
		names,
		files: [...files, ...untracked],
		waivers,
		commits,
	};
}

const NO_COMMITS = { waivers: [], commits: 0 } as const;

interface Start {
	readonly top: string;
	readonly prefix: string;
	readonly from: string;
	readonly head: string | undefined;
}

/** The repository of a folder and the commit that a revision names, with one question where all is well. */
async function startOf(folder: string, revision: string): Promise<Start> {
	const args = ['rev-parse', '--show-prefix', `${revision}^{commit}`, 'HEAD^{commit}', '--show-toplevel'];
	const answer = isRevision(revision) ? await git(folder, args) : undefined;
	// Names of folders may hold line ends; the commits part them.
	const [, prefix = '', from, head, top] =
		/^([\s\S]*?)\n([0-9a-f]{40,64})\n([0-9a-f]{40,64})\n([\s\S]+)\n$/.exec(answer ?? '') ?? [];
	if (top && from && head) return { top, prefix, from, head };
	const [root, below] = await rootOf(folder);
	return { top: root, prefix: below, from: await commitOf(root, revision), head: undefined };
}

/** Root of the repository that a folder is in, and the folder's path below it (`''` or `kb/`). */
async function rootOf(folder: string): Promise<[top: string, prefix: string]> {
	const [top, prefix] = await Promise.all([checkoutRoot(folder), repositoryPrefix(folder)]);
	if (top) return [top, prefix];
	const refused = repositoryAbove(folder);
	if (refused !== undefined && (await git(folder, ['--version'])) !== undefined) {
		throw new UserError(
			'repository-refused',
			phrase`git does not read the repository ${refused}.`,
			phrase`See what git status says there; where it belongs to another account: git config --global --add safe.directory ${refused}`,
		);
	}
	throw new UserError(
		'no-repository',
		phrase`${folder} is not in a git repository, or git is not installed.`,
		'Changes can be checked only where they are recorded.',
	);
}

/** The folder that looks like the root of a repository, whatever git says of it. */
function repositoryAbove(folder: string): string | undefined {
	if (existsSync(join(folder, '.git'))) return folder;
	const above = dirname(folder);
	return above === folder ? undefined : repositoryAbove(above);
}

/** Path of a folder below the root of its repository, '' outside one. */
export async function repositoryPrefix(folder: string): Promise<string> {
	return (await git(folder, ['rev-parse', '--show-prefix']))?.replace(/\n$/, '') ?? '';
}

/**
 * Whether a word means a revision: git knows it as a commit, or it would be one, were there any: `HEAD`, `HEAD~2`, and
 * the branch that the first commit makes.
 */
export async function meansRevision(folder: string, word: string): Promise<boolean> {
	if (/^HEAD(?:[~^@].*)?$/.test(word) || (await knownCommit(folder, word)) !== undefined) return true;
	return (await git(folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']))?.trim() === word;
}

async function knownCommit(folder: string, revision: string): Promise<string | undefined> {
	if (!isRevision(revision)) return undefined;
	const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
	return (await git(folder, args))?.trim() || undefined;
}

/** Not what git would take for an option. */
function isRevision(word: string): boolean {
	return word !== '' && !word.startsWith('-') && !/[\0\n]/.test(word);
}

async function commitOf(top: string, revision: string): Promise<string> {
	const commit = await knownCommit(top, revision);
	if (commit) return commit;
	await assertCommits(top);
	const shallow = await isShallow(top);
	const refs = (await git(top, ['for-each-ref', '--format=%(refname:short)'])) ?? '';
	const [best] = nearest(revision, ['HEAD', ...refs.split('\n').filter(Boolean)], 1);
	throw new UserError(
		'revision-unknown',
		phrase`There is no revision “${revision}” in ${top}.`,
		shallow && (!best || /[~^@]/.test(revision))
			? 'The clone is shallow: fetch the history first (git fetch --unshallow, or fetch-depth: 0).'
			: best
				? phrase`Did you mean ${best}?`
				: 'Name a branch, a tag or a commit; git log shows them.',
	);
}

async function mergeBase(top: string, from: string, until: string, written: string): Promise<string> {
	const base = (await git(top, ['merge-base', from, until]))?.trim();
	if (base) return base;
	await assertCommits(top);
	throw new UserError(
		'no-common-history',
		phrase`“${written}” and the present state share no commit that this clone knows.`,
		(await isShallow(top))
			? 'The clone is shallow: fetch the history first (git fetch --unshallow, or fetch-depth: 0).'
			: 'Compare the two states themselves: a..b',
	);
}

async function assertCommits(top: string): Promise<void> {
	if ((await knownCommit(top, 'HEAD')) === undefined) throw noCommits(top);
}

function noCommits(top: string): UserError {
	return new UserError('no-commits', phrase`${top} has no commits yet.`, 'Commit first.');
}

async function isShallow(top: string): Promise<boolean> {
	return (await git(top, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true';
}

/** `https://git.example.com/erp/custom-ops.git` is also `erp/custom-ops` and `custom-ops`. */
async function repositoryNames(top: string): Promise<string[]> {
	const remotes = (await git(top, ['config', '--get-regexp', '^remote\\..*\\.url$'])) ?? '';
	const names = remotes
		.split('\n')
		.map((line) => line.slice(line.indexOf(' ') + 1).trim())
		.filter(Boolean)
		.flatMap((url) => {
			const bare = url.replace(/\.git\/?$/, '').replace(/\/$/, '');
			const parts = bare.split(/[/:]/).filter(Boolean);
			return [url, bare, parts.slice(-2).join('/'), parts.at(-1) ?? ''];
		});
	return [...new Set([...names, top.split(sep).at(-1) ?? ''])].filter(Boolean);
}

/** Bytes; a file above it is data, not code. */
const LARGEST = 4 * 1024 * 1024;

/** Reads both states of files when they are asked for, each once. Nothing outside the repository is read. */
export function changeTexts({ top, base, until, files }: ChangeSet): ChangeTexts {
	const earlier = new Map(files.map(({ path, oldPath }) => [path, oldPath ?? path]));
	const now = remembered((path) =>
		until === undefined ? readWithin(top, path) : showText(top, until, path),
	);
	const before = remembered((path) => showText(top, base, earlier.get(path) ?? path));
	return { now, before };
}

function remembered(read: (path: string) => string | undefined): (path: string) => string | undefined {
	const known = new Map<string, string | undefined>();
	return (path) => {
		if (!known.has(path)) known.set(path, read(path));
		return known.get(path);
	};
}

/** Text of a file below `top`; undefined when it is missing, no text, too large or reached by a link out of it. */
export function readWithin(top: string, path: string): string | undefined {
	try {
		const real = realpathSync(join(top, path));
		if (!real.startsWith(realpathSync(top) + sep)) return undefined;
		return textOf(readFileSync(real));
	} catch {
		return undefined;
	}
}

function showText(top: string, commit: string, path: string): string | undefined {
	try {
		return textOf(
			execFileSync('git', ['show', `${commit}:${path}`], {
				cwd: top,
				maxBuffer: LARGEST,
				stdio: ['ignore', 'pipe', 'ignore'],
			}),
		);
	} catch {
		return undefined;
	}
}

function textOf(bytes: Buffer): string | undefined {
	return bytes.length > LARGEST || bytes.includes(0) ? undefined : bytes.toString('utf8');
}
