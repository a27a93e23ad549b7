import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { readWithin } from './changes.ts';

/**
 * Reads files of the repository that a project is in, each once: a path counts from the document (`./`, `../`), from
 * the project's root or from the repository's. Nothing outside the repository is read; without one, the project's root
 * is the border.
 */
export function codeReader(root: string): (path: string, from: string) => string | undefined {
	const texts = new Map<string, string | undefined>();
	let top: string | undefined;
	const read = (folder: string, path: string): string | undefined => {
		const key = `${folder}\0${path}`;
		if (!texts.has(key)) texts.set(key, readWithin(folder, path));
		return texts.get(key);
	};
	return (path, from) => {
		const own = path.startsWith('.') ? posix.join(posix.dirname(from), path) : path.replace(/^\/+/, '');
		const near = own.startsWith('../') ? undefined : read(root, own);
		if (near !== undefined) return near;
		top ??= repositoryRoot(root);
		if (top === root) return undefined;
		return own.startsWith('../') ? read(top, posix.relative(top, posix.join(root, own))) : read(top, own);
	};
}

function repositoryRoot(root: string): string {
	try {
		const top = execFileSync('git', ['rev-parse', '--show-toplevel'], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		return top.trim() || root;
	} catch {
		return root;
	}
}
