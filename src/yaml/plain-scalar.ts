import type { ScalarEvent } from 'js-yaml';
import { unusual } from './unusual.ts';

/** The words of the YAML 1.2 core schema. */
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
	...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
	...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
	...['null', 'Null', 'NULL', '~'].map((word) => [word, null] as const),
]);

const LONGEST_WORD = 5;
const MINUS = 45;
const NINE = 57;
const LINE_END = 10;

/** What a plain scalar means. A number is one only if it is written back the same: `7`, but not `0755` or `1.10`. */
export function meaningOf(source: string): unknown {
	const first = source.charCodeAt(0);
	if (first <= NINE && first >= MINUS) {
		const number = Number(source);
		return String(number) === source && Number.isFinite(number) ? number : source;
	}
	if (source.length > LONGEST_WORD) return source;
	const word = WORDS.get(source);
	return word === undefined ? source : word;
}

/** Line ends that count for nothing, and characters by a number that may be too large. */
const HARD_ESCAPE = /\\[\nU]/;

/** Escapes that the parsers do not treat alike. */
export function hasHardEscape(text: string, { fast, valueStart, valueEnd }: ScalarEvent): boolean {
	return !fast && HARD_ESCAPE.test(text.slice(valueStart, valueEnd));
}

/** From its `|`, `>`, `|-` or `>-` to the end of its last line that holds something. */
export function blockSpan(text: string, { valueStart, valueEnd }: ScalarEvent): [start: number, end: number] {
	const written = text.slice(valueStart, valueEnd);
	// Spaces alone on a line belong to the value or not, by rules of their own.
	if (written.trim() === '' || /^ +$/m.test(written)) unusual();
	let content = written.length;
	while (written.charCodeAt(content - 1) === LINE_END) content--;
	return [headerStart(text, valueStart), Math.min(valueStart + content + 1, text.length)];
}

function headerStart(text: string, valueStart: number): number {
	const line = text.lastIndexOf('\n', valueStart - 2) + 1;
	const header = /[|>]-? *\n$/.exec(text.slice(line, valueStart));
	return header ? line + header.index : unusual();
}
