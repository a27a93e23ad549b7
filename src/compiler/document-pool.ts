import { availableParallelism } from 'node:os';
import type { SourceFile } from '../model/index.ts';
import { createPool, type Pool, workerBeside } from '../workers/pool.ts';
import type { DocumentHead } from './document-parts.ts';

/** Handed to a worker once. */
export interface DocumentWorkerData {
	readonly withHtml: boolean;
}

/** A worker's task. */
export interface Batch {
	/** The settings by `v8.serialize`: a worker may have started before they were read. The same for all batches. */
	readonly config: SharedArrayBuffer;
	readonly sources: readonly SourceFile[];
}

/** A worker's answer to one batch: one entry per source, in their order. */
export interface BatchResult {
	readonly entries: readonly BatchEntry[];
}

export type BatchEntry =
	/** Without HTML: most bodies are never looked into. */
	| { readonly head: DocumentHead; readonly body: Uint8Array }
	/** The whole with HTML, as the cache keeps it. */
	| { readonly bytes: Uint8Array }
	| { readonly error: string };

export type DocumentPool = Pool<Batch, BatchResult>;

/** Milliseconds one document may take; the largest real ones take tens. */
export const DOCUMENT_TIME_LIMIT = 10_000;

/** How many threads may compile documents; with pages this one has no part in it. */
export function mostWorkers(withHtml: boolean): number {
	const processors = Math.min(availableParallelism(), 8);
	return withHtml ? processors : Math.max(1, processors - 1);
}

export interface PoolKind {
	readonly withHtml: boolean;
	/** Milliseconds one document may take. */
	readonly timeoutMs: number;
}

export function createDocumentPool({ withHtml, timeoutMs }: PoolKind): DocumentPool {
	const workerData: DocumentWorkerData = { withHtml };
	const entry = workerBeside(import.meta.url, 'document-worker');
	return createPool({ entry, size: mostWorkers(withHtml), workerData, timeoutMs });
}
