import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { readWithin } from './changes.ts';
import { hashOf } from './inputs.ts';

/** One question for a file and what it was answered: the hash of the text, null where there was none. */
type CodeRead = readonly [folder: string, path: string, hash: string | null];

/** Files of code that were asked for, for a later look to compare with. */
export interface CodeInputs {
	/** Root of the repository, where it mattered. */
	readonly top?: string;
	readonly reads: readonly CodeRead[];
}

export interface CodeReader {
	(path: string, from: string): string | undefined;
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
	const inputs = (): CodeInputs => ({
		...(top === undefined ? {} : { top }),
		reads: asked.map(([folder, path]) => [folder, path, hashOfText(texts.get(`${folder}\0${path}`))]),
	});
	return Object.assign(reader, { inputs });
}

/** Whether every file that was asked for would be answered the same again. */
export function isCodeUnchanged(root: string, { top, reads }: CodeInputs): boolean {
	if (top !== undefined && repositoryRoot(root) !== top) return false;
	return reads.every(([folder, path, hash]) => hashOfText(readWithin(folder, path)) === hash);
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
