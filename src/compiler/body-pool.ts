import type { NativeTree } from '../parse/index.ts';
import { createPool, type Pool, workerBeside } from '../workers/pool.ts';

/** Texts of Markdown files whose bodies are to be parsed. */
export interface Texts {
	readonly texts: readonly string[];
}

/** One entry for each text, in their order; none where only the thread that compiles the document can tell. */
export interface BodyResult {
	readonly trees: readonly (NativeTree | undefined)[];
}

export type BodyPool = Pool<Texts, BodyResult>;

/** A pool of one worker, which parses faster than any thread goes on with what it made. */
export function createBodyPool(timeoutMs: number): BodyPool {
	return createPool({ entry: workerBeside(import.meta.url, 'body-worker'), size: 1, timeoutMs });
}
