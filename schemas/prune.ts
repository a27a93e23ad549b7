import type { SchemaIssue } from '../src/model/index.ts';
import { childPointer, isMap } from './pointer.ts';

/**
 * A copy of the data without the places that the issues name and without empty (null) values.
 * Entries of lists keep their place, so that pointers into the copy are pointers into the file: an
 * entry that should be a map becomes an empty one, an entry that should be a text becomes its text.
 */
export function pruned(data: unknown, issues: readonly SchemaIssue[]): Record<string, unknown> {
	if (!isMap(data)) return {};
	if (!issues.some(takesOut)) return withoutEmpty(data);
	const bad = new Map(issues.filter(takesOut).map((issue) => [issue.pointer, issue.expected]));
	if (bad.has('')) return {};
	return copyMap(data, '', bad);
}

/** The same without looking at places: the way of nearly every document. */
function withoutEmpty(map: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const copy: Record<string, unknown> = {};
	for (const key of Object.keys(map)) {
		const value = map[key];
		if (value !== null) setOwn(copy, key, plain(value));
	}
	return copy;
}

function plain(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	return Array.isArray(value) ? value.map(plain) : withoutEmpty(value as Readonly<Record<string, unknown>>);
}

/** Assigning to one key would replace the prototype instead. */
function setOwn(map: Record<string, unknown>, key: string, value: unknown): void {
	if (key === '__proto__')
		Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
	else map[key] = value;
}

function takesOut(issue: SchemaIssue): boolean {
	return issue.type !== 'missing' && issue.type !== 'unknown-term';
}

function copyMap(
	map: Readonly<Record<string, unknown>>,
	pointer: string,
	bad: ReadonlyMap<string, string>,
): Record<string, unknown> {
	const entries: [string, unknown][] = [];
	for (const [key, value] of Object.entries(map)) {
		const place = childPointer(pointer, key);
		if (value === null || bad.has(place)) continue;
		entries.push([key, copy(value, place, bad)]);
	}
	return Object.fromEntries(entries);
}

function copy(value: unknown, pointer: string, bad: ReadonlyMap<string, string>): unknown {
	if (Array.isArray(value)) {
		return value.map((item, index) => {
			const place = childPointer(pointer, index);
			const expected = bad.get(place);
			return expected === undefined ? copy(item, place, bad) : placeholder(item, expected);
		});
	}
	return isMap(value) ? copyMap(value, pointer, bad) : value;
}

/** By the notation of `expectedOf`: `{…}` for maps, `[…]` for lists, all else stands for a text. */
function placeholder(item: unknown, expected: string): unknown {
	if (expected.startsWith('{')) return {};
	if (expected.startsWith('[')) return [];
	return typeof item === 'object' ? '' : String(item);
}
