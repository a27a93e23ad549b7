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

/** Follows one question through its answers, so that what the reader has seen never moves. */
export function createAnswers(root: string, handlers: AnswerHandlers): Answers {
	let seen: readonly SearchResult[] = [];
	const hear = (response: Exclude<Response, { type: 'ready' }>): void => {
		switch (response.type) {
			case 'failed':
				return handlers.fail();
			case 'described':
				return handlers.describe(response.results);
			case 'early':
				seen = response.answer.results;
				return handlers.show({ answer: response.answer, results: seen, settled: seen.length, final: false });
			case 'answer': {
				const results = joinBelow(seen, response.answer.results);
				const settled = seen.length > 0 ? seen.length : results.length;
				return handlers.show({ answer: response.answer, results, settled, final: true });
			}
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
