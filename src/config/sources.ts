import { posix } from 'node:path';
import type { ConfigInput } from '../../schemas/index.ts';
import type { DocumentSource } from '../model/index.ts';
import type { Reporter } from './check.ts';

/** The folders of documents, relative to the root. A folder that cannot be used is reported and left out. */
export function sourcesOf(
	settings: Pick<Partial<ConfigInput>, 'docs' | 'sources'>,
	defaultDocs: string,
	report: Reporter,
): readonly DocumentSource[] {
	const found: DocumentSource[] = [];
	const add = (name: string, path: string, pointer: string): void => {
		const plain = plainPath(path);
		const cause = plain === undefined ? 'outside' : found.some((other) => other.path === plain) ? 'twice' : undefined;
		if (cause) report('MS907', pointer, { path, cause });
		else if (plain !== undefined) found.push({ name, path: plain });
	};
	if (settings.docs !== undefined) add('docs', settings.docs, '/docs');
	for (const [index, { name, path, git }] of (settings.sources ?? []).entries()) {
		const pointer = `/sources/${index}`;
		if (git !== undefined) report('MS909', `${pointer}/git`, { name: name ?? 'source' });
		else if (path !== undefined) add(name ?? path, path, `${pointer}/path`);
		else report('MS907', pointer, { path: name ?? '', cause: 'no-path' });
	}
	return settings.docs === undefined && settings.sources === undefined
		? [{ name: 'docs', path: defaultDocs }]
		: found;
}

/** `./docs/` → `docs`; undefined for what leaves the root. A backslash is a separator on some systems. */
function plainPath(path: string): string | undefined {
	const plain = posix.normalize(path.replaceAll('\\', '/')).replace(/(.)\/$/, '$1');
	const leaves = plain === '..' || plain.startsWith('../') || posix.isAbsolute(plain) || /^[A-Za-z]:/.test(plain);
	return leaves || plain.includes('\0') ? undefined : plain.normalize('NFC');
}
