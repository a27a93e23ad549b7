import { lstat, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { phrase, UserError } from '../../src/model/index.ts';
import { replaceFile, rewriteFile, unchangedBytes } from '../fix/files.ts';
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
			await mkdir(dirname(join(root, to)), { recursive: true });
			await renameFree(root, from, to);
			undo.push(() => rename(join(root, to), join(root, from)));
		}
		for (const { file, newFile, before, after, hash } of texts) {
			if (before === after) continue;
			const path = join(root, newFile);
			await rewriteFile({ path, name: newFile, hash, text: after });
			const original = originals.get(file);
			if (original) undo.push(() => replaceFile(path, original));
		}
	} catch (error) {
		for (const step of undo.reverse()) await step();
		throw error;
	}
}

/** `rename` replaces a file in silence, so what came meanwhile is looked for once more. */
async function renameFree(root: string, from: string, to: string): Promise<void> {
	const there = await lstat(join(root, to)).catch(() => undefined);
	const here = await lstat(join(root, from));
	if (there && there.ino !== here.ino) {
		throw new UserError(
			'file-exists',
			phrase`${to} exists already.`,
			'Nothing is overwritten: choose another name.',
		);
	}
	await rename(join(root, from), join(root, to));
}
