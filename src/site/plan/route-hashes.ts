import { createHash } from 'node:crypto';
import type { DocumentId, LanguageView, Route, SiteModel } from '../../model/index.ts';
import { boardShown } from './board-targets.ts';
import { boardCountsShown } from './board-words.ts';
import { branchOf, neighboursOf } from './branch.ts';
import { feedsShown } from './feeds.ts';
import { hasZoom, mapZoomOf } from './map.ts';
import { mapTabs } from './map-tabs.ts';
import { openersOf } from './openers.ts';
import { ruleShown } from './rule-targets.ts';
import { type SiteIndex, siteIndexOf } from './site-index.ts';
import { listedKinds, type Target } from './targets.ts';
import { dataLinksShown, workShown } from './work-targets.ts';

/**
 * What each page of the site shows, as a hash: a page whose hash is the same as in the last build
 * would come out byte for byte the same, so it need not be written again.
 */
export function routeHashes(model: SiteModel): Map<Route, string> {
	const index = siteIndexOf(model);
	const shell = shellHash(model);
	const views = new Map(
		model.views.map((view) => [view, hashOf([view.entries, view.processes, view.overlays, view.navigation])]),
	);
	const hashes = new Map<Route, string>();
	for (const [route, target] of index.targets) {
		hashes.set(route, hashOf([shell, ...shownBy(index, views, target)]));
	}
	return hashes;
}

/** What every page shows: title, vocabulary, labels, the kinds in the header. */
function shellHash(model: SiteModel): string {
	const {
		pages: _pages,
		diagnostics: _diagnostics,
		revision: _revision,
		redirects: _redirects,
		views,
		shellHash: _own,
		asOf: _day,
		glossary,
		boards,
		triage,
		ruleReference,
		...shell
	} = model;
	const { targets } = siteIndexOf(model);
	const bars = views.map((view) => [
		view.lang,
		view.prefix,
		view.processes.length > 0,
		listedKinds(view),
		mapTabs(targets, view),
	]);
	return hashOf([
		shell,
		bars,
		glossary !== undefined,
		boards !== undefined,
		triage !== undefined,
		ruleReference !== undefined,
		feedsShown(model),
	]);
}

function shownBy(index: SiteIndex, views: ReadonlyMap<LanguageView, string>, target: Target): unknown[] {
	const { view } = target;
	switch (target.type) {
		case 'document': {
			const { page } = target;
			const modules = page.frontmatter['modules'];
			return [
				page.hash,
				view.lang,
				branchOf(index, view, page),
				neighboursOf(index, view, page),
				index.successors(view.lang).get(page.id),
				page.kind === 'process' ? groupShown(index, view, page.id) : [],
				page.kind === 'process' ? openersOf(index.model, page) : [],
				dataLinksShown(view, page),
				Array.isArray(modules)
					? modules.map((key) => index.targets.has(`${view.prefix}/modules/${String(key)}/`))
					: [],
			];
		}
		case 'list':
			return [target.kind, target.number, target.count, target.entries, alternates(index, target)];
		case 'module':
			return [target.key, target.entries, alternates(index, target)];
		case 'home':
			return [target.type, views.get(view), boardCountsShown(index.model)];
		case 'map':
			return [target.type, views.get(view)];
		case 'map-zoom':
			return [target.type, zoomShown(index, view, target.process), alternates(index, target)];
		case 'glossary':
			return [target.type, target.glossary];
		case 'triage':
			// A role is a link where it has a page.
			return [
				...[target.type, target.triage, index.model.asOf, views.get(view), alternates(index, target)],
				view.work.roles.map(({ key, hasPage }) => [key, hasPage]),
			];
		case 'roles':
		case 'role':
		case 'reading-path':
		case 'matrix':
		case 'data':
		case 'data-object':
			return [...workShown(target), alternates(index, target)];
		case 'rules':
		case 'rule':
			return ruleShown(target);
		case 'boards':
		case 'board':
			return [boardShown(index.model, target), views.get(view)];
		case 'search':
		case 'not-found':
			return [target.type];
	}
}

/** The part of the map on the page of a group. */
function groupShown(index: SiteIndex, view: LanguageView, id: DocumentId): unknown {
	const node = index.processes(view).get(id)?.node;
	return node && node.level <= 2 ? node : node && hasZoom(node);
}

/** A map is no plain data. */
function zoomShown(index: SiteIndex, view: LanguageView, id: DocumentId): unknown {
	const zoom = mapZoomOf(index, view, id);
	return zoom && [zoom.node, zoom.trail, zoom.siblings, [...zoom.flows], view.overlays];
}

/** Which other languages have the same listing. */
function alternates(index: SiteIndex, target: Target): unknown[] {
	const tail = target.route.slice(target.view.prefix.length);
	return index.model.views.map((view) => index.targets.has(view.prefix + tail));
}

function hashOf(value: unknown): string {
	return createHash('sha256')
		.update(JSON.stringify(value) ?? '')
		.digest('base64url')
		.slice(0, 22);
}
