import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { handoverModule } from './handover.ts';

const HERE = fileURLToPath(import.meta.url);
const VIRTUAL = 'virtual:mainstay';
/** Id of the module that gives the pages the site model. */
export const HANDOVER_MODULE = `\0${VIRTUAL}`;

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

/**
 * Astro 7 takes a component that has nothing but `/` in common with its root (a package installed
 * for the whole machine, say) for one below the root, and then finds neither its scripts nor its
 * styles. Named as `/@fs/…`, they are found. Only components `below` a folder are named so.
 */
export function componentsOutsideRoot(below = '/'): Plugin {
	return {
		name: 'mainstay:components-outside-root',
		enforce: 'pre',
		resolveId: {
			filter: { id: /^(?:\.|\/.+\.astro\?astro&type=)/ },
			async handler(id, importer, options) {
				// The development server puts the prefix before what carries it already.
				const file = id.replace(/^(?:\/@fs)+(?=\/)/, '');
				if (!id.startsWith('.')) return file.startsWith(below) ? `/@fs${file}` : null;
				if (!importer?.startsWith(`/@fs${below}`)) return null;
				return this.resolve(id, importer.slice('/@fs'.length), { ...options, skipSelf: true });
			},
		},
	};
}

/** Serves the module that gives the pages the site model. */
export function siteHandover(key: string, mdx: () => ReadonlyMap<string, string>, layout?: string): Plugin {
	return {
		name: 'mainstay:handover',
		resolveId: { filter: { id: /^virtual:mainstay$/ }, handler: () => HANDOVER_MODULE },
		load: {
			filter: { id: /^\0virtual:mainstay$/ },
			handler: () => handoverModule(key, mdx(), layout),
		},
	};
}

/** Keeps hold of Vite's server, which Astro does not hand out. */
export function serverAccess(): { plugin: Plugin; server(): ViteDevServer | undefined } {
	let current: ViteDevServer | undefined;
	return {
		plugin: {
			name: 'mainstay:server-access',
			configureServer: (server) => {
				current = server;
			},
		},
		server: () => current,
	};
}
