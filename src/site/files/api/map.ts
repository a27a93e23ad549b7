import type { ApiMap } from '../../../../schemas/index.ts';
import type { LanguageView, ProcessNode } from '../../../model/index.ts';
import { mapRoute } from '../../plan/addresses.ts';
import type { SiteIndex } from '../../plan/site-index.ts';
import { type Answered, documentsIn, pagesAt } from './answer.ts';
import { envelopeOf } from './documents.ts';

type Process = Answered<ApiMap>['processes'][number];

/** The process hierarchy as a list, parents first, with how each process stands and why. */
export function processMapOf(index: SiteIndex, view: LanguageView): Answered<ApiMap> {
	const processes = view.processes.flatMap((node) => withChildren(node, undefined));
	return {
		...envelopeOf(index.model),
		pages: pagesAt(index, mapRoute),
		documents: documentsIn(index.model, processes),
		processes,
	};
}

function withChildren(node: ProcessNode, parent: ProcessNode | undefined): Process[] {
	const { id, level, owner, facts, children } = node;
	return [
		{
			id,
			level,
			...(parent ? { parent: parent.id } : {}),
			children: children.map((child) => child.id),
			...(owner === undefined ? {} : { owner }),
			...facts,
		},
		...children.flatMap((child) => withChildren(child, node)),
	];
}
