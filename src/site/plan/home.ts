import type { LanguageView, ListEntry, NavigationTree, Route } from '../../model/index.ts';
import { listRoute, moduleRoute } from './addresses.ts';
import { byDate, folderOf, groupEntries, type ListGroup } from './listing.ts';
import type { SiteIndex } from './site-index.ts';
import { entriesByModule } from './targets.ts';

/** The page that stands for the documents folder itself. */
const ROOT_PAGE = 'page:';

/**
 * Pages that lead a reader in: files called `start-…`, in the order support, developer, everybody else; without
 * any, the folder's own index.
 */
export function readingEntries(view: LanguageView): ListEntry[] {
	const order = ['start-support', 'start-developer'];
	const pages = view.entries.filter(({ kind }) => kind === 'page');
	const starts = pages.filter(({ id }) => /(^|\/|:)start-[^/]+$/.test(id));
	if (starts.length > 0) return starts.sort((a, b) => rank(order, a) - rank(order, b));
	return pages.filter(({ id }) => id === ROOT_PAGE);
}

function rank(order: readonly string[], entry: ListEntry): number {
	const at = order.findIndex((name) => entry.id.endsWith(name));
	return at < 0 ? order.length : at;
}

export function runbookGroups(index: SiteIndex, view: LanguageView): ListGroup[] {
	return groupEntries(index.model, view, 'runbook', index.members(view, 'runbook'));
}

export function recentLogs(index: SiteIndex, view: LanguageView, most: number): ListEntry[] {
	return byDate(index.members(view, 'system-log')).slice(0, most);
}

export interface ModuleLink {
	readonly key: string;
	readonly label: string;
	readonly route: Route;
	readonly count: number;
}

/** Modules with documents, in the order of mainstay.yaml, else by name. */
export function moduleLinks(index: SiteIndex, view: LanguageView): ModuleLink[] {
	const declared = Object.keys(index.model.modules);
	const place = (key: string): number => (declared.includes(key) ? declared.indexOf(key) : declared.length);
	return [...entriesByModule(view)]
		.map(([key, entries]) => ({
			key,
			label: index.labels(view).module(key),
			route: moduleRoute(view, key),
			count: entries.length,
		}))
		.sort((a, b) => place(a.key) - place(b.key) || (a.key < b.key ? -1 : 1));
}

/** Where a folder of pages can be read: its own page, else its heading in the listing. */
export interface FolderLink {
	readonly node: NavigationTree;
	readonly count: number;
	readonly route?: Route;
	readonly anchor?: string;
}

export function topFolders(index: SiteIndex, view: LanguageView): FolderLink[] {
	const tree = index.pageTree(view);
	const groups = new Map<string, Route>();
	for (const target of index.targets.values()) {
		if (target.type !== 'list' || target.kind !== 'page' || target.view !== view) continue;
		for (const group of target.groups) if (!group.continued) groups.set(group.id, target.route);
	}
	const byRoute = new Map(index.members(view, 'page').map((entry) => [entry.route, entry]));
	return view.navigation.children.map((node) => {
		const count = tree.countBelow(node);
		if (node.route) return { node, count, route: node.route };
		const first = firstPage(node);
		const entry = first && byRoute.get(first);
		const anchor = entry && `f-${folderOf(entry)}`;
		const route = (anchor && groups.get(anchor)) || listRoute(view, 'page');
		return { node, count, route, ...(anchor ? { anchor } : {}) };
	});
}

function firstPage(node: NavigationTree): Route | undefined {
	for (const child of node.children) {
		const found = child.route ?? firstPage(child);
		if (found) return found;
	}
	return undefined;
}
