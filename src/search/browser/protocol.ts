import type { SearchAnswer, SearchOptions, SearchResult } from '../query/result.ts';

/** From the page to its search thread. The first message opens the index. */
export type Request =
	| { readonly type: 'open'; readonly root: string }
	| {
			readonly type: 'search';
			readonly number: number;
			readonly query: string;
			readonly options: SearchOptions;
	  };

/**
 * From the search thread to the page. One question is answered by at most one `early`, then one `answer`, then one
 * `described`; a question that a newer one has overtaken gets no more.
 */
export type Response =
	| { readonly type: 'ready' }
	| { readonly type: 'failed'; readonly message: string }
	| { readonly type: 'early' | 'answer'; readonly number: number; readonly answer: SearchAnswer }
	| { readonly type: 'described'; readonly number: number; readonly results: readonly SearchResult[] };
