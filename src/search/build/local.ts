import { type Analysis, namedTexts, pathWords } from '../analysis.ts';
import { CONCEPT_MARK } from '../concepts.ts';
import type { BaseDocument } from '../format.ts';
import { rarity } from '../query/likeness.ts';
import type { LocalTable } from '../query/local-index.ts';
import { CODE_MARK, tokensOf } from '../text/tokens.ts';

const LATIN_WEIGHT = 1.5;
const CODE_WEIGHT = 0.5;

/** Indexes titles, symptoms, signatures, names and addresses of documents. */
export function buildLocal(documents: readonly BaseDocument[], { fold, concepts }: Analysis): LocalTable {
	const gathered = new Map<string, number[]>();
	const add = (terms: ReadonlySet<string>, entry: number): void => {
		for (const term of terms) {
			const list = gathered.get(term);
			if (list) list.push(entry);
			else gathered.set(term, [entry]);
		}
	};
	const textTerms: Set<string>[] = [];
	for (const { text } of documents.flatMap(namedTexts)) {
		const folded = fold(text);
		const terms = new Set(tokensOf(folded).map(({ term }) => term));
		for (const { concept } of concepts(folded)) terms.add(CONCEPT_MARK + concept);
		add(terms, textTerms.length);
		textTerms.push(terms);
	}
	const texts = textTerms.length;
	const masses = textTerms.map((terms) =>
		massOf(terms, (term) => rarity(countBelow(gathered.get(term), texts), texts)),
	);
	documents.forEach(({ route }, doc) => {
		add(new Set(tokensOf(pathWords(route)).map(({ term }) => term)), texts + doc);
	});
	const terms = [...gathered.keys()].sort();
	return { terms, masses, entries: terms.map((term) => Uint32Array.from(gathered.get(term) ?? [])) };
}

function massOf(terms: ReadonlySet<string>, rarityOf: (term: string) => number): number {
	let mass = 0;
	for (const term of terms) if (!term.startsWith(CONCEPT_MARK)) mass += weightOf(term) * rarityOf(term);
	return mass;
}

function countBelow(entries: readonly number[] | undefined, limit: number): number {
	return entries?.filter((entry) => entry < limit).length ?? 0;
}

function weightOf(term: string): number {
	if (term.startsWith(CODE_MARK)) return CODE_WEIGHT;
	return /^[a-z0-9]/.test(term) ? LATIN_WEIGHT : 1;
}
