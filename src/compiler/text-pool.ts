import { setImmediate } from 'node:timers/promises';
import type { SourceFile, Twin } from '../model/index.ts';
import type { FileReading } from '../sources/index.ts';
import { createPool, isFailure, workerBeside } from '../workers/pool.ts';
import { type PackedTrees, type Trees, unpackTrees } from './packed-trees.ts';

/** Texts that the worker has signed, by their numbers, to be compared with each other; all lists in the same order. */
export interface TwinTask {
	readonly texts: readonly number[];
	readonly ids: readonly string[];
	readonly languages: readonly string[];
}

/** The documents of a folder, absolute; `stop` is no longer 0 when nobody waits for more. See `readAhead`. */
export interface ReadTask {
	readonly folder: string;
	readonly before: number;
	readonly stop: Int32Array<SharedArrayBuffer>;
}

/** Markdown files; one that the worker has read goes by its hash. */
export type ParseTask = readonly ({ readonly hash: string } | { readonly text: string })[];

/** What the worker can be asked for. */
export type TextTask =
	| { readonly read: ReadTask }
	| { readonly parse: ParseTask }
	| { readonly sign: readonly string[]; readonly from: number }
	| { readonly twins: TwinTask };

/** A part of the documents of a folder, by absolute path. */
export type Readings = readonly (readonly [path: string, reading: FileReading])[];

/** What comes of each task. */
export interface TextResult {
	readonly trees?: PackedTrees;
	readonly signatures?: readonly (Int32Array | undefined)[];
	readonly twins?: readonly (Twin | undefined)[];
}

/**
 * One worker for what needs nothing but texts, beside the thread that compiles them. It answers one question after
 * the other; undefined where it fails, so that whoever asks does without.
 */
export interface TextPool {
	/** Boots the worker before there is work for it. */
	start(): void;
	/** Begins to read the documents below an absolute folder that did not change after `before`, milliseconds. */
	read(folder: string, before: number): void;
	/** What was read so far, by absolute path; no more is read. */
	takeReadings(): Promise<ReadonlyMap<string, FileReading>>;
	/** Bodies of Markdown files. */
	parse(sources: readonly SourceFile[]): Promise<Trees | undefined>;
	/** Signatures; the worker keeps the texts and numbers them in their order, these from `from` on. */
	sign(texts: readonly string[], from: number): Promise<TextResult['signatures']>;
	/** By entry, which of the others says nearly the same. */
	findTwins(task: TwinTask): Promise<TextResult['twins']>;
	close(): Promise<void>;
}

/** `timeoutMs` is for one task. */
export function createTextPool(timeoutMs: number): TextPool {
	const entry = workerBeside(import.meta.url, 'text-worker');
	const readings = new Map<string, FileReading>();
	const sent = new Set<string>();
	const stop = new Int32Array(new SharedArrayBuffer(4));
	const onPart = (part: unknown): void => {
		for (const [path, reading] of part as Readings) {
			readings.set(path, reading);
			if ('hash' in reading) sent.add(reading.hash);
		}
	};
	const pool = createPool<TextTask, TextResult>({ entry, size: 1, timeoutMs, onPart });
	const ask = async (task: TextTask): Promise<TextResult> => {
		const answer = await pool.run(task);
		return isFailure(answer) ? {} : answer;
	};
	return {
		start: () => pool.start(),
		read: (folder, before) => void ask({ read: { folder, before, stop } }),
		takeReadings: async () => {
			Atomics.store(stop, 0, 1);
			// What the worker has sent lies in the queue of this thread.
			await setImmediate();
			return readings;
		},
		parse: async (sources) => {
			const parse = sources.map(({ hash, text }) => (sent.delete(hash) ? { hash } : { text }));
			const { trees } = await ask({ parse });
			return trees && unpackTrees(trees);
		},
		sign: async (texts, from) => (await ask({ sign: texts, from })).signatures,
		findTwins: async (task) => (await ask({ twins: task })).twins,
		close: () => pool.close(),
	};
}
