import { compareTexts } from '../model/index.ts';
import type { SearchAnswer, SearchResult } from './query/result.ts';

/** Version of the file that a reader exports. */
export const GAPS_VERSION = 1;

/** A question that the knowledge base had no good answer to. */
export interface Gap {
	/** One line, at most {@link LONGEST_GAP} UTF-16 units. */
	readonly query: string;
	/** Language of the interface it was asked in: a BCP 47 tag, empty when unknown. */
	readonly lang: string;
	/** How often it was asked, at least 1. */
	readonly count: number;
	/** Day it was last asked, `YYYY-MM-DD`. */
	readonly last: string;
}

/** What a reader exports, and what their browser keeps. Queries are alike once by folded case and spaces, and language. */
export interface GapFile {
	readonly schemaVersion: typeof GAPS_VERSION;
	readonly queries: readonly Gap[];
}

/** What is wrong with a file; an entry that cannot be read does not cost the others. */
export interface GapFault {
	readonly type: 'not-json' | 'not-a-gap-list' | 'other-version' | 'bad-entry';
	/** Place of the entry in `queries`, from 1. */
	readonly entry?: number;
}

export interface RankedGap extends Gap {
	/** 0–1: how much of the query the best answer leaves unexplained. */
	readonly badness: number;
	/** `count` × `badness`: what the list is sorted by. */
	readonly weight: number;
	/** The best answer there is; absent when nothing was found. */
	readonly best?: SearchResult;
}

/** Longer questions are pastes; they may hold what nobody may keep. */
export const LONGEST_GAP = 120;
/** A reader's list; the oldest questions make room. */
export const MOST_GAPS = 500;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * Counts a question in a list, the newest last. A paste (several lines, or longer than {@link LONGEST_GAP}) is never
 * kept: then, as for an empty question, the list comes back as it is. `last` is a day, `YYYY-MM-DD`.
 */
export function addQuery(
	gaps: readonly Gap[],
	{ query, lang, last }: Pick<Gap, 'query' | 'lang' | 'last'>,
): readonly Gap[] {
	const asked = query.trim();
	if (asked === '' || asked.length > LONGEST_GAP || /[\r\n]/.test(asked)) return gaps;
	return mergeGaps([...gaps, { query: squeeze(asked), lang, count: 1, last: last.slice(0, 10) }])
		.sort((a, b) => compareTexts(a.last, b.last))
		.slice(-MOST_GAPS);
}

/** Joins lists: counts add up, the latest day and the spelling asked most often stay. */
export function mergeGaps(gaps: readonly Gap[]): Gap[] {
	const groups = Map.groupBy(
		gaps,
		({ query, lang }) => `${lang}\n${squeeze(query).normalize('NFKC').toLowerCase()}`,
	);
	return [...groups.values()].map((group) => {
		const most = group.reduce((best, each) => (each.count > best.count ? each : best));
		return {
			...most,
			count: group.reduce((sum, { count }) => sum + count, 0),
			last:
				group
					.map(({ last }) => last)
					.sort()
					.at(-1) ?? '',
		};
	});
}

/** Reads an exported file. Never throws: what cannot be read is named in `faults`, the rest is kept. */
export function parseGaps(text: string): {
	readonly gaps: readonly Gap[];
	readonly faults: readonly GapFault[];
} {
	const data = readJson(text);
	if (data === undefined) return { gaps: [], faults: [{ type: 'not-json' }] };
	if (!isRecord(data) || !Array.isArray(data['queries']))
		return { gaps: [], faults: [{ type: 'not-a-gap-list' }] };
	if (data['schemaVersion'] !== GAPS_VERSION) return { gaps: [], faults: [{ type: 'other-version' }] };
	const entries = data['queries'].map(readGap);
	return {
		gaps: entries.filter((gap) => gap !== undefined),
		faults: entries.flatMap((gap, at): GapFault[] => (gap ? [] : [{ type: 'bad-entry', entry: at + 1 }])),
	};
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readGap(value: unknown): Gap | undefined {
	if (!isRecord(value)) return undefined;
	const { query, lang = '', count, last } = value;
	if (typeof query !== 'string' || squeeze(query) === '' || typeof lang !== 'string') return undefined;
	if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return undefined;
	if (typeof last !== 'string' || !DAY.test(last)) return undefined;
	return { query: squeeze(query).slice(0, LONGEST_GAP), lang, count, last: last.slice(0, 10) };
}

/**
 * Asks the knowledge base every question again and sorts by how often it was asked × how badly it is answered now; a
 * tie goes to the question asked more often, then more recently. What is answered well by now comes last, with weight
 * near 0.
 */
export async function rankGaps(
	gaps: readonly Gap[],
	answerOf: (gap: Gap) => Promise<Pick<SearchAnswer, 'results' | 'confidence'>>,
): Promise<RankedGap[]> {
	const ranked: RankedGap[] = [];
	for (const gap of mergeGaps(gaps)) {
		const { results, confidence } = await answerOf(gap);
		const [best] = results;
		const badness = best ? 1 - confidence : 1;
		ranked.push({ ...gap, badness, weight: gap.count * badness, ...(best && { best }) });
	}
	return ranked.sort(
		(a, b) =>
			b.weight - a.weight ||
			b.count - a.count ||
			compareTexts(b.last, a.last) ||
			compareTexts(a.query, b.query),
	);
}

function squeeze(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
