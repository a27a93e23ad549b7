import { type DocumentGraph, type DocumentId, inForce, type ReadingStage } from '../model/index.ts';
import { originalOf, type PlacedProcess, textsIn } from './process-set.ts';

/**
 * What somebody new in a role reads, from the whole to the single case: pages written for beginners, the value
 * chain, the process groups and processes that the role takes part in, the runbooks for what goes wrong there.
 * Each document once; stages without any are left out.
 */
export function readingPath(
	role: string,
	processes: readonly PlacedProcess[],
	runbooks: readonly DocumentId[],
	graph: DocumentGraph,
): ReadingStage[] {
	if (processes.length === 0 && runbooks.length === 0) return [];
	const isRead = (id: DocumentId | undefined): id is DocumentId => {
		const document = id === undefined ? undefined : originalOf(graph, id);
		return document !== undefined && inForce(document);
	};
	const seen = new Set<DocumentId>();
	const once = (ids: readonly (DocumentId | undefined)[]): DocumentId[] =>
		ids.filter(isRead).filter((id) => !seen.has(id) && seen.add(id));
	const groups = [...Map.groupBy(processes, ({ group }) => group)];
	const stages: ReadingStage[] = [
		{ type: 'start', items: once(startPages(graph, role)) },
		{ type: 'overview', items: once(processes.map(({ chain }) => chain)) },
		...groups.map(
			([group, own]): ReadingStage => ({
				type: 'processes',
				...(group === undefined ? {} : { group }),
				items: once([group, ...own.map(({ id }) => id)]),
			}),
		),
		{ type: 'runbooks', items: once(runbooks) },
	];
	return stages.filter(({ items }) => items.length > 0);
}

const starts = new WeakMap<DocumentGraph, readonly StartPage[]>();

interface StartPage {
	readonly id: DocumentId;
	readonly readers: readonly string[];
	readonly byName: boolean;
}

/** Pages that name the role among their `readers`, and pages called `start-…` that name nobody. */
function startPages(graph: DocumentGraph, role: string): DocumentId[] {
	let pages = starts.get(graph);
	if (!pages) {
		pages = [...graph.byId.keys()].sort().flatMap((id) => {
			const document = originalOf(graph, id);
			if (document?.kind !== 'page') return [];
			return [{ id, readers: textsIn(document, 'readers'), byName: /[:/]start-[^/]*$/.test(id) }];
		});
		starts.set(graph, pages);
	}
	return pages
		.filter(({ readers, byName }) => (readers.length > 0 ? readers.includes(role) : byName))
		.map(({ id }) => id);
}
