import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isStill, type Stamp, stampOf } from './stamp.ts';
import { type WalkedFile, walkNow } from './walk.ts';

/** A file below a documents folder as it was when it was read; `hash` (SHA-256) of documents only. */
export interface InputFile extends WalkedFile {
	readonly stamp?: Stamp;
	readonly hash?: string;
}

/** Everything that was found in a documents folder; absolute. */
export interface FolderInputs {
	readonly folder: string;
	readonly files: readonly InputFile[];
}

/** What is known of files from an earlier look, which began at the time `before` of their file system. */
export interface KnownFiles {
	readonly folders: readonly FolderInputs[];
	readonly before: number;
}

/** The hash of a document's bytes, from an earlier look where the file is still the same. */
export type KnownHash = (path: string, stamp: Stamp) => string | undefined;

/** Answers from an earlier look what needs no reading; `path` is absolute. */
export function knownHashes({ folders, before }: KnownFiles): KnownHash {
	const files = new Map<string, InputFile>();
	for (const { folder, files: all } of folders)
		for (const file of all) files.set(absolutePath(folder, file), file);
	return (path, stamp) => {
		const then = files.get(path);
		return isStill(stamp, then?.stamp, before) ? then?.hash : undefined;
	};
}

/** Whether the folders hold exactly what they held. A file whose stamp says nothing is read. */
export function areUnchanged({ folders, before }: KnownFiles, except: readonly string[]): boolean {
	const left = new Set(except);
	return folders.every(({ folder, files }) => {
		const now = walkNow(folder, left).files;
		return (
			now.length === files.length &&
			files.every((then, index) => {
				const file = now[index];
				return (
					file?.path === then.path &&
					file.type === then.type &&
					isSame(absolutePath(folder, then), then, before)
				);
			})
		);
	});
}

function isSame(path: string, { type, stamp, hash }: InputFile, before: number): boolean {
	if (type === 'symlink' || type === 'special') return true;
	if (type !== 'file') return false;
	return isStill(stampOf(path), stamp, before) || (hash !== undefined && hash === hashNow(path));
}

function hashNow(path: string): string | undefined {
	try {
		return hashOf(readFileSync(path));
	} catch {
		return undefined;
	}
}

/** Put together by hand, since that is done for every file of a set; systems with other separators know this one too. */
export function absolutePath(folder: string, { path }: WalkedFile): string {
	return `${folder}/${path}`;
}

/** SHA-256, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
	return hash('sha256', bytes, 'hex');
}
