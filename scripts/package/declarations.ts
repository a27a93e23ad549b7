import { posix } from 'node:path';

const RELATIVE = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.{1,2}\/[^'"\n]+)['"]/g;

/**
 * Declaration files that the entries need, themselves included: somebody who imports the package sees no other.
 * `read` gives the text of a file of the set, undefined for one that is not there.
 */
export function neededDeclarations(
	entries: readonly string[],
	read: (path: string) => string | undefined,
): ReadonlySet<string> {
	const needed = new Set<string>();
	const waiting = [...entries];
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		if (needed.has(path)) continue;
		const text = read(path);
		if (text === undefined) continue;
		needed.add(path);
		for (const [, each = ''] of text.matchAll(RELATIVE)) {
			waiting.push(posix.join(posix.dirname(path), each.replace(/\.[jt]s$/, '.d.ts')));
		}
	}
	return needed;
}
