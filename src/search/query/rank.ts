import { BODY_SHIFT, FIELD, MOST_BODY_CLASS, type Postings, WINDOW_SHIFT, WINDOWS } from '../format.ts';
import type { Finder } from './finder.ts';
import { type Likeness, type Lookup, likenesses, rarity } from './likeness.ts';
import type { ParsedQuery, Unit } from './parse.ts';
import type { SignatureMatch } from './signatures.ts';
import { WEIGHTS, type Weights } from './weights.ts';

export interface ScoreParts {
	/** Share of the query found, by rarity and field. */
	readonly coverage: number;
	/** Share of the query found close together in the body. */
	readonly nearness: number;
	/** Likeness to the best title, symptom, signature or name. */
	readonly likeness: number;
	/** A declared signature matched. */
	readonly signature: number;
	/** Factor for the kind of document. */
	readonly prior: number;
}

export interface Scored {
	readonly doc: number;
	readonly score: number;
	readonly parts: ScoreParts;
	readonly alike?: Likeness;
	readonly signatures: readonly SignatureMatch[];
}

/** Sums over the units of a query, one slot per document. */
interface Evidence {
	readonly coverage: Float64Array;
	/** Per document {@link WINDOWS} slots. */
	readonly windows: Float32Array;
	readonly touched: Set<number>;
	/** What a document with everything in every field would have. */
	whole: number;
}

/**
 * Scores every document that holds a term of the query or matches a signature: one pure function, the same in a page
 * and in Node. Its result depends on what `lookup` knows and on nothing else; ties go to the earlier document.
 */
export function rank(
	query: ParsedQuery,
	signatures: readonly SignatureMatch[],
	finder: Finder,
	lookup: Lookup,
	weights: Weights = WEIGHTS,
): Scored[] {
	const evidence = gather(query, finder, lookup, weights);
	const alike = likenesses(query, finder);
	const byDoc = Map.groupBy(signatures, ({ doc }) => doc);
	for (const doc of byDoc.keys()) evidence.touched.add(doc);
	const scored: Scored[] = [];
	for (const doc of evidence.touched) {
		const likeness = alike.get(doc);
		const matches = byDoc.get(doc) ?? [];
		const parts: ScoreParts = {
			coverage: share(evidence.coverage[doc], evidence.whole),
			nearness: share(densest(evidence.windows, doc), evidence.whole) ** 2,
			likeness: likeness?.value ?? 0,
			signature: matches.length > 0 ? 1 : 0,
			prior: priorOf(doc, query, finder, weights),
		};
		scored.push({
			doc,
			score: scoreOf(parts, weights),
			parts,
			...(likeness && { alike: likeness }),
			signatures: matches,
		});
	}
	return scored.sort((a, b) => b.score - a.score || a.doc - b.doc);
}

/** What results are ordered by. */
export function scoreOf(parts: ScoreParts, weights: Weights): number {
	const { coverage, nearness, likeness, signature, prior } = parts;
	return (
		(coverage + weights.nearness * nearness + weights.likeness * likeness + weights.signature * signature) *
		prior
	);
}

function gather(query: ParsedQuery, finder: Finder, lookup: Lookup, weights: Weights): Evidence {
	const total = finder.documents.length;
	const evidence: Evidence = {
		coverage: new Float64Array(total),
		windows: new Float32Array(total * WINDOWS),
		touched: new Set(),
		whole: 0,
	};
	const best = new Float64Array(total);
	for (const unit of query.units) addUnit(unit, evidence, best, finder, lookup, weights);
	return evidence;
}

/** Credits each document with the best reading of a unit. `best` is zero before and after. */
function addUnit(
	unit: Unit,
	evidence: Evidence,
	best: Float64Array,
	finder: Finder,
	lookup: Lookup,
	weights: Weights,
): void {
	const readings = readingsOf(unit, finder, lookup);
	const worth = unit.weight * rarity(documentCount(readings), finder.documents.length);
	if (worth === 0) return;
	evidence.whole += worth;
	const touched: number[] = [];
	for (const [order, { factor, postings }] of readings.entries()) {
		for (let at = 0; at < (postings?.docs.length ?? 0); at++) {
			const doc = postings?.docs[at] ?? 0;
			const mark = postings?.marks[at] ?? 0;
			const hit = factor * hitOf(mark, finder.documents[doc]?.length ?? 0, finder.averageLength, weights);
			const before = best[doc] ?? 0;
			if (before === 0) touched.push(doc);
			if (hit > before) best[doc] = hit;
			if (order === 0) addWindows(evidence.windows, doc, mark >>> WINDOW_SHIFT, worth);
		}
	}
	for (const doc of touched) {
		evidence.touched.add(doc);
		evidence.coverage[doc] = (evidence.coverage[doc] ?? 0) + worth * (best[doc] ?? 0);
		best[doc] = 0;
	}
}

/** A word that hardly any document has may be a typing error; a word in use is meant as it stands. */
const HARDLY_ANY = 2;

interface Reading {
	readonly factor: number;
	readonly postings: Postings | undefined;
}

/** The unit as written, then what may stand for it. Longer words are looked up in the local index only. */
function readingsOf(unit: Unit, { local }: Finder, lookup: Lookup): Reading[] {
	const own = lookup(unit.term);
	const known = (own?.docs.length ?? 0) > HARDLY_ANY;
	const others = known ? unit.alternatives.filter(({ type }) => type !== 'near') : unit.alternatives;
	return [
		{ factor: 1, postings: own },
		...others.map(({ term, type, factor }) => ({
			factor,
			postings: type === 'prefix' ? local.postings(term) : lookup(term),
		})),
	];
}

function documentCount(readings: readonly Reading[]): number {
	const [own = 0, ...others] = readings.map(({ postings }) => postings?.docs.length ?? 0);
	return own > HARDLY_ANY ? own : Math.max(own, ...others);
}

/** 0–1: how well one term is placed in one document. Fields add up as independent evidence. */
function hitOf(mark: number, rootLength: number, averageLength: number, weights: Weights): number {
	let miss = 1;
	if (mark & FIELD.title) miss *= 1 - weights.title;
	if (mark & FIELD.sign) miss *= 1 - weights.sign;
	if (mark & FIELD.heading) miss *= 1 - weights.heading;
	if (mark & FIELD.path) miss *= 1 - weights.path;
	const body = (mark >>> BODY_SHIFT) & MOST_BODY_CLASS;
	if (body === 0) return 1 - miss;
	const frequency = 2 ** ((body - 1) / 2);
	const norm = 0.5 + (0.5 * rootLength ** 2) / averageLength;
	return 1 - miss * (1 - (weights.body * frequency) / (frequency + weights.bodyHalf * norm));
}

function addWindows(windows: Float32Array, doc: number, bits: number, worth: number): void {
	for (let window = 0; bits >>> window > 0; window++) {
		if ((bits >>> window) & 1) {
			const slot = doc * WINDOWS + window;
			windows[slot] = (windows[slot] ?? 0) + worth;
		}
	}
}

function densest(windows: Float32Array, doc: number): number {
	let most = 0;
	for (let slot = doc * WINDOWS; slot < (doc + 1) * WINDOWS; slot++)
		most = Math.max(most, windows[slot] ?? 0);
	return most;
}

function share(part: number | undefined, whole: number): number {
	return whole === 0 ? 0 : (part ?? 0) / whole;
}

function priorOf(doc: number, query: ParsedQuery, { documents }: Finder, weights: Weights): number {
	const document = documents[doc];
	if (!document) return 1;
	const eagerness = query.problem ? 1 : 0.5;
	const kind = document.kind === 'runbook' ? weights.runbook : 0;
	const process = query.process && document.kind === 'process' ? weights.process : 0;
	return 1 + process + eagerness * (kind + (document.problem ? weights.problem : 0));
}
