import {
	constants,
	copyFile,
	link,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rename,
	rm,
	writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readFragment } from '../fragment.ts';
import type { PagefindOptions } from './pagefind.ts';
import type { PagefindPart } from './pagefind-parts.ts';

const inflate = promisify(gunzip);

/** Pagefind's own interface, which the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
/** Fragment names by address, beside a finished part and not published. */
const NAMES_FILE = 'fragment-names.json';

/** Finished parts of Pagefind's index, by key. */
export interface PartStore {
	has(part: PagefindPart): boolean;
	/** Where Pagefind writes a part that is missing. */
	folderFor(part: PagefindPart): string;
	/** Puts a part in its place below the output. */
	publish(part: PagefindPart): Promise<void>;
	/** Fragment names of a part, by address. */
	names(part: PagefindPart): Promise<Record<string, string>>;
	/** Throws away what these parts do not need; without a cache that is everything. */
	close(parts: readonly PagefindPart[]): Promise<void>;
}

/** Opens the store in `cacheDir`; without one parts are made in a temporary folder and forgotten. */
export async function openPartStore({ outputPath, cacheDir }: PagefindOptions): Promise<PartStore> {
	const root = cacheDir ?? (await mkdtemp(join(tmpdir(), 'mainstay-pagefind-')));
	await mkdir(root, { recursive: true });
	const known = new Set(await readdir(root));
	const made = (part: PagefindPart): string => join(root, `${part.key}.new`);
	const kept = (part: PagefindPart): string => join(root, part.key);
	return {
		has: (part) => known.has(part.key),
		folderFor: made,
		publish: async (part) => {
			if (!known.has(part.key)) await finish(made(part), kept(part));
			await placeTree(kept(part), join(outputPath, part.name));
		},
		names: async (part) =>
			JSON.parse(await readFile(join(kept(part), NAMES_FILE), 'utf8')) as Record<string, string>,
		close: async (parts) => {
			if (cacheDir === undefined) return rm(root, { recursive: true, force: true });
			const wanted = new Set(parts.map((part) => part.key));
			const others = (await readdir(root)).filter((name) => !wanted.has(name));
			await Promise.all(others.map((name) => rm(join(root, name), { recursive: true, force: true })));
		},
	};
}

/** All fragment names by address; a part's name comes first. */
export async function fragmentsOf(
	parts: readonly PagefindPart[],
	store: PartStore,
): Promise<ReadonlyMap<string, string>> {
	const all = new Map<string, string>();
	for (const part of parts) {
		for (const [url, name] of Object.entries(await store.names(part))) {
			all.set(url, part.name ? `${part.name}/${name}` : name);
		}
	}
	return all;
}

/** Takes away what is not published and notes the fragments; the last step makes the part count. */
async function finish(made: string, kept: string): Promise<void> {
	for (const name of await readdir(made)) if (UNUSED.test(name)) await rm(join(made, name));
	await writeFile(join(made, NAMES_FILE), JSON.stringify(await fragmentNames(join(made, 'fragment'))));
	await rm(kept, { recursive: true, force: true });
	await rename(made, kept);
}

async function fragmentNames(folder: string): Promise<Record<string, string>> {
	const byUrl: Record<string, string> = {};
	for (const name of (await readdir(folder).catch(() => [])).sort()) {
		const { url } = readFragment(await inflate(await readFile(join(folder, name))));
		byUrl[url] = name.replace(/\.pf_fragment$/, '');
	}
	return byUrl;
}

/** The same files at another place: linked where the file system can, else copied. */
async function placeTree(from: string, to: string): Promise<void> {
	for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || entry.name === NAMES_FILE) continue;
		const source = join(entry.parentPath, entry.name);
		const target = join(to, source.slice(from.length + 1));
		await mkdir(dirname(target), { recursive: true });
		await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
	}
}
