import { dirname, relative } from 'node:path';
import { Uri, workspace } from 'vscode';
import { checkoutOf, projectRootOf, SETTINGS_FILES } from './project.ts';
import { findInstalled } from './toolchain/installed.ts';

/** More projects than this in one window are somebody's test data. */
const MOST = 50;

/** The folders that are opened from disk, without those that lie in another one. */
export function openedFolders(): readonly string[] {
	const folders = (workspace.workspaceFolders ?? [])
		.filter(({ uri }) => uri.scheme === 'file')
		.map(({ uri }) => uri.fsPath);
	return folders.filter((each) => !folders.some((other) => other !== each && isIn(each, other)));
}

/** The opened folder that holds a file. */
export function openedFolderOf(file: string): string | undefined {
	return openedFolders().find((folder) => isIn(file, folder));
}

/** The project that an opened folder is or lies in. Without settings, one in which Mainstay is installed. */
export async function projectOfFolder(folder: string): Promise<string | undefined> {
	const root = await projectRootOf(folder);
	if (root !== undefined) return root;
	return (await findInstalled(folder, (await checkoutOf(folder)) ?? folder)) ? folder : undefined;
}

/** The project of a file, by its settings file. */
export function projectOfFile(file: string): Promise<string | undefined> {
	return projectRootOf(dirname(file));
}

/** The projects of the window: by settings files, else the opened folders themselves. */
export async function projectsOfWindow(): Promise<readonly string[]> {
	const folders = openedFolders();
	const around = await Promise.all(folders.map((folder) => projectRootOf(folder)));
	const pattern = `**/{${SETTINGS_FILES.join(',')}}`;
	const inside = await workspace.findFiles(pattern, '**/node_modules/**', MOST);
	const roots = [
		...around.filter((root) => root !== undefined),
		...inside.map(({ fsPath }) => dirname(fsPath)),
	];
	const unique = [...new Set(roots)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
	return unique.length > 0 ? unique : folders;
}

/** Whether a path is a folder or lies in it. */
export function isIn(path: string, folder: string): boolean {
	const way = relative(Uri.file(folder).fsPath, Uri.file(path).fsPath);
	return way === '' || (!/^\.\.(?:[\\/]|$)/.test(way) && !/^[A-Za-z]:/.test(way));
}
