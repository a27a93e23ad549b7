import type { InterfaceLanguage } from '../../model/index.ts';
import type { Facet, Reason } from '../../search/query/result.ts';
import { en } from './texts/en.ts';
import { zhCN } from './texts/zh-CN.ts';
import { zhTW } from './texts/zh-TW.ts';

/** Everything that the search interface says, in one language. */
export interface SearchText {
	readonly search: string;
	readonly placeholder: string;
	readonly close: string;
	readonly results: string;
	readonly count: (shown: number, total: number) => string;
	readonly failed: string;
	readonly none: string;
	readonly noneHint: string;
	readonly tried: string;
	readonly nearest: string;
	readonly doubtful: string;
	readonly cut: string;
	readonly recent: string;
	readonly forget: string;
	readonly paste: (lines: number) => string;
	readonly removePaste: string;
	readonly filters: string;
	readonly resetFilters: string;
	readonly allResults: string;
	readonly more: string;
	readonly below: string;
	readonly start: string;
	/** Before links to the lists. */
	readonly lists: string;
	readonly moduleLists: string;
	readonly filtersChosen: (count: number) => string;
	readonly pasteMatched: string;
	/** Before the first lines of a paste that goes on. */
	readonly pasteMore: (lines: number) => string;
	readonly report: ReportText;
	readonly gaps: GapText;
	readonly noScript: string;
	readonly keys: string;
	readonly line: (number: number) => string;
	readonly firstStep: string;
	readonly facet: Readonly<Record<Facet, string>>;
	readonly reason: Readonly<Record<Reason['type'], (value: string) => string>>;
	readonly language: Readonly<Record<string, string>>;
}

/** The problem report that a reader copies or saves. Labels end with their colon and space. */
export interface ReportText {
	readonly title: string;
	readonly explain: string;
	readonly copy: string;
	readonly copied: string;
	/** The clipboard is closed to scripts: the text is selected instead. */
	readonly selected: string;
	readonly save: string;
	readonly heading: string;
	readonly query: string;
	readonly page: string;
	readonly language: string;
	readonly found: string;
	readonly nothing: string;
	readonly questions: readonly string[];
}

/** The list of searches without a good answer. */
export interface GapText {
	readonly title: string;
	readonly keep: string;
	readonly explain: string;
	readonly count: (count: number) => string;
	readonly save: string;
	readonly clear: string;
}

const TEXTS: Readonly<Record<InterfaceLanguage, SearchText>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

export function searchText(lang: string): SearchText {
	return TEXTS[lang as InterfaceLanguage] ?? en;
}
