import { labels } from '../../../schemas/index.ts';
import { boardsOf } from '../../boards/index.ts';
import { type Boards, isForeignFolder } from '../../model/index.ts';
import type { SiteInput } from './index.ts';

const CLASS = 'exceptionClass.';

/** The boards of the set; nothing for a folder of plain pages that was written for another tool. */
export function boardsFor({
	config,
	graph,
	asOf,
	codeChanged,
}: Pick<SiteInput, 'config' | 'graph' | 'asOf' | 'codeChanged'>): {
	readonly boards?: Boards;
} {
	if (graph.nodes.size > 0 && isForeignFolder(config, graph.nodes.values())) return {};
	const boards = boardsOf({
		graph,
		asOf,
		reviewEvery: config.review.every,
		modules: [...config.modules.keys()],
		exceptionClasses: Object.keys(labels).flatMap((key) =>
			key.startsWith(CLASS) ? [key.slice(CLASS.length)] : [],
		),
		continuity: config.continuity,
		...(codeChanged ? { codeChanged } : {}),
	});
	return { boards };
}
