import type { ParsedQuery, Unit } from './parse.ts';
import type { ScoreParts } from './rank.ts';

/** Units below this weight carry no subject. */
const EMPTY_WEIGHT = 0.2;

/**
 * 0–1: how much of a question a result explains. The scores compare documents, so that what no document knows does not
 * count in them; here it does: a word that the knowledge base lacks may be the very subject. A declared signature
 * explains everything, and a paste is full of words that nobody knows.
 */
export function confidenceIn(
	{ signature, coverage, likeness, nearness }: ScoreParts,
	query: ParsedQuery,
	isKnown: (unit: Unit) => boolean,
): number {
	if (signature > 0) return 1;
	const explained = Math.min(1, Math.max(coverage, likeness, Math.sqrt(nearness)));
	return query.paste ? explained : explained * knownShare(query, isKnown);
}

/** The share of the query's characters that lie in a known unit. Neighbouring grams overlap, so a character has two chances. */
function knownShare({ units }: ParsedQuery, isKnown: (unit: Unit) => boolean): number {
	const asked = new Set<number>();
	const known = new Set<number>();
	for (const unit of units) {
		if (unit.weight < EMPTY_WEIGHT) continue;
		const found = isKnown(unit);
		for (let at = unit.start; at < unit.end; at++) {
			asked.add(at);
			if (found) known.add(at);
		}
	}
	return asked.size === 0 ? 1 : known.size / asked.size;
}
