import { lstat, mkdir, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { phrase, UserError } from '../../src/model/index.ts';
import type { Action } from './plan.ts';

/** Carries a plan out below `top`: all of it or nothing. What was made before something failed is taken away again. */
export async function writeActions(top: string, actions: readonly Action[]): Promise<void> {
	const undo: (() => Promise<unknown>)[] = [];
	try {
		for (const action of actions) {
			const path = join(top, action.path);
			if (action.do === 'write') {
				await makeFolder(top, dirname(path), undo);
				await writeFile(path, action.text, { flag: 'wx', mode: action.executable ? 0o755 : 0o644 });
				undo.push(() => rm(path, { force: true }));
			} else if (action.do === 'add') {
				const added = action.text.length - action.before.length;
				await writeFile(path, action.text.slice(-added), { flag: 'a' });
				undo.push(() => writeFile(path, action.before));
			}
		}
	} catch (error) {
		for (const step of undo.reverse()) await step().catch(() => undefined);
		throw error;
	}
}

/** Makes a folder and those above it. A link that leads elsewhere is not followed. */
async function makeFolder(top: string, folder: string, undo: (() => Promise<unknown>)[]): Promise<void> {
	const there = await lstat(folder).catch(() => undefined);
	if (there === undefined) {
		await makeFolder(top, dirname(folder), undo);
		await mkdir(folder);
		undo.push(() => rmdir(folder));
		return;
	}
	const isInside = !folder.startsWith(top + sep) || (await realpath(folder)).startsWith(await realpath(top));
	if (isInside) return;
	throw new UserError(
		'leads-outside',
		phrase`${relative(top, folder)} is a link that leads out of the project.`,
		'Nothing was written. Take the link away, or choose another folder with --dir.',
	);
}
