import type { LanguageTag, LanguageView, Route } from '../../model/index.ts';
import type { SiteIndex } from './site-index.ts';

/** The same page of the site's own (home, listing, map…) in every view that has it. */
export function alternatesOf(
	index: SiteIndex,
	routeIn: (view: LanguageView) => Route,
): { readonly lang: LanguageTag; readonly route: Route }[] {
	return index.model.views.flatMap((view) => {
		const route = routeIn(view);
		return index.targets.has(route) ? [{ lang: view.lang, route }] : [];
	});
}
