/**
 * Damerau-Levenshtein distance (optimal string alignment), stopping early above `limit`.
 * Source: Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let best = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1),
			);
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
			current.push(best);
		}
		if (Math.min(...current) > limit) return limit + 1;
		beforeLast = last;
		last = current;
	}
	return last[b.length] ?? 0;
}

/**
 * The candidates that `written` was most likely meant to be, best first: letter case aside,
 * at most a third of its length away. Ties keep the candidates' order.
 */
export function nearest(written: string, candidates: Iterable<string>, most = 3): string[] {
	const wanted = written.normalize('NFKC').toLowerCase();
	const limit = Math.max(1, Math.floor(wanted.length / 3));
	const scored: { candidate: string; distance: number }[] = [];
	for (const candidate of candidates) {
		const distance = editDistance(wanted, candidate.normalize('NFKC').toLowerCase(), limit);
		if (distance <= limit) scored.push({ candidate, distance });
	}
	return scored
		.sort((a, b) => a.distance - b.distance)
		.slice(0, most)
		.map(({ candidate }) => candidate);
}
