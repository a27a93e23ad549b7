import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { readWithin } from './changes.ts';
import { hashOf } from './inputs.ts';

/** One question for a file and what it was answered: the hash of the text, null where there was none. */
type CodeRead = readonly [folder: string, path: string, hash: string | null];

/** Files of code that were asked for, for a later look to compare with. */
export interface CodeInputs {
	/** Root of the repository, where it mattered. */
	readonly top?: string;
	readonly reads: readonly CodeRead[];
	/** Folders that were looked into; the hash of the names in them. */
	readonly lists?: readonly CodeRead[];
}

export interface CodeReader {
	(path: string, from: string): string | undefined;
	/**
	 * Names of what a folder of the project or of the repository around it holds, those of folders with a `/` behind;
	 * undefined where neither has such a folder.
	 */
	readonly list: (folder: string) => readonly string[] | undefined;
	/** What was asked for so far. */
	readonly inputs: () => CodeInputs;
}

/**
 * Reads files of the repository that a project is in, each once: a path counts from the document (`./`, `../`), from
 * the project's root or from the repository's. Nothing outside the repository is read; without one, the project's root
 * is the border.
 */
export function codeReader(root: string): CodeReader {
	const texts = new Map<string, string | undefined>();
	const asked: (readonly [folder: string, path: string])[] = [];
	let top: string | undefined;
	const read = (folder: string, path: string): string | undefined => {
		const key = `${folder}\0${path}`;
		if (!texts.has(key)) {
			texts.set(key, readWithin(folder, path));
			asked.push([folder, path]);
		}
		return texts.get(key);
	};
	const reader = (path: string, from: string): string | undefined => {
		const own = path.startsWith('.') ? posix.join(posix.dirname(from), path) : path.replace(/^\/+/, '');
		const near = own.startsWith('../') ? undefined : read(root, own);
		if (near !== undefined) return near;
		top ??= repositoryRoot(root);
		if (top === root) return undefined;
		return own.startsWith('../') ? read(top, posix.relative(top, posix.join(root, own))) : read(top, own);
	};
	let around: readonly [string | undefined] | undefined;
	const listed = new Map<string, readonly string[] | undefined>();
	const namesIn = (base: string, folder: string): readonly string[] | undefined => {
		const key = `${base}\0${folder}`;
		if (!listed.has(key)) listed.set(key, folderNames(base, folder));
		return listed.get(key);
	};
	const list = (folder: string): readonly string[] | undefined => {
		const near = namesIn(root, folder);
		around ??= [checkoutAround(root)];
		const [outer] = around;
		const far = outer === undefined ? undefined : namesIn(outer, folder);
		return near && far ? [...new Set([...near, ...far])] : (near ?? far);
	};
	const inputs = (): CodeInputs => ({
		...(top === undefined ? {} : { top }),
		reads: asked.map(([folder, path]) => [folder, path, hashOfText(texts.get(`${folder}\0${path}`))]),
		lists: [...listed].map(([key, names]) => {
			const [base = '', folder = ''] = key.split('\0');
			return [base, folder, hashOfText(names?.join('\n'))];
		}),
	});
	return Object.assign(reader, { list, inputs });
}

/** Whether every file that was asked for would be answered the same again. */
export function isCodeUnchanged(root: string, { top, reads, lists = [] }: CodeInputs): boolean {
	if (top !== undefined && repositoryRoot(root) !== top) return false;
	return (
		reads.every(([folder, path, hash]) => hashOfText(readWithin(folder, path)) === hash) &&
		lists.every(([base, folder, hash]) => hashOfText(folderNames(base, folder)?.join('\n')) === hash)
	);
}

/** Sorted; links count as what they lead to is not known: as both. Nothing outside `base` is looked at. */
function folderNames(base: string, folder: string): readonly string[] | undefined {
	try {
		const real = realpathSync(join(base, folder));
		const within = realpathSync(base);
		if (real !== within && !real.startsWith(within + sep)) return undefined;
		return readdirSync(real, { withFileTypes: true })
			.flatMap((entry) =>
				entry.isDirectory()
					? [`${entry.name}/`]
					: entry.isSymbolicLink()
						? [entry.name, `${entry.name}/`]
						: [entry.name],
			)
			.sort();
	} catch {
		return undefined;
	}
}

/** The folder above the project that is a checkout of git; looked for without git, which takes long to start. */
function checkoutAround(root: string): string | undefined {
	if (existsSync(join(root, '.git'))) return undefined;
	for (let folder = dirname(root); ; folder = dirname(folder)) {
		if (existsSync(join(folder, '.git'))) return folder;
		if (folder === dirname(folder)) return undefined;
	}
}

function hashOfText(text: string | undefined): string | null {
	return text === undefined ? null : hashOf(Buffer.from(text));
}

function repositoryRoot(root: string): string {
	try {
		const top = execFileSync('git', ['rev-parse', '--show-toplevel'], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		return top.replace(/\n$/, '') || root;
	} catch {
		return root;
	}
}
