import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { neededModules } from './needed-modules.ts';

/** What starts by itself: the command line, the hooks that it sets before all else, and threads. */
export const PROGRAMS: readonly string[] = [
	'scripts/cli',
	'src/workers/own-modules',
	'src/compiler/document-worker',
	'src/compiler/text-worker',
	'src/compiler/workspace/text-worker',
	'src/diagrams/mermaid/draw-worker',
	'src/search/build/write-worker',
];

/**
 * Puts together the modules of each program in `lib` (absolute), one behind the other in files that they share: finding,
 * opening and linking 350 small ones takes a tenth of a check. Packages stay where they are. Single modules stay as well
 * where Astro finds pages and what they import by their place, or somebody imports the package. `files` are those of
 * `lib`, with `/`.
 */
export async function bundlePrograms(lib: string, files: readonly string[]): Promise<void> {
	const needed = await neededModules(lib, files);
	await build({
		entryPoints: Object.fromEntries(PROGRAMS.map((path) => [path, join(lib, `${path}.js`)])),
		outdir: lib,
		allowOverwrite: true,
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		packages: 'external',
		charset: 'utf8',
		minifyWhitespace: true,
		chunkNames: 'chunks/[name]-[hash]',
		legalComments: 'none',
		logLevel: 'warning',
		plugins: [keepAddresses(lib)],
	});
	const programs = new Set(PROGRAMS.map((path) => `${path}.js`));
	for (const path of files) {
		if (path.endsWith('.js') && !needed.has(path) && !programs.has(path)) await rm(join(lib, path));
	}
}

/** A module goes on finding what lies beside it: its own address is the one that it has alone. */
function keepAddresses(lib: string): Plugin {
	return {
		name: 'keep-addresses',
		setup(build) {
			build.onLoad({ filter: /\.js$/ }, async ({ path }) => {
				const contents = await readFile(path, 'utf8');
				if (!contents.includes('import.meta.url')) return { contents };
				const place = relative(lib, path).replaceAll('\\', '/');
				return { contents: `${ownAddress(place)}${contents.replaceAll('import.meta.url', 'ownAddress')}` };
			});
		},
	};
}

/** No folder of ours below `lib/` is called so again. */
function ownAddress(place: string): string {
	return `const ownAddress = import.meta.url.slice(0, import.meta.url.lastIndexOf('/lib/') + 5) + ${JSON.stringify(place)};\n`;
}
