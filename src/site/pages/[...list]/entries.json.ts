import { handover } from 'virtual:mainstay';
import type { APIRoute, GetStaticPaths } from 'astro';
import { pageContext } from '../../plan/context.ts';
import { entryData } from '../../plan/facet-data.ts';
import { facetsOf } from '../../plan/facets.ts';
import { siteIndexOf } from '../../plan/site-index.ts';
import type { ListTarget } from '../../plan/targets.ts';

/** Listings that span several pages hand all their entries to the filter script as data. */
function longLists(): ListTarget[] {
	const { model } = handover();
	return [...siteIndexOf(model).targets.values()].filter(
		(target): target is ListTarget => target.type === 'list' && target.number === 1 && target.count > 1,
	);
}

/** Written on every build, since a build of some pages takes over nothing but pages from the one before. */
export const getStaticPaths: GetStaticPaths = () =>
	longLists().map(({ route }) => ({ params: { list: route.slice(1, -1) } }));

export const GET: APIRoute = ({ params }) => {
	const target = longLists().find(({ route }) => route === `/${params['list']}/`);
	if (!target) return new Response(null, { status: 404 });
	const ctx = pageContext(target.view);
	const fields = facetsOf(ctx.model, ctx.labels, target.kind, target.entries).map(({ field }) => field);
	const data = target.groups.length === 0 ? [] : target.entries;
	const rows = data.map((entry) =>
		entryData(ctx.labels, entry, fields, ctx.href(entry.route), entry.lang !== target.view.lang),
	);
	return new Response(JSON.stringify(rows), { headers: { 'content-type': 'application/json' } });
};
