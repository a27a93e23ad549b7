import { join } from 'node:path';
import { type Compilation, compile, openProject, type Project, toDiagnostics } from '../compiler/index.ts';
import { createMermaidRenderer, type MermaidRenderer } from '../diagrams/index.ts';
import type { AssetCopy, Diagnostic, MessageLocale, SiteModel } from '../model/index.ts';
import { createLatest } from './latest.ts';
import { indexForWriting } from './search-folder.ts';
import { type SiteServer, serveSite } from './serve-site.ts';
import { watchProject } from './watch.ts';

export interface DevelopOptions {
	/** Port 0 lets the system pick. */
	readonly port: number;
	readonly host: string;
	readonly locale: MessageLocale;
	/** The day that due dates are judged by, YYYY-MM-DD. */
	readonly asOf: string;
	/** The folder was named, not just the place where the command ran. */
	readonly named: boolean;
	/** Called after the first and every further compilation. */
	readonly onCompiled: (update: DevelopUpdate) => void;
	/** Called when a compilation could not run at all; the server goes on with the last state. */
	readonly onFailure: (error: unknown) => void;
}

export interface DevelopUpdate {
	readonly project: Project;
	readonly diagnostics: readonly Diagnostic[];
	readonly compilation: Compilation;
	readonly ms: number;
}

export interface Development {
	readonly url: string;
	close(): Promise<void>;
}

/**
 * Serves a project and follows its files: every save is compiled (from the cache but for what changed)
 * and shown in open browsers. Content errors are shown, never fatal; nothing is published.
 */
export async function developSite(dir: string, options: DevelopOptions): Promise<Development> {
	const renderer = createMermaidRenderer({});
	let state = await compileForDevelopment(dir, options, renderer);
	const folder = join(state.project.workFolder, 'dev');
	const searchFolder = join(folder, 'search-index');
	const server: SiteServer = await serveSite(state.model, {
		port: options.port,
		host: options.host,
		cacheDir: folder,
		assets: state.assets,
		files: searchFolder,
	});
	const indexing = createLatest(
		() => indexForWriting(state.compilation, searchFolder, state.project),
		options.onFailure,
	);
	indexing.request();

	const recompile = createLatest(async () => {
		state = await compileForDevelopment(dir, options, renderer, state);
		server.update(state.model, state.assets);
		indexing.request();
	}, options.onFailure);
	const watcher = watchProject(state.project, recompile.request);
	return {
		url: server.url,
		close: async () => {
			watcher.close();
			await Promise.all([recompile.idle(), indexing.idle()]);
			await server.close();
			await renderer.close();
		},
	};
}

interface State {
	readonly project: Project;
	readonly compilation: Compilation;
	readonly model: SiteModel;
	readonly assets: readonly AssetCopy[];
}

async function compileForDevelopment(
	dir: string,
	options: DevelopOptions,
	renderer: MermaidRenderer,
	last?: State,
): Promise<State> {
	const start = performance.now();
	const project = await openProject(dir, { named: options.named });
	const compilation = await compile(project, {
		target: 'site',
		asOf: options.asOf,
		outputs: [join(project.root, 'dist')],
		renderer,
	});
	const diagnostics = toDiagnostics(compilation.findings, project.config.rules, options.locale, 'build');
	options.onCompiled({ project, diagnostics, compilation, ms: performance.now() - start });
	const site = compilation.site;
	if (!site) return last ?? Promise.reject(new Error('The compilation has no site.'));
	return {
		project,
		compilation,
		model: { ...site.model, diagnostics, revision: (last?.model.revision ?? 0) + 1 },
		assets: site.assets,
	};
}
