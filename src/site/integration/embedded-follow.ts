import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { createMermaidRenderer } from '../../diagrams/index.ts';
import { createLatest } from '../latest.ts';
import { createLiveUpdates } from '../live-updates.ts';
import { indexForWriting } from '../search-folder.ts';
import { watchProject } from '../watch.ts';
import {
	compileEmbedded,
	type EmbeddedRun,
	type EmbeddingEdge,
	type HostSettings,
} from './embedded-compile.ts';
import type { Placement } from './embedded-options.ts';

export interface FollowOptions {
	readonly placement: Placement;
	readonly host: HostSettings;
	readonly edge: EmbeddingEdge;
	readonly first: EmbeddedRun;
	readonly vite: ViteDevServer;
	/** Takes what the pages and files are made from now. */
	readonly show: (run: EmbeddedRun) => void;
	/** Takes the reason why a compilation could not run; the last state stays. */
	readonly fail: (error: unknown) => void;
}

/** Where the search index lies while Astro's development server runs. */
export function searchFolderOf({ project }: EmbeddedRun): string {
	return join(project.workFolder, 'astro-dev', 'search-index');
}

/** Follows saves of documents and settings until it is closed: compiles, indexes, tells open browsers. */
export function followDocuments(options: FollowOptions): { close(): Promise<void> } {
	const { placement, host, edge, first, vite, show, fail } = options;
	const renderer = createMermaidRenderer({});
	const announce = createLiveUpdates(first.model, { listed: true });
	let run = first;
	const indexing = createLatest(
		() => indexForWriting(run.compilation, searchFolderOf(first), run.project),
		fail,
	);
	const compiling = createLatest(async () => {
		const { revision = 0 } = run.model;
		const next = await compileEmbedded(placement, host, edge, renderer);
		run = { ...next, model: { ...next.model, revision: revision + 1 } };
		show(run);
		announce(run.model, vite);
		indexing.request();
	}, fail);
	indexing.request();
	const watcher = watchProject(first.project, compiling.request);
	return {
		close: async () => {
			watcher.close();
			await Promise.all([compiling.idle(), indexing.idle()]);
			await renderer.close();
		},
	};
}
