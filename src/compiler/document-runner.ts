import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { deserialize } from 'node:v8';
import type { CompileConfig, SourceFile } from '../model/index.ts';
import { createPool, isFailure, type Pool, type TaskFailure, workerBeside } from '../workers/pool.ts';
import { type DocumentBody, type DocumentHead, joinParts } from './document-parts.ts';
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

/** Handed to a worker once. */
export interface DocumentWorkerData {
	readonly config: CompileConfig;
	readonly withHtml: boolean;
	/** Where Node keeps compiled code between runs. */
	readonly codeCache: string | undefined;
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

/** Documents handed to a worker at once, so that threads do not wait for each other. */
const LARGEST_BATCH = 32;

/** Below this many documents a second worker costs more to boot than it saves. */
const DOCUMENTS_PER_WORKER = 24;

/** So few small documents are compiled sooner than a worker has started. */
const FEW = 48;

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
	const isAlone = theirs.length === 0 && shared.length <= FEW;
	const processors = Math.min(availableParallelism(), 8);
	const most = options.withHtml ? processors : Math.max(1, processors - 1);
	const workers = isAlone ? 0 : Math.max(1, Math.min(most, Math.ceil(sources.length / DOCUMENTS_PER_WORKER)));
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
	let pool: Pool<readonly SourceFile[], BatchResult> | undefined;
	const run = (batch: readonly SourceFile[]): Promise<BatchResult | TaskFailure> => {
		pool ??= createPool({
			entry: workerBeside(import.meta.url, 'document-worker'),
			size: Math.max(1, size),
			workerData: workerDataOf(options),
			timeoutMs: options.timeoutMs,
		});
		return pool.run(batch);
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

function workerDataOf({ config, withHtml }: RunnerOptions): DocumentWorkerData {
	return { config, withHtml, codeCache: getCompileCacheDir() };
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
