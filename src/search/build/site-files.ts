import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { compareTexts, type LanguageTag, type SearchRecord } from '../../model/index.ts';
import { encodeBase } from '../base-file.ts';
import { type Detail, INDEX_VERSION, type Manifest, type Postings, shardOf } from '../format.ts';
import { encodeLocal } from '../query/local-index.ts';
import { encodeTerms } from '../term-file.ts';
import { type BuiltIndex, buildIndex, DETAIL_SIZE } from './base.ts';
import { writePagefind } from './pagefind.ts';

const compress = promisify(gzip);
const LEVEL = { level: 9 } as const;
const AT_A_TIME = 64;

export interface WriteSearchOptions {
	/** Folder of the site; `pagefind/` and `search/` are written below it, replacing what is there. */
	readonly outDir: string;
	readonly languages: readonly LanguageTag[];
	readonly synonyms: readonly (readonly string[])[];
	/** Finished parts of the index are kept here for the next time; absolute. Nothing is kept without it. */
	readonly cacheDir?: string;
}

export interface WrittenSearch {
	/** Files and bytes below `search/`. */
	readonly files: number;
	readonly bytes: number;
	readonly records: number;
}

/** Does the work of {@link writeSearchIndex} in this thread. */
export async function writeSearchFiles(
	records: readonly SearchRecord[],
	{ outDir, languages, synonyms, cacheDir }: WriteSearchOptions,
): Promise<WrittenSearch> {
	const sorted = inOrder(records, languages);
	const folders = { pagefind: join(outDir, 'pagefind'), search: join(outDir, 'search') };
	await removeOld(folders);
	// Pagefind writes in a process of its own; our half is built in the meantime.
	const { result: fragments, between: built } = await writePagefind(
		sorted,
		{ outputPath: folders.pagefind, cacheDir },
		() => buildIndex(sorted, synonyms),
	);
	const files = await compressAll(layOut(built, detailsOf(sorted, fragments)));
	const bytes = await writeAll(files, folders.search);
	return { files: files.length + 1, bytes, records: sorted.length };
}

/** The search page of the site may lie in `search/` too: only what an earlier index left is removed. */
async function removeOld({ pagefind, search }: { pagefind: string; search: string }): Promise<void> {
	const names = await readdir(search).catch(() => []);
	const own = names.filter((name) => name === 'manifest.json' || /^[0-9a-f]{12}$/.test(name));
	const paths = [pagefind, ...own.map((name) => join(search, name))];
	await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
}

/** By id, then by the languages' order: ties in the ranking go to the first. */
function inOrder(records: readonly SearchRecord[], languages: readonly LanguageTag[]): SearchRecord[] {
	const place = (lang: LanguageTag): number =>
		(languages.indexOf(lang) + languages.length + 1) % (languages.length + 1);
	return [...records].sort(
		(a, b) =>
			compareTexts(a.id, b.id) ||
			place(a.lang) - place(b.lang) ||
			compareTexts(a.lang, b.lang) ||
			compareTexts(a.route, b.route),
	);
}

function detailsOf(records: readonly SearchRecord[], fragments: ReadonlyMap<string, string>): Detail[] {
	return records.map(({ summary, steps, route }) => ({
		summary,
		firstStep: steps[0]?.name ?? '',
		fragment: fragments.get(route) ?? '',
	}));
}

interface IndexFile {
	readonly path: string;
	readonly content: Uint8Array | string;
}

function layOut({ base, local, postings }: BuiltIndex, details: readonly Detail[]): IndexFile[] {
	const files: IndexFile[] = [
		{ path: 'base.idx', content: encodeBase(base) },
		{ path: 'local.idx', content: encodeLocal(local) },
	];
	const shards = Array.from({ length: base.shards }, (): [string, Postings][] => []);
	for (const entry of postings) shards[shardOf(entry[0], base.shards)]?.push(entry);
	shards.forEach((entries, number) => {
		files.push({
			path: `terms/${number}.idx`,
			content: encodeTerms(entries.sort(([a], [b]) => compareTexts(a, b))),
		});
	});
	for (let start = 0; start < details.length; start += DETAIL_SIZE) {
		const content = JSON.stringify(details.slice(start, start + DETAIL_SIZE));
		files.push({ path: `detail/${start / DETAIL_SIZE}.idx`, content });
	}
	return files;
}

interface PackedFile {
	readonly path: string;
	readonly content: Uint8Array;
}

/** Compressed here, not left to the server: some serve unknown endings as they are. */
async function compressAll(files: readonly IndexFile[]): Promise<PackedFile[]> {
	const packed: PackedFile[] = [];
	for (let start = 0; start < files.length; start += AT_A_TIME) {
		const some = files.slice(start, start + AT_A_TIME);
		packed.push(
			...(await Promise.all(
				some.map(async ({ path, content }) => ({ path, content: await compress(content, LEVEL) })),
			)),
		);
	}
	return packed;
}

/** A folder named after its content, and a manifest that names it: a reader never mixes two builds. */
async function writeAll(files: readonly PackedFile[], folder: string): Promise<number> {
	const hash = createHash('sha256');
	for (const { path, content } of files) hash.update(path).update(content);
	const name = hash.digest('hex').slice(0, 12);
	for (const below of ['terms', 'detail']) await mkdir(join(folder, name, below), { recursive: true });
	let bytes = 0;
	for (let start = 0; start < files.length; start += AT_A_TIME) {
		const some = files.slice(start, start + AT_A_TIME);
		await Promise.all(some.map(({ path, content }) => writeFile(join(folder, name, path), content)));
		bytes += some.reduce((sum, { content }) => sum + content.length, 0);
	}
	const manifest: Manifest = { version: INDEX_VERSION, folder: name };
	const text = `${JSON.stringify(manifest)}\n`;
	await writeFile(join(folder, 'manifest.json'), text);
	return bytes + text.length;
}
