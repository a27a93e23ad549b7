import { execFile } from 'node:child_process';
import type { ChangedFile } from '../../src/boards/changes.ts';
import { DOCUMENT_ENDING } from '../../src/model/document-ending.ts';
import { inBatches, phrase, UserError } from '../../src/model/index.ts';
import type { Since } from './since.ts';

/** What differs from a version of the repository. */
export interface History {
	/** Day of that version, or the day that was asked for. */
	readonly since: string;
	readonly files: readonly ChangedFile[];
}

/** The tree that every repository knows and nothing is in. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * Files of the folders that differ between a version and the disk, uncommitted ones included; paths relative to
 * `root`. For a day: from the last commit before it. undefined where git cannot tell: no checkout, no git, or a
 * shallow clone that does not reach back that far. Throws a UserError for a revision that does not exist.
 */
export async function readHistory(
	root: string,
	folders: readonly string[],
	since: Since,
): Promise<History | undefined> {
	const isRepository = (await git(root, ['rev-parse', '--is-inside-work-tree']))?.trim() === 'true';
	if (!isRepository) {
		if (since.type === 'day') return undefined;
		throw new UserError(
			'no-history',
			phrase`--since ${since.revision} names a revision, but this is no git checkout.`,
			'Give a day or a period instead: --since P7D.',
		);
	}
	const from = await commitOf(root, since);
	if (from === undefined) return undefined;
	const day =
		since.type === 'day' ? since.day : (await git(root, ['show', '-s', '--format=%cs', from]))?.trim();
	const changed = await git(root, [
		...[
			'diff',
			'--relative',
			'--name-status',
			'-z',
			'--find-renames',
			'--diff-filter=ADMRT',
			from,
			'--',
			...folders,
		],
	]);
	const untracked = await git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', ...folders]);
	if (changed === undefined || untracked === undefined) return undefined;
	const entries = [
		...readNameStatus(changed),
		...untracked
			.split('\0')
			.filter(Boolean)
			.map((file): Entry => ({ file, change: 'added' })),
	];
	const documents = entries.filter(({ file }) => DOCUMENT_ENDING.test(file));
	const files = await inBatches(documents, ({ file, change, old }) =>
		withBefore(root, from, { file, change, old }),
	);
	return { since: day ?? '', files };
}

async function commitOf(root: string, since: Since): Promise<string | undefined> {
	if (since.type === 'revision') {
		const found = await git(root, ['rev-parse', '--verify', '--quiet', `${since.revision}^{commit}`]);
		if (found !== undefined) return found.trim();
		throw new UserError(
			'unknown-revision',
			phrase`git knows no revision “${since.revision}”.`,
			'In a shallow clone older versions are missing: fetch with full depth.',
		);
	}
	const before = await git(root, ['rev-list', '-1', `--before=${since.day}T00:00:00`, 'HEAD']);
	if (before === undefined) return undefined;
	if (before.trim() !== '') return before.trim();
	const isShallow = (await git(root, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true';
	return isShallow ? undefined : EMPTY_TREE;
}

interface Entry {
	readonly file: string;
	readonly change: ChangedFile['change'];
	/** Path that it had before. */
	readonly old?: string | undefined;
}

/** `--name-status -z`: a letter, then one path, or two for a rename. */
export function readNameStatus(text: string): Entry[] {
	const parts = text.split('\0');
	const entries: Entry[] = [];
	for (let at = 0; at + 1 < parts.length; ) {
		const status = parts[at++] ?? '';
		const first = parts[at++] ?? '';
		if (status.startsWith('R')) {
			entries.push({ file: (parts[at++] ?? '').normalize('NFC'), change: 'changed', old: first });
		} else if (status !== '') {
			const change = status === 'A' ? 'added' : status === 'D' ? 'removed' : 'changed';
			entries.push({ file: first.normalize('NFC'), change, ...(change === 'added' ? {} : { old: first }) });
		}
	}
	return entries;
}

async function withBefore(root: string, from: string, { file, change, old }: Entry): Promise<ChangedFile> {
	const text = old === undefined ? undefined : await git(root, ['show', `${from}:./${old}`]);
	if (text === undefined) return { file, change };
	const before = headOf(text);
	return { file, change, before };
}

/** The lines of the frontmatter that a digest needs; good enough for text that was checked when it was written. */
function headOf(text: string): NonNullable<ChangedFile['before']> {
	const head = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
	const field = (name: string): object => {
		const written = new RegExp(`^${name}:[ \\t]*(.+?)[ \\t]*$`, 'm').exec(head)?.[1];
		return written === undefined ? {} : { [name]: written.replace(/^(["'])(.*)\1$/, '$2') };
	};
	return { ...field('id'), ...field('title'), ...field('status') };
}

function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
	return new Promise((done) => {
		execFile(
			'git',
			['-c', 'core.quotePath=false', ...args],
			{ cwd, maxBuffer: 256 * 1024 * 1024 },
			(error, stdout) => done(error ? undefined : stdout),
		);
	});
}
