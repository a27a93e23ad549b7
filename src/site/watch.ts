import { type FSWatcher, watch } from 'node:fs';
import { resolve } from 'node:path';
import type { Project } from '../compiler/index.ts';

/** Milliseconds of quiet after a save: editors write a file in several steps. */
const QUIET = 60;

type IsOurs = (name: string | null) => boolean;

/** Watches the documents folders and mainstay.yaml; folders that do not exist yet are followed once they do. */
export function watchProject(project: Project, onChange: () => void): { close(): void } {
	let timer: NodeJS.Timeout | undefined;
	const changed = (): void => {
		clearTimeout(timer);
		timer = setTimeout(onChange, QUIET);
	};
	const watchers = new Map<string, FSWatcher>();
	const follow = (path: string, recursive: boolean, isOurs: IsOurs): void => {
		watchers.get(path)?.close();
		watchers.delete(path);
		try {
			const watcher = watch(path, { recursive }, (_, name) => isOurs(name) && changed());
			// A folder that vanishes while it is watched ends its watcher, not the server.
			watcher.on('error', () => watcher.close());
			watchers.set(path, watcher);
		} catch {
			// Not there: nothing to follow.
		}
	};
	const isInput: IsOurs = (name) =>
		!/(^|[\\/])(\.mainstay|node_modules|\.git|dist)([\\/]|$)/.test(name ?? '');
	const folders = project.config.sources.map(({ path }) => path);
	const followFolder = (path: string): void => follow(resolve(project.root, path), true, isInput);
	for (const path of folders) followFolder(path);
	// A folder that is gone and comes back, as by a change of branches, is another one.
	const returned = (name: string | null): boolean => {
		const own = folders.filter((path) => name !== null && path.split(/[\\/]/)[0] === name);
		for (const path of own) followFolder(path);
		return own.length > 0;
	};
	// Named apart from documents that lie in the root itself.
	follow(`${project.root}/.`, false, (name) => name === 'mainstay.yaml' || returned(name));
	return {
		close: () => {
			clearTimeout(timer);
			for (const watcher of watchers.values()) watcher.close();
		},
	};
}
