import type { NavigationTree, Route } from '../../model/index.ts';

/** A folder or page of the navigation with its place in the tree. */
export interface TreePlace {
	readonly node: NavigationTree;
	readonly parent?: TreePlace;
	/** Pages below it, itself not counted. */
	readonly pages: number;
}

/** The navigation with a way up and a way to the neighbours. */
export interface PageTree {
	readonly root: TreePlace;
	of(route: Route): TreePlace | undefined;
	/** The pages before and after in the same folder. */
	neighbours(route: Route): { readonly previous?: NavigationTree; readonly next?: NavigationTree };
	/** Pages below a node, itself not counted. */
	countBelow(node: NavigationTree): number;
}

export function createPageTree(navigation: NavigationTree): PageTree {
	const places = new Map<Route, TreePlace>();
	const counts = new Map<NavigationTree, number>();
	const count = (node: NavigationTree): number => {
		const below = node.children.reduce((sum, child) => sum + count(child) + (child.route ? 1 : 0), 0);
		counts.set(node, below);
		return below;
	};
	count(navigation);
	const walk = (node: NavigationTree, parent?: TreePlace): TreePlace => {
		const place: TreePlace = { node, pages: counts.get(node) ?? 0, ...(parent ? { parent } : {}) };
		if (node.route) places.set(node.route, place);
		for (const child of node.children) walk(child, place);
		return place;
	};
	const root = walk(navigation);
	return {
		root,
		of: (route) => places.get(route),
		neighbours: (route) => neighboursOf(places.get(route)),
		countBelow: (node) => counts.get(node) ?? 0,
	};
}

function neighboursOf(place: TreePlace | undefined): { previous?: NavigationTree; next?: NavigationTree } {
	if (!place?.parent) return {};
	const siblings = place.parent.node.children.filter((child) => child.route !== undefined);
	const at = siblings.indexOf(place.node);
	const previous = siblings[at - 1];
	const next = siblings[at + 1];
	return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
