import {
	constants,
	copyFile,
	cp,
	link,
	mkdir,
	readdir,
	readFile,
	rename,
	rm,
	stat,
	writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
// Straight from its file: a check must not load what draws.
import { sanitizeSvg } from '../diagrams/mermaid/sanitize/svg-file.ts';
import { type AssetCopy, inBatches, phrase, type Route, UserError } from '../model/index.ts';
import { MANIFEST_FILE } from './manifest.ts';

/**
 * Refuses an output folder whose replacement would destroy something: the project itself, a folder
 * above it, its documents, or a folder that holds files Mainstay did not write.
 */
export async function checkOutput(out: string, root: string, inputs: readonly string[]): Promise<void> {
	for (const input of [root, ...inputs.map((path) => resolve(root, path))]) {
		const contains = input === out || input.startsWith(out + sep);
		const inside = input !== root && out.startsWith(input + sep);
		if (contains || inside) {
			throw new UserError(
				'output-overlaps-input',
				phrase`The output folder ${out} overlaps ${input}.`,
				'Choose another --out: it is replaced as a whole on every build.',
			);
		}
	}
	const stats = await stat(out).catch(() => undefined);
	if (!stats) return;
	const occupied = new UserError(
		'output-occupied',
		phrase`${out} holds files that Mainstay did not write.`,
		'Choose another --out, or empty that folder yourself.',
	);
	if (!stats.isDirectory()) throw occupied;
	const entries = await readdir(out);
	if (entries.length > 0 && !entries.includes(MANIFEST_FILE)) throw occupied;
}

/** Folders of one publication, all on the file system of the output so that renaming is enough. */
export interface Staging {
	/** What will be swapped in. Astro empties it when it starts. */
	readonly folder: string;
	/** The search index is written here at the same time, and moved in afterwards. */
	readonly index: string;
	/** Astro's own files: it renames what it bundled into the site, so they lie on the same file system. */
	readonly astro: string;
	/** Where the replaced output waits to be deleted. */
	readonly retired: string;
}

/** Makes an empty staging folder beside the output and mends what a killed build left behind. */
export async function openStaging(out: string): Promise<Staging> {
	const parent = dirname(out);
	await mkdir(parent, { recursive: true });
	const work = join(parent, `.${basename(out)}.staging`);
	const staging = {
		folder: join(work, 'site'),
		index: join(work, 'index'),
		astro: join(work, 'astro'),
		retired: join(parent, `.${basename(out)}.old`),
	};
	const published = await stat(out).catch(() => undefined);
	// Killed between the two renames: the old tree is whole and goes back.
	if (!published && (await stat(staging.retired).catch(() => undefined))) await rename(staging.retired, out);
	await rm(staging.retired, { recursive: true, force: true });
	await rm(work, { recursive: true, force: true });
	await mkdir(staging.folder, { recursive: true });
	await mkdir(staging.index, { recursive: true });
	return staging;
}

/** Swaps the finished tree in. */
export async function publish(staging: Staging, out: string): Promise<void> {
	const hadOutput = await rename(out, staging.retired).then(
		() => true,
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return false;
			throw error;
		},
	);
	try {
		await rename(staging.folder, out);
	} catch (error) {
		if (hadOutput) await rename(staging.retired, out);
		throw error;
	}
	await rm(staging.retired, { recursive: true, force: true });
	await discard(staging);
}

/** Takes the staging folders away, whatever they hold. */
export async function discard(staging: Staging): Promise<void> {
	await rm(dirname(staging.folder), { recursive: true, force: true });
}

/** Moves the finished index beside the pages; folders that both have are joined. */
export function mergeIndex(staging: Staging): Promise<void> {
	return moveInto(staging.index, staging.folder);
}

async function moveInto(from: string, to: string): Promise<void> {
	for (const entry of await readdir(from, { withFileTypes: true })) {
		const target = join(to, entry.name);
		const isShared = entry.isDirectory() && (await stat(target).catch(() => undefined))?.isDirectory();
		if (isShared) await moveInto(join(from, entry.name), target);
		else await rename(join(from, entry.name), target);
	}
}

/** Where a page's file lies below an output folder. */
export function pageFile(folder: string, route: Route): string {
	return join(folder, ...route.split('/').filter(Boolean), 'index.html');
}

/** Which of these routes have a page in an earlier output. */
export async function existingPages(folder: string, routes: Iterable<Route>): Promise<Set<Route>> {
	const found = await inBatches(routes, async (route) => ((await isWritten(folder, route)) ? [route] : []));
	return new Set(found.flat());
}

/** Which of these files, by path below the folder, an earlier output holds. */
export async function existingFiles(folder: string, paths: Iterable<string>): Promise<Set<string>> {
	const found = await inBatches(paths, async (path) => {
		const stats = await stat(join(folder, path)).catch(() => undefined);
		return stats?.isFile() ? [path] : [];
	});
	return new Set(found.flat());
}

/** Takes unchanged pages over from the last output: the same bytes, not written again. */
export async function reusePages(from: string, to: string, routes: Iterable<Route>): Promise<void> {
	await inBatches(routes, (route) => reuse(pageFile(from, route), pageFile(to, route)));
}

/** The same for files beside the pages, by path below the output. */
export async function reuseFiles(from: string, to: string, paths: Iterable<string>): Promise<void> {
	await inBatches(paths, (path) => reuse(join(from, path), join(to, path)));
}

async function reuse(source: string, target: string): Promise<void> {
	await mkdir(dirname(target), { recursive: true });
	await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
}

/** Copies assets without decoding them; SVG is made harmless first. */
export async function copyAssets(assets: readonly AssetCopy[], root: string, folder: string): Promise<void> {
	for (const asset of assets) {
		if (relative(root, asset.from).startsWith('..')) throw new Error(`Asset outside the root: ${asset.from}`);
		const target = join(folder, asset.to);
		await mkdir(dirname(target), { recursive: true });
		if (/\.svg$/i.test(asset.from)) await writeFile(target, sanitizeSvg(await readFile(asset.from, 'utf8')));
		else await cp(asset.from, target, { dereference: false });
	}
}

/** Every page that the model holds must lie in the tree, and not be empty. */
export async function assertComplete(folder: string, routes: Iterable<Route>): Promise<void> {
	await inBatches(routes, async (route) => {
		if (!(await isWritten(folder, route))) throw new Error(`The page ${route} was not written.`);
	});
}

/** A page that is there and not cut to nothing. */
async function isWritten(folder: string, route: Route): Promise<boolean> {
	const stats = await stat(pageFile(folder, route)).catch(() => undefined);
	return stats !== undefined && stats.size > 0;
}
