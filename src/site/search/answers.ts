import { createSearchClient } from '../../search/browser/client.ts';
import type { Response } from '../../search/browser/protocol.ts';
import type { SearchAnswer, SearchOptions, SearchResult } from '../../search/query/result.ts';

/** What to show now. `settled` results keep their places; those after them came later and go below. */
export interface Shown {
	readonly answer: SearchAnswer;
	readonly results: readonly SearchResult[];
	/** How many of the results the reader has seen before the rest came; equal to their number when nothing came later. */
	readonly settled: number;
	/** Nothing more will come for this question. */
	readonly final: boolean;
}

export interface Answers {
	ask(query: string, options: SearchOptions): void;
	forget(): void;
}

export interface AnswerHandlers {
	show(shown: Shown): void;
	/** Excerpts have come; the order is as before. */
	describe(results: readonly SearchResult[]): void;
	fail(): void;
}

/** Nobody has read a list that has stood for less than this: it may still be put in order. */
const UNREAD_MS = 250;

/** Follows one question through its answers, so that what the reader has seen never moves. */
export function createAnswers(root: string, handlers: AnswerHandlers): Answers {
	let seen: readonly SearchResult[] = [];
	let since = 0;
	const settle = (answer: SearchAnswer): void => {
		if (performance.now() - since < UNREAD_MS) seen = [];
		const results = joinBelow(seen, answer.results);
		const settled = seen.length > 0 ? seen.length : results.length;
		handlers.show({ answer, results, settled, final: true });
	};
	const hear = (response: Exclude<Response, { type: 'ready' }>): void => {
		if (response.type === 'failed') handlers.fail();
		else if (response.type === 'described') handlers.describe(response.results);
		else if (response.type === 'answer') settle(response.answer);
		else {
			seen = response.answer.results;
			since = performance.now();
			handlers.show({ answer: response.answer, results: seen, settled: seen.length, final: false });
		}
	};
	const client = createSearchClient(root, hear);
	return {
		ask: (query, options) => {
			seen = [];
			client.ask(query, options);
		},
		forget: client.forget,
	};
}

/** What has been seen stays where it is, with its new reasons; what is new follows. */
export function joinBelow(seen: readonly SearchResult[], found: readonly SearchResult[]): SearchResult[] {
	const byUrl = new Map(found.map((result) => [result.url, result]));
	const kept = seen.map((result) => byUrl.get(result.url) ?? result);
	const known = new Set(seen.map(({ url }) => url));
	return [...kept, ...found.filter(({ url }) => !known.has(url))];
}
