import type { SearchRecord } from '../../model/index.ts';
import type { Analysis } from '../analysis.ts';
import type { Postings } from '../format.ts';
import { termsOf } from './analyse.ts';

export interface Inverted {
	readonly postings: ReadonlyMap<string, Postings>;
	/** Body lengths in terms, by document. */
	readonly lengths: readonly number[];
}

/** A term that more than this share of the documents have only in their body says nothing; its body marks are dropped. */
const MOST_COMMON_BODY = 0.3;
/** Below this many documents every term is kept. */
const FEW_DOCUMENTS = 200;
const MARK_BITS = 16;
const SHORT_FIELDS = 0x0f;

/** Turns records around: term → documents. Records are numbered in the order given. */
export function invert(records: readonly SearchRecord[], analysis: Analysis): Inverted {
	const gathered = new Map<string, number[]>();
	const lengths: number[] = [];
	records.forEach((record, number) => {
		const { marks, length } = termsOf(record, analysis);
		lengths.push(length);
		for (const [term, mark] of marks) {
			const entry = number * 2 ** MARK_BITS + mark;
			const list = gathered.get(term);
			if (list) list.push(entry);
			else gathered.set(term, [entry]);
		}
	});
	const postings = new Map<string, Postings>();
	for (const term of [...gathered.keys()].sort()) {
		postings.set(term, toPostings(gathered.get(term) ?? [], records.length));
	}
	return { postings, lengths };
}

function toPostings(entries: readonly number[], total: number): Postings {
	const common = total >= FEW_DOCUMENTS && entries.length > total * MOST_COMMON_BODY;
	const kept = common ? entries.filter((entry) => (entry & SHORT_FIELDS) > 0) : entries;
	return {
		docs: Uint32Array.from(kept, (entry) => Math.floor(entry / 2 ** MARK_BITS)),
		marks: Uint16Array.from(kept, (entry) => entry & 0xffff),
	};
}
