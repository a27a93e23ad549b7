import type { LanguageView, ListEntry, Page, ProcessNode, Route } from '../../model/index.ts';
import { listRoute, mapRoute } from './addresses.ts';
import type { TreePlace } from './page-tree.ts';
import type { SiteIndex } from './site-index.ts';

/** One line of the navigation beside a document. */
export interface BranchItem {
	readonly title: string;
	readonly route?: Route;
	readonly current?: true;
	/** Nesting below the branch's title. */
	readonly depth: number;
}

/**
 * The part of the navigation that a document stands in. It holds a few dozen links at most, however
 * many documents there are; `all` leads to the whole.
 */
export interface Branch {
	readonly title: string;
	readonly items: readonly BranchItem[];
	readonly all?: { readonly route: Route; readonly title: string; readonly count: number };
}

/** The most neighbours shown beside a document. */
const WINDOW = 24;

export function branchOf(index: SiteIndex, view: LanguageView, page: Page): Branch | undefined {
	if (page.kind === 'page') return pageBranch(index, view, page);
	if (page.kind === 'process') return processBranch(index, view, page);
	return kindBranch(index, view, page);
}

/** `most` members around `at`. */
export function windowAround<T>(members: readonly T[], at: number, most: number): readonly T[] {
	const start = Math.max(0, Math.min(at - Math.floor(most / 2), members.length - most));
	return members.slice(start, start + most);
}

function pageBranch(index: SiteIndex, view: LanguageView, page: Page): Branch | undefined {
	const tree = index.pageTree(view);
	const place = tree.of(page.route);
	const folder = place && (place.node.children.length > 0 ? place : place.parent);
	if (!folder) return undefined;
	const siblings = folder.node.children;
	const at = Math.max(
		0,
		siblings.findIndex((child) => child.route === page.route),
	);
	const items = windowAround(siblings, at, WINDOW).map((child) => pageItem(child, page.route));
	const above = ancestors(folder).map((each) => ({
		title: each.node.title || index.labels(view).text.home,
		...(each.node.route ? { route: each.node.route } : {}),
		depth: 0,
	}));
	if (items.length < 2 && above.length === 0) return undefined;
	const own = folder.node.route === page.route ? { current: true as const } : {};
	const title = folder.node.title || index.labels(view).list('page');
	const head = folder.node.route ? [{ title, route: folder.node.route, depth: 0, ...own }] : [];
	const shifted = items.map((item) => ({ ...item, depth: head.length }));
	const hidden = siblings.length > items.length;
	return {
		title,
		items: [...above, ...head, ...shifted],
		...(hidden
			? {
					all: {
						route: listRoute(view, 'page'),
						title: index.labels(view).list('page'),
						count: tree.countBelow(tree.root.node),
					},
				}
			: {}),
	};
}

/** Folders above, from the top, without the root and without the folder itself. */
function ancestors(folder: TreePlace): TreePlace[] {
	const chain: TreePlace[] = [];
	for (let up = folder.parent; up?.parent; up = up.parent) chain.unshift(up);
	return chain;
}

function pageItem(
	node: { title: string; route?: Route; children: readonly { route?: Route }[] },
	current: Route,
): BranchItem {
	const first = node.route ?? node.children.find((child) => child.route)?.route;
	return {
		title: node.title,
		depth: 0,
		...(first ? { route: first } : {}),
		...(node.route === current ? { current: true as const } : {}),
	};
}

function processBranch(index: SiteIndex, view: LanguageView, page: Page): Branch | undefined {
	const placed = index.processes(view).get(page.id);
	if (!placed) return undefined;
	const { node, parent } = placed;
	const item = (each: ProcessNode, depth: number): BranchItem => ({
		title: each.title,
		route: each.id === page.id ? page.route : each.route,
		depth,
		...(each.id === page.id ? { current: true as const } : {}),
	});
	const siblings = parent ? parent.children : [node];
	const around = windowAround(siblings, siblings.indexOf(node), WINDOW);
	const below = around.flatMap((each) => [
		item(each, parent ? 1 : 0),
		...(each === node ? each.children.slice(0, WINDOW).map((child) => item(child, parent ? 2 : 1)) : []),
	]);
	const items = parent ? [item(parent, 0), ...below] : below;
	if (items.length < 2) return undefined;
	const labels = index.labels(view);
	const count = index.processes(view).size;
	return {
		title: labels.text.map,
		items,
		all: { route: mapRoute(view), title: labels.counted('process', count), count },
	};
}

/** Runbooks and notes of the same module, logs around the same date. */
function kindBranch(index: SiteIndex, view: LanguageView, page: Page): Branch | undefined {
	const labels = index.labels(view);
	const own = index.entries(view).get(page.id);
	const kin = index.members(view, page.kind);
	const module = page.kind === 'system-log' ? undefined : own?.modules[0];
	const members = index.members(view, page.kind, module);
	const at = members.findIndex((entry) => entry.id === page.id);
	if (at < 0 || members.length < 2) return undefined;
	const items = windowAround(members, at, 14).map((entry) => entryItem(entry, page));
	const kind = labels.list(page.kind);
	return {
		title: module ? `${kind} · ${labels.module(module)}` : kind,
		items,
		all: {
			route: listRoute(view, page.kind),
			title: labels.counted(page.kind, kin.length),
			count: kin.length,
		},
	};
}

function entryItem(entry: ListEntry, page: Page): BranchItem {
	const current = entry.id === page.id;
	return {
		title: entry.date ? `${entry.date.slice(5)} ${entry.title}` : entry.title,
		route: current ? page.route : entry.route,
		depth: 0,
		...(current ? { current: true as const } : {}),
	};
}

/** The documents before and after this one: in the folder, under the same parent, or by date. */
export function neighboursOf(
	index: SiteIndex,
	view: LanguageView,
	page: Page,
): { readonly previous?: Titled; readonly next?: Titled } {
	if (page.kind === 'page') {
		const { previous, next } = index.pageTree(view).neighbours(page.route);
		return compact(previous, next);
	}
	if (page.kind !== 'process' && page.kind !== 'system-log') return {};
	const siblings: readonly (ProcessNode | ListEntry)[] =
		page.kind === 'process'
			? (index.processes(view).get(page.id)?.parent?.children ?? [])
			: index.members(view, 'system-log');
	const at = siblings.findIndex((entry) => entry.id === page.id);
	// Logs are listed latest first, but read on in time.
	const [before, after] = page.kind === 'process' ? [at - 1, at + 1] : [at + 1, at - 1];
	return at < 0 ? {} : compact(siblings[before], siblings[after]);
}

export interface Titled {
	readonly title: string;
	readonly route: Route;
}

function compact(
	previous: { title: string; route?: Route } | undefined,
	next: { title: string; route?: Route } | undefined,
): { previous?: Titled; next?: Titled } {
	return {
		...(previous?.route ? { previous: { title: previous.title, route: previous.route } } : {}),
		...(next?.route ? { next: { title: next.title, route: next.route } } : {}),
	};
}
