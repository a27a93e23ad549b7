import { createByteReader, createByteWriter } from './bytes.ts';
import type { Postings } from './format.ts';

const utf8 = new TextEncoder();
const text = new TextDecoder('utf-8', { fatal: true });

/**
 * Terms with their documents, one after the other: length and bytes of the term, number of documents, length of the
 * rest, then document numbers as differences, the marks' lower bytes, their upper bytes. Columns compress best.
 */
export function encodeTerms(terms: Iterable<readonly [string, Postings]>): Uint8Array {
	const writer = createByteWriter();
	for (const [term, { docs, marks }] of terms) {
		const name = utf8.encode(term);
		const body = createByteWriter();
		let last = -1;
		for (const doc of docs) {
			body.number(doc - last - 1);
			last = doc;
		}
		body.bytes(Uint8Array.from(marks, (mark) => mark & 0xff));
		body.bytes(Uint8Array.from(marks, (mark) => mark >>> 8));
		const rest = body.finish();
		writer.number(name.length);
		writer.bytes(name);
		writer.number(docs.length);
		writer.number(rest.length);
		writer.bytes(rest);
	}
	return writer.finish();
}

/** The terms of a file. Each is decoded when it is first asked for. */
export function decodeTerms(bytes: Uint8Array): (term: string) => Postings | undefined {
	const reader = createByteReader(bytes);
	const found = new Map<string, { readonly count: number; readonly rest: Uint8Array }>();
	while (!reader.done) {
		const term = text.decode(reader.bytes(reader.number()));
		const count = reader.number();
		found.set(term, { count, rest: reader.bytes(reader.number()) });
	}
	const decoded = new Map<string, Postings>();
	return (term) => {
		const known = decoded.get(term);
		const entry = found.get(term);
		if (known || !entry) return known;
		const postings = decodePostings(entry.rest, entry.count);
		decoded.set(term, postings);
		return postings;
	};
}

function decodePostings(rest: Uint8Array, count: number): Postings {
	const reader = createByteReader(rest);
	const docs = new Uint32Array(count);
	let last = -1;
	for (let at = 0; at < count; at++) {
		last += reader.number() + 1;
		docs[at] = last;
	}
	const low = reader.bytes(count);
	const high = reader.bytes(count);
	return { docs, marks: Uint16Array.from(low, (mark, at) => mark | ((high[at] ?? 0) << 8)) };
}
