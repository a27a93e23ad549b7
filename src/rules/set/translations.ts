import type { Document, DocumentGraph } from '../../model/index.ts';

/** A document and one of its versions in another language. */
export interface TranslationPair {
	readonly original: Document;
	readonly translation: Document;
}

/** Every translation beside its original, which is the first version by the languages of mainstay.yaml. */
export function* translationPairs(graph: DocumentGraph): Generator<TranslationPair> {
	for (const versions of graph.byId.values()) {
		const [original, ...translations] = versions.values();
		if (!original) continue;
		for (const translation of translations) {
			if (translation.kind === original.kind && !translation.unread && !original.unread)
				yield { original, translation };
		}
	}
}
