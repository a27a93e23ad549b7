import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One entry below a documents folder; `path` relative to that folder, `/` separators, as on disk. */
export interface WalkedFile {
	readonly path: string;
	/** `special`: a pipe, a socket, a device. */
	readonly type: 'file' | 'symlink' | 'unreadable-folder' | 'special';
}

export interface Walk {
	readonly files: readonly WalkedFile[];
	/** Folders left out by rule: dependencies, hidden folders, the output. */
	readonly excluded: readonly string[];
}

const EXCLUDED_FOLDERS = new Set(['node_modules', 'bower_components', '__pycache__']);

/**
 * Lists every file below `folder`, sorted by path. Hidden folders, dependencies and the folders in
 * `except` (absolute) are left out and named; nothing is followed out of the folder. Without promises: thousands of
 * entries are listed several times faster so.
 */
export function walkNow(folder: string, except: ReadonlySet<string>): Walk {
	const files: WalkedFile[] = [];
	const excluded: string[] = [];
	const visit = (relative: string): void => {
		const entries = list(join(folder, relative));
		if (!entries) {
			files.push({ path: relative, type: 'unreadable-folder' });
			return;
		}
		for (const entry of entries) {
			const path = relative ? `${relative}/${entry.name}` : entry.name;
			if (entry.isSymbolicLink()) files.push({ path, type: 'symlink' });
			else if (entry.isFile()) files.push({ path, type: 'file' });
			else if (entry.isDirectory()) {
				if (isExcluded(entry.name) || except.has(join(folder, path))) excluded.push(path);
				else visit(path);
			} else files.push({ path, type: 'special' });
		}
	};
	visit('');
	files.sort((a, b) => (a.path < b.path ? -1 : 1));
	return { files, excluded };
}

function isExcluded(name: string): boolean {
	return name.startsWith('.') || EXCLUDED_FOLDERS.has(name);
}

function list(folder: string): Dirent[] | undefined {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return undefined;
	}
}
