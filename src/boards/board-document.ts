import type { BoardFacets, Document, DocumentGraph, DocumentId, LocalizedText } from '../model/index.ts';
import { recordsOf, textsOf } from './process-record.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a board reads from: the whole set and the day that it is judged by. */
export interface BoardInput {
	readonly graph: DocumentGraph;
	/** `YYYY-MM-DD`. */
	readonly asOf: string;
	/** Review period of documents that name none, ISO 8601. */
	readonly reviewEvery: string;
}

/** One document per id, the version in the first configured language that exists, in order of ids. */
export function originals(graph: DocumentGraph, kind?: Document['kind']): Document[] {
	return [...graph.byId.keys()].sort().flatMap((id) => {
		const document = original(graph, id);
		return document && (!kind || document.kind === kind) ? [document] : [];
	});
}

export function original(graph: DocumentGraph, id: DocumentId): Document | undefined {
	return graph.byId.get(id)?.values().next().value;
}

/** Facets of a document; a log names one system, the other kinds a list. */
export function facetsOf({ frontmatter }: Document): BoardFacets {
	const { modules, systems, system, owner } = frontmatter;
	const own = textOf(system);
	return {
		modules: textsOf(modules),
		systems: [...new Set([...(own ? [own] : []), ...textsOf(systems)])],
		...(textOf(owner) ? { owner: textOf(owner) as string } : {}),
	};
}

/** A text that is not empty. */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function recordOf(value: unknown): Fields {
	return recordsOf([value])[0] ?? {};
}

/**
 * The text at a JSON pointer of the frontmatter in every language of a document; languages without it
 * are left out. `/permission/to`, `/workarounds/0/reconcile`.
 */
export function textIn(graph: DocumentGraph, id: DocumentId, pointer: string): LocalizedText {
	const texts: Record<string, string> = {};
	for (const [lang, document] of graph.byId.get(id) ?? []) {
		const text = textOf(valueAt(document.frontmatter, pointer));
		if (text !== undefined) texts[lang] = text;
	}
	return texts;
}

function valueAt(value: unknown, pointer: string): unknown {
	return pointer
		.split('/')
		.slice(1)
		.reduce<unknown>(
			(inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Fields)[key] : undefined),
			value,
		);
}

/** The entries of an object whose value is not undefined, as optional keys are written. */
export function defined<T extends Readonly<Record<string, unknown>>>(
	fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
		[K in keyof T]?: Exclude<T[K], undefined>;
	};
}

/** The middle part of an id: `INV` of `RB-INV-0042`. */
export function groupOf(id: DocumentId): string {
	return id.split('-')[1] ?? 'GEN';
}

const DAY = 86_400_000;

/** Whole days from one day to another, both `YYYY-MM-DD`; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY);
}

/**
 * Minutes from start to end of a log's window. Both must have a time of day; without a zone they are in the
 * same one. undefined when either is missing or the end is earlier.
 */
export function windowMinutes({ frontmatter }: Document): number | undefined {
	const { start, end } = recordOf(frontmatter['window']);
	const [from, to] = [start, end].map((moment) => {
		const text = textOf(moment);
		return text && text.length > 10 ? Date.parse(`${text.replace(' ', 'T')}${zoneOf(text)}`) : Number.NaN;
	}) as [number, number];
	return to >= from ? Math.round((to - from) / 60_000) : undefined;
}

function zoneOf(moment: string): string {
	return /(Z|[+-]\d{2}:\d{2})$/.test(moment) ? '' : 'Z';
}
