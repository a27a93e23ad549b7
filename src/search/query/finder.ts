import type { Analysis } from '../analysis.ts';
import { CONCEPT_MARK, createConceptFinder } from '../concepts.ts';
import type { Base, BaseDocument } from '../format.ts';
import { createFold } from '../text/fold.ts';
import { type LocalIndex, type LocalTable, openLocal } from './local-index.ts';
import { createSignatureScan, type SignatureScan } from './signatures.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** The base of an index, made ready for questions. */
export interface Finder {
	readonly analysis: Analysis;
	readonly documents: readonly BaseDocument[];
	readonly shards: number;
	readonly local: LocalIndex;
	readonly vocabulary: Vocabulary;
	readonly scan: SignatureScan;
	/** Terms of the concepts that say that something is wrong. */
	readonly problemTerms: ReadonlySet<string>;
	/** Mean body length in terms. */
	readonly averageLength: number;
}

export function createFinder(base: Base, table: LocalTable): Finder {
	const { documents } = base;
	const fold = createFold(base.fold);
	const analysis: Analysis = { fold, concepts: createConceptFinder(base.concepts) };
	const local = openLocal(table, documents);
	const lengths = documents.reduce((sum, { length }) => sum + length ** 2, 0);
	return {
		analysis,
		documents,
		shards: base.shards,
		local,
		vocabulary: createVocabulary(local),
		scan: createSignatureScan(documents, fold),
		problemTerms: new Set(base.concepts.flatMap(({ problem }, at) => (problem ? [CONCEPT_MARK + at] : []))),
		averageLength: Math.max(1, lengths / Math.max(1, documents.length)),
	};
}
