import { labels } from '../../../schemas/index.ts';
import { triageOf } from '../../boards/triage.ts';
import { isForeignFolder, type Triage } from '../../model/index.ts';
import type { SiteInput } from './index.ts';

const CLASS = 'exceptionClass.';

/** The way from a symptom to a runbook; nothing where there are no runbooks to lead to. */
export function triageFor({ config, graph }: Pick<SiteInput, 'config' | 'graph'>): {
	readonly triage?: Triage;
} {
	if (graph.nodes.size > 0 && isForeignFolder(config, graph.nodes.values())) return {};
	const classes = Object.keys(labels).flatMap((key) =>
		key.startsWith(CLASS) ? [key.slice(CLASS.length)] : [],
	);
	const triage = triageOf(graph, classes);
	return triage.classes.some(({ runbooks }) => runbooks.length > 0) ? { triage } : {};
}
