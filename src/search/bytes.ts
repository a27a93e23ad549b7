/** Grows as it is written to; numbers below 128 take one byte (LEB128). */
export interface ByteWriter {
	number(value: number): void;
	bytes(value: Uint8Array): void;
	finish(): Uint8Array;
}

const FIRST_SIZE = 1024;

export function createByteWriter(): ByteWriter {
	let buffer = new Uint8Array(FIRST_SIZE);
	let used = 0;
	const reserve = (more: number): void => {
		if (used + more <= buffer.length) return;
		const larger = new Uint8Array(Math.max(buffer.length * 2, used + more));
		larger.set(buffer.subarray(0, used));
		buffer = larger;
	};
	return {
		number(value) {
			reserve(5);
			let rest = value >>> 0;
			while (rest > 0x7f) {
				buffer[used++] = (rest & 0x7f) | 0x80;
				rest >>>= 7;
			}
			buffer[used++] = rest;
		},
		bytes(value) {
			reserve(value.length);
			buffer.set(value, used);
			used += value.length;
		},
		finish: () => buffer.slice(0, used),
	};
}

/** Reads what {@link createByteWriter} wrote. Reading past the end is an error, never a wrong number. */
export interface ByteReader {
	number(): number;
	bytes(length: number): Uint8Array;
	readonly done: boolean;
}

export function createByteReader(source: Uint8Array): ByteReader {
	let at = 0;
	return {
		number() {
			let value = 0;
			for (let shift = 0; ; shift += 7) {
				const byte = source[at++];
				if (byte === undefined) throw new RangeError('The search index ends too early.');
				value |= (byte & 0x7f) << shift;
				if (byte < 0x80) return value >>> 0;
			}
		},
		bytes(length) {
			if (at + length > source.length) throw new RangeError('The search index ends too early.');
			at += length;
			return source.subarray(at - length, at);
		},
		get done() {
			return at >= source.length;
		},
	};
}
