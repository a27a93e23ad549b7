import { RelativePattern, Uri, workspace } from 'vscode';

/** What package managers write when they are done. */
const FILES = '{package.json,package-lock.json,pnpm-lock.yaml,yarn.lock}';

/** Package managers write several files, and the lock file not always last. In milliseconds. */
const CALM = 1500;

/**
 * Calls back when what is installed in one of the folders may have changed. Watches plain files in them:
 * editors leave `node_modules` out of recursive watching. Returns what ends it.
 */
export function watchInstallation(folders: readonly string[], onChange: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	const soon = (): void => {
		clearTimeout(timer);
		timer = setTimeout(onChange, CALM);
	};
	const watchers = [...new Set(folders)].flatMap((folder) => {
		const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(folder), FILES));
		return [watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon), watcher];
	});
	return () => {
		clearTimeout(timer);
		for (const watcher of watchers) watcher.dispose();
	};
}
