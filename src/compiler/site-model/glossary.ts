import type { Glossary, ResolvedConfig } from '../../model/index.ts';
import { glossary } from '../../search/index.ts';

/** The built-in glossary and the knowledge base's own synonyms, each with an address on the glossary page. */
export function glossaryOf(config: ResolvedConfig): Glossary {
	const anchor = createAnchors();
	// First, so that no synonym of a knowledge base changes their addresses.
	const sections = Object.entries(glossary).map(([field, entries]) => ({
		field,
		terms: entries.map((words) => ({ anchor: anchor(words.en[0] ?? ''), words })),
	}));
	const own = config.search.synonyms
		.filter((words) => words.length > 0)
		.map((words) => ({ anchor: anchor(words[0] ?? ''), words }));
	return { sections, own };
}

/** Element ids that every page has, or that the glossary page gives its sections. */
const TAKEN = ['content', 'own', 'finance', 'supply', 'production', 'systems', 'problems'];

/** `general ledger` → `general-ledger`, with a number where that is taken. */
function createAnchors(): (word: string) => string {
	const taken = new Set(TAKEN);
	return (word) => {
		const slug = word
			.normalize('NFKC')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, '-')
			.replace(/^-|-$/g, '');
		const start = slug || 'term';
		let anchor = start;
		for (let number = 2; taken.has(anchor); number++) anchor = `${start}-${number}`;
		taken.add(anchor);
		return anchor;
	};
}
