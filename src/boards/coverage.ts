import {
	type CoverageBoard,
	type CoverageCell,
	DOCUMENT_KINDS,
	type Document,
	type DocumentGraph,
	type DocumentId,
	inForce,
	type ProcessCoverage,
} from '../model/index.ts';
import { type BoardInput, facetsOf, groupOf, originals, textIn, textOf } from './board-document.ts';
import { modulesOf } from './places.ts';
import { processRecords, recordsOf, textsOf } from './process-record.ts';

export interface CoverageInput extends BoardInput {
	/** Keys of mainstay.yaml in their order; modules that only documents name follow. */
	readonly modules: readonly string[];
	/** Exception classes in their order. */
	readonly exceptionClasses: readonly string[];
}

/** Steps at which somebody does something; a start, a decision or an end cannot fail by itself. */
const WORKING = new Set(['task', 'approval', 'subprocess', 'wait']);

/** What has a document and what has none: steps, modules and exception classes. Only documents in force count. */
export function coverageBoard(input: CoverageInput): CoverageBoard {
	const { graph } = input;
	const documents = originals(graph).filter(inForce);
	const runbooks = documents.filter(({ kind }) => kind === 'runbook');
	const incidents = documents.filter(({ frontmatter }) => frontmatter['logType'] === 'incident');
	const modules = modulesIn(documents, input.modules);
	const groups = groupsOf(runbooks);
	return {
		processes: processesOf(graph, groups),
		kinds: DOCUMENT_KINDS.map((kind) => ({
			kind,
			cells: cellsOf(
				modules,
				documents.filter((document) => document.kind === kind),
				[],
				graph,
			),
		})),
		classes: input.exceptionClasses.map((exceptionClass) => {
			const has = ({ frontmatter }: Document): boolean => frontmatter['exceptionClass'] === exceptionClass;
			return { exceptionClass, cells: cellsOf(modules, runbooks.filter(has), incidents.filter(has), graph) };
		}),
		groups: Object.fromEntries(groups),
	};
}

function modulesIn(documents: readonly Document[], declared: readonly string[]): string[] {
	const named = documents.flatMap((document) => textsOf(document.frontmatter['modules'])).sort();
	return [...new Set([...declared, ...named])];
}

function cellsOf(
	modules: readonly string[],
	documents: readonly Document[],
	incidents: readonly Document[],
	graph: DocumentGraph,
): CoverageCell[] {
	return modules.map((module) => ({
		module,
		count: documents.filter(({ frontmatter }) => textsOf(frontmatter['modules']).includes(module)).length,
		incidents: incidents.filter((log) => modulesOf(log, graph).includes(module)).length,
	}));
}

/** The group that most runbooks of a module have in their id. */
function groupsOf(runbooks: readonly Document[]): Map<string, string> {
	const counts = new Map<string, Map<string, number>>();
	for (const { id, frontmatter } of runbooks) {
		// A runbook's first module is the one that it was written for.
		const [module] = textsOf(frontmatter['modules']);
		if (module === undefined) continue;
		const groups = counts.get(module) ?? new Map<string, number>();
		counts.set(module, groups.set(groupOf(id), (groups.get(groupOf(id)) ?? 0) + 1));
	}
	return new Map(
		[...counts].map(([module, groups]) => {
			const [first] = [...groups].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
			return [module, first?.[0] ?? 'GEN'];
		}),
	);
}

function processesOf(graph: DocumentGraph, groups: ReadonlyMap<string, string>): ProcessCoverage[] {
	return [...processRecords(graph)]
		.filter(([, { document, steps }]) => inForce(document) && steps.length > 0)
		.map(([id, { document, steps }]): ProcessCoverage => {
			const written = recordsOf(document.frontmatter['steps']);
			const working = steps.flatMap((step, at) =>
				WORKING.has(textOf(written[at]?.['type']) ?? 'task') ? [{ ...step, at }] : [],
			);
			const isCovered = (runbooks: readonly DocumentId[]): boolean =>
				runbooks.some((each) => {
					const runbook = graph.byId.get(each)?.values().next().value;
					return runbook !== undefined && inForce(runbook);
				});
			const missing = working.filter(({ runbooks }) => !isCovered(runbooks));
			const [module = ''] = textsOf(document.frontmatter['modules']);
			return {
				id,
				...facetsOf(document),
				steps: working.length,
				covered: working.length - missing.length,
				missing: missing
					.map(({ id: step, incidents, at }) => ({
						step,
						name: textIn(graph, id, `/steps/${at}/name`),
						incidents,
					}))
					.sort((a, b) => b.incidents - a.incidents),
				group: groups.get(module) ?? groupOf(id),
			};
		})
		.sort((a, b) => incidentsAt(b) - incidentsAt(a) || share(a) - share(b) || (a.id < b.id ? -1 : 1));
}

function incidentsAt({ missing }: ProcessCoverage): number {
	return missing.reduce((sum, { incidents }) => sum + incidents, 0);
}

function share({ covered, steps }: ProcessCoverage): number {
	return steps === 0 ? 1 : covered / steps;
}
