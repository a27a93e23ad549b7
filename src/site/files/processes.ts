import { standaloneSvg } from '../../diagrams/index.ts';
import { processFileRoute } from '../plan/addresses.ts';
import type { SiteFiles } from './site-file.ts';

/** The drawing of every process, to put into slides and tickets, and its BPMN for modelling tools. */
export const processFiles: SiteFiles = function* (model) {
	for (const page of model.pages) {
		const { process } = page;
		if (!process) continue;
		yield {
			path: processFileRoute(page, 'svg').slice(1),
			hash: page.hash,
			text: () => standaloneSvg(process.rows),
		};
		yield { path: processFileRoute(page, 'bpmn').slice(1), hash: page.hash, text: () => process.bpmn };
	}
};
