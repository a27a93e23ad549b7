import type { BaseDocument } from '../format.ts';
import { confidenceIn } from './confidence.ts';
import type { Finder } from './finder.ts';
import type { Lookup } from './likeness.ts';
import { LONGEST_QUERY, type ParsedQuery, parseQuery, type Unit } from './parse.ts';
import { rank, type Scored } from './rank.ts';
import { FACETS, type Facet, type Filters, type SearchOptions } from './result.ts';
import type { SignatureMatch } from './signatures.ts';
import type { Weights } from './weights.ts';

/** The documents that answer a query, before anything is loaded to show them. */
export interface Ranking {
	readonly query: ParsedQuery;
	/** After filters and with one translation of each document, best first. */
	readonly hits: readonly Scored[];
	readonly counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
	/** 0–1: how much of the query the best document explains, filters aside. */
	readonly confidence: number;
	readonly doubtful: boolean;
}

/** Matches below this share of the best score are not counted and not shown. */
const RELEVANT = 0.2;
/** Below this confidence the best result is doubtful. */
const DOUBTFUL = 0.35;
/** A translation in the reader's language is shown if it scores at least this share of the best one. */
const TRANSLATION = 0.6;

/** A question, read: its units, and the declared signatures that it holds. */
export interface Asked {
	readonly query: ParsedQuery;
	readonly signatures: readonly SignatureMatch[];
}

export function ask(raw: string, finder: Finder): Asked {
	return { query: parseQuery(raw, finder), signatures: finder.scan(raw.slice(0, LONGEST_QUERY)) };
}

/** Ranks, filters and counts: pure, with whatever terms `lookup` knows at the moment. */
export function answer(
	{ query, signatures }: Asked,
	finder: Finder,
	lookup: Lookup,
	{ lang, kind, filters = {} }: SearchOptions,
	weights?: Weights,
): Ranking {
	const scored = rank(query, signatures, finder, lookup, weights);
	const least = (scored[0]?.score ?? 0) * RELEVANT;
	const wanted: Filters = kind ? { ...filters, kind: [kind] } : filters;
	const relevant = scored.filter(({ score }) => score >= least);
	const all = oneTranslation(relevant, finder.documents, lang, wanted.lang);
	const passing = all.filter(({ doc }) => passes(finder.documents[doc], wanted));
	const hits = retiredLast(passing, finder.documents);
	const counts = countFacets(all, relevant, finder.documents, wanted);
	const isKnown = ({ term, alternatives }: Unit): boolean =>
		lookup(term) !== undefined || alternatives.some((each) => each.type === 'prefix' || lookup(each.term));
	const confidence = scored[0] ? confidenceIn(scored[0].parts, query, isKnown) : 0;
	return { query, hits, counts, confidence, doubtful: confidence < DOUBTFUL };
}

/**
 * Keeps each document once, at its best place: of its translations that may be shown at all, in the reader's language
 * when that one matches too.
 */
function oneTranslation(
	scored: readonly Scored[],
	documents: readonly BaseDocument[],
	lang: string | undefined,
	allowed: readonly string[] = [],
): Scored[] {
	const langOf = ({ doc }: Scored): string => documents[doc]?.lang ?? '';
	const groups = Map.groupBy(scored, ({ doc }) => documents[doc]?.id ?? '');
	return [...groups.values()].map((group) => {
		const best = group[0] as Scored;
		const open = group.filter((hit) => allowed.length === 0 || allowed.includes(langOf(hit)));
		const own = open.find((hit) => langOf(hit) === lang && hit.score >= best.score * TRANSLATION);
		return { ...(own ?? open[0] ?? best), score: best.score };
	});
}

function retiredLast(hits: readonly Scored[], documents: readonly BaseDocument[]): Scored[] {
	const isOver = ({ doc }: Scored): boolean => /^(?:retired|superseded)$/.test(documents[doc]?.status ?? '');
	return [...hits.filter((hit) => !isOver(hit)), ...hits.filter(isOver)];
}

function valuesOf(document: BaseDocument, facet: Facet): readonly string[] {
	if (facet === 'module') return document.modules;
	return document[facet] ? [document[facet]] : [];
}

function passes(document: BaseDocument | undefined, filters: Filters, except?: Facet): boolean {
	if (!document) return false;
	return FACETS.every((facet) => {
		const wanted = filters[facet];
		if (facet === except || !wanted || wanted.length === 0) return true;
		return valuesOf(document, facet).some((value) => wanted.includes(value));
	});
}

/** Languages are counted over all translations, everything else over documents. */
function countFacets(
	hits: readonly Scored[],
	translations: readonly Scored[],
	documents: readonly BaseDocument[],
	filters: Filters,
): Ranking['counts'] {
	const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Record<
		Facet,
		Record<string, number>
	>;
	for (const facet of FACETS) {
		for (const { doc } of facet === 'lang' ? translations : hits) {
			const document = documents[doc];
			if (!document || !passes(document, filters, facet)) continue;
			for (const value of valuesOf(document, facet)) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
		}
	}
	return counts;
}
