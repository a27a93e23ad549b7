import type { AddressInfo } from 'node:net';
import mdxIntegration from '@astrojs/mdx';
import type { AssetCopy, SiteModel } from '../model/index.ts';
import { inlineConfig, prepareRoot, silenceAstro, trustedMdx } from './integration/astro-config.ts';
import { type DevFiles, devFiles } from './integration/dev-files.ts';
import { registerHandover } from './integration/handover.ts';
import { assertPortFree, portError } from './integration/port.ts';
import { serverAccess } from './integration/vite-plugins.ts';
import { createLiveUpdates } from './live-updates.ts';

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
	const announce = createLiveUpdates(model, { listed: false });
	return {
		url: urlOf(server.address, host, model.base),
		update: (next, assets) => {
			handover.model = next;
			files.model = next;
			if (assets) files.assets = assets;
			mdx = trustedMdx(next);
			announce(next, access.server());
		},
		close: async () => {
			await server.stop();
			registered.release();
		},
	};
}

function urlOf(address: AddressInfo, host: string, base: string): string {
	const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	return `http://${name}:${address.port}${base}`;
}
