import type { ApiGraph } from '../../../../schemas/index.ts';
import type { Page, SiteModel } from '../../../model/index.ts';
import { envelopeOf } from './documents.ts';

/** Every reference once, whichever side it is seen from and in whichever language. */
export function graphOf(model: SiteModel): ApiGraph {
	const nodes = new Map<string, Page>();
	const edges = new Map<string, ApiGraph['edges'][number]>();
	const add = (from: string, to: string, relation: string): void => {
		edges.set(`${from} ${to} ${relation}`, { from, to, relation });
	};
	for (const page of model.pages) {
		if (!nodes.has(page.id)) nodes.set(page.id, page);
		for (const [target, link] of Object.entries(page.refs)) add(page.id, target, link.relation ?? 'link');
		for (const link of page.backlinks) add(link.id, page.id, link.relation ?? 'link');
	}
	const sorted = [...edges].sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		...envelopeOf(model),
		nodes: [...nodes.values()].map(({ id, kind, title }) => ({ id, kind, title })),
		edges: sorted.map(([, edge]) => edge),
	};
}
