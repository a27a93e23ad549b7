/**
 * Strongly connected components of a graph over 0…n−1, as a component number per node; sources of edges
 * between components have the higher number (Tarjan, "Depth-first search and linear graph algorithms",
 * 1972, with an explicit stack).
 */
export function componentsOf(size: number, next: (node: number) => Iterable<number>): number[] {
	const component = new Array<number>(size).fill(-1);
	const order = new Array<number>(size).fill(-1);
	const low = new Array<number>(size).fill(0);
	const open: number[] = [];
	let visited = 0;
	let components = 0;

	for (let root = 0; root < size; root++) {
		if (order[root] !== -1) continue;
		const path: { node: number; rest: Iterator<number> }[] = [];
		const enter = (node: number): void => {
			order[node] = low[node] = visited++;
			open.push(node);
			path.push({ node, rest: next(node)[Symbol.iterator]() });
		};
		enter(root);
		for (let top = path.at(-1); top; top = path.at(-1)) {
			const step = top.rest.next();
			if (!step.done) {
				if (order[step.value] === -1) enter(step.value);
				else if (component[step.value] === -1) {
					low[top.node] = Math.min(low[top.node] ?? 0, order[step.value] ?? 0);
				}
				continue;
			}
			path.pop();
			const parent = path.at(-1)?.node;
			if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[top.node] ?? 0);
			if (low[top.node] !== order[top.node]) continue;
			for (let node = open.pop(); node !== undefined; node = open.pop()) {
				component[node] = components;
				if (node === top.node) break;
			}
			components++;
		}
	}
	return component;
}
