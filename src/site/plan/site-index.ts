import type {
	DocumentId,
	DocumentKind,
	LanguageTag,
	LanguageView,
	ListEntry,
	ProcessNode,
	Route,
	SiteModel,
} from '../../model/index.ts';
import { createLabels, type SiteLabels } from '../i18n/labels.ts';
import { byDate } from './listing.ts';
import { createPageTree, type PageTree } from './page-tree.ts';
import { type Target, targetsOf } from './targets.ts';

/** Lookups over one site model that many pages need; made once per model. */
export interface SiteIndex {
	readonly model: SiteModel;
	readonly targets: ReadonlyMap<Route, Target>;
	labels(view: LanguageView): SiteLabels;
	/** Entries of a view by document id. */
	entries(view: LanguageView): ReadonlyMap<DocumentId, ListEntry>;
	/** Process nodes of a view by id, with their parents. */
	processes(view: LanguageView): ReadonlyMap<DocumentId, PlacedProcess>;
	pageTree(view: LanguageView): PageTree;
	/** A kind's entries, of one module where one is named: logs latest first, the rest in the view's order. */
	members(view: LanguageView, kind: DocumentKind, module?: string): readonly ListEntry[];
	/** Documents that a document was superseded by, by id of the old one, newest first. */
	successors(lang: LanguageTag): ReadonlyMap<DocumentId, ListEntry>;
}

export interface PlacedProcess {
	readonly node: ProcessNode;
	readonly parent?: ProcessNode;
}

const indexes = new WeakMap<SiteModel, SiteIndex>();

export function siteIndexOf(model: SiteModel): SiteIndex {
	let index = indexes.get(model);
	if (!index) {
		index = createSiteIndex(model);
		indexes.set(model, index);
	}
	return index;
}

function createSiteIndex(model: SiteModel): SiteIndex {
	const members = perView(() => new Map<string, readonly ListEntry[]>());
	return {
		model,
		targets: targetsOf(model),
		labels: perView((view) => createLabels(model, view.interfaceLanguage)),
		entries: perView((view) => new Map(view.entries.map((entry) => [entry.id, entry]))),
		processes: perView((view) => placeProcesses(view.processes)),
		pageTree: perView((view) => createPageTree(view.navigation)),
		members: (view, kind, module) => {
			const cache = members(view);
			const key = `${kind}/${module ?? ''}`;
			const known = cache.get(key);
			if (known) return known;
			const all = view.entries.filter(
				(entry) => entry.kind === kind && (!module || entry.modules.includes(module)),
			);
			const made = kind === 'system-log' ? byDate(all) : all;
			cache.set(key, made);
			return made;
		},
		successors: successorsOf(model),
	};
}

function perView<T>(make: (view: LanguageView) => T): (view: LanguageView) => T {
	const made = new Map<LanguageView, T>();
	return (view) => {
		let value = made.get(view);
		if (value === undefined) {
			value = make(view);
			made.set(view, value);
		}
		return value;
	};
}

function placeProcesses(roots: readonly ProcessNode[]): Map<DocumentId, PlacedProcess> {
	const placed = new Map<DocumentId, PlacedProcess>();
	const walk = (node: ProcessNode, parent?: ProcessNode): void => {
		placed.set(node.id, parent ? { node, parent } : { node });
		for (const child of node.children) walk(child, node);
	};
	for (const root of roots) walk(root);
	return placed;
}

/** `supersedes` is written on the new document; readers need it on the old one. */
function successorsOf(model: SiteModel): SiteIndex['successors'] {
	const byLanguage = new Map<LanguageTag, Map<DocumentId, ListEntry>>();
	const replaced = new Map<DocumentId, DocumentId>();
	for (const page of model.pages) {
		const old = page.frontmatter['supersedes'];
		for (const id of Array.isArray(old) ? old : []) if (typeof id === 'string') replaced.set(id, page.id);
	}
	return (lang) => {
		let map = byLanguage.get(lang);
		if (!map) {
			const view = model.views.find((each) => each.lang === lang) ?? model.views[0];
			const entries = new Map(view?.entries.map((entry) => [entry.id, entry]));
			map = new Map();
			for (const [old, id] of replaced) {
				const entry = entries.get(id);
				if (entry) map.set(old, entry);
			}
			byLanguage.set(lang, map);
		}
		return map;
	};
}
