import { relative, resolve, sep } from 'node:path';
import { checkoutRoot, git } from './history.ts';

/**
 * Where the files of a git checkout have gone: old path → present path, both relative to `root`, over the
 * whole history, what is staged, and files moved by hand whose content is still the same. A path that was
 * used twice and moved to two places is left out. Empty outside a checkout. Similar enough is what git calls a
 * rename (half of the lines).
 */
export async function renamedFiles(
	root: string,
	folders: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const top = await checkoutRoot(root);
	if (!top) return new Map();
	const shown = ['-M', '--diff-filter=R', '--name-status', '-z', '--', ...folders];
	const [staged = '', log = '', unstaged] = await Promise.all([
		git(root, ['diff', '--cached', ...shown]),
		git(root, ['log', '--format=', ...shown]),
		movedByHand(root, folders),
	]);
	const toRelative = (path: string): string => relative(root, resolve(top, path)).split(sep).join('/');
	const known = [...readRenames(staged), ...readRenames(log)];
	return followRenames([
		...unstaged,
		...known.map(([from, to]): Rename => [toRelative(from), toRelative(to)]),
	]);
}

/** Files that git misses, and files that it does not know with the very same content. */
async function movedByHand(root: string, folders: readonly string[]): Promise<Rename[]> {
	const list = async (...flags: string[]): Promise<string[]> =>
		((await git(root, ['ls-files', '-z', ...flags, '--', ...folders])) ?? '').split('\0').filter(Boolean);
	const [missing, fresh] = await Promise.all([list('-d'), list('-o', '--exclude-standard')]);
	const known = fresh.filter((path) => !/[\r\n]/.test(path));
	if (missing.length === 0 || known.length === 0 || known.length > MOST_FRESH) return [];
	const [entries, hashes] = await Promise.all([
		list('-s'),
		git(root, ['hash-object', '--', ...known]).then((output) => (output ?? '').split('\n')),
	]);
	const gone = new Set(missing);
	const byHash = new Map<string, string[]>();
	for (const [index, path] of known.entries()) {
		const hash = hashes[index] ?? '';
		byHash.set(hash, [...(byHash.get(hash) ?? []), path]);
	}
	return entries.flatMap((entry): Rename[] => {
		const [, hash = '', path = ''] = /^\d+ ([0-9a-f]+) 0\t(.*)$/s.exec(entry) ?? [];
		const [to, ...others] = gone.has(path) ? (byHash.get(hash) ?? []) : [];
		return to !== undefined && others.length === 0 ? [[path, to]] : [];
	});
}

/** Files unknown to git that are still looked at one by one. */
const MOST_FRESH = 1000;

type Rename = readonly [from: string, to: string];

/** Reads `--name-status -z`: `R100`, old path, new path. */
export function readRenames(output: string): Rename[] {
	const parts = output.split('\0');
	const renames: Rename[] = [];
	for (let index = 0; index < parts.length; index++) {
		if (!/^\n?R\d+$/.test(parts[index] ?? '')) continue;
		renames.push([parts[index + 1] ?? '', parts[index + 2] ?? '']);
		index += 2;
	}
	return renames;
}

/** From new to old: a place that a later commit left already stands for where that one went. */
export function followRenames(renames: readonly Rename[]): ReadonlyMap<string, string> {
	const now = new Map<string, string>();
	const unclear = new Set<string>();
	for (const rename of renames) {
		const [source, to] = [rename[0].normalize('NFC'), rename[1].normalize('NFC')];
		const target = now.get(to) ?? to;
		const known = now.get(source);
		if (known !== undefined && known !== target) unclear.add(source);
		if (known === undefined) now.set(source, target);
	}
	return new Map([...now].filter(([from, to]) => from !== to && !unclear.has(from)));
}

/** Paths that a merge has left in conflict, relative to `root`; empty outside a checkout. */
export async function conflictedFiles(root: string): Promise<ReadonlySet<string>> {
	const listed = (await git(root, ['diff', '--name-only', '--relative', '--diff-filter=U', '-z'])) ?? '';
	return new Set(
		listed
			.split('\0')
			.filter(Boolean)
			.map((path) => path.normalize('NFC')),
	);
}

/** Whether the last commit has a file, so that its page may have been published. False outside a checkout. */
export async function isCommitted(root: string, file: string): Promise<boolean> {
	return (await git(root, ['cat-file', '-e', `HEAD:./${file}`])) !== undefined;
}
