import { deserialize, serialize } from 'node:v8';
import type { CompileConfig, SourceFile } from '../model/index.ts';
import { isFailure, type TaskFailure } from '../workers/pool.ts';
import { bodiesAhead, type ParsedAhead } from './bodies-ahead.ts';
import { type DocumentBody, joinParts } from './document-parts.ts';
import { type BatchEntry, type BatchResult, type DocumentPool, mostWorkers } from './document-pool.ts';
import type { CompiledDocument } from './document-task.ts';
import type { Likeness } from './likeness.ts';
import { documentPool, documentsStandBy } from './standing-pools.ts';
import type { TextPool } from './text-pool.ts';

/** A worker that does of documents what needs only their texts; who has it closes it. */
export interface TextsBeside {
	readonly pool: TextPool;
	readonly likeness: Likeness;
}

/** What became of a source. `bytes` is the document as the cache keeps it, where a cache is kept. */
export type Outcome = { readonly value: CompiledDocument; readonly bytes?: Uint8Array } | TaskFailure;

export interface RunnerOptions {
	readonly config: CompileConfig;
	readonly withHtml: boolean;
	/** Milliseconds one document may take in a worker. */
	readonly timeoutMs: number;
	readonly onOutcome: (source: SourceFile, outcome: Outcome) => void;
	/** A worker for texts that helps. */
	readonly beside?: TextsBeside;
}

/** Documents handed to a worker at once, so that threads do not wait for each other. */
const LARGEST_BATCH = 32;

/** With pages: below this many documents a second worker costs more to boot than it saves. */
const DOCUMENTS_PER_WORKER = 24;

/** Characters of documents without pages that are compiled in the time that a worker takes to start. */
const LITTLE = 400_000;

/** Characters up to which this thread takes a document too: it has no time limit to stop one that runs away. */
const SMALL = 16_384;

/** Documents that cannot be parsed ahead from which on a worker for them is worth its start. */
const MANY_SLOW = 24;

/** Documents between two looks at what the workers ask for. */
const STRIDE = 32;

/** Documents on their way. Each is added once; what becomes of it `onOutcome` tells. */
export interface DocumentRun {
	/** Whether a worker stands by, which begins with what is there; others wait for {@link finish}. */
	readonly standsBy: boolean;
	add(source: SourceFile): void;
	/** Compiles what is left, with all hands. Nothing can be added any more. */
	finish(): Promise<void>;
	/** Ends all workers, whatever they are at. */
	close(): Promise<void>;
}

/**
 * Compiles documents in worker threads and, where no page is made of them, in this thread as well: its code is
 * loaded anyway, and on two processors a second worker would have to share one with it. Where a worker stands by that
 * parses ahead, this thread does the rest: the two share no code, which each would have to warm up for itself, and trees
 * go from one to the other as bytes.
 */
export function runDocuments(options: RunnerOptions): DocumentRun {
	const shared: SourceFile[] = [];
	const theirs: SourceFile[] = [];
	const sum = { documents: 0, characters: 0 };
	const crew = createCrew(options);
	const { beside } = options;
	let isLast = false;
	let here: Promise<void> | undefined;
	const refused: SourceFile[] = [];
	/** This thread compiles what is parsed while the others are still being read. */
	const begin = (): void => {
		if (here || isLast) return;
		const next = async (): Promise<ParsedAhead | undefined> => (isLast ? undefined : ahead?.takeParsed());
		here = compileHere(next, options, refused).finally(() => {
			here = undefined;
		});
	};
	const ahead = beside && bodiesAhead(beside.pool, (source) => shared.push(source), begin);
	const standsBy = documentsStandBy(options);
	let early: Promise<void> | undefined;
	// Large ones first: nobody should wait for one of them at the end.
	const help = (size: number): Promise<void> => crew.work([theirs, shared], size);
	return {
		standsBy: standsBy || ahead !== undefined,
		add: (source) => {
			if (!isForAll(source, options)) theirs.push(source);
			else if (ahead) return ahead.add(source);
			else shared.push(source);
			sum.documents++;
			sum.characters += source.text.length;
			if (early || shared.length + theirs.length < LARGEST_BATCH || !standsBy) return;
			early = help(1).finally(() => {
				early = undefined;
			});
		},
		finish: async () => {
			isLast = true;
			await here;
			const workers = workersFor(sum, theirs.length > 0, options);
			const helpers = early ? [early] : [];
			while (helpers.length < workers) helpers.push(help(workers));
			const next = async (): Promise<ParsedAhead | undefined> => {
				// What cannot be parsed ahead takes ten times as long.
				if (ahead && helpers.length === 0 && shared.length > MANY_SLOW) helpers.push(help(1));
				for (;;) {
					const each = ahead?.take() ?? last(shared);
					if (each || !(await ahead?.wait())) return each;
				}
			};
			await compileHere(next, options, refused);
			await Promise.all([
				beside?.likeness.settled(),
				...helpers,
				crew.work([theirs, shared, refused], Math.max(1, workers)),
			]);
		},
		close: async () => {
			isLast = true;
			await here?.catch(() => {});
			await crew.close();
		},
	};
}

function last(queue: SourceFile[]): ParsedAhead | undefined {
	const source = queue.pop();
	return source && { source };
}

/** Whether this thread may take a document as well as a worker. */
function isForAll({ text, path }: SourceFile, { withHtml }: RunnerOptions): boolean {
	return !withHtml && text.length <= SMALL && !/\.mdx$/i.test(path);
}

function workersFor(
	{ documents, characters }: { documents: number; characters: number },
	isNeeded: boolean,
	{ withHtml }: RunnerOptions,
): number {
	if (!isNeeded && characters <= LITTLE) return 0;
	const worth = withHtml ? documents / DOCUMENTS_PER_WORKER : characters / LITTLE;
	return Math.max(1, Math.min(mostWorkers(withHtml), Math.ceil(worth)));
}

interface Crew {
	/** Has one worker after the other take batches of the queues until they are empty; `size` workers share them. */
	work(queues: readonly SourceFile[][], size: number): Promise<void>;
	close(): Promise<void>;
}

function createCrew(options: RunnerOptions): Crew {
	let pool: DocumentPool | undefined;
	let config: SharedArrayBuffer | undefined;
	const run = (batch: readonly SourceFile[]): Promise<BatchResult | TaskFailure> => {
		pool ??= documentPool(options);
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
		work: async (queues, size) => {
			const next = (): SourceFile[] | undefined => queues.find(({ length }) => length > 0);
			for (let queue = next(); queue; queue = next()) {
				const share = Math.ceil(queue.length / (4 * Math.max(1, size)));
				await settle(queue.splice(0, Math.min(LARGEST_BATCH, share)));
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

/** Takes documents until there are no more; to `refused` go those that only a worker can judge. */
async function compileHere(
	next: () => Promise<ParsedAhead | undefined>,
	options: RunnerOptions,
	refused: SourceFile[],
): Promise<void> {
	let each = await next();
	if (!each) return;
	const { compileDocument, isJudgedByStack } = await import('./document-task.ts');
	for (let count = 1; each; each = await next(), count++) {
		const { source, body } = each;
		try {
			const done = { ...(body && { body }), signed: options.beside !== undefined };
			const value = compileDocument(source, options.config, undefined, done);
			// The call stack is smaller here than in a worker.
			if (value.findings.some(isJudgedByStack)) refused.push(source);
			else {
				options.beside?.likeness.add(value.document);
				options.onOutcome(source, { value });
			}
		} catch {
			refused.push(source);
		}
		if (count % STRIDE === 0) await new Promise((turn) => setImmediate(turn));
	}
}
