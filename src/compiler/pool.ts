import { Worker } from 'node:worker_threads';

/** Why a task has no result; the worker that failed it is replaced. */
export type TaskFailure = { readonly failed: 'timeout' | 'crash'; readonly detail: string };

export interface Pool<Task, Result> {
	/** Settles with the result or with the failure; never rejects. */
	run(task: Task): Promise<Result | TaskFailure>;
	close(): Promise<void>;
}

export interface PoolOptions {
	readonly entry: URL;
	readonly size: number;
	/** Handed to each worker once, as `workerData`. */
	readonly workerData: unknown;
	/** Milliseconds one task may take, from the moment its worker starts it. */
	readonly timeoutMs: number;
	/** Milliseconds a worker may take to boot. */
	readonly bootTimeoutMs?: number;
}

/** What a worker of a pool sends: `ready` once, then one answer per task. */
export type WorkerMessage<Result> =
	| { readonly ready: true }
	| { readonly result: Result }
	| { readonly error: string };

interface Job<Task, Result> {
	readonly task: Task;
	readonly settle: (outcome: Result | TaskFailure) => void;
}

export function isFailure<Result extends object>(outcome: Result | TaskFailure): outcome is TaskFailure {
	return 'failed' in outcome;
}

/**
 * A pool of worker threads with a time limit per task. Workers start when there is work for them;
 * one that exceeds the limit or dies is ended and replaced, and only the task it was at fails.
 */
export function createPool<Task, Result extends object>(options: PoolOptions): Pool<Task, Result> {
	const queue: Job<Task, Result>[] = [];
	const slots = new Set<Slot<Task, Result>>();
	let closed = false;

	const feed = (): void => {
		for (const slot of slots) if (!slot.busy()) take(slot);
		while (!closed && queue.length > 0 && slots.size < options.size) {
			const slot = startSlot<Task, Result>(options, {
				idle: () => take(slot),
				gone: () => {
					slots.delete(slot);
					feed();
				},
			});
			slots.add(slot);
			take(slot);
		}
	};
	const take = (slot: Slot<Task, Result>): void => {
		const job = queue.shift();
		if (job) slot.start(job);
	};

	return {
		run: (task) =>
			new Promise((settle) => {
				queue.push({ task, settle });
				feed();
			}),
		close: async () => {
			closed = true;
			await Promise.all([...slots].map((slot) => slot.end()));
		},
	};
}

interface Slot<Task, Result> {
	busy(): boolean;
	start(job: Job<Task, Result>): void;
	end(): Promise<unknown>;
}

function startSlot<Task, Result extends object>(
	options: PoolOptions,
	on: { idle(): void; gone(): void },
): Slot<Task, Result> {
	const worker = new Worker(options.entry, { workerData: options.workerData });
	let job: Job<Task, Result> | undefined;
	let ready = false;
	let timer: NodeJS.Timeout | undefined;

	const settle = (outcome: Result | TaskFailure): void => {
		clearTimeout(timer);
		const settled = job;
		job = undefined;
		settled?.settle(outcome);
	};
	const fail = (failed: TaskFailure['failed'], detail: string): void => {
		worker.removeAllListeners();
		// An error may still arrive from the dying thread; nobody waits for it any more.
		worker.on('error', () => {});
		void worker.terminate();
		settle({ failed, detail });
		on.gone();
	};
	const arm = (ms: number): void => {
		clearTimeout(timer);
		timer = setTimeout(() => fail('timeout', String(ms)), ms);
	};
	worker.on('message', (message: WorkerMessage<Result>) => {
		if ('ready' in message) {
			ready = true;
			if (job) arm(options.timeoutMs);
			return;
		}
		settle('result' in message ? message.result : { failed: 'crash', detail: message.error });
		on.idle();
	});
	worker.on('error', (error: unknown) =>
		fail('crash', error instanceof Error ? error.message : String(error)),
	);
	worker.on('exit', (code) => fail('crash', `exit ${code}`));

	return {
		busy: () => job !== undefined,
		start: (next) => {
			job = next;
			arm(ready ? options.timeoutMs : (options.bootTimeoutMs ?? 60_000));
			worker.postMessage(next.task);
		},
		end: () => {
			worker.removeAllListeners();
			worker.on('error', () => {});
			settle({ failed: 'crash', detail: 'closed' });
			return worker.terminate();
		},
	};
}
