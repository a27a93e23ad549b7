import type {
	DocumentId,
	DocumentKind,
	Glossary,
	LanguageView,
	ListEntry,
	Page,
	ProcessNode,
	Route,
	SiteModel,
	Triage,
} from '../../model/index.ts';
import {
	glossaryRoute,
	homeRoute,
	listRoute,
	mapRoute,
	mapZoomRoute,
	moduleRoute,
	searchRoute,
	triageRoute,
} from './addresses.ts';
import { type BoardTarget, boardTargets } from './board-targets.ts';
import { groupEntries, type ListGroup, paginate } from './listing.ts';
import { hasZoom } from './map.ts';
import { type RuleTarget, ruleTargets } from './rule-targets.ts';
import { viewOf } from './views.ts';
import { type WorkTarget, workTargets } from './work-targets.ts';

interface TargetBase {
	readonly route: Route;
	readonly view: LanguageView;
}

export interface ListTarget extends TargetBase {
	readonly type: 'list';
	readonly kind: DocumentKind;
	readonly number: number;
	readonly count: number;
	readonly groups: readonly ListGroup[];
	/** All entries of the listing, not only this page's. */
	readonly entries: readonly ListEntry[];
}

/** What stands at an address. */
export type Target =
	| (TargetBase & { readonly type: 'document'; readonly page: Page })
	| (TargetBase & { readonly type: 'home' })
	| (TargetBase & { readonly type: 'map' })
	| (TargetBase & { readonly type: 'map-zoom'; readonly process: DocumentId })
	| (TargetBase & { readonly type: 'search' })
	| (TargetBase & { readonly type: 'triage'; readonly triage: Triage })
	| (TargetBase & { readonly type: 'glossary'; readonly glossary: Glossary })
	| (TargetBase & { readonly type: 'module'; readonly key: string; readonly entries: readonly ListEntry[] })
	| (TargetBase & { readonly type: 'not-found' })
	| ListTarget
	| RuleTarget
	| BoardTarget
	| WorkTarget;

export const NOT_FOUND_ROUTE: Route = '/404/';

/** Every page of the site by address. A document wins over a listing that wants the same address. */
export function targetsOf(model: SiteModel): Map<Route, Target> {
	const targets = new Map<Route, Target>();
	const add = (target: Target): void => {
		if (!targets.has(target.route)) targets.set(target.route, target);
	};
	for (const page of model.pages) {
		add({ type: 'document', route: page.route, view: viewOf(model, page.lang), page });
	}
	for (const view of model.views) for (const target of viewTargets(model, view)) add(target);
	const [first] = model.views;
	if (first) add({ type: 'not-found', route: NOT_FOUND_ROUTE, view: first });
	return targets;
}

function* viewTargets(model: SiteModel, view: LanguageView): Generator<Target> {
	yield { type: 'home', route: homeRoute(view), view };
	yield { type: 'search', route: searchRoute(view), view };
	if (view.processes.length > 0) yield { type: 'map', route: mapRoute(view), view };
	yield* zoomTargets(view, view.processes);
	const { glossary, triage } = model;
	if (triage) yield { type: 'triage', route: triageRoute(view), view, triage };
	if (glossary) yield { type: 'glossary', route: glossaryRoute(view), view, glossary };
	yield* workTargets(view);
	yield* boardTargets(model, view);
	yield* ruleTargets(model, view);
	yield* listTargets(model, view);
	for (const [key, entries] of entriesByModule(view)) {
		yield { type: 'module', route: moduleRoute(view, key), view, key, entries };
	}
}

function* zoomTargets(view: LanguageView, nodes: readonly ProcessNode[]): Generator<Target> {
	for (const node of nodes) {
		if (hasZoom(node)) yield { type: 'map-zoom', route: mapZoomRoute(view, node.id), view, process: node.id };
		yield* zoomTargets(view, node.children);
	}
}

function* listTargets(model: SiteModel, view: LanguageView): Generator<ListTarget> {
	for (const kind of listedKinds(view)) {
		const entries = view.entries.filter((entry) => entry.kind === kind);
		const pages = paginate(groupEntries(model, view, kind, entries));
		for (const [index, groups] of pages.entries()) {
			const number = index + 1;
			const route = listRoute(view, kind, number);
			yield { type: 'list', route, view, kind, number, count: pages.length, groups, entries };
		}
	}
}

const listed = new WeakMap<LanguageView, readonly DocumentKind[]>();

/** Kinds that this view has documents of, in the order of the navigation. */
export function listedKinds(view: LanguageView): readonly DocumentKind[] {
	let kinds = listed.get(view);
	if (!kinds) {
		const present = new Set(view.entries.map((entry) => entry.kind));
		kinds = NAVIGATION_ORDER.filter((kind) => present.has(kind));
		listed.set(view, kinds);
	}
	return kinds;
}

const NAVIGATION_ORDER = ['runbook', 'process', 'system-log', 'dev-note', 'page'] as const;

/** Entries per module key, in order of first appearance; keys that cannot be an address segment are left out. */
export function entriesByModule(view: LanguageView): Map<string, ListEntry[]> {
	const modules = new Map<string, ListEntry[]>();
	for (const entry of view.entries) {
		for (const key of entry.modules) {
			if (/[/?#%\\]/.test(key)) continue;
			const list = modules.get(key) ?? [];
			list.push(entry);
			modules.set(key, list);
		}
	}
	return modules;
}
