import { Worker } from 'node:worker_threads';
import type { DiagramFailure } from '../../model/index.ts';
import type { DrawAnswer, DrawTask } from './types.ts';

export interface DrawPool {
	/** Never rejects. */
	run(task: DrawTask): Promise<DrawAnswer>;
	close(): Promise<void>;
}

export interface DrawPoolOptions {
	readonly size: number;
	/** For one drawing, from the moment its worker is ready for it. */
	readonly timeoutMs: number;
	/** The module that draws; tests put others in. */
	readonly entry?: URL;
}

/** Booting loads all of mermaid; on a busy machine that takes a while. */
const BOOT_TIMEOUT_MS = 120_000;
/** A worker that a hostile diagram makes grow dies alone instead of taking the build along. */
const HEAP_MB = 1536;

interface Job {
	readonly task: DrawTask;
	readonly settle: (answer: DrawAnswer) => void;
}

/** A thread and what it is at. */
interface Seat {
	readonly worker: Worker;
	ready: boolean;
	job: Job | undefined;
	timer: NodeJS.Timeout | undefined;
}

/** Worker threads that draw; each that fails to answer is ended, and another takes its seat when there is work. */
export function createDrawPool(options: DrawPoolOptions): DrawPool {
	const queue: Job[] = [];
	const seats = new Set<Seat>();
	let closed = false;

	const feed = (): void => {
		for (const seat of seats) if (!seat.job) take(seat);
		while (!closed && queue.length > 0 && seats.size < options.size) take(boot());
	};
	const take = (seat: Seat): void => {
		const job = queue.shift();
		seat.worker[job ? 'ref' : 'unref']();
		if (!job) return;
		seat.job = job;
		arm(seat);
		seat.worker.postMessage(job.task);
	};
	const arm = (seat: Seat): void => {
		clearTimeout(seat.timer);
		const ms = seat.ready ? options.timeoutMs : BOOT_TIMEOUT_MS;
		seat.timer = setTimeout(() => dismiss(seat, { reason: 'timeout', message: `${ms / 1000} s` }), ms);
	};
	const settle = (seat: Seat, answer: DrawAnswer): void => {
		clearTimeout(seat.timer);
		const { job } = seat;
		seat.job = undefined;
		job?.settle(answer);
	};
	const dismiss = (seat: Seat, failure: DiagramFailure): void => {
		if (!seats.delete(seat)) return;
		seat.worker.removeAllListeners();
		// The dying thread may still throw; nobody waits for it any more.
		seat.worker.on('error', () => {});
		void seat.worker.terminate();
		settle(seat, { ok: false, failure });
		feed();
	};
	const boot = (): Seat => {
		const seat: Seat = {
			worker: startWorker(options.entry ?? drawWorker()),
			ready: false,
			job: undefined,
			timer: undefined,
		};
		seats.add(seat);
		seat.worker.on('message', (message: 'ready' | DrawAnswer) => {
			if (message === 'ready') {
				seat.ready = true;
				if (seat.job) arm(seat);
				return;
			}
			settle(seat, message);
			feed();
		});
		seat.worker.on('error', (error: unknown) =>
			dismiss(seat, { reason: 'crash', message: firstLine(error) }),
		);
		seat.worker.on('exit', (code) => dismiss(seat, { reason: 'crash', message: `exit ${code}` }));
		return seat;
	};

	return {
		run: (task) =>
			new Promise((resolve) => {
				if (closed) return resolve({ ok: false, failure: CLOSED });
				queue.push({ task, settle: resolve });
				feed();
			}),
		async close() {
			closed = true;
			for (const job of queue.splice(0)) job.settle({ ok: false, failure: CLOSED });
			const ended = [...seats].map((seat) => {
				const { worker } = seat;
				dismiss(seat, CLOSED);
				return worker.terminate();
			});
			await Promise.all(ended);
		},
	};
}

const CLOSED: DiagramFailure = { reason: 'crash', message: 'closed' };

/** The sources run as they are or compiled: the worker has this file's own ending. */
function drawWorker(): URL {
	const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	return new URL(`./draw-worker.${ending}`, import.meta.url);
}

function startWorker(entry: URL): Worker {
	return new Worker(entry, {
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
		stdout: true,
		stderr: true,
	});
}

function firstLine(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.split('\n', 1)[0] ?? text;
}
