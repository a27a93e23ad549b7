import type { SourceFile, Twin } from '../model/index.ts';
import type { ReadingsAhead } from '../sources/index.ts';
import { createPool, isFailure, workerBeside } from '../workers/pool.ts';
import { arrivalsOf, type Readings } from './arrivals.ts';
import { type PackedTrees, type Trees, unpackTrees } from './packed-trees.ts';

/** Texts that the worker has signed, by their numbers, to be compared with each other; all lists in the same order. */
export interface TwinTask {
	readonly texts: readonly number[];
	readonly ids: readonly string[];
	readonly languages: readonly string[];
}

/** The documents of a folder, absolute. See `readAhead`. */
export interface ReadTask {
	readonly folder: string;
	readonly before: number;
}

/** Markdown files; one that the worker has read goes by its hash. */
export type ParseTask = readonly ({ readonly hash: string } | { readonly text: string })[];

/** What the worker can be asked for. */
export type TextTask =
	| { readonly read: ReadTask }
	| { readonly parse: ParseTask }
	| { readonly sign: readonly string[]; readonly from: number }
	| { readonly twins: TwinTask };

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
	/** What {@link read} gives, once for each file. */
	readonly readings: ReadingsAhead;
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
	const arrivals = arrivalsOf();
	const onPart = (part: unknown): void => arrivals.arrive(part as Readings);
	const pool = createPool<TextTask, TextResult>({ entry, size: 1, timeoutMs, onPart });
	const ask = async (task: TextTask): Promise<TextResult> => {
		const answer = await pool.run(task);
		return isFailure(answer) ? {} : answer;
	};
	const treesOf = async (sources: readonly SourceFile[]): Promise<Trees | undefined> => {
		const parse = sources.map(({ hash, text }) => (arrivals.takeText(hash) ? { hash } : { text }));
		const { trees } = await ask({ parse });
		return trees && unpackTrees(trees);
	};
	return {
		start: () => pool.start(),
		read: (folder, before) => {
			arrivals.expect(folder);
			void ask({ read: { folder, before } }).then(arrivals.end);
		},
		readings: arrivals.readings,
		parse: async (sources) => {
			const there = sources.map(({ hash }) => arrivals.takeTree(hash));
			const left = sources.filter((_, index) => !there[index]?.made);
			const made = left.length === 0 ? [] : await treesOf(left);
			const rest = made?.values();
			return rest && there.map((each) => (each.made ? each.tree : rest.next().value));
		},
		sign: async (texts, from) => (await ask({ sign: texts, from })).signatures,
		findTwins: async (task) => (await ask({ twins: task })).twins,
		close: () => pool.close(),
	};
}
