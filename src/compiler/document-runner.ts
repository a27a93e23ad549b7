import { deserialize, serialize } from 'node:v8';
import type { CompileConfig, SourceFile } from '../model/index.ts';
import { isFailure, type TaskFailure } from '../workers/pool.ts';
import { type DocumentBody, joinParts } from './document-parts.ts';
import {
	type BatchEntry,
	type BatchResult,
	type DocumentPool,
	documentPool,
	mostWorkers,
} from './document-pool.ts';
import type { CompiledDocument } from './document-task.ts';

/** What became of a source. `bytes` is the document as the cache keeps it, where a cache is kept. */
export type Outcome = { readonly value: CompiledDocument; readonly bytes?: Uint8Array } | TaskFailure;

export interface RunnerOptions {
	readonly config: CompileConfig;
	readonly withHtml: boolean;
	/** Milliseconds one document may take in a worker. */
	readonly timeoutMs: number;
	readonly onOutcome: (source: SourceFile, outcome: Outcome) => void;
}

/** Documents handed to a worker at once, so that threads do not wait for each other. */
const LARGEST_BATCH = 32;

/** With pages: below this many documents a second worker costs more to boot than it saves. */
const DOCUMENTS_PER_WORKER = 24;

/** Characters of documents without pages that are compiled in the time that a worker takes to start. */
const LITTLE = 400_000;

/** Characters up to which this thread takes a document too: it has no time limit to stop one that runs away. */
const SMALL = 16_384;

/** Documents between two looks at what the workers ask for. */
const STRIDE = 2;

/**
 * Compiles documents in worker threads and, where no page is made of them, in this thread as well: its code is
 * loaded anyway, and on two processors a second worker would have to share one with it.
 */
export async function runDocuments(sources: readonly SourceFile[], options: RunnerOptions): Promise<void> {
	const isOurs = ({ text, path }: SourceFile): boolean =>
		!options.withHtml && text.length <= SMALL && !/\.mdx$/i.test(path);
	const shared = sources.filter(isOurs);
	const theirs = sources.filter((source) => !isOurs(source));
	const characters = sources.reduce((sum, { text }) => sum + text.length, 0);
	const isAlone = shared.length === sources.length && characters <= LITTLE;
	const worth = options.withHtml ? sources.length / DOCUMENTS_PER_WORKER : characters / LITTLE;
	const workers = isAlone ? 0 : Math.max(1, Math.min(mostWorkers(options.withHtml), Math.ceil(worth)));
	const crew = createCrew(workers, options);
	try {
		// Large ones first: nobody should wait for one of them at the end.
		const helpers = Array.from({ length: workers }, () => crew.work([theirs, shared]));
		const refused = await compileHere(shared, options);
		await Promise.all([...helpers, crew.work([refused])]);
	} finally {
		await crew.close();
	}
}

interface Crew {
	/** Has one worker after the other take batches of the queues until they are empty. */
	work(queues: readonly SourceFile[][]): Promise<void>;
	close(): Promise<void>;
}

function createCrew(size: number, options: RunnerOptions): Crew {
	let pool: DocumentPool | undefined;
	let config: SharedArrayBuffer | undefined;
	const run = (batch: readonly SourceFile[]): Promise<BatchResult | TaskFailure> => {
		pool ??= documentPool(options.withHtml, options.timeoutMs);
		config ??= sharedBytes(options.config);
		return pool.run({ config, sources: batch });
	};
	const settle = async (batch: readonly SourceFile[]): Promise<void> => {
		const answer = await run(batch);
		if (!isFailure(answer)) {
			for (const [index, source] of batch.entries())
				options.onOutcome(source, outcomeOf(answer.entries[index]));
			return;
		}
		const [only] = batch;
		if (batch.length === 1 && only) options.onOutcome(only, answer);
		// One of them is at fault; the others must not suffer for it.
		else for (const source of batch) await settle([source]);
	};
	return {
		work: async (queues) => {
			for (const queue of queues) {
				while (queue.length > 0) {
					const share = Math.ceil(queue.length / (4 * Math.max(1, size)));
					await settle(queue.splice(0, Math.min(LARGEST_BATCH, share)));
				}
			}
		},
		close: async () => pool?.close(),
	};
}

function sharedBytes(config: CompileConfig): SharedArrayBuffer {
	const bytes = serialize(config);
	const shared = new SharedArrayBuffer(bytes.length);
	new Uint8Array(shared).set(bytes);
	return shared;
}

function outcomeOf(entry: BatchEntry | undefined): Outcome {
	if (!entry) return { failed: 'crash', detail: 'no answer' };
	if ('error' in entry) return { failed: 'crash', detail: entry.error };
	if ('bytes' in entry) return { bytes: entry.bytes, value: deserialize(entry.bytes) as CompiledDocument };
	return { value: joinParts(entry.head, () => deserialize(entry.body) as DocumentBody) };
}

/** Takes documents off the end of the queue until it is empty. Returns those that only a worker can judge. */
async function compileHere(queue: SourceFile[], options: RunnerOptions): Promise<SourceFile[]> {
	const refused: SourceFile[] = [];
	if (queue.length === 0) return refused;
	const { compileDocument, isJudgedByStack } = await import('./document-task.ts');
	while (queue.length > 0) {
		for (const source of queue.splice(-STRIDE)) {
			try {
				const value = compileDocument(source, options.config, undefined);
				// The call stack is smaller here than in a worker.
				if (value.findings.some(isJudgedByStack)) refused.push(source);
				else options.onOutcome(source, { value });
			} catch {
				refused.push(source);
			}
		}
		await new Promise((next) => setImmediate(next));
	}
	return refused;
}
