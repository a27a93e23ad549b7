import type { AddressInfo } from 'node:net';
import mdxIntegration from '@astrojs/mdx';
import type { ViteDevServer } from 'vite';
import type { AssetCopy, SiteModel } from '../model/index.ts';
import { furniture } from './i18n/index.ts';
import { inlineConfig, prepareRoot, silenceAstro, trustedMdx } from './integration/astro-config.ts';
import { type DevUpdate, UPDATE_EVENT } from './integration/dev-events.ts';
import { type DevFiles, devFiles } from './integration/dev-files.ts';
import { registerHandover } from './integration/handover.ts';
import { assertPortFree, portError } from './integration/port.ts';
import { HANDOVER_MODULE, serverAccess } from './integration/vite-plugins.ts';
import { shownProblems } from './plan/dev-state.ts';
import { routeHashes } from './plan/route-hashes.ts';

export interface ServeOptions {
	/** 0: the system picks one. */
	readonly port: number;
	/** Default 127.0.0.1: nobody but this machine. */
	readonly host?: string;
	readonly cacheDir: string;
	/** Files that pages refer to. */
	readonly assets?: readonly AssetCopy[];
	/** A folder whose files are served too, such as a search index; absolute. */
	readonly files?: string;
	readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export interface SiteServer {
	readonly url: string;
	/** Shows another state of the knowledge base; open browsers reload where their page has changed. */
	update(model: SiteModel, assets?: readonly AssetCopy[]): void;
	close(): Promise<void>;
}

/**
 * Serves a model for writing. A page that cannot be rendered answers with its error; the server
 * goes on. Throws a UserError when the port is taken.
 */
export async function serveSite(model: SiteModel, options: ServeOptions): Promise<SiteServer> {
	const { port, host = '127.0.0.1', cacheDir, logLevel = 'error' } = options;
	await assertPortFree(port, host);
	silenceAstro();
	const root = await prepareRoot(cacheDir);
	const { dev } = await import('astro');
	const handover = { model, mode: 'dev' as const };
	const registered = registerHandover(handover);
	let mdx = trustedMdx(model);
	const files: DevFiles = { model, assets: options.assets ?? [], folder: options.files };
	const access = serverAccess();
	const config = inlineConfig(root, `${root}/dist`, model, registered.key, () => mdx);
	config.output = 'server';
	config.logLevel = logLevel;
	config.server = { host, port };
	config.vite = {
		...config.vite,
		plugins: [...(config.vite?.plugins ?? []), access.plugin, devFiles(() => files)],
		server: { ...config.vite?.server, strictPort: true },
	};
	// A trusted MDX page may be added later.
	config.integrations = [mdxIntegration()];
	const server = await dev(config).catch(async (error: unknown) => {
		registered.release();
		await access.server()?.close();
		throw portError(error, port, host);
	});
	let hashes = routeHashes(model);
	return {
		url: urlOf(server.address, host, model.base),
		update: (next, assets) => {
			handover.model = next;
			files.model = next;
			if (assets) files.assets = assets;
			const before = hashes;
			hashes = routeHashes(next);
			const nextMdx = trustedMdx(next);
			const mdxChanged = JSON.stringify([...mdx]) !== JSON.stringify([...nextMdx]);
			mdx = nextMdx;
			const vite = access.server();
			if (mdxChanged && vite) forgetHandover(vite);
			vite?.environments.client.hot.send({
				type: 'custom',
				event: UPDATE_EVENT,
				data: updateFor(next, before, hashes),
			});
		},
		close: async () => {
			await server.stop();
			registered.release();
		},
	};
}

/** Trusted MDX pages are imported by name, so a new set of them needs the module anew. */
function forgetHandover(vite: ViteDevServer): void {
	for (const environment of Object.values(vite.environments)) {
		const module = environment.moduleGraph.getModuleById(HANDOVER_MODULE);
		if (module) environment.moduleGraph.invalidateModule(module);
	}
	vite.environments['ssr']?.hot.send({ type: 'full-reload' });
}

function updateFor(
	model: SiteModel,
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
): DevUpdate {
	const routes = new Set<string>();
	for (const [route, hash] of after) if (before.get(route) !== hash) routes.add(route);
	for (const route of before.keys()) if (!after.has(route)) routes.add(route);
	const added = [...after.keys()].some((route) => !before.has(route));
	// The page "not found" may be open where a page now is.
	if (added) routes.add('/404/');
	const problems = shownProblems(model.diagnostics);
	const titles = Object.fromEntries(
		model.views.map((view) => [view.lang, furniture[view.interfaceLanguage].problems(problems.length)]),
	);
	return { routes: routes.size > 500 ? 'all' : [...routes], problems, titles };
}

function urlOf(address: AddressInfo, host: string, base: string): string {
	const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	return `http://${name}:${address.port}${base}`;
}
