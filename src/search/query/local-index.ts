import { namedTexts, pathWords, type Analysis } from '../analysis.ts';
import { CONCEPT_MARK } from '../concepts.ts';
import { type BaseDocument, FIELD, type Postings } from '../format.ts';
import { tokensOf } from '../text/tokens.ts';

/** One short text of a document: its title, a symptom, a signature, a name. */
export interface ShortText {
	readonly doc: number;
	readonly field: 'title' | 'symptom' | 'signature' | 'name';
	readonly text: string;
	readonly terms: ReadonlySet<string>;
}

/** What can be looked up without loading anything: terms of titles, signs and addresses. */
export interface LocalIndex {
	readonly postings: ReadonlyMap<string, Postings>;
	readonly texts: readonly ShortText[];
	/** Term → indices in `texts`. */
	readonly textsByTerm: ReadonlyMap<string, readonly number[]>;
}

/** Indexes the base of a knowledge base; about 20 ms for a thousand documents, so it belongs in a worker. */
export function indexLocally(documents: readonly BaseDocument[], analysis: Analysis): LocalIndex {
	const texts: ShortText[] = [];
	const textsByTerm = new Map<string, number[]>();
	const marks = new Map<string, Map<number, number>>();
	const mark = (term: string, doc: number, field: number): void => {
		const entry = marks.get(term) ?? new Map<number, number>();
		entry.set(doc, (entry.get(doc) ?? 0) | field);
		marks.set(term, entry);
	};
	documents.forEach((document, doc) => {
		for (const { field, text } of namedTexts(document)) {
			const terms = termSet(text, analysis);
			for (const term of terms) {
				const list = textsByTerm.get(term);
				if (list) list.push(texts.length);
				else textsByTerm.set(term, [texts.length]);
				mark(term, doc, field === 'title' ? FIELD.title : FIELD.sign);
			}
			texts.push({ doc, field, text, terms });
		}
		for (const { term } of tokensOf(pathWords(document.route))) mark(term, doc, FIELD.path);
	});
	return { postings: new Map([...marks].map(([term, entry]) => [term, toPostings(entry)])), texts, textsByTerm };
}

function termSet(text: string, { fold, concepts }: Analysis): Set<string> {
	const folded = fold(text);
	const terms = new Set(tokensOf(folded).map(({ term }) => term));
	for (const { concept } of concepts(folded)) terms.add(CONCEPT_MARK + concept);
	return terms;
}

function toPostings(entry: ReadonlyMap<number, number>): Postings {
	return { docs: Uint32Array.from(entry.keys()), marks: Uint16Array.from(entry.values()) };
}
