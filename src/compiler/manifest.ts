import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Route, SiteModel } from '../model/index.ts';

/** Marks a folder as Mainstay's output and says what each page was made from. */
export interface BuildManifest {
	readonly schemaVersion: 1;
	readonly generator: string;
	/** The path that the site must be served at. */
	readonly base: string;
	/** Of Mainstay itself: another one may draw the same page differently. */
	readonly fingerprint: string;
	/** Hash of what each page shows, by route. */
	readonly pages: Readonly<Record<Route, string>>;
	/** The same for files beside the pages, by path. */
	readonly files?: Readonly<Record<string, string>>;
}

export const MANIFEST_FILE = 'mainstay-manifest.json';

export function manifestOf(
	model: SiteModel,
	hashes: ReadonlyMap<Route, string>,
	files: ReadonlyMap<string, string>,
	fingerprint: string,
): BuildManifest {
	return {
		schemaVersion: 1,
		generator: model.generator,
		base: model.base,
		fingerprint,
		pages: Object.fromEntries([...hashes].sort()),
		files: Object.fromEntries([...files].sort()),
	};
}

export async function writeManifest(folder: string, manifest: BuildManifest): Promise<void> {
	await writeFile(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest)}\n`);
}

/** Undefined when the folder holds no output of this version. */
export async function readManifest(folder: string): Promise<BuildManifest | undefined> {
	try {
		const manifest = JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8')) as BuildManifest;
		return manifest.schemaVersion === 1 && manifest.pages ? manifest : undefined;
	} catch {
		return undefined;
	}
}

/** Routes whose page in an earlier output is still exactly what this build would write. */
export function unchangedRoutes(
	previous: BuildManifest | undefined,
	next: BuildManifest,
): ReadonlySet<Route> {
	return unchanged(previous, next, ({ pages }) => pages);
}

/** Paths of files beside the pages of which the same is true. */
export function unchangedFiles(
	previous: BuildManifest | undefined,
	next: BuildManifest,
): ReadonlySet<string> {
	return unchanged(previous, next, ({ files }) => files ?? {});
}

function unchanged(
	previous: BuildManifest | undefined,
	next: BuildManifest,
	hashes: (manifest: BuildManifest) => Readonly<Record<string, string>>,
): ReadonlySet<string> {
	if (previous?.fingerprint !== next.fingerprint) return new Set();
	const before = hashes(previous);
	return new Set(
		Object.entries(hashes(next)).flatMap(([name, hash]) => (before[name] === hash ? [name] : [])),
	);
}
