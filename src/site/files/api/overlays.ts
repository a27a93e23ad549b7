import type { ApiOverlays } from '../../../../schemas/index.ts';
import {
	type DocumentId,
	type LanguageTag,
	type LanguageView,
	OVERLAYS,
	type OverlayCell,
	type OverlayCells,
	type OverlayItem,
	type OverlayName,
	type OverlayView,
	type Page,
} from '../../../model/index.ts';
import type { SiteIndex } from '../../plan/site-index.ts';
import { type Answered, documentsIn } from './answer.ts';
import { envelopeOf } from './documents.ts';

type Told = Answered<ApiOverlays>;

/** What is laid over every process and every step; cells that have nothing to say are left out. */
export function overlaysOf({ model }: SiteIndex, view: LanguageView): Told {
	const versions = Map.groupBy(
		model.pages.filter(({ overlays }) => overlays !== undefined),
		({ id }) => id,
	);
	const sums = view.overlays ?? {};
	// What is counted is the version in the first of the languages that the process exists in.
	const rank = ({ lang }: Page): number => model.languages.indexOf(lang) + 1 || Number.POSITIVE_INFINITY;
	const processes = [...versions].map(([id, pages]) =>
		processOf(
			id,
			pages.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)),
			sums[id],
		),
	);
	return {
		...envelopeOf(model),
		documents: documentsIn(model, processes),
		all: cellsOf(sums[''], sumOf),
		processes,
	};
}

function processOf(
	id: DocumentId,
	pages: readonly Page[],
	below: OverlayCells | undefined,
): Told['processes'][number] {
	const [first] = pages;
	const overlays = first?.overlays;
	const names = stepNames(pages);
	const items = itemNames(pages);
	const cellOf = (cell: OverlayCell) => ({
		...sumOf(cell),
		items: cell.items.map(({ name, ...item }) => ({
			...item,
			...(name === undefined ? {} : { name: items.get(item.id) ?? {} }),
		})),
	});
	return {
		id,
		below: cellsOf(below, sumOf),
		whole: cellsOf(overlays?.whole, sumOf),
		own: cellsOf(overlays?.own, cellOf),
		steps: (overlays?.steps ?? []).map(({ step, cells }) => ({
			step,
			name: names.get(step) ?? {},
			cells: cellsOf(cells, cellOf),
		})),
	};
}

function sumOf({ tone, parts }: OverlayCell) {
	return { tone, parts };
}

function cellsOf<T>(
	cells: OverlayCells | undefined,
	of: (cell: OverlayCell) => T,
): { readonly [Name in OverlayName]?: T } {
	if (!cells) return {};
	const told = OVERLAYS.filter((name) => Object.keys(cells[name].parts).length > 0);
	return Object.fromEntries(told.map((name) => [name, of(cells[name])]));
}

type Names = Map<string, Record<LanguageTag, string>>;

function stepNames(pages: readonly Page[]): Names {
	const names: Names = new Map();
	for (const { lang, process } of pages) {
		for (const { id, name } of process?.steps ?? []) names.set(id, { ...names.get(id), [lang]: name });
	}
	return names;
}

/** Names of controls, which are told in the language of their process. */
function itemNames(pages: readonly Page[]): Names {
	const names: Names = new Map();
	for (const { lang, overlays } of pages) {
		for (const { id, name } of overlays ? itemsOf(overlays) : []) {
			if (name !== undefined) names.set(id, { ...names.get(id), [lang]: name });
		}
	}
	return names;
}

function itemsOf({ whole }: OverlayView): OverlayItem[] {
	return OVERLAYS.flatMap((name) => whole[name].items);
}
