import type { FixContext } from '../../src/fixes/index.ts';
import { rewritings } from '../../src/graph/rewrite.ts';
import type { Document } from '../../src/model/index.ts';
import { movedTargets } from './moved.ts';
import type { World } from './world.ts';

/** What the fixers may ask of a world. */
export function contextOf(world: World, renames: ReadonlyMap<string, string>): FixContext {
	return {
		graph: world.graph,
		config: world.config,
		textOf: (file) => world.sources.get(file)?.text,
		resolve: world.resolve,
		movedTo: movedTargets(world, renames),
		rewrite: (from, { target }, file, oldFile = file) =>
			rewritings({
				target,
				from: { before: from, after: from },
				to: { before: goalOf(oldFile, file, world), after: goalOf(file, file, world) },
				sourceFolders: sourceFoldersOf(world),
			}),
	};
}

/** The documents folders as the resolver names them. */
export function sourceFoldersOf({ config }: Pick<World, 'config'>): string[] {
	return config.sources.map(({ path }) => path.replace(/^\.\/?|\/+$/g, ''));
}

/** A file as links name it: documents answer to more names than other files do. */
function goalOf(file: string, present: string, { graph }: World): { file: string; lang?: Document['lang'] } {
	const document = graph.byFile.get(present);
	return document ? { file, lang: document.lang } : { file };
}
