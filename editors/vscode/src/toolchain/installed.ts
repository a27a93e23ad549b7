import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import minVersion from 'semver/ranges/min-version.js';
import validRange from 'semver/ranges/valid.js';
import { foldersUpward } from '../project.ts';

/** A Mainstay that can be run. */
export interface Installed {
	/** Absolute path of the script that Node runs. */
	readonly script: string;
	/** '' where a bare script was configured. */
	readonly version: string;
	/** The oldest Node that it runs on; '' where it does not say. */
	readonly needs: string;
	/** Changes when another version is installed in its place. */
	readonly stamp: string;
}

/** The Mainstay of a project: in `node_modules`, from the project's root up to `top`, or the root's own sources. */
export async function findInstalled(root: string, top: string): Promise<Installed | undefined> {
	for (const folder of foldersUpward(root, top)) {
		const found = await installedIn(join(folder, 'node_modules', 'mainstay'));
		if (found) return found;
	}
	return installedIn(root);
}

/** What the setting names: the folder of a package, or a script; relative to the project's root. */
export async function findConfigured(written: string, root: string): Promise<Installed | undefined> {
	const path = isAbsolute(written) ? written : resolve(root, written);
	const stats = await stat(path).catch(() => undefined);
	if (stats?.isDirectory()) return installedIn(path);
	return stats && { script: path, version: '', needs: '', stamp: `${path} ${stats.mtimeMs}` };
}

async function installedIn(folder: string): Promise<Installed | undefined> {
	const file = join(folder, 'package.json');
	const [text, stats] = await Promise.all([
		readFile(file, 'utf8').catch(() => undefined),
		stat(file).catch(() => undefined),
	]);
	const manifest = readManifest(text);
	if (manifest?.name !== 'mainstay' || !manifest.script || !stats) return undefined;
	const script = resolve(dirname(file), manifest.script);
	const { version, needs } = manifest;
	return { script, version, needs, stamp: `${script} ${version} ${stats.mtimeMs}` };
}

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly script: string;
	readonly needs: string;
}

/** What matters of a `package.json`; undefined for anything that is none. */
function readManifest(text: string | undefined): Manifest | undefined {
	try {
		const { name, version, bin, engines } = JSON.parse(text ?? '') as Record<string, unknown>;
		const script = typeof bin === 'string' ? bin : (bin as Record<string, unknown> | undefined)?.['mainstay'];
		const needs = (engines as Record<string, unknown> | undefined)?.['node'];
		return {
			name: textOf(name),
			version: textOf(version),
			script: textOf(script),
			needs: leastOf(textOf(needs)),
		};
	} catch {
		return undefined;
	}
}

/** The least version of a range; what is between its parts usually works, and Mainstay itself looks at the least only. */
function leastOf(range: string): string {
	return (range !== '' && validRange(range) && minVersion(range)?.version) || '';
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
