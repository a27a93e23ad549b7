import { lstat, mkdir, rename, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { foldPath } from '../../src/graph/paths.ts';
import { phrase, UserError } from '../../src/model/index.ts';
import { REFUSALS, replaceFile, rewriteFile, unchangedBytes } from '../fix/files.ts';
import type { MovePlan } from './plan.ts';

/** Carries a plan out: all or nothing. What fails in the middle is put back before the error goes on. */
export async function writeMove(root: string, { move, texts }: MovePlan): Promise<void> {
	const originals = new Map<string, Buffer>();
	for (const { file, hash } of texts) {
		originals.set(file, await unchangedBytes({ path: join(root, file), name: file, hash }));
	}
	const undo: (() => Promise<void>)[] = [];
	try {
		for (const [from, to] of move.renames) {
			const folder = dirname(join(root, to));
			const made = await mkdir(folder, { recursive: true }).catch(notMoved(from, to));
			if (made !== undefined) undo.push(() => removeEmpty(folder, made));
			await renameFree(root, from, to);
			undo.push(() => rename(join(root, to), join(root, from)));
		}
		for (const { file, newFile, before, after, hash } of texts) {
			if (before === after) continue;
			const path = join(root, newFile);
			// Where that fails, it is moved back: its present name is the one to tell.
			await rewriteFile({ path, name: file, hash, text: after });
			const original = originals.get(file);
			if (original) undo.push(() => replaceFile(path, original));
		}
	} catch (error) {
		for (const step of undo.reverse()) await step();
		throw error;
	}
}

/** Takes away folders that a move made, as long as nobody put anything into them; `made` is the highest. */
async function removeEmpty(folder: string, made: string): Promise<void> {
	for (let each = folder; each.length >= made.length; each = dirname(each)) {
		if (
			!(await rmdir(each).then(
				() => true,
				() => false,
			))
		)
			return;
	}
}

/** `rename` replaces a file in silence, so what came meanwhile is looked for once more. */
async function renameFree(root: string, from: string, to: string): Promise<void> {
	const there = await lstat(join(root, to)).catch(() => undefined);
	const here = await lstat(join(root, from));
	// A hard link to the same bytes is another file all the same.
	if (there && (there.ino !== here.ino || foldPath(from) !== foldPath(to))) {
		throw new UserError(
			'file-exists',
			phrase`${to} exists already.`,
			'Nothing is overwritten: choose another name.',
		);
	}
	await rename(join(root, from), join(root, to)).catch(notMoved(from, to));
}

function notMoved(from: string, to: string): (error: NodeJS.ErrnoException) => never {
	return (error) => {
		if (!REFUSALS.has(error.code)) throw error;
		throw new UserError(
			'not-writable',
			phrase`${from} cannot be moved to ${to} (${error.code}).`,
			'Check the permissions of both folders; nothing was moved.',
			error,
		);
	};
}
