/** Files that are worked on at a time: enough to keep a disk busy, few enough for any system's limit of open files. */
const BATCH = 64;

/** Runs an asynchronous task for each item, some at a time; results in the order of the items. */
export async function inBatches<In, Out>(
	items: Iterable<In>,
	run: (item: In) => Promise<Out>,
): Promise<Out[]> {
	const all = [...items];
	const results: Out[] = [];
	for (let start = 0; start < all.length; start += BATCH) {
		results.push(...(await Promise.all(all.slice(start, start + BATCH).map(run))));
	}
	return results;
}
