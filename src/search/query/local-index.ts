import { type NamedText, namedTexts } from '../analysis.ts';
import { createByteReader, createByteWriter } from '../bytes.ts';
import { type BaseDocument, FIELD, type Postings } from '../format.ts';

/** One short text of a document, and how much there is in it to find. */
export interface ShortText extends NamedText {
	readonly doc: number;
	/** Sum of weight times rarity of its terms. */
	readonly mass: number;
}

/**
 * What can be looked up without loading a term file: titles, symptoms, signatures, names and addresses. It is made at
 * build and shipped whole, because cutting thousands of titles into terms costs a page a quarter of a second.
 */
export interface LocalIndex {
	readonly texts: readonly ShortText[];
	/** All terms, sorted. */
	readonly terms: readonly string[];
	/** Indices in `texts`, ascending. */
	textsWith(term: string): Uint32Array | undefined;
	postings(term: string): Postings | undefined;
}

/** A {@link LocalIndex} as data. An entry is an index in the texts, or their number plus a document for its address. */
export interface LocalTable {
	readonly terms: readonly string[];
	/** Per term. */
	readonly entries: readonly Uint32Array[];
	readonly masses: readonly number[];
}

/** Masses are written in steps of this size. */
const MASS_STEP = 1 / 16;

export function encodeLocal({ terms, entries, masses }: LocalTable): Uint8Array {
	const writer = createByteWriter();
	const names = new TextEncoder().encode(terms.join('\n'));
	writer.number(names.length);
	writer.bytes(names);
	writer.number(masses.length);
	for (const mass of masses) writer.number(Math.round(mass / MASS_STEP));
	for (const list of entries) {
		writer.number(list.length);
		let last = -1;
		for (const entry of list) {
			writer.number(entry - last - 1);
			last = entry;
		}
	}
	return writer.finish();
}

export function decodeLocal(bytes: Uint8Array): LocalTable {
	const reader = createByteReader(bytes);
	const names = new TextDecoder().decode(reader.bytes(reader.number()));
	const terms = names === '' ? [] : names.split('\n');
	const masses = Array.from({ length: reader.number() }, () => reader.number() * MASS_STEP);
	const entries = terms.map(() => {
		const list = new Uint32Array(reader.number());
		let last = -1;
		for (let at = 0; at < list.length; at++) {
			last += reader.number() + 1;
			list[at] = last;
		}
		return list;
	});
	return { terms, entries, masses };
}

/** Puts a table to the documents it was made of. */
export function openLocal(table: LocalTable, documents: readonly BaseDocument[]): LocalIndex {
	const texts: ShortText[] = [];
	documents.forEach((document, doc) => {
		for (const named of namedTexts(document))
			texts.push({ ...named, doc, mass: table.masses[texts.length] ?? 0 });
	});
	const places = new Map(table.terms.map((term, at) => [term, at]));
	const entriesOf = (term: string): Uint32Array | undefined => table.entries[places.get(term) ?? -1];
	const known = new Map<string, Postings>();
	return {
		texts,
		terms: table.terms,
		textsWith: (term) => textsOnly(entriesOf(term), texts.length),
		postings: (term) => {
			const before = known.get(term);
			const entries = entriesOf(term);
			if (before || !entries) return before;
			const postings = toPostings(entries, texts);
			known.set(term, postings);
			return postings;
		},
	};
}

/** Addresses come last in a list of entries. */
function textsOnly(entries: Uint32Array | undefined, texts: number): Uint32Array | undefined {
	let end = entries?.length ?? 0;
	while (end > 0 && (entries?.[end - 1] ?? 0) >= texts) end--;
	return entries?.subarray(0, end);
}

function toPostings(entries: Uint32Array, texts: readonly ShortText[]): Postings {
	const marks = new Map<number, number>();
	for (const entry of entries) {
		const text = texts[entry];
		const doc = text ? text.doc : entry - texts.length;
		const field = text ? (text.field === 'title' ? FIELD.title : FIELD.sign) : FIELD.path;
		marks.set(doc, (marks.get(doc) ?? 0) | field);
	}
	const docs = [...marks.keys()].sort((a, b) => a - b);
	return { docs: Uint32Array.from(docs), marks: Uint16Array.from(docs, (doc) => marks.get(doc) ?? 0) };
}
