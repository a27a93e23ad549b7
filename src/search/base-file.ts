import type { DocumentKind, Signature } from '../model/index.ts';
import { type Base, type BaseDocument, type Concept, INDEX_VERSION } from './format.ts';
import type { FoldTable } from './text/fold.ts';

/** A base as it is written: columns, and lists of values told once. Lists that are mostly empty go by document number. */
interface WrittenBase {
	readonly version: number;
	readonly fold: FoldTable;
	readonly concepts: readonly { readonly words: readonly string[]; readonly problem?: 1 }[];
	readonly shards: number;
	readonly detailSize: number;
	readonly title: readonly string[];
	readonly id: readonly string[];
	readonly route: readonly string[];
	readonly length: readonly number[];
	/** Per document 1 or 0. */
	readonly problem: string;
	/** Values of the single-valued columns, and per document the index of its value. */
	readonly columns: Readonly<
		Record<Column, { readonly values: readonly string[]; readonly of: readonly number[] }>
	>;
	readonly lists: Readonly<Record<List, Readonly<Record<string, readonly string[]>>>>;
	readonly signatures: Readonly<Record<string, readonly Signature[]>>;
}

const COLUMNS = ['kind', 'lang', 'status', 'severity', 'exceptionClass'] as const;
type Column = (typeof COLUMNS)[number];
const LISTS = ['modules', 'symptoms', 'names'] as const;
type List = (typeof LISTS)[number];

export function encodeBase(base: Base): string {
	const { documents } = base;
	const written: WrittenBase = {
		version: base.version,
		fold: base.fold,
		concepts: base.concepts.map(({ words, problem }) => ({ words, ...(problem && { problem: 1 as const }) })),
		shards: base.shards,
		detailSize: base.detailSize,
		title: documents.map((document) => document.title),
		id: documents.map(({ id, route }) => (id === idFromRoute(route) ? '' : id)),
		route: documents.map((document) => document.route),
		length: documents.map((document) => document.length),
		problem: documents.map((document) => (document.problem ? '1' : '0')).join(''),
		columns: fromNames(COLUMNS, (name) => encodeColumn(documents.map((document) => document[name]))),
		lists: fromNames(LISTS, (name) => encodeLists(documents.map((document) => document[name]))),
		signatures: encodeLists(documents.map((document) => document.signatures)),
	};
	return JSON.stringify(written);
}

/** @throws when the text was written by another version of this program. */
export function decodeBase(text: string): Base {
	const written = JSON.parse(text) as WrittenBase;
	if (written.version !== INDEX_VERSION) throw new Error('The search index was written by another version.');
	const { version, fold, shards, detailSize } = written;
	const concepts = written.concepts.map(({ words, problem }): Concept => ({ words, problem: problem === 1 }));
	const column = (name: Column, at: number): string => {
		const { values, of } = written.columns[name];
		return values[of[at] ?? 0] ?? '';
	};
	const documents = written.title.map((title, at): BaseDocument => {
		const route = written.route[at] ?? '/';
		return {
			id: written.id[at] || idFromRoute(route),
			kind: column('kind', at) as DocumentKind,
			lang: column('lang', at),
			route,
			title,
			status: column('status', at),
			severity: column('severity', at),
			exceptionClass: column('exceptionClass', at),
			modules: written.lists.modules[at] ?? [],
			symptoms: written.lists.symptoms[at] ?? [],
			signatures: written.signatures[at] ?? [],
			names: written.lists.names[at] ?? [],
			length: written.length[at] ?? 0,
			problem: written.problem[at] === '1',
		};
	});
	return { version, fold, shards, detailSize, concepts, documents };
}

/** Most ids can be told from the address: `/en/d/RB-INV-0042/`, `/docs/guides/start/`. */
function idFromRoute(route: string): string {
	const page = /\/docs\/(.+)\/$/.exec(route);
	if (page) return `page:${page[1]}`;
	return /\/d\/([^/]+)\/$/.exec(route)?.[1] ?? '';
}

function encodeColumn(column: readonly string[]): { values: string[]; of: number[] } {
	const values = [...new Set(column)].sort();
	const index = new Map(values.map((value, at) => [value, at]));
	return { values, of: column.map((value) => index.get(value) ?? 0) };
}

function encodeLists<T>(lists: readonly (readonly T[])[]): Record<string, readonly T[]> {
	return Object.fromEntries(lists.flatMap((list, at) => (list.length > 0 ? [[at, list]] : [])));
}

function fromNames<N extends string, V>(names: readonly N[], value: (name: N) => V): Record<N, V> {
	return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<N, V>;
}
