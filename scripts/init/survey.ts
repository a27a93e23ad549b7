import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { findProject, loadConfig } from '../../src/config/index.ts';
import { interfaceLanguageOf, phrase, UserError } from '../../src/model/index.ts';
import type { Surroundings } from './choices.ts';
import { exists, presentFiles } from './disk.ts';
import { gitFacts } from './git.ts';
import { findInstallation } from './installation.ts';
import { pipelinesOf } from './remote.ts';

export interface Survey {
	/** Absolute path of the top. */
	readonly top: string;
	readonly surroundings: Surroundings;
}

/**
 * Looks at the folder `root` and the repository around it; changes nothing. Throws a UserError where the
 * folder belongs to another knowledge base.
 */
export async function survey(root: string, version: string): Promise<Survey> {
	const found = await findProject(root);
	if (found.configFile !== undefined && found.root !== root) {
		throw new UserError(
			'inside-project',
			phrase`This folder belongs to the knowledge base of ${join(found.root, found.configFile)}.`,
			phrase`For that one: mainstay init ${found.root}`,
		);
	}
	const facts = await gitFacts(root);
	const top = facts?.top ?? root;
	const prefix = top === root ? '' : `${relative(top, root).split(sep).join('/')}/`;
	const files = await presentFiles(top, toolFiles(prefix));
	const settings = found.configFile === undefined ? undefined : await settingsOf(root, found.configFile);
	const { folder, manifest, ...install } = await findInstallation(top, prefix);
	const hookManager = managerOf(files, manifest, await exists(join(top, '.husky')));
	return {
		top,
		surroundings: {
			prefix,
			isRepository: facts !== undefined,
			branch: facts?.branch ?? 'main',
			...(facts?.remote ? { remote: facts.remote } : {}),
			...(facts?.hooksFolder === undefined ? {} : { hooksFolder: facts.hooksFolder }),
			...(facts?.sharedHooks === undefined ? {} : { sharedHooks: facts.sharedHooks }),
			...(hookManager ? { hookManager } : {}),
			pipelines: await pipelinesOf(top, facts?.remote),
			install: { folder, ...install },
			...(settings ? { settings } : {}),
			distTaken: await isTaken(join(root, 'dist')),
			files,
			version,
		},
	};
}

/** A folder with files in it, of which none says that Mainstay wrote them. */
async function isTaken(folder: string): Promise<boolean> {
	const names = await readdir(folder).catch((): string[] => []);
	return names.length > 0 && !names.includes('mainstay-manifest.json');
}

/** Files whose texts decide what else is wanted. */
function toolFiles(prefix: string): string[] {
	const parts = prefix.split('/').slice(0, -1);
	const folders = parts.map((_, index) =>
		parts
			.slice(0, index)
			.map((part) => `${part}/`)
			.join(''),
	);
	return [
		'.gitlab-ci.yml',
		...['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'],
		...folders.map((folder) => `${folder}.editorconfig`),
	];
}

async function settingsOf(root: string, file: string): Promise<Surroundings['settings']> {
	const { config } = await loadConfig(root);
	const language = interfaceLanguageOf(config.languages[0] ?? 'en');
	return { file, docs: config.sources[0]?.path ?? 'docs', language };
}

function managerOf(
	files: ReadonlyMap<string, string>,
	manifest: Readonly<Record<string, unknown>>,
	hasHuskyFolder: boolean,
): Surroundings['hookManager'] {
	if ([...files.keys()].some((path) => /lefthook\.ya?ml$/.test(path))) return 'lefthook';
	if (hasHuskyFolder || manifest['husky'] !== undefined) return 'husky';
	return manifest['lefthook'] === undefined ? undefined : 'lefthook';
}
