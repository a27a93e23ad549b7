import { encodeSegment } from '../../model/link-path.ts';

/**
 * The path of file `to` as a link in file `from` writes it, encoded as Markdown wants it.
 * Both paths start at the same place. (`posix.relative` would ask for the working folder.)
 */
export function relativePath(from: string, to: string): string {
	const folders = from.split('/').slice(0, -1);
	const target = to.split('/');
	let shared = 0;
	while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared])
		shared++;
	const path = [...folders.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
	return path
		.split('/')
		.map((segment) => encodeSegment(segment))
		.join('/');
}
