import { join } from 'node:path';
import { compileDocument } from '../../src/compiler/document-task.ts';
import { compileDocuments, openDocumentCache } from '../../src/compiler/documents.ts';
import { type Project, toolFingerprint } from '../../src/compiler/index.ts';
import { prepareWorkFolder } from '../../src/compiler/lock.ts';
import { buildGraph } from '../../src/graph/index.ts';
import { createResolver, type Resolve } from '../../src/graph/resolve.ts';
import type {
	AssetFile,
	Document,
	DocumentGraph,
	ResolvedConfig,
	SourceFile,
} from '../../src/model/index.ts';
import { readSources } from '../../src/sources/index.ts';

/** The documents with their texts, and how they hang together: what is changed in memory before any file is. */
export interface World {
	readonly config: ResolvedConfig;
	/** In the order of reading; every document that could be compiled. */
	readonly documents: readonly Document[];
	readonly sources: ReadonlyMap<string, SourceFile>;
	readonly assets: ReadonlyMap<string, AssetFile>;
	readonly graph: DocumentGraph;
	readonly resolve: Resolve;
}

/** Reads and checks the documents of a project, each by itself; diagrams are nobody's concern here. */
export async function openWorld(project: Project): Promise<World> {
	const { config, workFolder } = project;
	const read = await readSources(config, [workFolder]);
	const documents =
		read.documents.length <= FEW
			? read.documents.map((source) => compileDocument(source, config, undefined).document)
			: await compileAll(project, read.documents);
	const sources = new Map(read.documents.map((source) => [source.path, source]));
	return worldOf(config, documents, sources, read.assets);
}

/** So few documents are read sooner than a worker has started. */
const FEW = 50;

/** From the cache where nothing changed, else in worker threads. */
async function compileAll(
	{ config, workFolder }: Project,
	sources: readonly SourceFile[],
): Promise<Document[]> {
	await prepareWorkFolder(workFolder);
	const cache = await openDocumentCache(join(workFolder, 'cache'), false);
	const fingerprint = toolFingerprint('compiler');
	const { compiled } = await compileDocuments(sources, { config, withHtml: false, cache, fingerprint });
	await cache.save();
	return compiled.map(({ document }) => document);
}

/** The world of a compilation; documents that changed since are left out of `sources`. */
export async function readWorld(project: Project, graph: DocumentGraph): Promise<World> {
	const { documents: read, assets } = await readSources(project.config, [project.workFolder]);
	const sources = new Map<string, SourceFile>();
	const documents: Document[] = [];
	const twice = new Map(graph.duplicates.map(({ second }) => [second.file, second]));
	for (const source of read) {
		const document = graph.byFile.get(source.path) ?? twice.get(source.path);
		if (!document) continue;
		documents.push(document);
		if (document.hash === source.hash) sources.set(source.path, source);
	}
	return worldOf(project.config, documents, sources, assets, graph);
}

/** Joins documents anew; without a graph, one is built. */
export function worldOf(
	config: ResolvedConfig,
	documents: readonly Document[],
	sources: World['sources'],
	assets: World['assets'],
	graph: DocumentGraph = buildGraph(documents, assets, config),
): World {
	const resolve = createResolver([...graph.nodes.values()], graph.byId, assets, config);
	return { config, documents, sources, assets, graph, resolve };
}
