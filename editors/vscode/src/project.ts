import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Names of the settings file that marks the root of a knowledge base. */
export const SETTINGS_FILES = ['mainstay.yaml', 'mainstay.yml'] as const;

/**
 * The root of the knowledge base that a folder belongs to: the nearest folder upward with the settings
 * file. The search ends at the top of a git checkout. Undefined when there is none.
 */
export async function projectRootOf(folder: string): Promise<string | undefined> {
	for (const each of foldersUpward(folder, await checkoutOf(folder))) {
		for (const name of SETTINGS_FILES) if (await exists(join(each, name))) return each;
	}
	return undefined;
}

/** The top of the git checkout that holds a folder. */
export async function checkoutOf(folder: string): Promise<string | undefined> {
	for (const each of foldersUpward(folder)) if (await exists(join(each, '.git'))) return each;
	return undefined;
}

/** A folder and those above it, up to and with `top`. */
export function foldersUpward(folder: string, top?: string): readonly string[] {
	const parent = dirname(folder);
	return folder === top || parent === folder ? [folder] : [folder, ...foldersUpward(parent, top)];
}

export function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
