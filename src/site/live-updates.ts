import type { ViteDevServer } from 'vite';
import type { Route, SiteModel } from '../model/index.ts';
import { furniture } from './i18n/index.ts';
import { trustedMdx } from './integration/astro-config.ts';
import { type DevUpdate, type PageReady, READY_EVENT, UPDATE_EVENT } from './integration/dev-events.ts';
import { HANDOVER_MODULE } from './integration/vite-plugins.ts';
import { shownProblems } from './plan/dev-state.ts';
import { routeHashes } from './plan/route-hashes.ts';

/** Tells a server for writing, and the browsers that look at it, about another state of the knowledge base. */
export type LiveUpdates = (next: SiteModel, vite: ViteDevServer | undefined) => void;

/**
 * Follows from `first` on. `listed`: Astro keeps the list of pages, so that a page which comes or goes needs
 * the module of the pages anew.
 */
export function createLiveUpdates(first: SiteModel, { listed }: { readonly listed: boolean }): LiveUpdates {
	let hashes = routeHashes(first);
	let mdx = JSON.stringify([...trustedMdx(first)]);
	let last: { readonly model: SiteModel; readonly update: DevUpdate } | undefined;
	/** By route, the revision in which it changed last. */
	const changed = new Map<Route, number>();
	const answered = new WeakSet<ViteDevServer>();
	/** A page that was loading while an update went out has not heard it. */
	const answer = (vite: ViteDevServer): void => {
		if (answered.has(vite)) return;
		answered.add(vite);
		vite.environments.client.hot.on(READY_EVENT, ({ route, revision }: PageReady, client) => {
			if (!last || (last.model.revision ?? 0) <= revision) return;
			const isStale = (changed.get(route) ?? 0) > revision;
			client.send(UPDATE_EVENT, { ...last.update, routes: isStale ? [route] : [] } satisfies DevUpdate);
		});
	};
	return (next, vite) => {
		if (vite) answer(vite);
		const before = hashes;
		hashes = routeHashes(next);
		const lastMdx = mdx;
		mdx = JSON.stringify([...trustedMdx(next)]);
		const sameRoutes = before.size === hashes.size && [...hashes.keys()].every((route) => before.has(route));
		if (vite && (mdx !== lastMdx || (listed && !sameRoutes))) forgetPages(vite);
		const update = updateFor(next, before, hashes);
		last = { model: next, update };
		const routes = update.routes === 'all' ? [...before.keys(), ...hashes.keys()] : update.routes;
		for (const route of routes) changed.set(route, next.revision ?? 0);
		vite?.environments.client.hot.send({ type: 'custom', event: UPDATE_EVENT, data: update });
	};
}

/** Trusted MDX pages are imported by name, so a new set of them needs the module anew. */
function forgetPages(vite: ViteDevServer): void {
	for (const [name, environment] of Object.entries(vite.environments)) {
		const module = environment.moduleGraph.getModuleById(HANDOVER_MODULE);
		if (!module) continue;
		environment.moduleGraph.invalidateModule(module);
		if (name !== 'client') environment.hot.send({ type: 'full-reload' });
	}
}

function updateFor(
	model: SiteModel,
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
): DevUpdate {
	const routes = new Set<string>();
	for (const [route, hash] of after) if (before.get(route) !== hash) routes.add(route);
	for (const route of before.keys()) if (!after.has(route)) routes.add(route);
	const added = [...after.keys()].some((route) => !before.has(route));
	// The page "not found" may be open where a page now is.
	if (added) routes.add('/404/');
	const problems = shownProblems(model.diagnostics);
	const titles = Object.fromEntries(
		model.views.map((view) => [view.lang, furniture[view.interfaceLanguage].problems(problems.length)]),
	);
	return { routes: routes.size > 500 ? 'all' : [...routes], problems, titles };
}
