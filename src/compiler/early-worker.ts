import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProject } from '../config/find.ts';
import { standBy } from './standing-pools.ts';
import { FACTS_FILE, workFolderOf } from './work-folder.ts';

/** Documents from which on a worker is worth its start for certain. */
const MANY = 400;

/** Milliseconds for which a file must have lain still: one that is just being written is read when it is asked for. */
const STILL = 2000;

/** Entries of folders looked at before the guess is given up. */
const LOOKS = 5000;

/**
 * Starts a worker for the documents of a folder (absolute), before anything else of the project is known, where many
 * will have to be compiled: no cache holds them. A guess; a wrong one costs time and changes nothing. `now` in milliseconds of the epoch. Says what it did.
 */
export async function startEarly(folder: string, cache: boolean, now: number): Promise<boolean> {
	const { root } = await findProject(folder);
	const { path: workFolder } = await workFolderOf(root);
	if (cache && existsSync(join(workFolder, 'cache', FACTS_FILE))) return false;
	const usual = join(root, 'docs');
	const documents = existsSync(usual) ? usual : root;
	const isWorth = holdsMany(documents);
	if (isWorth) standBy({ folder: documents, before: now - STILL });
	return isWorth;
}

function holdsMany(folder: string): boolean {
	const folders = [folder];
	let looks = 0;
	let documents = 0;
	for (let next = folders.pop(); next !== undefined && looks < LOOKS; next = folders.pop()) {
		for (const entry of list(next)) {
			looks++;
			if (entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
				folders.push(join(next, entry.name));
			else if (/\.mdx?$/i.test(entry.name)) documents++;
		}
		if (documents >= MANY) return true;
	}
	return false;
}

function list(folder: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}
