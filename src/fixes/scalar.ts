import type { SourceRange } from '../model/index.ts';
import type { Places } from './places.ts';

/** A scalar of YAML on one line, as it is written: its content and where that stands, quotes aside. */
export interface WrittenScalar {
	readonly content: string;
	readonly start: number;
	readonly end: number;
	readonly quote: '' | '"' | "'";
}

/** Reads a scalar at its range; undefined for everything that is not plainly one: escapes, tags, anchors, blocks. */
export function writtenScalar(range: SourceRange, places: Places): WrittenScalar | undefined {
	const start = places.offset(range.start);
	const written = places.slice(range);
	const quoted = /^(["'])([^"'\\\r\n]*)\1$/.exec(written);
	if (quoted) {
		const quote = quoted[1] === '"' ? '"' : "'";
		return { content: quoted[2] ?? '', start: start + 1, end: start + written.length - 1, quote };
	}
	if (written === '' || /^[\s&*!|>{["'%@`#]|[\r\n]|\s$|\s#/.test(written)) return undefined;
	return { content: written, start, end: start + written.length, quote: '' };
}
