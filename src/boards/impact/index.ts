import { processModelOf } from '../../../schemas/index.ts';
import {
	type CompileConfig,
	compareTexts,
	type Document,
	type DocumentGraph,
	type DocumentId,
	type Impact,
	type ImpactCause,
	type ImpactedDocument,
	type ImpactedStep,
	type ImpactQuestion,
	type ProcessModel,
} from '../../model/index.ts';
import { originals } from '../board-document.ts';
import { lineOf, textsAt } from './fields.ts';
import { type NamedPlace, namedPlaces } from './named.ts';

/** What the answer is made from. */
export interface ImpactSet {
	readonly graph: DocumentGraph;
	readonly config: CompileConfig;
}

/** Fields that say that a document rests on the one they name; a change there may change it. */
const RESTS_ON: ReadonlySet<string> = new Set([
	'customisations',
	'runbooks',
	'processes',
	'process',
	'runbook',
]);

/**
 * The documents, steps, roles and tests that a change touches. Named by the question itself: distance 0;
 * what those name, or what names them, by a field of work (steps' customisations and runbooks, notes' processes,
 * runbooks' processes): one further, twice. A process that is only reached leads on through its affected steps alone.
 * Wider circles say nothing: in a knowledge base all hangs together.
 */
export function impactOf(set: ImpactSet, question: ImpactQuestion): Impact {
	const found = new Map<DocumentId, Found>();
	const steps: ImpactedStep[] = [];
	for (const document of originals(set.graph)) {
		const process = processOf(document, set.config);
		const places = namedPlaces(document, question, process);
		if (places.length === 0) continue;
		found.set(document.id, { document, distance: 0, places });
		steps.push(...places.flatMap((place) => stepAt(document, place)));
	}
	spread(set, found, 1);
	spread(set, found, 2);
	for (const { document } of found.values()) {
		const process = processOf(document, set.config);
		if (process) steps.push(...stepsThrough(document, process, found));
	}
	const merged = mergeSteps(steps);
	return {
		documents: [...found.values()].map(impacted).sort(byDistance),
		steps: merged,
		roles: [...new Set(merged.map(({ role }) => role).filter(Boolean))].sort(),
		tests: [...found.values()].flatMap(({ document, distance }) => (distance > 1 ? [] : testsOf(document))),
	};
}

function processOf(document: Document, config: CompileConfig): ProcessModel | undefined {
	return document.kind === 'process'
		? processModelOf(document.frontmatter, document.lang, config)
		: undefined;
}

interface Found {
	readonly document: Document;
	readonly distance: number;
	readonly places: readonly NamedPlace[];
}

/** Adds what the documents of the circle before name, and what names them. */
function spread({ graph, config }: ImpactSet, found: Map<DocumentId, Found>, distance: number): void {
	const circle = [...found.values()].filter((each) => each.distance === distance - 1);
	for (const { document } of circle) {
		const process = distance > 1 ? processOf(document, config) : undefined;
		const steps = process && stepsThrough(document, process, found).map(({ step }) => step);
		const own = process?.steps.filter(({ id }) => steps?.includes(id)).map(({ pointer }) => `${pointer}/`);
		for (const reference of document.references) {
			if (!reference.relation || !RESTS_ON.has(reference.relation)) continue;
			// One customisation of a step says nothing about the others.
			if (own && reference.relation === 'customisations') continue;
			if (own && !own.some((pointer) => reference.pointer?.startsWith(pointer))) continue;
			reach(graph, found, reference.target, { pointer: '', from: document.id, distance });
		}
		for (const { from, relation } of graph.incoming.get(document.id) ?? []) {
			const source = graph.nodes.get(from);
			if (!source || !RESTS_ON.has(relation)) continue;
			const pointer = source.references.find(
				(each) => each.target === document.id && each.relation === relation,
			)?.pointer;
			if (steps && !steps.includes(stepNamed(source, pointer))) continue;
			reach(graph, found, source.id, { pointer: pointer ?? '', from: document.id, distance });
		}
	}
}

/** The step that a `processes` entry names besides the process; '' when it names none. */
function stepNamed({ frontmatter }: Document, pointer: string | undefined): string {
	const [, field, index] = /^\/(\w+)\/(\d+)\//.exec(pointer ?? '') ?? [];
	const list = field === undefined ? undefined : frontmatter[field];
	const entry = Array.isArray(list) ? (list[Number(index)] as { step?: unknown } | undefined) : undefined;
	return typeof entry?.step === 'string' ? entry.step : '';
}

function reach(
	graph: DocumentGraph,
	found: Map<DocumentId, Found>,
	id: DocumentId,
	{ pointer, from, distance }: { pointer: string; from: DocumentId; distance: number },
): void {
	const document = graph.byId.get(id)?.values().next().value;
	// A log tells what once was: a change today does not touch it.
	if (!document || document.kind === 'system-log') return;
	const known = found.get(id);
	if (known && known.distance < distance) return;
	const place: NamedPlace = { pointer, cause: { type: 'reference', value: from } };
	found.set(id, { document, distance, places: [...(known?.places ?? []), place] });
}

function stepAt(document: Document, { step, cause }: NamedPlace): ImpactedStep[] {
	if (!step) return [];
	return [
		{
			process: document.id,
			step: step.id,
			name: step.name,
			role: step.role,
			file: document.file,
			line: lineOf(document, step.pointer),
			causes: [cause],
		},
	];
}

/** Steps that name an affected note or runbook. */
function stepsThrough(
	document: Document,
	process: ProcessModel,
	found: ReadonlyMap<DocumentId, Found>,
): ImpactedStep[] {
	return process.steps.flatMap((step) => {
		// What is itself only reached through the process says nothing about its steps.
		const named = [...step.customisations, ...step.runbooks].filter((id) => found.get(id)?.distance === 0);
		return named.flatMap((id) =>
			stepAt(document, { pointer: step.pointer, step, cause: { type: 'reference', value: id } }),
		);
	});
}

function mergeSteps(steps: readonly ImpactedStep[]): ImpactedStep[] {
	const merged = new Map<string, ImpactedStep>();
	for (const step of steps) {
		const key = `${step.process}#${step.step}`;
		const known = merged.get(key);
		merged.set(key, known ? { ...known, causes: unique([...known.causes, ...step.causes]) } : step);
	}
	return [...merged.values()].sort((a, b) => compareTexts(a.process, b.process) || a.line - b.line);
}

function impacted({ document, distance, places }: Found): ImpactedDocument {
	const status = document.frontmatter['status'];
	return {
		id: document.id,
		kind: document.kind,
		title: document.title,
		status: typeof status === 'string' ? status : 'draft',
		file: document.file,
		line: Math.min(...places.map(({ pointer }) => (pointer ? lineOf(document, pointer) : 1))),
		distance,
		causes: unique(places.map(({ cause }) => cause)),
	};
}

function testsOf(document: Document): Impact['tests'] {
	return textsAt(document.frontmatter['tests'], '/tests').map(({ value, pointer }) => ({
		test: value,
		note: document.id,
		file: document.file,
		line: lineOf(document, pointer),
	}));
}

function unique(causes: readonly ImpactCause[]): ImpactCause[] {
	return [...new Map(causes.map((cause) => [`${cause.type} ${cause.value}`, cause])).values()];
}

function byDistance(a: ImpactedDocument, b: ImpactedDocument): number {
	return a.distance - b.distance || compareTexts(a.kind, b.kind) || compareTexts(a.id, b.id);
}
