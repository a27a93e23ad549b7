import type { Postings } from '../format.ts';
import type { Finder } from './finder.ts';
import type { LocalIndex, ShortText } from './local-index.ts';
import type { ParsedQuery } from './parse.ts';

/** How alike the query and a document's best title, symptom, signature or name are. */
export interface Likeness {
	/** 0–1: share of the query in the text, raised by the share of the text in the query. */
	readonly value: number;
	readonly text: ShortText;
}

export type Lookup = (term: string) => Postings | undefined;

/** A word of the query that no short text has is as rare as this. */
const UNKNOWN_RARITY = 0.8;

/** Inverse document frequency, brought to 0–1 by the size of the collection (Robertson and Zaragoza 2009, 3.2). */
export function rarity(count: number, total: number): number {
	return count === 0 ? 0 : Math.log(1 + (total - count + 0.5) / (count + 0.5)) / Math.log(1 + total);
}

/** The best likeness of every document that shares a term with the query in a short text. */
export function likenesses(query: ParsedQuery, { local }: Finder): Map<number, Likeness> {
	const matched = new Map<number, number>();
	let whole = 0;
	for (const unit of query.units) {
		const readings = [{ term: unit.term, factor: 1 }, ...unit.alternatives];
		const own = termRarity(unit.term, local);
		const worth = unit.weight * (own || bestRarity(readings, local) || UNKNOWN_RARITY);
		whole += worth;
		for (const [text, factor] of creditByText(readings, local)) {
			matched.set(text, (matched.get(text) ?? 0) + worth * factor);
		}
	}
	const best = new Map<number, Likeness>();
	for (const [at, mass] of matched) {
		const text = local.texts[at];
		if (!text || whole === 0) continue;
		const filled = Math.min(1, mass / Math.max(0.1, text.mass));
		const value = (mass / whole) * (0.5 + 0.5 * filled);
		if (value > (best.get(text.doc)?.value ?? 0)) best.set(text.doc, { value, text });
	}
	return best;
}

function creditByText(
	readings: readonly { readonly term: string; readonly factor: number }[],
	local: LocalIndex,
): Map<number, number> {
	const credit = new Map<number, number>();
	for (const { term, factor } of readings) {
		for (const text of local.textsWith(term) ?? []) {
			if (factor > (credit.get(text) ?? 0)) credit.set(text, factor);
		}
	}
	return credit;
}

function termRarity(term: string, local: LocalIndex): number {
	return rarity(local.textsWith(term)?.length ?? 0, local.texts.length);
}

function bestRarity(readings: readonly { readonly term: string }[], local: LocalIndex): number {
	return Math.max(0, ...readings.map(({ term }) => termRarity(term, local)));
}
