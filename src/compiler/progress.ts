/** The phases of a run, in order, as progress and summaries name them. */
export const PHASES = [
	'sources',
	'documents',
	'graph',
	'diagrams',
	'site-model',
	'pages',
	'search',
	'publish',
] as const;
export type Phase = (typeof PHASES)[number];

export interface ProgressEvent {
	readonly phase: Phase;
	readonly state: 'start' | 'tick' | 'end';
	/** Items done so far; of `total`, where it is known. */
	readonly done: number;
	readonly total: number;
	/** Milliseconds since the phase began. */
	readonly ms: number;
	/** Items answered from the cache. */
	readonly cached?: number;
}

export type OnProgress = (event: ProgressEvent) => void;

/** Milliseconds per phase. */
export type PhaseTimes = Partial<Record<Phase, number>>;

/** Measures phases and tells a listener; phases may overlap. */
export interface Stopwatch {
	readonly times: PhaseTimes;
	phase<T>(
		phase: Phase,
		total: number,
		run: (tick: (done: number, cached?: number) => void) => T | Promise<T>,
	): Promise<T>;
}

export function createStopwatch(onProgress: OnProgress = () => {}): Stopwatch {
	const times: PhaseTimes = {};
	return {
		times,
		phase: async (phase, total, run) => {
			const start = performance.now();
			const event = (state: ProgressEvent['state'], done: number, cached?: number): void =>
				onProgress({
					phase,
					state,
					done,
					total,
					ms: performance.now() - start,
					...(cached === undefined ? {} : { cached }),
				});
			let last = { done: total, cached: undefined as number | undefined };
			event('start', 0);
			const result = await run((done, cached) => {
				last = { done, cached };
				event('tick', done, cached);
			});
			times[phase] = performance.now() - start;
			event('end', last.done, last.cached);
			return result;
		},
	};
}
