import type { ViteDevServer } from 'vite';
import type { SiteModel } from '../model/index.ts';
import { furniture } from './i18n/index.ts';
import { trustedMdx } from './integration/astro-config.ts';
import { type DevUpdate, UPDATE_EVENT } from './integration/dev-events.ts';
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
	return (next, vite) => {
		const before = hashes;
		hashes = routeHashes(next);
		const lastMdx = mdx;
		mdx = JSON.stringify([...trustedMdx(next)]);
		const sameRoutes = before.size === hashes.size && [...hashes.keys()].every((route) => before.has(route));
		if (vite && (mdx !== lastMdx || (listed && !sameRoutes))) forgetPages(vite);
		vite?.environments.client.hot.send({
			type: 'custom',
			event: UPDATE_EVENT,
			data: updateFor(next, before, hashes),
		});
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
