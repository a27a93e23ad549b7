import { BODY_SHIFT, FIELD, type Postings } from '../format.ts';
import type { Finder } from './finder.ts';
import type { ParsedQuery, Unit } from './parse.ts';

export interface Scored {
	readonly doc: number;
	readonly score: number;
	readonly parts: ScoreParts;
}

export interface ScoreParts {
	readonly coverage: number;
	readonly near: number;
	readonly likeness: number;
	readonly prior: number;
}

export const WEIGHTS = {
	title: 0.6,
	sign: 0.7,
	heading: 0.45,
	path: 0.3,
	body: 0.4,
	bodyHalf: 1.5,
	likeness: 0.6,
	problem: 0.06,
	runbook: 0.06,
	retired: 0.5,
	power: 1,
	lengthNorm: 0.5,
	near: 0.3,
	nearPower: 1,
};

export type Lookup = (term: string) => Postings | undefined;

export function rank(query: ParsedQuery, finder: Finder, lookup: Lookup, weights = WEIGHTS): Scored[] {
	const total = finder.documents.length;
	const coverage = new Float64Array(total);
	const seen: number[] = [];
	let whole = 0;
	const averageLength = finder.averageLength;
	const hitOf = (mark: number, doc: number): number => {
		let miss = 1;
		if (mark & FIELD.title) miss *= 1 - weights.title;
		if (mark & FIELD.sign) miss *= 1 - weights.sign;
		if (mark & FIELD.heading) miss *= 1 - weights.heading;
		if (mark & FIELD.path) miss *= 1 - weights.path;
		const body = (mark >>> BODY_SHIFT) & 15;
		if (body) {
			const frequency = 2 ** ((body - 1) / 2);
			const length = (finder.documents[doc]?.length ?? 0) ** 2;
			const norm = 1 - weights.lengthNorm + (weights.lengthNorm * length) / averageLength;
			miss *= 1 - weights.body * (frequency / (frequency + weights.bodyHalf * norm));
		}
		return 1 - miss;
	};
	const best = new Float64Array(total);
	const windows = new Float32Array(total * 8);
	for (const unit of query.units) {
		const terms = [{ term: unit.term, factor: 1 }, ...unit.alternatives];
		const rarity = rarityOf(unit, lookup, total);
		if (rarity === 0) continue;
		whole += unit.weight * rarity;
		const touched: number[] = [];
		for (const { term, factor } of terms) {
			const postings = lookup(term);
			if (!postings) continue;
			for (let at = 0; at < postings.docs.length; at++) {
				const doc = postings.docs[at] ?? 0;
				const hit = factor * hitOf(postings.marks[at] ?? 0, doc);
				if ((best[doc] ?? 0) === 0) touched.push(doc);
				if (hit > (best[doc] ?? 0)) best[doc] = hit;
				if (factor === 1) { const w = (postings.marks[at] ?? 0) >>> 8; if (w) for (let b = 0; b < 8; b++) if (w & (1 << b)) windows[doc * 8 + b] = (windows[doc * 8 + b] ?? 0) + unit.weight * rarity; }
			}
		}
		for (const doc of touched) {
			if ((coverage[doc] ?? 0) === 0) seen.push(doc);
			coverage[doc] = (coverage[doc] ?? 0) + unit.weight * rarity * (best[doc] ?? 0);
			best[doc] = 0;
		}
	}
	if (whole === 0) return [];
	const likeness = finder.likeness(query);
	return seen
		.map((doc) => {
			const document = finder.documents[doc];
			const cover = ((coverage[doc] ?? 0) / whole) ** weights.power;
			const like = likeness.get(doc) ?? 0;
			const prior = (document?.problem ? weights.problem : 0) + (document?.kind === 'runbook' ? weights.runbook : 0);
			const retired = document?.status === 'retired' || document?.status === 'superseded' ? weights.retired : 1;
			let near = 0; for (let b = 0; b < 8; b++) near = Math.max(near, windows[doc * 8 + b] ?? 0);
			near = near / whole;
			const score = (cover + weights.near * near ** weights.nearPower + weights.likeness * like) * (1 + prior) * retired;
			return { doc, score, parts: { near, coverage: cover, likeness: like, prior } };
		})
		.sort((a, b) => b.score - a.score || a.doc - b.doc);
}

function rarityOf(unit: Unit, lookup: Lookup, total: number): number {
	const own = lookup(unit.term)?.docs.length ?? 0;
	let count = own;
	if (own === 0) {
		for (const { term } of unit.alternatives) count = Math.max(count, lookup(term)?.docs.length ?? 0);
	}
	if (count === 0) return 0;
	return Math.log(1 + (total - count + 0.5) / (count + 0.5)) / Math.log(1 + total);
}
