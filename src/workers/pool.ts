import { type ResourceLimits, Worker } from 'node:worker_threads';

/** Why a task has no result; the worker that failed it is replaced. */
export type TaskFailure = { readonly failed: 'timeout' | 'crash'; readonly detail: string };

export interface Pool<Task, Result> {
	/** Boots a worker before there is work for it; it does not keep the process alive. */
	start(): void;
	/** Settles with the result or with the failure; never rejects. */
	run(task: Task): Promise<Result | TaskFailure>;
	/** Ends all workers; what is queued or under way settles as a failure. */
	close(): Promise<void>;
}

export interface PoolOptions {
	readonly entry: URL;
	readonly size: number;
	/** Handed to each worker once, as `workerData`. */
	readonly workerData?: unknown;
	/** Milliseconds one task may take, from the moment its worker is ready for it. */
	readonly timeoutMs: number;
	/** Milliseconds a worker may take to boot; one that does not get ready is replaced once. */
	readonly bootTimeoutMs?: number;
	readonly resourceLimits?: ResourceLimits;
	/** Given what workers send on the way to a result. */
	readonly onPart?: (part: unknown) => void;
	/** What the workers print goes nowhere. */
	readonly silent?: boolean;
}

/** What a worker of a pool sends: `ready` once, then one answer per task, and before it what parts of it there are. */
export type WorkerMessage<Result> =
	| { readonly ready: true }
	| { readonly part: unknown }
	| { readonly result: Result }
	| { readonly error: string };

interface Job<Task, Result> {
	readonly task: Task;
	readonly settle: (outcome: Result | TaskFailure) => void;
	/** A worker never got ready for it. */
	waited?: boolean;
}

/** A thread and what it is at. */
interface Seat<Task, Result> {
	readonly worker: Worker;
	ready: boolean;
	job: Job<Task, Result> | undefined;
	timer: NodeJS.Timeout | undefined;
}

const CLOSED: TaskFailure = { failed: 'crash', detail: 'closed' };
const BOOT_TIMEOUT_MS = 60_000;

export function isFailure<Result extends object>(outcome: Result | TaskFailure): outcome is TaskFailure {
	return 'failed' in outcome;
}

/**
 * A pool of worker threads with a time limit per task. Workers start when there is work for them; one
 * that exceeds the limit or dies is ended and replaced, and only the task it was at fails.
 */
export function createPool<Task, Result extends object>(options: PoolOptions): Pool<Task, Result> {
	const queue: Job<Task, Result>[] = [];
	const seats = new Set<Seat<Task, Result>>();
	let closed = false;

	const feed = (): void => {
		for (const seat of seats) if (!seat.job) take(seat);
		while (!closed && queue.length > 0 && seats.size < options.size) take(boot());
	};
	const take = (seat: Seat<Task, Result>): void => {
		const job = queue.shift();
		// An idle worker must not keep the process alive.
		seat.worker[job ? 'ref' : 'unref']();
		if (!job) return;
		seat.job = job;
		arm(seat);
		seat.worker.postMessage(job.task);
	};
	const arm = (seat: Seat<Task, Result>): void => {
		clearTimeout(seat.timer);
		const ms = seat.ready ? options.timeoutMs : (options.bootTimeoutMs ?? BOOT_TIMEOUT_MS);
		seat.timer = setTimeout(() => {
			tryAgain(seat);
			dismiss(seat, { failed: 'timeout', detail: String(ms) });
		}, ms);
	};
	// What keeps a thread from starting has nothing to do with its task.
	const tryAgain = (seat: Seat<Task, Result>): void => {
		const { job } = seat;
		if (seat.ready || !job || job.waited) return;
		seat.job = undefined;
		queue.unshift({ ...job, waited: true });
	};
	const settle = (seat: Seat<Task, Result>, outcome: Result | TaskFailure): void => {
		clearTimeout(seat.timer);
		const { job } = seat;
		seat.job = undefined;
		job?.settle(outcome);
	};
	const dismiss = (seat: Seat<Task, Result>, failure: TaskFailure): void => {
		if (!seats.delete(seat)) return;
		seat.worker.removeAllListeners();
		// The dying thread may still throw; nobody waits for it any more.
		seat.worker.on('error', () => {});
		void seat.worker.terminate();
		settle(seat, failure);
		feed();
	};
	const boot = (): Seat<Task, Result> => {
		const seat: Seat<Task, Result> = {
			worker: startWorker(options),
			ready: false,
			job: undefined,
			timer: undefined,
		};
		seats.add(seat);
		seat.worker.on('message', (message: WorkerMessage<Result>) => {
			if ('ready' in message) {
				seat.ready = true;
				if (seat.job) arm(seat);
				return;
			}
			if ('part' in message) {
				options.onPart?.(message.part);
				return;
			}
			settle(seat, 'result' in message ? message.result : { failed: 'crash', detail: message.error });
			feed();
		});
		seat.worker.on('error', (error: unknown) => dismiss(seat, { failed: 'crash', detail: firstLine(error) }));
		seat.worker.on('exit', (code) => dismiss(seat, { failed: 'crash', detail: `exit ${code}` }));
		return seat;
	};

	return {
		start: () => {
			if (!closed && seats.size < options.size) boot().worker.unref();
		},
		run: (task) =>
			new Promise((done) => {
				if (closed) return done(CLOSED);
				queue.push({ task, settle: done });
				feed();
			}),
		close: async () => {
			closed = true;
			for (const job of queue.splice(0)) job.settle(CLOSED);
			await Promise.all(
				[...seats].map((seat) => {
					dismiss(seat, CLOSED);
					return seat.worker.terminate();
				}),
			);
		},
	};
}

/** A worker beside the module with this address: `.ts` in a clone, `.js` in the package. */
export function workerBeside(moduleUrl: string, name: string): URL {
	return new URL(`./${name}${moduleUrl.slice(moduleUrl.lastIndexOf('.'))}`, moduleUrl);
}

function startWorker({ entry, workerData, resourceLimits, silent = false }: PoolOptions): Worker {
	return new Worker(entry, {
		workerData,
		...(resourceLimits ? { resourceLimits } : {}),
		stdout: silent,
		stderr: silent,
	});
}

function firstLine(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.split('\n', 1)[0] ?? text;
}
