import type { DocumentKind, LanguageTag } from '../../model/index.ts';
import type { Mark } from './excerpt.ts';
import type { ScoreParts } from './rank.ts';

export const FACETS = ['kind', 'module', 'severity', 'exceptionClass', 'lang', 'status'] as const;
export type Facet = (typeof FACETS)[number];

/** Per facet the values that pass; a facet left out or empty lets everything pass. */
export type Filters = Readonly<Partial<Record<Facet, readonly string[]>>>;

export interface SearchOptions {
	/** Language of the interface: of two translations that match alike, this one is shown. */
	readonly lang?: LanguageTag;
	readonly kind?: DocumentKind;
	readonly limit?: number;
	readonly filters?: Filters;
}

/** Why a result is there. */
export interface Reason {
	readonly type: 'code' | 'signature' | 'pattern' | 'symptom' | 'title' | 'name' | 'words' | 'related';
	readonly value: string;
	/** Line of a paste, from 1, and its text. */
	readonly line?: number;
	readonly lineText?: string;
}

export interface SearchResult {
	readonly id: string;
	/** Route of the page. */
	readonly url: string;
	readonly title: string;
	readonly titleMarks: readonly Mark[];
	readonly kind: DocumentKind;
	readonly lang: LanguageTag;
	readonly modules: readonly string[];
	readonly severity: string;
	readonly exceptionClass: string;
	readonly status: string;
	readonly score: number;
	readonly parts: ScoreParts;
	readonly reasons: readonly Reason[];
	/** The reasons in plain words: `code ORA-01555`, `symptom 库存对不上`. */
	readonly matched: readonly string[];
	readonly excerpt: string;
	readonly excerptMarks: readonly Mark[];
	/** Element id of the section that the excerpt is from. */
	readonly anchor?: string;
	readonly summary: string;
	/** First step of a runbook or process. */
	readonly firstStep: string;
}

export interface SearchAnswer {
	readonly query: string;
	readonly results: readonly SearchResult[];
	/** Documents that match well enough to be counted, after filters. */
	readonly total: number;
	/** Per facet: value → number of matches with the other facets' filters applied; translations count by themselves for `lang`. */
	readonly counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
	/** Words that were looked up. */
	readonly tried: readonly string[];
	/** Words of the knowledge base that look like words of the query that it lacks. */
	readonly nearest: readonly string[];
	/** 0–1: how much of the query the best result explains, filters aside; words that no document knows count as unexplained. */
	readonly confidence: number;
	/** The best result explains too little of the query to be trusted. */
	readonly doubtful: boolean;
	/** The query was too long to be read whole. */
	readonly cut: boolean;
	/** Everything that the query needs had been loaded. */
	readonly complete: boolean;
}
