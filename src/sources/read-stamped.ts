import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Stamp, stampOfStats } from './stamp.ts';

/** Grows to the largest file so far. */
let room = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * A file with the stamp it had when it was opened: opened once and read into the same memory as the one before, so that
 * `bytes` hold until the next call. They are undefined where there are more than `most`. Throws what the system says.
 */
export function readStamped(path: string, most: number): { bytes: Uint8Array | undefined; stamp: Stamp } {
	const file = openSync(path, 'r');
	try {
		const stamp = stampOfStats(fstatSync(file));
		const [size] = stamp;
		if (size > most) return { bytes: undefined, stamp };
		if (room.length < size) room = Buffer.allocUnsafeSlow(2 * size);
		let length = 0;
		while (length < size) {
			const count = readSync(file, room, length, size - length, null);
			if (count === 0) break;
			length += count;
		}
		return { bytes: room.subarray(0, length), stamp };
	} finally {
		closeSync(file);
	}
}
