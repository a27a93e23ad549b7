import { readFile } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import { build } from 'esbuild';

/** What somebody can import. */
const OFFERED = ['scripts/api.js', 'scripts/astro.js'];

/** Pages and what runs in browsers, which Astro finds by their place. */
const OF_SITE = /^src\/(?:site|search\/browser)\//;

/** Relative imports in a component, which no compiler of ours reads. */
const IMPORTED = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"\n]+?\.js)['"]/g;

/** Of the files of `lib` (absolute), by path with `/`: single modules that somebody else than our own programs loads. */
export async function neededModules(lib: string, files: readonly string[]): Promise<ReadonlySet<string>> {
	const components = files.filter((path) => path.endsWith('.astro'));
	const imported = await Promise.all(
		components.map(async (path) => {
			const text = await readFile(join(lib, path), 'utf8');
			return [...text.matchAll(IMPORTED)].map(([, to = '']) => posix.join(posix.dirname(path), to));
		}),
	);
	const modules = files.filter((path) => path.endsWith('.js') && OF_SITE.test(path));
	const { metafile } = await build({
		entryPoints: [...new Set([...OFFERED, ...modules, ...imported.flat()])].map((path) => join(lib, path)),
		absWorkingDir: lib,
		outdir: lib,
		write: false,
		metafile: true,
		bundle: true,
		format: 'esm',
		platform: 'node',
		packages: 'external',
		external: ['*.astro', '*.css', '*?raw', '*?url', 'virtual:*', 'astro:*'],
		logLevel: 'error',
	});
	return new Set(
		Object.keys(metafile.inputs).map((path) => relative(lib, join(lib, path)).replaceAll('\\', '/')),
	);
}
