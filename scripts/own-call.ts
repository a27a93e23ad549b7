import { readFile, realpath } from 'node:fs/promises';
import { parse, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from './command.ts';
import { findInstallation } from './init/installation.ts';
import { typed } from './init/runner.ts';

/** Where this copy of Mainstay lies: a clone, or a package among those of a project. */
const OWN_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/**
 * How the reader types one of our commands in a project (`root`, absolute), as in `npx mainstay preview`: by a script of
 * the same package.json if he came by one, else as the package manager of the project runs what it has installed.
 */
export async function ownCall(command: string, root: string, { env }: Pick<Io, 'env'>): Promise<string> {
	if (await hasScript(command, env['npm_package_json'])) return `npm run ${command}`;
	const top = parse(root).root;
	const prefix = relative(top, root).split(sep).join('/');
	const call = typed(await findInstallation(top, prefix === '' ? '' : `${prefix}/`));
	if (call !== 'mainstay') return `${call} ${command}`;
	const isClone =
		(await realpath(root).catch(() => root)) === (await realpath(OWN_FOLDER)).replace(/[\\/]$/, '');
	return isClone ? `npm run ${command}` : `mainstay ${command}`;
}

/** Whether npm runs us by a package.json that has a script for the command. */
async function hasScript(command: string, manifest: string | undefined): Promise<boolean> {
	if (manifest === undefined) return false;
	try {
		const { scripts } = JSON.parse(await readFile(manifest, 'utf8')) as { scripts?: Record<string, unknown> };
		return /\bmainstay(\.mjs)? +\w/.test(String(scripts?.[command] ?? ''));
	} catch {
		return false;
	}
}
