import type { SearchRecord } from '../../model/index.ts';
import type { Analysis } from '../analysis.ts';
import { CONCEPT_MARK, conceptsFrom, createConceptFinder } from '../concepts.ts';
import { type Base, type BaseDocument, type Concept, INDEX_VERSION, type Postings } from '../format.ts';
import { glossaryGroups, type WordGroup } from '../glossary/index.ts';
import type { LocalTable } from '../query/local-index.ts';
import { createFold } from '../text/fold.ts';
import { namesOf } from './analyse.ts';
import { foldTableFor } from './fold-table.ts';
import { type Inverted, invert } from './invert.ts';
import { buildLocal } from './local.ts';
import { helpsWithProblem } from './problem.ts';

/** Everything that is written, before it is cut into files. */
export interface BuiltIndex {
	readonly base: Base;
	readonly local: LocalTable;
	readonly postings: ReadonlyMap<string, Postings>;
}

/** Bytes of postings that one term file should hold before compression, about. */
const TERM_FILE_SIZE = 20_000;
const MOST_TERM_FILES = 1024;
export const DETAIL_SIZE = 32;

/** Builds the index of records, numbered in the order given. */
export function buildIndex(
	records: readonly SearchRecord[],
	synonyms: readonly (readonly string[])[],
): BuiltIndex {
	const foldTable = foldTableFor(textsOf(records));
	const fold = createFold(foldTable);
	const groups: WordGroup[] = [...glossaryGroups(), ...synonyms.map((words) => ({ words, problem: false }))];
	const all = conceptsFrom(groups, fold);
	const everything: Analysis = { fold, concepts: createConceptFinder(all) };
	const inverted = invert(records, everything);
	const { concepts, postings } = keepOccurring(all, inverted.postings);
	const analysis: Analysis = { fold, concepts: createConceptFinder(concepts) };
	const documents = records.map((record, at) =>
		baseDocument(record, inverted.lengths[at] ?? 0, analysis, concepts),
	);
	return {
		local: buildLocal(documents, analysis),
		base: {
			version: INDEX_VERSION,
			fold: foldTable,
			concepts,
			documents,
			shards: shardCount(postings),
			detailSize: DETAIL_SIZE,
		},
		postings,
	};
}

function* textsOf(records: readonly SearchRecord[]): Generator<string> {
	for (const record of records) {
		yield record.title;
		yield record.summary;
		yield [...record.symptoms, ...record.keywords, ...record.transactions, ...record.objects].join('\n');
		for (const step of record.steps) yield step.name;
		for (const section of record.sections) {
			yield section.heading;
			yield section.text;
		}
	}
}

/** Concepts that no document speaks of are left out, and the rest numbered anew. */
function keepOccurring(
	all: readonly Concept[],
	postings: Inverted['postings'],
): { concepts: Concept[]; postings: Map<string, Postings> } {
	const kept = all.flatMap((concept, at) => (postings.has(CONCEPT_MARK + at) ? [{ concept, at }] : []));
	const renamed = new Map([...postings].filter(([term]) => !term.startsWith(CONCEPT_MARK)));
	kept.forEach(({ at }, number) => {
		const found = postings.get(CONCEPT_MARK + at);
		if (found) renamed.set(CONCEPT_MARK + number, found);
	});
	return { concepts: kept.map(({ concept }) => concept), postings: renamed };
}

function baseDocument(
	record: SearchRecord,
	length: number,
	analysis: Analysis,
	concepts: readonly Concept[],
): BaseDocument {
	const { id, kind, lang, route, title, status, severity, exceptionClass, modules, symptoms, signatures } =
		record;
	return {
		...{ id, kind, lang, route, title, status, severity, exceptionClass, modules, symptoms, signatures },
		names: namesOf(record),
		length: Math.round(Math.sqrt(length)),
		problem: helpsWithProblem(record, analysis, concepts),
	};
}

function shardCount(postings: ReadonlyMap<string, Postings>): number {
	let bytes = 0;
	for (const [term, { docs }] of postings) bytes += term.length * 2 + 4 + docs.length * 3;
	const wanted = Math.min(MOST_TERM_FILES, bytes / TERM_FILE_SIZE);
	return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, wanted))));
}
