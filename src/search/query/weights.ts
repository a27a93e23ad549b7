/** All that can be tuned in the ranking. Fields: 0–1, how much one term in that field proves. */
export interface Weights {
	readonly title: number;
	readonly sign: number;
	readonly heading: number;
	readonly path: number;
	readonly body: number;
	/** Frequency at which half of `body` is reached in a body of average length. */
	readonly bodyHalf: number;
	readonly nearness: number;
	readonly likeness: number;
	readonly signature: number;
	readonly problem: number;
	readonly runbook: number;
	readonly process: number;
}

/**
 * Round numbers from a flat optimum: moving any of them by a third changes few of the judged queries, which is what
 * lets them hold for queries nobody judged.
 */
export const WEIGHTS: Weights = {
	title: 0.7,
	sign: 0.7,
	heading: 0.45,
	path: 0.3,
	body: 0.4,
	bodyHalf: 1.5,
	nearness: 0.3,
	likeness: 0.6,
	signature: 0.5,
	problem: 0.15,
	runbook: 0.1,
	process: 0.25,
};
