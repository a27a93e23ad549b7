import { type Stats, statSync } from 'node:fs';

/**
 * What the system tells of a file without opening it. Content that changes changes the times; a time that was set back
 * changes `changed`, which nobody can set.
 */
export type Stamp = readonly [size: number, modified: number, changed: number, node: number];

/** Follows links; undefined for what is not there or may not be looked at. */
export function stampOf(path: string): Stamp | undefined {
	try {
		return stampOfStats(statSync(path));
	} catch {
		return undefined;
	}
}

export function stampOfStats({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
	return [size, mtimeMs, ctimeMs, ino];
}

/**
 * Whether a file is still what it was when it had a stamp. `before` is the time of its file system at which the look
 * at the files began: one that changed at that very time may have changed once more without a trace.
 */
export function isStill(now: Stamp | undefined, then: Stamp | undefined, before: number): boolean {
	return (
		now !== undefined &&
		then !== undefined &&
		now.every((value, index) => value === then[index]) &&
		then[1] < before &&
		then[2] < before
	);
}
