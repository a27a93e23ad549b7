import { type FSWatcher, watch } from 'node:fs';
import { resolve } from 'node:path';
import type { Project } from '../compiler/index.ts';

/** Milliseconds of quiet after a save: editors write a file in several steps. */
const QUIET = 60;

/** Watches the documents folders and mainstay.yaml; folders that do not exist yet are left alone. */
export function watchProject(project: Project, onChange: () => void): { close(): void } {
	let timer: NodeJS.Timeout | undefined;
	const changed = (): void => {
		clearTimeout(timer);
		timer = setTimeout(onChange, QUIET);
	};
	const watchers: FSWatcher[] = [];
	const add = (path: string, recursive: boolean, isOurs: (name: string | null) => boolean): void => {
		try {
			const watcher = watch(path, { recursive }, (_, name) => isOurs(name) && changed());
			// A folder that vanishes while it is watched ends its watcher, not the server.
			watcher.on('error', () => watcher.close());
			watchers.push(watcher);
		} catch {
			// Not there: nothing to follow.
		}
	};
	const isInput = (name: string | null): boolean =>
		!/(^|[\\/])(\.mainstay|node_modules|\.git|dist)([\\/]|$)/.test(name ?? '');
	for (const source of project.config.sources) add(resolve(project.root, source.path), true, isInput);
	add(project.root, false, (name) => name === 'mainstay.yaml');
	return {
		close: () => {
			clearTimeout(timer);
			for (const watcher of watchers) watcher.close();
		},
	};
}
