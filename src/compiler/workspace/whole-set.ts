import { checkIncludes } from '../../gate/index.ts';
import type { AssetFile, Document, Finding, ResolvedConfig } from '../../model/index.ts';
import { checkGraph, checkLikeness } from '../../rules/index.ts';
import type { codeReader } from '../../sources/index.ts';
import { checkAssets } from '../asset-check.ts';
import { type DiagramCaches, type DiagramOptions, drawFences } from '../diagrams.ts';
import type { DocumentSet } from './set.ts';

interface Whole {
	readonly set: DocumentSet;
	readonly config: ResolvedConfig;
	readonly assets: ReadonlyMap<string, AssetFile>;
	/** YYYY-MM-DD. */
	readonly asOf: string;
	/** The code beside the documents. */
	readonly readCode: ReturnType<typeof codeReader>;
}

/** What the rules find in the whole set, fast enough for every keystroke. */
export function promptFindings(whole: Whole): Finding[] {
	return checkGraph(contextOf(whole));
}

function contextOf({ set, config, assets, asOf, readCode }: Whole) {
	const isFile = (path: string, from: string): boolean => readCode(path, from) !== undefined;
	return { graph: set.graph, config, assets, asOf, isFile };
}

export interface LateParts {
	readonly caches: DiagramCaches;
	readonly fingerprint: string;
	readonly renderer: NonNullable<DiagramOptions['renderer']>;
}

/** The rest of what a check finds in the whole set: comparisons, drawings, files beside the documents. */
export async function lateFindings(whole: Whole, parts: LateParts): Promise<Finding[]> {
	const { config, readCode } = whole;
	const { graph } = whole.set;
	const withDrawings = [...graph.nodes.values()].filter(hasDrawing);
	const [drawn, refused] = await Promise.all([
		drawFences(withDrawings, { config, ...parts, onlyFaults: true }),
		checkAssets(graph, config.root),
	]);
	return [
		...checkLikeness(contextOf(whole)),
		...checkIncludes(graph, config, readCode),
		...refused,
		...drawn.findings,
	];
}

function hasDrawing(document: Document): boolean {
	return !document.plainFences && document.fences.some(({ lang }) => lang === 'mermaid');
}
