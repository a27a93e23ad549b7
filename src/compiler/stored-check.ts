import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// Straight from their files: an answer from the store must not load what checks.
import type { FoundProject } from '../config/find.ts';
import { type CodeInputs, isCodeUnchanged } from '../sources/code-files.ts';
import { areUnchanged, type KnownFiles } from '../sources/inputs.ts';
import { contentHash } from './content-hash.ts';
import { isTaken } from './replace-file.ts';
import { settingsKey } from './stored-settings.ts';
import { workFolderOf } from './work-folder.ts';

/**
 * The whole result of the last check, and everything it was made from. While all of that is the same, the result is
 * too, and nothing need be loaded to give it again.
 */
const FILE = 'check.json';

/** A new form of the file is another number. */
const FORM = 2;

/** What a check read, apart from its settings and itself. */
export interface CheckInputs extends KnownFiles {
	readonly code: CodeInputs;
}

interface Head extends CheckInputs {
	readonly form: number;
	readonly key: string;
}

/** The time at which a look at the files begins, by the clock of their file system; undefined where nothing can be kept. */
export function beginLook(cacheFolder: string): number | undefined {
	const file = join(cacheFolder, `look.${process.pid}`);
	try {
		mkdirSync(cacheFolder, { recursive: true });
		writeFileSync(file, '');
		const { mtimeMs } = statSync(file);
		rmSync(file, { force: true });
		return mtimeMs;
	} catch (error) {
		if (isTaken(error as NodeJS.ErrnoException)) return undefined;
		throw error;
	}
}

/** The files as the last check found them, whatever has become of them. */
export function knownFiles(cacheFolder: string): KnownFiles | undefined {
	return readStore(cacheFolder)?.head;
}

/** Keeps a result, plain data, for {@link storedCheck}. `key` was made before anything was read. */
export function storeCheck(
	cacheFolder: string,
	key: string,
	{ folders, before, code }: CheckInputs,
	result: unknown,
): void {
	const head: Head = { form: FORM, key, folders, before, code };
	const temporary = join(cacheFolder, `${FILE}.${process.pid}.tmp`);
	try {
		writeFileSync(temporary, `${JSON.stringify(head)}\n${JSON.stringify(result)}\n`);
		renameSync(temporary, join(cacheFolder, FILE));
	} catch {
		// A store that cannot be written is none.
		rmSync(temporary, { force: true });
	}
}

/** The result of a check with the same key over the same files; undefined where anything differs. */
export async function storedCheck({ root }: FoundProject, key: string): Promise<unknown> {
	const { path: workFolder } = await workFolderOf(root);
	const store = readStore(join(workFolder, 'cache'));
	if (store?.head.key !== key) return undefined;
	const isSame = areUnchanged(store.head, [workFolder]) && isCodeUnchanged(root, store.head.code);
	return isSame ? (JSON.parse(store.result) as unknown) : undefined;
}

/** Stands for everything a check depends on that is no document, no asset and no code. */
export async function checkKey(found: FoundProject, asOf: string): Promise<string> {
	return contentHash([await settingsKey(found), asOf]);
}

function readStore(cacheFolder: string): { readonly head: Head; readonly result: string } | undefined {
	try {
		const text = readFileSync(join(cacheFolder, FILE), 'utf8');
		const end = text.indexOf('\n');
		const head = JSON.parse(text.slice(0, end)) as Head;
		return head.form === FORM ? { head, result: text.slice(end + 1) } : undefined;
	} catch {
		return undefined;
	}
}
