import type { LanguageView, Route } from '../../model/index.ts';
import { dataRoute, mapRoute, responsibilitiesRoute, rolesRoute } from './addresses.ts';
import type { Target } from './targets.ts';

export type MapTab = 'map' | 'roles' | 'matrix' | 'data';

const ROUTES: Readonly<Record<MapTab, (view: LanguageView) => Route>> = {
	map: mapRoute,
	roles: rolesRoute,
	matrix: responsibilitiesRoute,
	data: dataRoute,
};

/** The ways to look at the processes that this view has pages for, in the order of the tab row. */
export function mapTabs(
	targets: ReadonlyMap<Route, Target>,
	view: LanguageView,
): { readonly tab: MapTab; readonly route: Route }[] {
	return (Object.keys(ROUTES) as MapTab[])
		.map((tab) => ({ tab, route: ROUTES[tab](view) }))
		.filter(({ route }) => targets.has(route));
}
