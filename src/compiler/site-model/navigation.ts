import type { Document, DocumentGraph, LanguageTag, NavigationTree, Route } from '../../model/index.ts';
import type { Versions } from './versions.ts';

interface Folder {
	readonly name: string;
	index?: Document;
	readonly pages: Document[];
	readonly folders: Map<string, Folder>;
}

/** The plain pages as a tree of folders, in one language; index pages name their folders. */
export function navigationOf(graph: DocumentGraph, versions: Versions, lang: LanguageTag): NavigationTree {
	const root = newFolder('');
	for (const [id, byLanguage] of graph.byId) {
		const document = versions.of(id, lang) ?? byLanguage.values().next().value;
		if (document?.kind === 'page') place(root, document);
	}
	return toTree(root, versions.route);
}

function newFolder(name: string): Folder {
	return { name, pages: [], folders: new Map() };
}

function place(root: Folder, document: Document): void {
	const path = document.docPath.split('/');
	const file = path.pop() ?? '';
	let folder = root;
	for (const name of path) {
		const below = folder.folders.get(name) ?? newFolder(name);
		folder.folders.set(name, below);
		folder = below;
	}
	if (/^(_?index|readme)(\.[A-Za-z-]+)?\.\w+$/i.test(file) && !folder.index) folder.index = document;
	else folder.pages.push(document);
}

function toTree(folder: Folder, route: (document: Document) => Route): NavigationTree {
	const pages = folder.pages.map((page) => ({ title: page.title, route: route(page), children: [] }));
	const folders = [...folder.folders.values()].map((each) => toTree(each, route));
	const children = [...folders.sort(byTitle), ...pages.sort(byTitle)];
	const title = folder.index?.title ?? folder.name;
	return folder.index ? { title, route: route(folder.index), children } : { title, children };
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function byTitle(a: NavigationTree, b: NavigationTree): number {
	return collator.compare(a.title, b.title) || ((a.route ?? '') < (b.route ?? '') ? -1 : 1);
}
