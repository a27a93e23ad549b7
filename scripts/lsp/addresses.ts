import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The file of an address; undefined for untitled texts and everything else that is not on the disk. */
export function fileOf(uri: string): string | undefined {
	if (!/^file:/i.test(uri)) return undefined;
	try {
		return fileURLToPath(uri);
	} catch {
		return undefined;
	}
}

export function addressOf(root: string, path: string): string {
	return pathToFileURL(resolve(root, path)).href;
}

/** The path that findings use: below the root, `/`, NFC. Undefined for a file outside it. */
export function pathBelow(root: string, file: string): string | undefined {
	if (file === '') return undefined;
	const path = relative(root, file);
	if (path === '' || path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path) return undefined;
	return path.split(sep).join('/').normalize('NFC');
}
