import type { SearchOptions } from '../query/result.ts';
import type { Request, Response } from './protocol.ts';

/** The page's side of the search thread. */
export interface SearchClient {
	/** Asks; answers to earlier questions are dropped from now on. */
	ask(query: string, options: SearchOptions): void;
	/** Forgets the last question. */
	forget(): void;
}

export type AnswerListener = (response: Exclude<Response, { type: 'ready' }>) => void;

/**
 * Starts the search thread and lets it load the index from `root`, the site's base address.
 * `listener` hears only about the last question asked.
 */
export function createSearchClient(root: string, listener: AnswerListener): SearchClient {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	let last = 0;
	const send = (request: Request): void => worker.postMessage(request);
	worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
		if (data.type === 'ready') return;
		if (data.type === 'failed' || data.number === last) listener(data);
	});
	worker.addEventListener('error', ({ message }) => listener({ type: 'failed', message }));
	send({ type: 'open', root });
	return {
		ask: (query, options) => send({ type: 'search', number: ++last, query, options }),
		forget: () => {
			last++;
		},
	};
}
