import { posix } from 'node:path';
import type { Document } from '../../model/index.ts';
import { relativePath } from './relative-path.ts';

/**
 * What a link meant whose file's name itself holds `#` or `?`, which end a path unless they are encoded: read up to
 * each of them, the longest name first. Undefined where no such file is.
 */
export function unencoded(
	{ file, docPath }: Pick<Document, 'file' | 'docPath'>,
	written: string,
	isFile: (path: string) => boolean,
): { readonly file: string; readonly value: string } | undefined {
	const folder = written.startsWith('/')
		? file.slice(0, file.length - docPath.length)
		: file.slice(0, file.lastIndexOf('/') + 1);
	const ends = [...written.matchAll(/[?#]/g)].map(({ index }) => index).slice(1);
	for (const end of [...ends, written.length].reverse()) {
		const path = written.slice(0, end);
		const found = /[?#]/.test(path) && posix.join(folder, decoded(path)).normalize('NFC');
		if (found && isFile(found)) return { file: found, value: relativePath(file, found) + written.slice(end) };
	}
	return undefined;
}

/** Percent-decoded where it can be. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
