import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { FolderProblem } from './sources.ts';

/** Why a folder that the settings name cannot be used; a symbolic link may lead anywhere. */
export function folderProblem(root: string, path: string): FolderProblem | undefined {
	try {
		const real = realpathSync(join(root, path));
		const below = relative(realpathSync(root), real);
		if (below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) return 'outside';
		return statSync(real).isDirectory() ? undefined : 'file';
	} catch {
		return 'missing';
	}
}
