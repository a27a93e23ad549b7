import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { findProject, loadConfig } from '../config/index.ts';
import { type Finding, type ResolvedConfig, UserError } from '../model/index.ts';
import { ruleNames } from './catalogue.ts';
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

/**
 * Finds the project of `dir` (upward for mainstay.yaml, else a docs folder) and reads its configuration.
 * A folder that was `named` and lies outside the documents of the project above it stands for itself.
 */
export async function openProject(dir: string, { named = false } = {}): Promise<Project> {
	const start = resolve(dir);
	const stats = await stat(start).catch(() => undefined);
	if (!stats) throw new UserError('folder-missing', `There is no folder ${start}.`, 'Check the path.');
	if (!stats.isDirectory()) {
		throw new UserError('not-a-folder', `${start} is a file.`, 'Name the folder of the knowledge base.');
	}
	const found = (await findProject(start)).root;
	const above = await loadConfig(found, ruleNames);
	const apart = named && found !== start && !isWithinDocuments(start, above.config);
	const root = apart ? start : found;
	const { config, findings } = apart ? await loadConfig(start, ruleNames) : above;
	const { path: workFolder, moved: workFolderMoved } = await workFolderOf(root);
	return { root, config, findings, workFolder, workFolderMoved };
}

function isWithinDocuments(folder: string, config: ResolvedConfig): boolean {
	return config.sources.some(({ path }) => {
		const documents = resolve(config.root, path);
		return folder === documents || folder.startsWith(documents + sep);
	});
}
