import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Names of the settings file, the first one found counts. */
const CONFIG_NAMES = ['mainstay.yaml', 'mainstay.yml'];

export interface FoundProject {
	/** Absolute path. */
	readonly root: string;
	/** Name of the settings file in the root. */
	readonly configFile?: string;
}

/**
 * The project that a folder belongs to: the nearest folder upward with a mainstay.yaml, else the
 * folder itself. The search ends at the top of a git checkout, since settings above it were written
 * for something else. `startDir` is absolute.
 */
export async function findProject(startDir: string): Promise<FoundProject> {
	for (let folder = startDir; ; folder = dirname(folder)) {
		const configFile = await findConfigFile(folder);
		if (configFile !== undefined) return { root: folder, configFile };
		if (dirname(folder) === folder || (await exists(join(folder, '.git')))) return { root: startDir };
	}
}

/** Name of the settings file in a folder, undefined when it has none. */
export async function findConfigFile(folder: string): Promise<string | undefined> {
	for (const name of CONFIG_NAMES) {
		if (await exists(join(folder, name))) return name;
	}
	return undefined;
}

export async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(stats) => stats.isDirectory(),
		() => false,
	);
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
