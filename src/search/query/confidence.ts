import type { ScoreParts } from './rank.ts';

/** 0–1: how much of the query the result explains, by its best evidence. A declared signature explains all. */
export function confidenceOf({ signature, coverage, likeness, nearness }: ScoreParts): number {
	return signature > 0 ? 1 : Math.min(1, Math.max(coverage, likeness, Math.sqrt(nearness)));
}
