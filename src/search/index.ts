export type { WriteSearchOptions, WrittenSearch } from './build/site-files.ts';
export { writeSearchIndex } from './build/write.ts';
export {
	addQuery,
	GAPS_VERSION,
	type Gap,
	type GapFault,
	type GapFile,
	mergeGaps,
	parseGaps,
	type RankedGap,
	rankGaps,
} from './gaps.ts';
export { type GlossaryEntry, type GlossaryField, glossary } from './glossary/index.ts';
export { openSite, type SiteSearch } from './node/open-site.ts';
export { type ScoreParts, scoreOf } from './query/rank.ts';
export {
	FACETS,
	type Facet,
	type Filters,
	type Reason,
	type SearchAnswer,
	type SearchOptions,
	type SearchResult,
} from './query/result.ts';
export { WEIGHTS } from './query/weights.ts';
