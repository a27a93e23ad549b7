import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertComplete, copyAssets, existingFiles } from '../../compiler/index.ts';
import { inBatches, type Route } from '../../model/index.ts';
import { writeSearchIndex } from '../../search/index.ts';
import { siteFilesOf } from '../files/index.ts';
import { writePlainFiles } from '../plain-files.ts';
import { siteIndexOf } from '../plan/site-index.ts';
import type { EmbeddedRun } from './embedded-compile.ts';
import type { Placement } from './embedded-options.ts';

/** Only at the top of a site does anybody look for it, and that is not ours. */
const NOT_OURS = 'robots.txt';

/**
 * Puts files, redirects, assets and search index beside the pages that Astro wrote. What the site itself has
 * there stays. `outDir` is Astro's, absolute.
 */
export async function writeEmbedded(
	{ prefix }: Placement,
	{ project, compilation, model, assets }: EmbeddedRun,
	outDir: string,
): Promise<{ readonly pages: number; readonly records: number }> {
	const folder = join(outDir, ...prefix.split('/'));
	const routes = [...siteIndexOf(model).targets.values()].flatMap(({ type, route }) =>
		type === 'not-found' ? [] : [route],
	);
	await inBatches(routes, (route) => asFolder(folder, route));
	await assertComplete(folder, routes);
	const theirs = await existingFiles(folder, siteFilesOf(model).keys());
	await writePlainFiles(model, folder, theirs.add(NOT_OURS));
	const { languages, search } = project.config;
	const { records } = await writeSearchIndex(compilation.site?.records ?? [], {
		outDir: folder,
		languages,
		synonyms: search.synonyms,
		cacheDir: join(project.workFolder, 'cache', 'pagefind'),
	});
	await copyAssets(assets, project.root, folder);
	return { pages: routes.length, records };
}

/** Our addresses end with a slash whatever `build.format` says: `d/X.html` becomes `d/X/index.html`. */
async function asFolder(folder: string, route: Route): Promise<void> {
	const bare = join(folder, route.slice(0, -1));
	const file = join(bare, 'index.html');
	if (await isFile(file)) return;
	if (!(await isFile(`${bare}.html`))) return;
	await mkdir(dirname(file), { recursive: true });
	await rename(`${bare}.html`, file);
}

function isFile(path: string): Promise<boolean> {
	return stat(path).then(
		(stats) => stats.isFile(),
		() => false,
	);
}
