import { handover } from 'virtual:mainstay';
import type { APIRoute, GetStaticPaths } from 'astro';
import { pageContext } from '../../plan/context.ts';
import { recordData } from '../../plan/record-data.ts';

/** One file per language, written on every build: the numbers in use change with every log. */
export const getStaticPaths: GetStaticPaths = () =>
	handover().model.views.map(({ prefix }) => ({ params: { view: prefix.slice(1) || undefined } }));

export const GET: APIRoute = ({ params }) => {
	const { model } = handover();
	const view = model.views.find(({ prefix }) => prefix.slice(1) === (params['view'] ?? ''));
	if (!view) return new Response(null, { status: 404 });
	const { labels } = pageContext(view);
	return new Response(JSON.stringify(recordData(model, view, labels)), {
		headers: { 'content-type': 'application/json' },
	});
};
