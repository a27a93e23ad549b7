import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from './choices.ts';
import { exists } from './disk.ts';

/** An installation, and everything that its package.json names, by name. */
export interface FoundInstallation extends Installation {
	readonly manifest: Readonly<Record<string, unknown>>;
}

/**
 * How the project gets its packages: by the nearest package.json from the project up to the top that names
 * Mainstay, else the nearest at all, and by the lockfile beside it or above.
 */
export async function findInstallation(top: string, prefix: string): Promise<FoundInstallation> {
	const folders = upward(prefix);
	const manifests = await Promise.all(folders.map((folder) => readManifest(join(top, folder))));
	const naming = manifests.findIndex((each) => each?.['mainstay'] !== undefined);
	const nearest = naming >= 0 ? naming : manifests.findIndex((each) => each !== undefined);
	const from = Math.max(nearest, 0);
	const manifest = manifests[from] ?? {};
	const listed = manifest['mainstay'];
	for (const folder of folders.slice(from)) {
		const manager = await lockedBy(join(top, folder));
		if (manager) return { manager, folder, locked: true, manifest, ...spec(listed) };
	}
	return { manager: 'npm', folder: folders[from] ?? '', locked: false, manifest, ...spec(listed) };
}

function spec(listed: unknown): Pick<Installation, 'listed'> {
	return typeof listed === 'string' ? { listed } : {};
}

/** `erp/kb/` → `erp/kb/`, `erp/`, ''. */
function upward(prefix: string): string[] {
	const parts = prefix.split('/').filter(Boolean);
	return parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`).concat('');
}

/** Everything that a package.json names as needed, with what it says of it. */
async function readManifest(folder: string): Promise<Record<string, unknown> | undefined> {
	const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
	if (text === undefined) return undefined;
	try {
		const read = JSON.parse(text) as Record<string, Record<string, unknown> | undefined> | null;
		return { ...read?.['optionalDependencies'], ...read?.['devDependencies'], ...read?.['dependencies'] };
	} catch {
		// The package manager tells what is wrong with it.
		return {};
	}
}

async function lockedBy(folder: string): Promise<Installation['manager'] | undefined> {
	if (await exists(join(folder, 'pnpm-lock.yaml'))) return 'pnpm';
	const yarn = await readFile(join(folder, 'yarn.lock'), 'utf8').catch(() => undefined);
	if (yarn !== undefined) return /^__metadata:/m.test(yarn) ? 'yarn' : 'yarn-classic';
	const hasLock =
		(await exists(join(folder, 'package-lock.json'))) || (await exists(join(folder, 'npm-shrinkwrap.json')));
	return hasLock ? 'npm' : undefined;
}
