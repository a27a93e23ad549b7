import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { handoverModule } from './handover.ts';

const HERE = fileURLToPath(import.meta.url);
const VIRTUAL = 'virtual:mainstay';
const RESOLVED = `\0${VIRTUAL}`;

/**
 * Resolves Astro's own modules from our package. Astro's root is the reader's project, which need
 * not have Astro installed, and under a strict package manager cannot see ours.
 */
export function ownAstro(): Plugin {
	return {
		name: 'mainstay:own-astro',
		enforce: 'pre',
		resolveId: {
			filter: { id: /^(?:astro|@astrojs\/[^/]+)(?:\/|$)/ },
			async handler(id, _importer, options) {
				return this.resolve(id, HERE, { ...options, skipSelf: true });
			},
		},
	};
}

/** Serves the module that gives the pages the site model. */
export function siteHandover(key: string, mdx: () => ReadonlyMap<string, string>): Plugin {
	return {
		name: 'mainstay:handover',
		resolveId: { filter: { id: /^virtual:mainstay$/ }, handler: () => RESOLVED },
		load: {
			filter: { id: /^\0virtual:mainstay$/ },
			handler: () => handoverModule(key, mdx()),
		},
	};
}

export const HANDOVER_MODULE = RESOLVED;
