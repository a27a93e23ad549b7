import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_GAP, MOST_GAPS } from '../../../src/search/gaps.ts';
import {
	addQuery,
	GAPS_VERSION,
	type Gap,
	mergeGaps,
	parseGaps,
	rankGaps,
	type SearchAnswer,
} from '../../../src/search/index.ts';

const gap = (query: string, count = 1, last = '2026-11-01', lang = 'zh-CN'): Gap => ({
	query,
	lang,
	count,
	last,
});

const file = (queries: readonly unknown[], schemaVersion: unknown = GAPS_VERSION): string =>
	JSON.stringify({ schemaVersion, queries });

describe('a list of gaps', () => {
	it('counts a question once, whatever its spaces, case and width', () => {
		const first = addQuery([], { query: ' ORA  1555 ', lang: 'en', last: '2026-11-01' });
		const second = addQuery(first, { query: 'ｏｒａ 1555', lang: 'en', last: '2026-11-03T08:00:00Z' });
		expect(second).toEqual([gap('ORA 1555', 2, '2026-11-03', 'en')]);
		expect(addQuery(second, { query: 'ora 1555', lang: 'zh-TW', last: '2026-11-03' })).toHaveLength(2);
	});

	it('never keeps a paste or nothing', () => {
		for (const query of ['', '  ', 'a\nb', 'x'.repeat(LONGEST_GAP + 1)]) {
			expect(addQuery([gap('库存')], { query, lang: 'en', last: '2026-11-01' })).toEqual([gap('库存')]);
		}
	});

	it('stays bounded; the oldest questions make room', () => {
		const full = Array.from({ length: MOST_GAPS }, (_, at) => gap(`q${at}`, 1, '2026-11-02'));
		const next = addQuery([gap('old', 9, '2025-01-01'), ...full.slice(1)], {
			query: 'new',
			lang: 'en',
			last: '2026-11-03',
		});
		expect(next).toHaveLength(MOST_GAPS);
		expect(next.at(-1)?.query).toBe('new');
		expect(next.some(({ query }) => query === 'old')).toBe(false);
	});

	it('loses no count when lists are joined, in whatever order', () => {
		const some = fc.array(
			fc.tuple(fc.constantFrom('a', 'A', ' a', 'b', '库存'), fc.integer({ min: 1, max: 99 })),
		);
		fc.assert(
			fc.property(some, (pairs) => {
				const gaps = pairs.map(([query, count]) => gap(query, count));
				const sum = (list: readonly Gap[]): number => list.reduce((all, { count }) => all + count, 0);
				expect(sum(mergeGaps(gaps))).toBe(sum(gaps));
				expect(sum(mergeGaps([...gaps].reverse()))).toBe(sum(gaps));
			}),
		);
	});
});

describe('an exported file', () => {
	it('gives back what was written, byte order mark or not', () => {
		const gaps = [gap('库存对不上', 3), gap('ORA-1', 1, '2026-10-02', '')];
		expect(parseGaps(file(gaps))).toEqual({ gaps, faults: [] });
		expect(parseGaps(`\ufeff${file(gaps)}`)).toEqual({ gaps, faults: [] });
	});

	it('that is something else is named', () => {
		expect(parseGaps('{').faults).toEqual([{ type: 'not-json' }]);
		for (const text of ['[]', '"x"', 'null', '{}', '{"queries": 3}']) {
			expect(parseGaps(text).faults).toEqual([{ type: 'not-a-gap-list' }]);
		}
		expect(parseGaps(file([], 2)).faults).toEqual([{ type: 'other-version' }]);
	});

	it('loses only the entries that cannot be read', () => {
		const bad = [
			null,
			3,
			{},
			{ ...gap('x'), count: 0 },
			{ ...gap('x'), last: 'May' },
			{ ...gap('x'), query: ' ' },
		];
		const { gaps, faults } = parseGaps(file([gap('a'), ...bad, gap('b')]));
		expect(gaps.map(({ query }) => query)).toEqual(['a', 'b']);
		expect(faults).toEqual(bad.map((_, at) => ({ type: 'bad-entry', entry: at + 2 })));
	});

	it('of any content never throws', () => {
		fc.assert(fc.property(fc.json(), (text) => void parseGaps(text)));
		fc.assert(fc.property(fc.string(), (text) => void parseGaps(text)));
	});
});

describe('the ranking of gaps', () => {
	const best = { id: 'RB-X-0001' } as SearchAnswer['results'][number];
	const answers: Readonly<Record<string, Pick<SearchAnswer, 'results' | 'confidence'>>> = {
		known: { results: [best], confidence: 0.9 },
		vague: { results: [best], confidence: 0.4 },
		unknown: { results: [], confidence: 0 },
	};

	it('puts first what is asked often and answered badly', async () => {
		const gaps = [gap('known', 20), gap('vague', 5), gap('unknown', 2), gap('Unknown', 2), gap('vague', 1)];
		const ranked = await rankGaps(
			gaps,
			async ({ query }) => answers[query] ?? { results: [], confidence: 0 },
		);
		expect(ranked.map(({ query, count, weight }) => [query, count, Number(weight.toFixed(6))])).toEqual([
			['unknown', 4, 4],
			['vague', 6, 3.6],
			['known', 20, 2],
		]);
		expect(ranked.map((each) => each.best?.id)).toEqual([undefined, 'RB-X-0001', 'RB-X-0001']);
	});
});
