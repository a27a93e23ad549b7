import { createPool, isFailure, workerBeside } from '../../workers/pool.ts';
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
const BOOT_TIMEOUT_MS = 60_000;
/** A worker that a hostile diagram makes grow dies alone instead of taking the build along. */
const HEAP_MB = 1536;

/** Worker threads that draw; one that does not answer is a failure of its diagram, not of the build. */
export function createDrawPool(options: DrawPoolOptions): DrawPool {
	const pool = createPool<DrawTask, DrawAnswer>({
		entry: options.entry ?? workerBeside(import.meta.url, 'draw-worker'),
		size: options.size,
		timeoutMs: options.timeoutMs,
		bootTimeoutMs: BOOT_TIMEOUT_MS,
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
		silent: true,
	});
	return {
		run: async (task) => {
			const outcome = await pool.run(task);
			if (!isFailure(outcome)) return outcome;
			const message = outcome.failed === 'timeout' ? `${Number(outcome.detail) / 1000} s` : outcome.detail;
			return { ok: false, failure: { reason: outcome.failed, message } };
		},
		close: () => pool.close(),
	};
}
