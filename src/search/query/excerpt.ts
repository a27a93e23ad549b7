import { CONCEPT_MARK, type ConceptFinder } from '../concepts.ts';
import type { Fragment } from '../fragment.ts';
import type { AlignedFold } from '../text/aligned.ts';
import { tokensOf } from '../text/tokens.ts';
import type { ParsedQuery } from './parse.ts';

export type Mark = readonly [start: number, end: number];

/** The piece of a text where most of the query stands, as written, and what to mark in it. */
export interface Excerpt {
	readonly text: string;
	readonly marks: readonly Mark[];
	/** Element id of the section it is from; '' for the top of the page. */
	readonly anchor: string;
}

/** Characters of an excerpt, about; Chinese needs half. */
const WIDTH = 180;
const WIDTH_HAN = 90;
const HAN_SHARE = 0.3;
/** Of a very long page only so much is read. */
const LONGEST_TEXT = 400_000;
const BEFORE = 0.25;
/** An excerpt ends with its section when it is at least so much of the width by then. */
const LEAST = 0.4;
const LATIN = /[\p{Script=Latin}\p{N}_]/u;
const SENTENCE_END = /[。！？!?；;\n]|\.\s/g;

interface Hit {
	readonly start: number;
	readonly end: number;
	readonly term: string;
	readonly worth: number;
}

/** Finds the best window of a fragment; its first words repeat the page's title and are passed over. @returns undefined when nothing of the query stands in the text. */
export function excerptOf(
	{ content, anchors }: Fragment,
	title: string,
	query: ParsedQuery,
	fold: AlignedFold,
	concepts: ConceptFinder,
): Excerpt | undefined {
	const text = content.slice(0, LONGEST_TEXT);
	const body = content.startsWith(title) ? title.length : 0;
	const hits = hitsIn(text, query, fold, concepts).filter(({ start }) => start >= body);
	if (hits.length === 0) return undefined;
	const width = isHan(text) ? WIDTH_HAN : WIDTH;
	const first = bestWindow(hits, width);
	const section = anchors.findLast(({ at }) => at <= first.start);
	const start = Math.max(excerptStart(text, body, first.start, width), section?.at ?? 0);
	const next = anchors.find(({ at }) => at > first.start)?.at ?? text.length;
	const limit = next - start >= width * LEAST ? next : text.length;
	const end = wordEnd(text, Math.min(start + width, limit));
	return {
		text: readable(text.slice(start, end)) + (end < limit ? '…' : ''),
		marks: marksWithin(hits, start, end),
		anchor: section?.id ?? '',
	};
}

/** The end of the last whole Latin word before a cut. */
function wordEnd(text: string, end: number): number {
	if (!LATIN.test(text[end] ?? '')) return end;
	const part = /[\p{Script=Latin}\p{N}_]{1,24}$/u.exec(text.slice(Math.max(0, end - 25), end))?.[0] ?? '';
	return end - part.length;
}

/** As long as before, so that marks keep their places. The index ends every block of a text with a Latin stop. */
function readable(text: string): string {
	return text.replace(/\s/g, ' ').replace(/(?<=\p{Script=Han})\.(?= |$)/gu, '。');
}

/** The first words of a text, for a result that nothing in the text explains. */
export function openingOf({ content }: Fragment, title: string): string {
	const text = content.slice(content.startsWith(title) ? title.length : 0).replace(/^[\s.]+/, '');
	const end = wordEnd(text, isHan(text) ? WIDTH_HAN : WIDTH);
	return readable(text.slice(0, end)) + (end < text.length ? '…' : '');
}

/** Marks what a query asked for in any short text, such as a title. */
export function marksIn(
	text: string,
	query: ParsedQuery,
	fold: AlignedFold,
	concepts: ConceptFinder,
): Mark[] {
	return marksWithin(hitsIn(text, query, fold, concepts), 0, text.length);
}

function hitsIn(text: string, query: ParsedQuery, fold: AlignedFold, concepts: ConceptFinder): Hit[] {
	const worth = new Map<string, number>();
	for (const unit of query.units) {
		worth.set(unit.term, unit.weight);
		for (const { term, factor } of unit.alternatives) {
			worth.set(term, Math.max(worth.get(term) ?? 0, unit.weight * factor));
		}
	}
	const aligned = fold(text);
	const place = (at: number): number => aligned.origin[at] ?? text.length;
	const hits: Hit[] = [];
	const add = (term: string, start: number, end: number): void => {
		const value = worth.get(term);
		if (value) hits.push({ term, worth: value, start: place(start), end: place(end) });
	};
	for (const { term, start, end } of tokensOf(aligned.text)) add(term, start, end);
	for (const { concept, start, end } of concepts(aligned.text)) add(CONCEPT_MARK + concept, start, end);
	return hits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The hit from which `width` characters hold the most different terms, by worth; the first of equals. */
function bestWindow(hits: readonly Hit[], width: number): Hit {
	const counts = new Map<string, number>();
	let sum = 0;
	let best = -1;
	let first = hits[0] as Hit;
	let last = 0;
	for (const [from, hit] of hits.entries()) {
		for (; last < hits.length && (hits[last]?.end ?? 0) <= hit.start + width; last++) {
			const { term = '', worth = 0 } = hits[last] ?? {};
			if (!counts.has(term)) sum += worth;
			counts.set(term, (counts.get(term) ?? 0) + 1);
		}
		if (sum > best + 1e-9) {
			best = sum;
			first = hit;
		}
		const left = (counts.get(hit.term) ?? 0) - 1;
		if (from < last) {
			if (left > 0) counts.set(hit.term, left);
			else if (counts.delete(hit.term)) sum -= hit.worth;
		}
	}
	return first;
}

/** Starts at the beginning of the sentence if that is near, else a little before the first hit. */
function excerptStart(text: string, body: number, hit: number, width: number): number {
	const earliest = Math.max(body, hit - Math.round(width * BEFORE));
	const before = text.slice(earliest, hit);
	let start = earliest === body ? before.search(/[^\s.]|$/) : before.search(/[\s，、：:,]/) + 1;
	for (const match of before.matchAll(SENTENCE_END)) start = match.index + match[0].length;
	return earliest + start;
}

function marksWithin(hits: readonly Hit[], start: number, end: number): Mark[] {
	const marks: [number, number][] = [];
	for (const hit of hits) {
		if (hit.start < start || hit.end > end || hit.worth < SHOWN_WORTH) continue;
		const last = marks.at(-1);
		if (last && hit.start - start <= last[1]) last[1] = Math.max(last[1], hit.end - start);
		else marks.push([hit.start - start, hit.end - start]);
	}
	return marks;
}

/** Stop words are not marked. */
const SHOWN_WORTH = 0.2;

function isHan(text: string): boolean {
	const sample = text.slice(0, 1000);
	return (sample.match(/\p{Script=Han}/gu)?.length ?? 0) > sample.length * HAN_SHARE;
}
