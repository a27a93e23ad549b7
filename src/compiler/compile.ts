import { join, resolve } from 'node:path';
import type { MermaidRenderer } from '../diagrams/index.ts';
import { checkIncludes } from '../gate/index.ts';
import { buildGraph } from '../graph/index.ts';
import type {
	AssetCopy,
	Document,
	DocumentGraph,
	DocumentKey,
	Finding,
	RenderedTemplate,
	SearchRecord,
	SiteModel,
} from '../model/index.ts';
import { documentKey } from '../model/index.ts';
import { checkGraph, checkLikeness, isComparable } from '../rules/index.ts';
import { codeReader, knownHashes, readSources, type Sources } from '../sources/index.ts';
import { checkAssets } from './asset-check.ts';
import { countDiagrams, drawFences, openDiagramCaches } from './diagrams.ts';
import { DOCUMENT_TIME_LIMIT } from './document-pool.ts';
import type { CompiledDocument } from './document-task.ts';
import {
	type CompiledDocuments,
	type DocumentCompiler,
	documentCompiler,
	openDocumentCache,
} from './documents.ts';
import { isLasting } from './lasting.ts';
import { likenessBeside } from './likeness.ts';
import { prepareWorkFolder } from './lock.ts';
import { MAINSTAY_VERSION, toolFingerprint } from './own-version.ts';
import { createStopwatch, type OnProgress, type PhaseTimes, type Stopwatch } from './progress.ts';
import type { Project } from './project.ts';
import { standingTexts } from './standing-pools.ts';
import { beginLook, type CheckInputs, knownFiles, storeCheck } from './stored-check.ts';
import { applySuppressions } from './suppressions.ts';
import type { TextPool } from './text-pool.ts';

export interface CompileOptions {
	/** `check` stops after the rules; `site` goes on to the model that pages are made from. */
	readonly target: 'check' | 'site';
	/** The day that due dates are judged by, YYYY-MM-DD: given, so that the same input gives the same bytes. */
	readonly asOf: string;
	/** Folders that are output, never input; absolute. */
	readonly outputs?: readonly string[];
	readonly base?: string;
	readonly siteUrl?: string;
	/** A diagram renderer that stays open between compilations. */
	readonly renderer?: MermaidRenderer;
	/** False: neither read nor write the cache. */
	readonly cache?: boolean;
	readonly onProgress?: OnProgress;
	/** Says, of the finished graph, which files are asked about; findings about others may be left out. */
	readonly asked?: (graph: DocumentGraph) => Promise<(file: string) => boolean>;
}

/** What the phases made. Nothing of it is on disk but the cache. */
export interface Compilation {
	readonly findings: readonly Finding[];
	/** Findings that writers ignore, with a reason, in their documents. */
	readonly suppressed: number;
	readonly graph: DocumentGraph;
	/** Document files seen; every one is in the graph or has a finding. */
	readonly seen: number;
	/** Folders left out by rule (hidden, dependencies, output), relative to the root. */
	readonly excluded: readonly string[];
	readonly fromCache: number;
	readonly diagrams: number;
	readonly times: PhaseTimes;
	/** What all of it was made from, where the same would give the same again; only for the target `check`. */
	readonly inputs?: CheckInputs;
	/** Only for the target `site`. */
	readonly site?: {
		readonly model: SiteModel;
		readonly records: readonly SearchRecord[];
		readonly assets: readonly AssetCopy[];
	};
}

/** The recipe: sources → documents → graph → diagrams → site model. Reports everything, publishes nothing. */
export async function compile(project: Project, options: CompileOptions): Promise<Compilation> {
	const texts = standingTexts({ withHtml: options.target === 'site', timeoutMs: DOCUMENT_TIME_LIMIT });
	try {
		return await compileBeside(texts, project, options);
	} finally {
		await texts?.close();
	}
}

/** {@link compile}; what needs nothing but texts is done by a worker, where one stands by. */
async function compileBeside(
	texts: TextPool | undefined,
	project: Project,
	options: CompileOptions,
): Promise<Compilation> {
	const watch = createStopwatch(options.onProgress);
	const { config, workFolder } = project;
	const cacheFolder = options.cache === false ? undefined : join(workFolder, 'cache');
	if (cacheFolder) await prepareWorkFolder(workFolder);
	const withHtml = options.target === 'site';
	// Only what is kept goes by it.
	const fingerprint = cacheFolder ? toolFingerprint('compiler') : '';

	const ownFolders = [workFolder, ...(options.outputs ?? [])];
	const before = cacheFolder && !withHtml ? beginLook(cacheFolder) : undefined;
	const known = before === undefined || !cacheFolder ? undefined : knownFiles(cacheFolder);
	const documentCache = await openDocumentCache(cacheFolder, withHtml);
	const beside = texts && { pool: texts, likeness: likenessBeside(texts) };
	const compiler = documentCompiler({ config, withHtml, cache: documentCache, fingerprint, beside });
	const { sources, documents } = await readDocuments(compiler, watch, async (onDocument) =>
		readSources(config, ownFolders, {
			history: withHtml,
			...(known && { known: knownHashes(known) }),
			...(texts && { ahead: texts.readings }),
			onDocument,
		}),
	);
	// Asked for before there is a graph: they take longer than the graph and its other rules.
	const twins = options.asked
		? undefined
		: beside?.likeness.findTwins(documentsIn(documents).filter(isComparable));
	const readCode = codeReader(config.root);
	const { graph, graphFindings, isAsked, likenessFindings } = await watch.phase(
		'graph',
		documents.compiled.length,
		async () => {
			const graph = buildGraph(documentsIn(documents), sources.assets, config);
			const isAsked = await options.asked?.(graph);
			const context = {
				graph,
				config,
				assets: sources.assets,
				asOf: options.asOf,
				isFile: (path: string, from: string) => readCode(path, from) !== undefined,
				...(isAsked && { isAsked }),
			};
			const likenessFindings = async (): Promise<Finding[]> => {
				// Of documents with one id the graph holds the first.
				const found = graph.nodes.size === documents.compiled.length ? await twins : undefined;
				return checkLikeness({ ...context, ...(found && { twins: found }) });
			};
			const found = checkGraph(context);
			const drifted = checkIncludes(graph, config, readCode);
			const refused = await checkAssets(graph, config.root);
			return { graph, graphFindings: [...found, ...drifted, ...refused], isAsked, likenessFindings };
		},
	);
	const all = [...graph.nodes.values()];
	const caches = await openDiagramCaches(cacheFolder, { processes: withHtml });
	const { renderer } = options;
	const diagramOptions = { config, caches, fingerprint, ...(renderer ? { renderer } : {}) };
	const diagrams = countDiagrams(all);
	const { drawn, processes } = await watch.phase('diagrams', diagrams, async (onProgress) => {
		const wanted = isAsked ? all.filter(({ file, suppressions }) => suppressions || isAsked(file)) : all;
		const drawn = await drawFences(wanted, { ...diagramOptions, onlyFaults: !withHtml, onProgress });
		if (!withHtml) return { drawn, processes: new Map() };
		const { drawProcesses } = await import('./process-maps.ts');
		return { drawn, processes: await drawProcesses(all, diagramOptions) };
	});
	const found = [
		...project.findings,
		...sources.findings,
		...documents.findings,
		...documents.compiled.flatMap((each) => each.findings),
		...graphFindings,
		...(await likenessFindings()),
		...drawn.findings,
	];
	const { findings, suppressed } = applySuppressions(found, documentsIn(documents));
	await Promise.all([
		documentCache.save(),
		caches.mermaid.save({ keepAll: isAsked !== undefined }),
		...(withHtml ? [caches.lanes.save(), caches.bpmn.save()] : []),
	]);
	const result = {
		findings,
		suppressed,
		graph,
		seen: sources.seen,
		// Our own folders are nobody's documents; naming them would only puzzle.
		excluded: sources.excluded.filter((path) => !ownFolders.includes(resolve(config.root, path))),
		fromCache: documents.fromCache,
		diagrams,
		times: watch.times,
	};
	if (!withHtml) {
		const look =
			before === undefined ? undefined : { folders: sources.inputs, before, code: readCode.inputs() };
		// Part of a result is none to give again, but the next look at the files may be shorter.
		if (look && cacheFolder && isAsked && !known) storeCheck(cacheFolder, '', look, null);
		return look && !isAsked && isLasting(found) ? { ...result, inputs: look } : result;
	}

	// Checking never needs what follows.
	const { buildSiteModel, referenceAddress } = await import('./site-model/index.ts');
	const { figuresOf } = await import('./figures.ts');
	const { codePaths } = await import('../boards/freshness.ts');
	const { codeChanges } = await import('../sources/code-history.ts');
	const codeChanged = await codeChanges(config.root, all.flatMap(codePaths));
	const site = await watch.phase('site-model', all.length, () =>
		buildSiteModel({
			config,
			graph,
			rendered: renderedByKey(documents.compiled, graph),
			processes,
			figures: new Map(
				all.map((document) => {
					const key = documentKey(document.id, document.lang);
					const address = referenceAddress(document, graph, config, options.base ?? '/');
					return [key, figuresOf(document, drawn.drawn.get(key), address)];
				}),
			),
			base: options.base ?? '/',
			asOf: options.asOf,
			codeChanged,
			...(options.siteUrl ? { siteUrl: options.siteUrl } : {}),
			generator: `Mainstay ${MAINSTAY_VERSION}`,
		}),
	);
	return { ...result, site };
}

/** Reads and compiles: a worker that stands by begins before all are read. */
async function readDocuments(
	compiler: DocumentCompiler,
	watch: Stopwatch,
	read: (onDocument: DocumentCompiler['begin']) => Promise<Sources>,
): Promise<{ sources: Sources; documents: CompiledDocuments }> {
	try {
		const sources = await watch.phase('sources', 0, () => read(compiler.begin));
		const documents = await watch.phase('documents', sources.documents.length, (onProgress) =>
			compiler.compile(sources.documents, onProgress),
		);
		return { sources, documents };
	} finally {
		await compiler.close();
	}
}

function documentsIn({ compiled }: CompiledDocuments): Document[] {
	return compiled.map(({ document }) => document);
}

/** Of documents that share an id and language the graph holds the first; its body is the one to show. */
function renderedByKey(
	compiled: readonly CompiledDocument[],
	graph: DocumentGraph,
): ReadonlyMap<DocumentKey, RenderedTemplate> {
	const rendered = new Map<DocumentKey, RenderedTemplate>();
	for (const each of compiled) {
		const key = documentKey(each.document.id, each.document.lang);
		if (each.rendered && graph.nodes.get(key)?.file === each.document.file) rendered.set(key, each.rendered);
	}
	return rendered;
}
