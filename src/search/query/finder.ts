import { CONCEPT_MARK, createConceptFinder, type ConceptFinder } from '../concepts.ts';
import type { Base, BaseDocument } from '../format.ts';
import { createFold, type Fold } from '../text/fold.ts';
import { tokensOf } from '../text/tokens.ts';
import type { ParsedQuery } from './parse.ts';

/** The base of an index, made ready for questions. */
export interface Finder {
	readonly fold: Fold;
	readonly concepts: ConceptFinder;
	readonly documents: readonly BaseDocument[];
	readonly averageLength: number;
	likeness(query: ParsedQuery): Map<number, number>;
}

interface ShortText {
	readonly doc: number;
	readonly terms: ReadonlySet<string>;
	mass: number;
}

export function createFinder(base: Base): Finder {
	const fold = createFold(base.fold);
	const concepts = createConceptFinder(base.concepts);
	const texts: ShortText[] = [];
	const byTerm = new Map<string, number[]>();
	base.documents.forEach((document, doc) => {
		const list = [document.title, ...document.symptoms, ...document.signatures.map((s) => s.value), ...document.names];
		for (const text of list) {
			const folded = fold(text);
			const terms = new Set(tokensOf(folded).map(({ term }) => term));
			for (const { concept } of concepts(folded)) terms.add(CONCEPT_MARK + concept);
			for (const term of terms) {
				const entry = byTerm.get(term);
				if (entry) entry.push(texts.length);
				else byTerm.set(term, [texts.length]);
			}
			texts.push({ doc, terms, mass: 0 });
		}
	});
	const rarity = (term: string): number => {
		const count = byTerm.get(term)?.length ?? 0;
		return count === 0 ? 0 : Math.log(1 + (texts.length - count + 0.5) / (count + 0.5)) / Math.log(1 + texts.length);
	};
	for (const text of texts) {
		for (const term of text.terms) if (!term.startsWith(CONCEPT_MARK)) text.mass += weightOf(term) * rarity(term);
	}
	let sum = 0;
	for (const { length } of base.documents) sum += length ** 2;
	return {
		fold,
		concepts,
		documents: base.documents,
		averageLength: Math.max(1, sum / Math.max(1, base.documents.length)),
		likeness(query) {
			const matched = new Map<number, number>();
			let whole = 0;
			for (const unit of query.units) {
				const own = rarity(unit.term);
				const worth = own || Math.max(0, ...unit.alternatives.map(({ term }) => rarity(term))) || 0.8;
				whole += unit.weight * worth;
				const credit = new Map<number, number>();
				for (const { term, factor } of [{ term: unit.term, factor: 1 }, ...unit.alternatives]) {
					for (const text of byTerm.get(term) ?? []) credit.set(text, Math.max(credit.get(text) ?? 0, factor));
				}
				for (const [text, factor] of credit) {
					matched.set(text, (matched.get(text) ?? 0) + unit.weight * worth * factor);
				}
			}
			const best = new Map<number, number>();
			for (const [at, mass] of matched) {
				const text = texts[at];
				if (!text || whole === 0) continue;
				const score = (mass / whole) * (0.5 + 0.5 * Math.min(1, mass / Math.max(0.1, text.mass)));
				best.set(text.doc, Math.max(best.get(text.doc) ?? 0, score));
			}
			return best;
		},
	};
}

function weightOf(term: string): number {
	if (term.startsWith('#')) return 0.5;
	return /^[a-z0-9]/.test(term) ? 1.5 : 1;
}
