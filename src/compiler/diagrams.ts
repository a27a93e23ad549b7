// Straight from their files: a check must not load what draws.
import { mermaidFinding } from '../diagrams/findings.ts';
import type { MermaidRenderer, MermaidResult } from '../diagrams/mermaid/types.ts';
import {
	type CompileConfig,
	type Diagram,
	type Document,
	type DocumentKey,
	documentKey,
	type Fence,
	type Finding,
	isForeignFolder,
} from '../model/index.ts';
import { type Cache, openCache } from './cache.ts';
import { contentHash } from './content-hash.ts';
import { targetHole } from './target-holes.ts';

/** A drawn fence; links in it are still holes of the form {@link targetHole}. */
export type DrawnFence = Extract<MermaidResult, { ok: true }>;

export interface DiagramCaches {
	readonly mermaid: Cache<DrawnFence | Extract<MermaidResult, { ok: false }>>;
	readonly lanes: Cache<Diagram>;
	readonly bpmn: Cache<string>;
}

/** Processes are drawn for pages only: a check reads none of their drawings. */
export async function openDiagramCaches(
	folder: string | undefined,
	{ processes = true } = {},
): Promise<DiagramCaches> {
	const ofProcesses = processes ? folder : undefined;
	return {
		mermaid: await openCache(folder && `${folder}/mermaid.bin`),
		lanes: await openCache(ofProcesses && `${ofProcesses}/lanes.bin`),
		bpmn: await openCache(ofProcesses && `${ofProcesses}/bpmn.bin`),
	};
}

export interface DiagramOptions {
	readonly config: CompileConfig;
	readonly caches: DiagramCaches;
	readonly fingerprint: string;
	/** Kept open by a caller that compiles again and again; otherwise one is booted and closed. */
	readonly renderer?: MermaidRenderer;
	/** A check wants to know what cannot be drawn; it needs no drawing of what always can. */
	readonly onlyFaults?: boolean;
	readonly onProgress?: (done: number, cached: number) => void;
}

export function hasSteps(document: Document): boolean {
	const { steps } = document.frontmatter;
	return document.kind === 'process' && Array.isArray(steps) && steps.length > 0;
}

/** How many drawings a set of documents asks for. */
export function countDiagrams(documents: Iterable<Document>): number {
	let count = 0;
	for (const document of documents) {
		count += mermaidFences(document).length + (hasSteps(document) ? 1 : 0);
	}
	return count;
}

export interface MermaidOutput {
	readonly drawn: ReadonlyMap<DocumentKey, ReadonlyMap<number, DrawnFence>>;
	readonly findings: readonly Finding[];
}

/**
 * Draws every mermaid fence, from the cache where its text is known. A fence that fails is a finding, but for one
 * without an end, which is one already.
 */
export async function drawFences(
	documents: readonly Document[],
	options: DiagramOptions,
): Promise<MermaidOutput> {
	const drawn = new Map<DocumentKey, Map<number, DrawnFence>>();
	const findings: Finding[] = [];
	const cache = options.caches.mermaid;
	const unknown = await unknownFences(documents, options);
	const renderer = options.renderer ?? (unknown.size > 0 ? await rendererFor(unknown.size) : undefined);
	// Like a dead link: a folder from elsewhere is built all the same.
	const buildSeverity = isForeignFolder(options.config, documents)
		? ({ buildSeverity: 'warning' } as const)
		: {};
	let done = 0;
	let cached = 0;
	const draw = async (document: Document, fence: Fence, index: number): Promise<void> => {
		const idPrefix = `diagram-${index}`;
		const key = keyOf(fence, index, options);
		let result = cache.get(key);
		if (result) cached++;
		else {
			if (!renderer || !unknown.has(fence)) {
				options.onProgress?.(++done, cached);
				return;
			}
			result = await renderer.render(fence.value, { idPrefix, title: document.title, hrefOf: targetHole });
			// A time-out says as much about the machine as about the text.
			if (result.ok || result.failure.reason === 'syntax') cache.set(key, result);
		}
		if (result.ok) {
			const key = documentKey(document.id, document.lang);
			drawn.set(key, (drawn.get(key) ?? new Map()).set(index, result));
		} else if (!fence.unclosed)
			findings.push({ ...mermaidFinding(result.failure, fence, document.file), ...buildSeverity });
		options.onProgress?.(++done, cached);
	};
	try {
		await Promise.all(
			documents.flatMap((document) =>
				mermaidFences(document).map(([fence, index]) => draw(document, fence, index)),
			),
		);
	} finally {
		if (!options.renderer) await renderer?.close();
	}
	return { drawn, findings };
}

/** Below this many drawings a second worker costs more to boot (a DOM and all of mermaid) than it saves. */
const DRAWINGS_PER_WORKER = 60;

async function rendererFor(drawings: number): Promise<MermaidRenderer> {
	const { createMermaidRenderer } = await import('../diagrams/mermaid/renderer.ts');
	return createMermaidRenderer({ workers: Math.ceil(drawings / DRAWINGS_PER_WORKER) });
}

/** The fences that nobody has drawn yet and somebody must. */
async function unknownFences(
	documents: readonly Document[],
	options: DiagramOptions,
): Promise<ReadonlySet<Fence>> {
	const missing = documents.flatMap((document) =>
		mermaidFences(document).flatMap(([fence, index]) =>
			options.caches.mermaid.has(keyOf(fence, index, options)) ? [] : [fence],
		),
	);
	if (missing.length === 0 || !options.onlyFaults) return new Set(missing);
	const { isPlainFlowchart } = await import('../diagrams/mermaid/plain.ts');
	return new Set(missing.filter(({ value, unclosed }) => !unclosed && !isPlainFlowchart(value)));
}

/** The index keeps element ids apart when one page shows the same text twice. */
function keyOf(fence: Fence, index: number, { fingerprint }: DiagramOptions): string {
	return contentHash([fingerprint, `diagram-${index}`, fence.value]);
}

/** The mermaid fences of a document, each with its place among all fences. */
export function mermaidFences(document: Document): [Fence, number][] {
	const found: [Fence, number][] = [];
	if (document.plainFences) return found;
	const { fences } = document;
	for (let index = 0; index < fences.length; index++) {
		const fence = fences[index];
		if (fence?.lang === 'mermaid') found.push([fence, index]);
	}
	return found;
}
