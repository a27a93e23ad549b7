import { processModelOf } from '../../schemas/index.ts';
import {
	type CompileConfig,
	type Document,
	type DocumentGraph,
	type DocumentId,
	inForce,
	type ProcessModel,
	type Step,
} from '../model/index.ts';

/** A process document with its place in the hierarchy. */
export interface PlacedProcess {
	readonly id: DocumentId;
	/** The version that the boards count: the first of the configured languages that it exists in. */
	readonly document: Document;
	readonly model: ProcessModel;
	readonly level: number;
	/** The process group (level 2) above it, and the value chain (level 1). */
	readonly group?: DocumentId;
	readonly chain?: DocumentId;
}

/** A step with the process that it is part of. */
export interface PlacedStep {
	readonly process: PlacedProcess;
	readonly step: Step;
}

/**
 * All processes in force in the order of the map: top down, children by their `order`. Those whose parents
 * are unknown or form a cycle follow, so that a broken hierarchy hides nothing.
 */
export function processesInOrder(graph: DocumentGraph, config: CompileConfig): PlacedProcess[] {
	const placed = new Map<DocumentId, PlacedProcess>();
	const seen = new Set<DocumentId>();
	const walk = (id: DocumentId, above: Pick<PlacedProcess, 'group' | 'chain'>): void => {
		const document = originalOf(graph, id);
		if (document?.kind !== 'process' || seen.has(id)) return;
		seen.add(id);
		const level = levelOf(document);
		const model = processModelOf(document.frontmatter, document.lang, config);
		if (inForce(document)) placed.set(id, { id, document, model, level, ...above });
		const below = level === 1 ? { chain: id } : level === 2 ? { ...above, group: id } : above;
		for (const child of graph.children.get(id) ?? []) walk(child, below);
	};
	const ids = [...graph.byId.keys()].filter((id) => originalOf(graph, id)?.kind === 'process').sort();
	for (const id of ids.filter((each) => !hasParent(graph, each)).sort(byLevel(graph))) walk(id, {});
	for (const id of ids) walk(id, {});
	return [...placed.values()];
}

/** Every step of the processes, in order. */
export function stepsOf(processes: readonly PlacedProcess[]): PlacedStep[] {
	return processes.flatMap((process) => process.model.steps.map((step) => ({ process, step })));
}

/** The version of a document that is counted: the first of the configured languages. */
export function originalOf(graph: DocumentGraph, id: DocumentId): Document | undefined {
	return graph.byId.get(id)?.values().next().value;
}

/** The strings of a frontmatter list; anything else is an empty list. */
export function textsIn({ frontmatter }: Document, field: string): readonly string[] {
	const value = frontmatter[field];
	return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function levelOf(document: Document): number {
	const { level } = document.frontmatter;
	return typeof level === 'number' ? level : 3;
}

function hasParent(graph: DocumentGraph, id: DocumentId): boolean {
	const parent = originalOf(graph, id)?.frontmatter['parent'];
	return typeof parent === 'string' && graph.byId.has(parent);
}

function byLevel(graph: DocumentGraph): (a: DocumentId, b: DocumentId) => number {
	const level = (id: DocumentId): number => {
		const document = originalOf(graph, id);
		return document ? levelOf(document) : 3;
	};
	return (a, b) => level(a) - level(b);
}
