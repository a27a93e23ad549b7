import picomatch from 'picomatch';
import { git, lastChanges } from './history.ts';

/**
 * Date of the last commit (`YYYY-MM-DD`) to anything that a path pattern covers, by pattern. Patterns are
 * globs relative to `root`; those that cover nothing with a history are left out, and so are all outside a
 * git checkout and in a shallow one, whose oldest commit seems to have changed everything.
 */
export async function codeChanges(
	root: string,
	patterns: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
	const wanted = [...new Set(patterns)].filter(isInside);
	if (wanted.length === 0) return new Map();
	const shallow = await git(root, ['rev-parse', '--is-shallow-repository']);
	if (shallow?.trim() !== 'false') return new Map();
	const files = [
		...(await lastChanges(
			root,
			wanted.map((pattern) => `:(glob)${pattern}`),
		)),
	];
	const changes = new Map<string, string>();
	for (const pattern of wanted) {
		const covers = picomatch(pattern, { dot: true });
		const dates = files.flatMap(([path, date]) => (covers(path) ? [date] : []));
		const last = dates.sort().at(-1);
		if (last !== undefined) changes.set(pattern, last);
	}
	return changes;
}

/** git refuses all patterns for one that leaves the repository. */
function isInside(pattern: string): boolean {
	return !pattern.startsWith('/') && !pattern.split(/[\\/]/).includes('..');
}
