import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
// Straight from their files: who takes the settings from the store must not load what reads them.
import { detectLanguages } from '../config/detect-languages.ts';
import { type FoundProject, isFolder } from '../config/find.ts';
import { folderProblem } from '../config/folder-problem.ts';
import type { ResolvedConfig } from '../model/index.ts';
import { toolFingerprint } from './own-version.ts';
import { replaceFile } from './replace-file.ts';

/** Settings without a fault as they were last read: parsing and judging them takes longer than a small check. */
const FILE = 'settings.bin';

interface Stored {
	readonly key: string;
	readonly config: ResolvedConfig;
}

/** Stands for everything that settings are made from, except that the folders they name are there. */
export async function settingsKey({ root, configFile }: FoundProject): Promise<string> {
	const hash = createHash('sha256');
	const documents = (await isFolder(join(root, 'docs'))) ? 'docs' : '.';
	const user = process.getuid?.() ?? 0;
	hash.update(JSON.stringify([toolFingerprint('compiler'), root, user, documents, configFile ?? null]));
	if (configFile !== undefined) hash.update(await readFile(join(root, configFile)).catch(() => ''));
	else hash.update(JSON.stringify(await detectLanguages(join(root, documents))));
	return hash.digest('base64url');
}

/** The settings that were stored with this key, while all their folders can be used; undefined without. */
export async function storedSettings(cacheFolder: string, key: string): Promise<ResolvedConfig | undefined> {
	try {
		const stored = deserialize(await readFile(join(cacheFolder, FILE))) as Stored;
		if (stored.key !== key) return undefined;
		const { root, sources } = stored.config;
		return sources.every(({ path }) => folderProblem(root, path) === undefined) ? stored.config : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps settings for {@link storedSettings}; they must have no fault, since faults are not kept. */
export async function storeSettings(cacheFolder: string, key: string, config: ResolvedConfig): Promise<void> {
	// A store that cannot be written is none.
	await replaceFile(join(cacheFolder, FILE), [serialize({ key, config } satisfies Stored)]).catch(() => {});
}
