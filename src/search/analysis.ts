import type { Signature } from '../model/index.ts';
import type { ConceptFinder } from './concepts.ts';
import type { Fold } from './text/fold.ts';

/** What turns text into terms; the same pair serves documents and queries. */
export interface Analysis {
	readonly fold: Fold;
	readonly concepts: ConceptFinder;
}

export interface NamedText {
	readonly field: 'title' | 'symptom' | 'signature' | 'name';
	readonly text: string;
}

interface Named {
	readonly title: string;
	readonly symptoms: readonly string[];
	readonly signatures: readonly Signature[];
	readonly names: readonly string[];
}

/** The short texts by which a document is recognised. A pattern is no text; its example is. */
export function namedTexts({ title, symptoms, signatures, names }: Named): NamedText[] {
	const signs = signatures.flatMap(({ type, value, example }) =>
		type === 'pattern' ? [example ?? ''] : [value],
	);
	return [
		{ field: 'title', text: title },
		...symptoms.map((text): NamedText => ({ field: 'symptom', text })),
		...signs.filter(Boolean).map((text): NamedText => ({ field: 'signature', text })),
		...names.map((text): NamedText => ({ field: 'name', text })),
	];
}

/** Words of an address: `/docs/finance/posting-fail/` → `finance posting fail`. The first folder is the site's, not the document's. */
export function pathWords(route: string): string {
	return route
		.split('/')
		.filter(Boolean)
		.slice(1)
		.join(' ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ');
}
