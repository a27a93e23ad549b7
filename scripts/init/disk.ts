import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PresentDocuments } from './choices.ts';

export async function exists(path: string): Promise<boolean> {
	return lstat(path).then(
		() => true,
		() => false,
	);
}

/**
 * Texts of the files that are there, by path below `top`. Whatever has the name counts, a folder or a broken
 * link too: nothing may be written in its place.
 */
export async function presentFiles(
	top: string,
	paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	for (const path of paths) {
		const absolute = join(top, path);
		if (!(await exists(absolute))) continue;
		found.set(path, await readFile(absolute, 'utf8').catch(() => ''));
	}
	return found;
}

const SKIPPED = /^(?:\.|node_modules$|dist$)/;

/** What a folder holds of Markdown already. */
export async function findDocuments(folder: string): Promise<PresentDocuments> {
	let count = 0;
	let isKnowledgeBase = false;
	const folders = [folder];
	for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
		for (const entry of await readdir(next, { withFileTypes: true }).catch(() => [])) {
			const path = join(next, entry.name);
			if (entry.isDirectory() && !SKIPPED.test(entry.name)) folders.push(path);
			if (!entry.isFile() || !/\.mdx?$/i.test(entry.name)) continue;
			count++;
			isKnowledgeBase ||= /^kind: *(?:process|runbook|system-log|dev-note) *\r?$/m.test(
				(await readFile(path, 'utf8').catch(() => '')).slice(0, 4000),
			);
		}
	}
	return { count, isKnowledgeBase };
}
