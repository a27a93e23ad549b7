import { posix } from 'node:path';
import type { ConfigInput } from '../../schemas/index.ts';
import type { DocumentSource } from '../model/index.ts';
import type { Reporter } from './check.ts';

/** What only a look at the disk shows. */
export type FolderProblem = 'missing' | 'file' | 'outside';

export interface SourceOptions {
	/** Documents folder when the settings name none. */
	readonly defaultDocs: string;
	readonly folderProblem: (path: string) => FolderProblem | undefined;
}

type Written = Pick<Partial<ConfigInput>, 'docs' | 'sources'>;

/** The folders of documents, relative to the root. A folder that cannot be used is reported and left out. */
export function sourcesOf(
	settings: Written,
	options: SourceOptions,
	report: Reporter,
): readonly DocumentSource[] {
	const found: DocumentSource[] = [];
	const add = (name: string, written: string, pointer: string): void => {
		const path = plainPath(written);
		const cause = path === undefined ? 'outside' : (overlap(path, found) ?? options.folderProblem(path));
		if (cause !== undefined) report('MS907', pointer, { path: written, cause });
		else if (path !== undefined) found.push({ name, path });
	};
	if (settings.docs === undefined && settings.sources === undefined) add('docs', options.defaultDocs, '');
	if (settings.docs !== undefined) add('docs', settings.docs, '/docs');
	for (const [index, { name, path, git }] of (settings.sources ?? []).entries()) {
		const pointer = `/sources/${index}`;
		if (git !== undefined) report('MS909', `${pointer}/git`, { name: name ?? 'source' });
		else if (path !== undefined) add(name ?? path, path, `${pointer}/path`);
		else if (name !== undefined) report('MS907', pointer, { path: name, cause: 'no-path' });
	}
	return found;
}

/** `./docs/` → `docs`; undefined for what leaves the root. A backslash is a separator on some systems. */
function plainPath(path: string): string | undefined {
	const plain = posix.normalize(path.replaceAll('\\', '/')).replace(/(.)\/$/, '$1');
	const leaves =
		plain === '..' || plain.startsWith('../') || posix.isAbsolute(plain) || /^[A-Za-z]:/.test(plain);
	return leaves || plain.includes('\0') ? undefined : plain.normalize('NFC');
}

/** A folder inside another one would bring every document in it twice. */
function overlap(path: string, others: readonly DocumentSource[]): 'twice' | 'inside' | undefined {
	if (others.some((other) => other.path === path)) return 'twice';
	return others.some((other) => contains(other.path, path) || contains(path, other.path))
		? 'inside'
		: undefined;
}

function contains(outer: string, inner: string): boolean {
	return outer === '.' || inner.startsWith(`${outer}/`);
}
