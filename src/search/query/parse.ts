import { CONCEPT_MARK, type ConceptFinder } from '../concepts.ts';
import type { Fold } from '../text/fold.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { ASKING, STOP_WORDS } from './stop-words.ts';

/** Another term that stands for a unit, at `factor` of its worth. */
export interface Alternative {
	readonly term: string;
	readonly factor: number;
	readonly type: 'concept' | 'fuzzy';
}

/** One thing the reader asked for. */
export interface Unit {
	readonly type: Token['type'];
	readonly term: string;
	/** As folded, for the reason shown: the words of the query that this unit stands for. */
	readonly text: string;
	readonly weight: number;
	readonly alternatives: readonly Alternative[];
}

export interface ParsedQuery {
	/** Folded, case kept. */
	readonly text: string;
	readonly units: readonly Unit[];
	/** A paste: several lines, or one long one. */
	readonly log: boolean;
	/** Part of the paste that was not read because it is too long. */
	readonly cut: boolean;
}

/** A longer query is cut: at this length scanning stays far below a tenth of a second. */
export const LONGEST_QUERY = 200_000;
/** From here on a query counts as a paste. */
export const LOG_LENGTH = 120;

const WEIGHT: Readonly<Record<Token['type'], number>> = { gram: 1, word: 1.5, part: 0.75, code: 2 };
const STOP_WEIGHT = 0.1;
const CONCEPT_FACTOR = 0.6;

/** What a paste holds that no document ever does: times, dates, addresses, durations, long hexadecimal ids. */
const NOISE =
	/\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?|\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{4,27}\b|:\d{1,5}(?=\))/gi;

/** Cuts a query into units. Pure; the vocabulary is not needed, so that the files to load are known at once. */
export function parseQuery(raw: string, fold: Fold, concepts: ConceptFinder): ParsedQuery {
	const cut = raw.length > LONGEST_QUERY;
	const log = raw.length > LOG_LENGTH || /\n./.test(raw.trim());
	const text = fold(cut ? raw.slice(0, LONGEST_QUERY) : raw);
	const asked = log ? text.replace(NOISE, (noise) => ' '.repeat(noise.length)) : blankAsking(text);
	const mentions = concepts(asked);
	const units = new Map<string, Unit>();
	for (const token of tokensOf(asked)) {
		if (units.has(token.term)) continue;
		const covering = mentions.filter(({ start, end }) => start <= token.start && token.end <= end);
		units.set(token.term, {
			type: token.type,
			term: token.term,
			text: asked.slice(token.start, token.end),
			weight: STOP_WORDS.has(token.term) ? STOP_WEIGHT : WEIGHT[token.type],
			alternatives: covering.map(({ concept }) => ({
				term: CONCEPT_MARK + concept,
				factor: CONCEPT_FACTOR,
				type: 'concept',
			})),
		});
	}
	return { text, units: [...units.values()], log, cut };
}

function blankAsking(text: string): string {
	const blanked = text.replace(ASKING, (phrase) => ' '.repeat(phrase.length));
	return blanked.trim() === '' ? text : blanked;
}
