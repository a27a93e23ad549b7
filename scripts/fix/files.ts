import { createHash } from 'node:crypto';
import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { phrase, UserError } from '../../src/model/index.ts';
import { temporaryBeside } from './temporary-files.ts';

/** A file as it must still be when it is written: its hash, and the text to put in its place. */
export interface FileRewrite {
	/** Absolute. */
	readonly path: string;
	/** For messages. */
	readonly name: string;
	/** SHA-256 of the bytes that were checked. */
	readonly hash: string;
	/** Without a byte order mark; the file keeps the one it has. */
	readonly text: string;
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The mark that a file begins with, as text: what was checked lacks it, a diff of the file needs it. */
export async function markOf(path: string): Promise<'' | '\ufeff'> {
	return (await readFile(path)).subarray(0, 3).equals(MARK) ? '\ufeff' : '';
}

/** The bytes of a file that nobody changed since it was checked. @throws UserError otherwise. */
export async function unchangedBytes({ path, name, hash }: Omit<FileRewrite, 'text'>): Promise<Buffer> {
	const bytes = await readFile(path).catch(ifThere);
	if (bytes && createHash('sha256').update(bytes).digest('hex') === hash) return bytes;
	throw new UserError(
		'file-changed',
		phrase`${name} was changed while it was being checked.`,
		'Run the command again.',
	);
}

/** A file that was removed meanwhile is one that changed. */
function ifThere(error: NodeJS.ErrnoException): undefined {
	if (error.code !== 'ENOENT') throw error;
}

/**
 * Replaces a file whole: a temporary one beside it, then a rename, so that no reader ever sees half of it.
 * Mode and byte order mark stay. @throws UserError when the file is no longer the one that was checked.
 */
export async function rewriteFile(file: FileRewrite): Promise<void> {
	await rewriteFiles([file]);
}

/**
 * Replaces files, all or none: what can go wrong with a disk or a permission does so before the first rename, and
 * what fails later is put back. @throws UserError when one is no longer the one that was checked.
 */
export async function rewriteFiles(files: readonly FileRewrite[]): Promise<void> {
	const written: { path: string; name: string; temporary: string; before: Buffer }[] = [];
	const done: typeof written = [];
	try {
		for (const file of files) {
			const before = await unchangedBytes(file);
			const text = Buffer.from(file.text);
			const bytes = before.subarray(0, 3).equals(MARK) ? Buffer.concat([MARK, text]) : text;
			written.push({ path: file.path, temporary: await writeBeside(file, bytes), before, name: file.name });
		}
		for (const each of written) {
			await rename(each.temporary, each.path).catch(refusedFor(each.name));
			done.push(each);
		}
	} catch (error) {
		for (const { temporary } of written) await rm(temporary, { force: true });
		for (const { path, before } of done.reverse()) await replaceFile(path, before);
		throw error;
	}
}

/** Puts bytes in the place of a file, atomically, with the file's mode. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
	const temporary = await writeBeside({ path, name: path }, bytes);
	try {
		await rename(temporary, path).catch(refusedFor(path));
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}

/** Writes a temporary file with the mode of the one beside it and returns its path; nothing is left where that fails. */
async function writeBeside(
	{ path, name }: Pick<FileRewrite, 'path' | 'name'>,
	bytes: Uint8Array,
): Promise<string> {
	const { mode } = await stat(path);
	const temporary = temporaryBeside(path);
	try {
		const handle = await open(temporary, 'wx', mode);
		try {
			await handle.writeFile(bytes);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await chmod(temporary, mode & 0o7777);
		return temporary;
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => {});
		return refusedFor(name)(error as NodeJS.ErrnoException);
	}
}

/** What says that somebody may not write there. */
export const REFUSALS: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Tells of the file that was meant: readers know nothing of the temporary one. */
function refusedFor(name: string): (error: NodeJS.ErrnoException) => never {
	return (error) => {
		if (!REFUSALS.has(error.code)) throw Object.assign(error, { path: name });
		throw new UserError(
			'not-writable',
			phrase`${name} cannot be written (${error.code}).`,
			'A file is replaced as a whole, so its folder must be writable, too: check the permissions of both.',
			error,
		);
	};
}
