import { stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
// Straight from its file: settings that are known need not be read.
import { type FoundProject, findProject } from '../config/find.ts';
import { type Finding, phrase, type ResolvedConfig, UserError } from '../model/index.ts';
import { prepareWorkFolder } from './lock.ts';
import { settingsKey, storedSettings, storeSettings } from './stored-settings.ts';
import { workFolderOf } from './work-folder.ts';

/** A knowledge base that was found and configured, before anything of it was read. */
export interface Project {
	readonly root: string;
	readonly config: ResolvedConfig;
	/** Findings about mainstay.yaml. */
	readonly findings: readonly Finding[];
	/** Cache and staging; absolute. Not inside the project when that cannot be written. */
	readonly workFolder: string;
	/** The work folder lies elsewhere because the project is read-only. */
	readonly workFolderMoved: boolean;
}

type Settings = Pick<Project, 'config' | 'findings'>;

export interface OpenOptions {
	readonly named?: boolean;
	/** Take the settings from the cache where they are known, and keep them there. */
	readonly cache?: boolean;
}

/**
 * Finds the project of `dir` (upward for mainstay.yaml, else a docs folder) and reads its configuration.
 * A folder that was `named` and lies outside the documents of the project above it stands for itself.
 */
export async function openProject(
	dir: string,
	{ named = false, cache = false }: OpenOptions = {},
): Promise<Project> {
	const start = resolve(dir);
	const stats = await stat(start).catch(() => undefined);
	if (!stats) throw new UserError('folder-missing', phrase`There is no folder ${start}.`, 'Check the path.');
	if (!stats.isDirectory()) {
		throw new UserError(
			'not-a-folder',
			phrase`${start} is a file.`,
			'Name the folder of the knowledge base.',
		);
	}
	const found = await findProject(start);
	const above = await (cache ? knownSettings(found) : readSettings(found.root));
	const apart = named && found.root !== start && !isWithinDocuments(start, above.config);
	const root = apart ? start : found.root;
	const { config, findings } = apart ? await readSettings(start) : above;
	const { path: workFolder, moved: workFolderMoved } = await workFolderOf(root);
	return { root, config, findings, workFolder, workFolderMoved };
}

async function readSettings(root: string): Promise<Settings> {
	const [{ loadConfig }, { ruleNames }] = await Promise.all([
		import('../config/load.ts'),
		import('./catalogue.ts'),
	]);
	return loadConfig(root, ruleNames);
}

async function knownSettings(found: FoundProject): Promise<Settings> {
	const { path: workFolder } = await workFolderOf(found.root);
	const cacheFolder = join(workFolder, 'cache');
	const key = await settingsKey(found);
	const known = await storedSettings(cacheFolder, key);
	if (known) return { config: known, findings: [] };
	const settings = await readSettings(found.root);
	// What was written while it was read is not known.
	if (settings.findings.length === 0 && (await settingsKey(found)) === key) {
		await prepareWorkFolder(workFolder);
		await storeSettings(cacheFolder, key, settings.config);
	}
	return settings;
}

function isWithinDocuments(folder: string, config: ResolvedConfig): boolean {
	return config.sources.some(({ path }) => {
		const documents = resolve(config.root, path);
		return folder === documents || folder.startsWith(documents + sep);
	});
}
