import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One entry below a documents folder; `path` relative to that folder, `/` separators, as on disk. */
export interface WalkedFile {
	readonly path: string;
	readonly type: 'file' | 'symlink' | 'unreadable-folder';
}

export interface Walk {
	readonly files: readonly WalkedFile[];
	/** Folders left out by rule: dependencies, hidden folders, the output. */
	readonly excluded: readonly string[];
}

const EXCLUDED_FOLDERS = new Set(['node_modules', 'bower_components', '__pycache__']);

/**
 * Lists every file below `folder`, sorted by path. Hidden folders, dependencies and the folders in
 * `except` (absolute) are left out and named; nothing is followed out of the folder.
 */
export async function walk(folder: string, except: ReadonlySet<string>): Promise<Walk> {
	const files: WalkedFile[] = [];
	const excluded: string[] = [];
	const visit = async (relative: string): Promise<void> => {
		const entries = await list(join(folder, relative));
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
				else await visit(path);
			}
		}
	};
	await visit('');
	files.sort((a, b) => (a.path < b.path ? -1 : 1));
	return { files, excluded };
}

function isExcluded(name: string): boolean {
	return name.startsWith('.') || EXCLUDED_FOLDERS.has(name);
}

async function list(folder: string): Promise<Dirent[] | undefined> {
	try {
		return await readdir(folder, { withFileTypes: true });
	} catch {
		return undefined;
	}
}
