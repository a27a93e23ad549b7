export interface Latest {
	/** Runs now, or once more after the run under way. */
	request(): void;
	/** Settles when nothing is under way. */
	idle(): Promise<void>;
}

/** Many requests, one run at a time, the last request never lost; a run that fails is reported, not fatal. */
export function createLatest(run: () => Promise<void>, onFailure: (error: unknown) => void): Latest {
	let running: Promise<void> | undefined;
	let again = false;
	const loop = async (): Promise<void> => {
		do {
			again = false;
			await run().catch(onFailure);
		} while (again);
		running = undefined;
	};
	return {
		request: () => {
			if (running) again = true;
			else running = loop();
		},
		idle: async () => {
			again = false;
			await running;
		},
	};
}
