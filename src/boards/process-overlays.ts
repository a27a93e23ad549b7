import {
	type Document,
	type DocumentGraph,
	type DocumentId,
	type DocumentKey,
	documentKey,
	OVERLAYS,
	type OverlayCell,
	type OverlayCells,
	type OverlayItem,
	type OverlayName,
	type OverlaySums,
	type ProcessModel,
	type ProcessOverlays,
	type Step,
	type StepType,
} from '../model/index.ts';
import { cellOf, sumCells } from './overlay-cells.ts';
import { type OverlayFacts, type OverlayOptions, overlayFacts, type PlacedItem } from './overlay-facts.ts';

/** Steps at which nothing is done: nobody misses a runbook there. */
const NOT_WORK: ReadonlySet<StepType> = new Set(['start', 'end', 'decision']);

export interface OverlayBoard {
	/** What all documents say of one version of a process document. */
	of(document: Document): ProcessOverlays;
	/** Every process with everything below it. */
	sums(): OverlaySums;
}

/** Computes the overlays of all processes from the documents. `models` holds the processes that have steps. */
export function createOverlayBoard(
	options: OverlayOptions & {
		readonly models: ReadonlyMap<DocumentKey, { readonly model: Pick<ProcessModel, 'steps'> }>;
	},
): OverlayBoard {
	const { graph, models } = options;
	const facts = overlayFacts(options);
	const of = (document: Document): ProcessOverlays =>
		overlaysOf(document, models.get(documentKey(document.id, document.lang))?.model.steps ?? [], facts);
	return { of, sums: () => sumsOf(graph, of) };
}

function overlaysOf(document: Document, steps: readonly Step[], facts: OverlayFacts): ProcessOverlays {
	const controls = controlsOf(document);
	const known = new Set(steps.map(({ id }) => id));
	const at = (step: string, placed: readonly PlacedItem[] | undefined): OverlayItem[] =>
		(placed ?? []).filter((each) => each.step === step).map(({ item }) => item);
	// What names a step that is not there is kept with the process: nothing is lost.
	const elsewhere = (placed: readonly PlacedItem[] | undefined): OverlayItem[] =>
		(placed ?? []).filter(({ step }) => step === undefined || !known.has(step)).map(({ item }) => item);

	const ofSteps = new Set(steps.flatMap((step) => [...step.runbooks, ...step.customisations]));
	const ofNoStep = (items: readonly OverlayItem[]): OverlayItem[] =>
		items.filter(({ id }) => !ofSteps.has(id));
	const own = cellsFrom('process', {
		incidents: elsewhere(facts.logs.get(document.id)),
		runbooks: ofNoStep(elsewhere(facts.runbooks.get(document.id))),
		customisations: ofNoStep(elsewhere(facts.notes.get(document.id))),
		reviews: present([facts.review(document.id)]),
		controls: [...controls.values()].filter(({ id }) => !steps.some((step) => step.controls.includes(id))),
	});
	const cells = steps.map((step) => {
		const incidents = at(step.id, facts.logs.get(document.id));
		const runbooks = unique([
			...present(step.runbooks.map(facts.runbook)),
			...at(step.id, facts.runbooks.get(document.id)),
		]);
		const customisations = unique(present(step.customisations.map(facts.note)));
		const reviews = present([...runbooks, ...customisations].map(({ id }) => facts.review(id)));
		const named = present(step.controls.map((id) => controls.get(id)));
		const missing = runbooks.length === 0 && !NOT_WORK.has(step.type) ? 1 : 0;
		const happened = incidents.some(({ state }) => state === 'open' || state === 'past');
		return {
			step: step.id,
			cells: cellsFrom(
				'step',
				{ incidents, runbooks, customisations, reviews, controls: unique(named) },
				{ missing, unguarded: missing === 1 && happened ? 1 : 0 },
			),
		};
	});
	return { steps: cells, own, whole: sumAll([own, ...cells.map((each) => each.cells)]) };
}

/** The declared controls by id; a type that is neither of the two counts as untyped. */
function controlsOf({ id: process, frontmatter }: Document): ReadonlyMap<string, OverlayItem> {
	const controls = new Map<string, OverlayItem>();
	const written = Array.isArray(frontmatter['controls']) ? frontmatter['controls'] : [];
	for (const { id, name, type } of written as Record<string, unknown>[]) {
		if (typeof id !== 'string') continue;
		const state = type === 'preventive' || type === 'detective' ? type : 'untyped';
		controls.set(id, { id, state, process, ...(typeof name === 'string' ? { name } : {}) });
	}
	return controls;
}

function sumsOf(graph: DocumentGraph, of: (document: Document) => ProcessOverlays): OverlaySums {
	const sums = new Map<DocumentId, OverlayCells>();
	const open = new Set<DocumentId>();
	const sumOf = (id: DocumentId): OverlayCells[] => {
		const known = sums.get(id);
		const document = graph.byId.get(id)?.values().next().value;
		// A process inside itself is a finding of the rules; here it must only end.
		if (known || !document || open.has(id)) return known ? [known] : [];
		open.add(id);
		const below = (graph.children.get(id) ?? []).flatMap(sumOf);
		const sum = sumAll([of(document).whole, ...below]);
		open.delete(id);
		sums.set(id, sum);
		return [sum];
	};
	const processes = [...graph.byId.values()].flatMap((versions) => versions.values().next().value ?? []);
	const all = processes.filter(({ kind }) => kind === 'process');
	for (const { id } of all) sumOf(id);
	sums.set('', sumAll(all.map((document) => of(document).whole)));
	return Object.fromEntries([...sums].map(([id, cells]) => [id, mapCells(cells, withoutItems)]));
}

function withoutItems(cell: OverlayCell): OverlayCell {
	return { ...cell, items: [] };
}

function sumAll(all: readonly OverlayCells[]): OverlayCells {
	return cells((overlay) =>
		sumCells(
			overlay,
			all.map((each) => each[overlay]),
		),
	);
}

function cellsFrom(
	at: 'step' | 'process',
	items: Readonly<Record<OverlayName, readonly OverlayItem[]>>,
	gaps?: { readonly missing: number; readonly unguarded: number },
): OverlayCells {
	return cells((overlay) => cellOf(overlay, items[overlay], at, overlay === 'runbooks' ? gaps : undefined));
}

function mapCells(of: OverlayCells, change: (cell: OverlayCell) => OverlayCell): OverlayCells {
	return cells((overlay) => change(of[overlay]));
}

function cells(make: (overlay: OverlayName) => OverlayCell): OverlayCells {
	return Object.fromEntries(OVERLAYS.map((overlay) => [overlay, make(overlay)])) as OverlayCells;
}

function present<T>(items: readonly (T | undefined)[]): T[] {
	return items.filter((item) => item !== undefined);
}

function unique(items: readonly OverlayItem[]): OverlayItem[] {
	return [...new Map(items.map((item) => [item.id, item])).values()];
}
