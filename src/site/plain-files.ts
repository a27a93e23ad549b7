import { mkdir, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inBatches, type Redirect, type SiteModel } from '../model/index.ts';
import { siteFilesOf } from './files/index.ts';
import { hrefOf } from './plan/addresses.ts';
import { redirectPage } from './plan/plain-texts.ts';
import { siteIndexOf } from './plan/site-index.ts';

/** Writes what needs no layout: the files beside the pages, but for those that are `written` already, and a page for each redirect. */
export async function writePlainFiles(
	model: SiteModel,
	outDir: string,
	written: ReadonlySet<string> = new Set(),
): Promise<void> {
	const files = [...siteFilesOf(model).values()].filter(({ path }) => !written.has(path));
	await inBatches(files, async ({ path, text }) => {
		const file = join(outDir, ...path.split('/'));
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text());
	});
	for (const redirect of model.redirects) await writeRedirect(model, redirect, outDir);
	await placeNotFound(outDir);
}

/** Static hosts look for 404.html. */
async function placeNotFound(outDir: string): Promise<void> {
	const folder = join(outDir, '404');
	try {
		await rename(join(folder, 'index.html'), join(outDir, '404.html'));
		await rmdir(folder);
	} catch (error) {
		if ((error as { code?: string }).code !== 'ENOENT') throw error;
	}
}

async function writeRedirect(model: SiteModel, redirect: Redirect, outDir: string): Promise<void> {
	const segments = redirect.from.split('/').filter(Boolean);
	// A real page always wins, and nothing leaves the output folder.
	if (segments.length === 0 || segments.includes('..') || siteIndexOf(model).targets.has(redirect.from))
		return;
	const file = join(outDir, ...segments, 'index.html');
	// Astro's format `file`: a page of a site that this one is part of.
	if (await isFile(`${dirname(file)}.html`)) return;
	await mkdir(dirname(file), { recursive: true });
	const text = redirectPage(model, redirect, hrefOf(model.base, redirect.to));
	await writeFile(file, text, { flag: 'wx' }).catch((error: { code?: string }) => {
		if (error.code !== 'EEXIST') throw error;
	});
}

function isFile(path: string): Promise<boolean> {
	return stat(path).then(
		(stats) => stats.isFile(),
		() => false,
	);
}
