import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { allowedFolders } from './astro-config.ts';
import { type DevFiles, devFiles } from './dev-files.ts';
import type { Placement } from './embedded-options.ts';
import { framedPages, OWN_FOLDER } from './framed-pages.ts';
import { componentsOutsideRoot, siteHandover } from './vite-plugins.ts';

/** What our pages need of Vite in a site that is not ours; nothing of it touches modules of others. */
export function embeddedPlugins(
	placement: Placement,
	key: string,
	mdx: () => ReadonlyMap<string, string>,
	files: () => DevFiles,
): Plugin[] {
	return [
		componentsOutsideRoot(OWN_FOLDER),
		siteHandover(key, mdx, placement.layout),
		servedFolders(),
		devFiles(files),
		...(placement.layout === undefined ? [] : [framedPages()]),
	];
}

/** Lets browsers ask a development server for our modules, beside what it allows already. */
function servedFolders(): Plugin {
	return {
		name: 'mainstay:served-folders',
		configResolved: ({ root, server }) => {
			server.fs.allow.push(...allowedFolders(root));
		},
	};
}

/** `.ts`, or `.js` where the package is compiled. */
const ENDING = extname(fileURLToPath(import.meta.url));

/** Everything in `pages`, as Astro's list of routes takes it. */
export function embeddedRoutes(prefix: string): { pattern: string; entrypoint: string; prerender: true }[] {
	const route = (path: string, ending: string) => ({
		pattern: `${prefix}/${path}`,
		entrypoint: fileURLToPath(new URL(`../pages/${path}${ending}`, import.meta.url)),
		prerender: true as const,
	});
	return [
		route('[...route]', '.astro'),
		route('[...list]/entries.json', ENDING),
		route('[...view]/record.json', ENDING),
	];
}
