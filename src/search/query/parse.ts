import { CONCEPT_MARK } from '../concepts.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import type { Finder } from './finder.ts';
import { ASKING, ASKS_FOR_PROCESS, STOP_WORDS } from './stop-words.ts';

/** Another term that stands for a unit, at `factor` of its worth. */
export interface Alternative {
	readonly term: string;
	readonly factor: number;
	readonly type: 'concept' | 'near' | 'prefix';
}

/** One thing the reader asked for. */
export interface Unit {
	readonly type: Token['type'];
	readonly term: string;
	/** The words of the query that this unit stands for, folded. */
	readonly text: string;
	/** Place in the folded query, half open. */
	readonly start: number;
	readonly end: number;
	readonly weight: number;
	readonly alternatives: readonly Alternative[];
}

export interface ParsedQuery {
	readonly units: readonly Unit[];
	/** A paste: several lines, or one long one. */
	readonly paste: boolean;
	/** The paste was too long to be read whole. */
	readonly cut: boolean;
	/** The words say that something is wrong. */
	readonly problem: boolean;
	/** The words ask how something goes in the normal case. */
	readonly process: boolean;
}

/** Characters of a query that are searched for declared signatures; what is longer is cut. */
export const LONGEST_QUERY = 100_000;
/** Characters from which words are taken. */
const LONGEST_WORDED = 30_000;
/** From here on a query counts as a paste. */
const PASTE_LENGTH = 120;
/** Units that are looked up; of a longer query the most telling ones. */
const MOST_UNITS = 40;

const WEIGHT: Readonly<Record<Token['type'], number>> = { gram: 1, word: 1.5, part: 0.75, code: 2 };
const STOP_WEIGHT = 0.1;
/** That something is wrong is in most questions; what is wrong tells them apart. */
const COMPLAINT_FACTOR = 0.75;
const FACTOR: Readonly<Record<Alternative['type'], number>> = { concept: 0.6, near: 0.7, prefix: 0.8 };

/** What a paste holds that no document does: times, dates, addresses, long ids, line numbers of source files. */
const NOISE =
	/\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{4,27}\b|:\d{1,5}(?=\))/gi;

/** Cuts a query into units. Pure; nothing has to be loaded for it, so that the files to load are known at once. */
export function parseQuery(raw: string, finder: Finder): ParsedQuery {
	const cut = raw.length > LONGEST_QUERY;
	const paste = raw.length > PASTE_LENGTH || /\n./.test(raw.trim());
	const text = finder.analysis.fold(raw.slice(0, LONGEST_WORDED));
	const process = !paste && ASKS_FOR_PROCESS.test(text);
	const asked = paste ? text.replace(NOISE, blank) : blankAsking(text);
	const tokens = distinct(tokensOf(asked));
	const chosen = tokens.length > MOST_UNITS ? mostTelling(tokens, asked, finder) : tokens;
	const mentions = finder.analysis.concepts(asked);
	const units = chosen.map((token): Unit => {
		const concepts = mentions.filter(({ start, end }) => start <= token.start && token.end <= end);
		const complaint = concepts.some(({ concept }) => finder.problemTerms.has(CONCEPT_MARK + concept));
		return {
			type: token.type,
			term: token.term,
			text: asked.slice(token.start, token.end),
			start: token.start,
			end: token.end,
			weight: weightOf(token, asked) * (complaint ? COMPLAINT_FACTOR : 1),
			alternatives: [
				...concepts.map(({ concept }) => alternative(CONCEPT_MARK + concept, 'concept')),
				...(paste ? [] : spellings(token, token.end === asked.trimEnd().length, finder)),
			],
		};
	});
	const problem = paste || mentions.some(({ concept }) => finder.problemTerms.has(CONCEPT_MARK + concept));
	return {
		...{ units, paste, cut },
		problem: problem || units.some(({ type }) => type === 'code'),
		process,
	};
}

/** Every term that ranking {@link parseQuery}'s result looks up beyond the local index. */
export function termsToLoad({ units }: ParsedQuery): string[] {
	return [
		...new Set(
			units.flatMap(({ term, alternatives }) => [
				term,
				...alternatives.filter(({ type }) => type !== 'prefix').map((alternative) => alternative.term),
			]),
		),
	];
}

function weightOf(token: Token, text: string): number {
	return isStopWord(token, text) ? STOP_WEIGHT : WEIGHT[token.type];
}

/** Judged as written: cut to its stem, a `note` would be a `not`. */
function isStopWord({ type, start, end }: Token, text: string): boolean {
	return type === 'word' && STOP_WORDS.has(text.slice(start, end).toLowerCase());
}

function alternative(term: string, type: Alternative['type']): Alternative {
	return { term, type, factor: FACTOR[type] };
}

/** The word still being typed stands for longer ones; an unknown word for known ones that look like it. */
function spellings(token: Token, last: boolean, { vocabulary }: Finder): Alternative[] {
	const prefixed = last ? vocabulary.beginning(token.term).map((term) => alternative(term, 'prefix')) : [];
	if (vocabulary.has(token.term) || token.type === 'gram' || token.type === 'code') return prefixed;
	return [...prefixed, ...vocabulary.near(token.term).map((term) => alternative(term, 'near'))];
}

function distinct(tokens: readonly Token[]): Token[] {
	const byTerm = new Map<string, Token>();
	for (const token of tokens) if (!byTerm.has(token.term)) byTerm.set(token.term, token);
	return [...byTerm.values()];
}

/** Of a long paste: words that titles and signs know, rare ones first; then long identifiers; in order of place. */
function mostTelling(tokens: readonly Token[], text: string, { local }: Finder): Token[] {
	const worth = (token: Token): number => {
		if (isStopWord(token, text)) return 0;
		const known = local.postings(token.term)?.docs.length ?? 0;
		const identifier = Math.min(1, token.term.length / 20);
		return (known > 0 ? 1 + 1 / Math.log2(1 + known) : 0) + identifier;
	};
	return tokens
		.map((token, place) => ({ token, place, worth: worth(token) }))
		.sort((a, b) => b.worth - a.worth || a.place - b.place)
		.slice(0, MOST_UNITS)
		.sort((a, b) => a.place - b.place)
		.map(({ token }) => token);
}

function blank(text: string): string {
	return ' '.repeat(text.length);
}

function blankAsking(text: string): string {
	const blanked = text.replace(ASKS_FOR_PROCESS, blank).replace(ASKING, blank);
	return blanked.trim() === '' ? text : blanked;
}
