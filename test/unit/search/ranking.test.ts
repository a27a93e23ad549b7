import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/search/build/base.ts';
import { answer, ask } from '../../../src/search/query/answer.ts';
import { createFinder } from '../../../src/search/query/finder.ts';
import { parseQuery } from '../../../src/search/query/parse.ts';
import { plainReason, reasonsFor } from '../../../src/search/query/reasons.ts';
import type { Filters, SearchOptions } from '../../../src/search/query/result.ts';
import { RECORDS, record } from './records.ts';

const built = buildIndex(RECORDS, [['漏扫', '没扫码', 'missed scan']]);
const finder = createFinder(built.base, built.local);
const lookup = (term: string) => built.postings.get(term);

function search(query: string, options: SearchOptions = {}): string[] {
	const { hits } = answer(ask(query, finder), finder, lookup, options);
	return hits.map(({ doc }) => RECORDS[doc]?.id ?? '');
}

describe('the finder', () => {
	it.each([
		['库存对不上', 'RB-INV-0001'],
		['庫存數量不一致', 'RB-INV-0001'],
		['帳實不符怎麼辦', 'RB-INV-0001'],
		['stock quantity mismatch', 'RB-INV-0001'],
		['ora 1555', 'RB-DB-0002'],
		['快照过旧', 'RB-DB-0002'],
		['M7-053', 'RB-FIN-0003'],
		['m7053', 'RB-FIN-0003'],
		['err period closed', 'RB-FIN-0003'],
		['ERR_PEROID_CLOSED', 'RB-FIN-0003'],
		['OB52', 'RB-FIN-0003'],
		['打印乱码', 'RB-PRT-0004'],
		['reservations for delivery', 'page:guides/dispatch'],
		['reservatoins', 'page:guides/dispatch'],
		['存数量', 'RB-INV-0001'],
		['rbfin3', 'RB-FIN-0003'],
	])('%s leads to %s', (query, id) => {
		expect(search(query)[0]).toBe(id);
	});

	it('puts retired documents last', () => {
		expect(search('打印 乱码').at(-1)).toBe('page:guides/old-printing');
	});

	it('finds nothing where there is nothing', () => {
		expect(search('zzzzqqqq')).toEqual([]);
		expect(search('   ')).toEqual([]);
	});

	it('filters exactly and counts what other filters leave', () => {
		const asked = ask('处理', finder);
		const all = answer(asked, finder, lookup, {});
		const some = answer(asked, finder, lookup, { filters: { severity: ['S1'] } });
		expect(some.hits.map(({ doc }) => RECORDS[doc]?.severity)).toEqual(['S1']);
		expect(some.counts.severity).toEqual(all.counts.severity);
		expect(some.counts.kind).toEqual({ runbook: 1 });
		expect(search('处理', { kind: 'page' }).every((id) => id.startsWith('page:'))).toBe(true);
	});

	it('shows the translation that a language filter allows, and counts languages over all translations', () => {
		const records = [
			record({ id: 'RB-X-0001', title: '磁盘满', lang: 'zh-CN' }),
			record({ id: 'RB-X-0001', title: 'disk full', lang: 'en', route: '/en/d/RB-X-0001/' }),
			record({ id: 'RB-X-0002', title: '磁盘满了怎么扩容', lang: 'zh-CN' }),
		];
		const index = buildIndex(records, []);
		const own = createFinder(index.base, index.local);
		const found = (filters: Filters) =>
			answer(ask('磁盘满', own), own, (term) => index.postings.get(term), { filters });
		expect(found({}).hits.map(({ doc }) => doc)).toEqual([0, 2]);
		expect(found({ lang: ['en'] }).hits.map(({ doc }) => doc)).toEqual([1]);
		expect(found({ lang: ['en'] }).counts.lang).toEqual({ 'zh-CN': 2, en: 1 });
		expect(found({}).counts.kind).toEqual({ runbook: 2 });
	});

	it('prefers the process when a question ends in naming one', () => {
		const records = [
			record({ id: 'RB-X-0001', title: '月结以后单据无法过账' }),
			record({ id: 'PR-X-0001', kind: 'process', title: '记录到报告（月结）' }),
		];
		const index = buildIndex(records, []);
		const own = createFinder(index.base, index.local);
		const best = (query: string) =>
			answer(ask(query, own), own, (term) => index.postings.get(term), {}).hits[0]?.doc;
		expect(['月结流程', '月結的流程', 'month-end close process'].map(best)).toEqual([1, 1, 1]);
		expect(best('月结 无法过账')).toBe(0);
	});

	it('trusts an answer less for every word that no document knows', () => {
		const confidence = (query: string) => answer(ask(query, finder), finder, lookup, {}).confidence;
		expect(confidence('ORA-01555')).toBe(1);
		expect(confidence('库存对不上')).toBeGreaterThan(0.5);
		expect(confidence('食堂月饼券发放库存')).toBeLessThan(0.35);
		expect(confidence('zzzqqq')).toBe(0);
	});

	it('does not take a note for a not', () => {
		const [unit] = parseQuery('note', finder).units;
		const [stop] = parseQuery('not', finder).units;
		expect(unit?.weight).toBeGreaterThan(stop?.weight ?? 1);
	});

	it('shows one translation of a document, the reader\u2019s where it matches', () => {
		const records = [
			record({ id: 'RB-X-0001', title: '磁盘满', lang: 'zh-CN' }),
			record({ id: 'RB-X-0001', title: '磁碟滿', lang: 'zh-TW', route: '/zh-TW/d/RB-X-0001/' }),
		];
		const index = buildIndex(records, []);
		const own = createFinder(index.base, index.local);
		const found = (lang: string) =>
			answer(ask('磁盘满', own), own, (term) => index.postings.get(term), { lang }).hits.map(
				({ doc }) => records[doc]?.lang,
			);
		expect(found('zh-TW')).toEqual(['zh-TW']);
		expect(found('zh-CN')).toEqual(['zh-CN']);
	});

	it('answers the same question the same way, whatever was asked before', () => {
		const words = ['库存', '過帳', 'ORA-01555', '打印', 'stock', 'M7', '期间', '没有'];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), (chosen) => {
				const query = chosen.join(' ');
				const first = search(query);
				search('别的');
				expect(search(query)).toEqual(first);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('pastes', () => {
	const log = [
		'2026-05-02 03:14:22,871 ERROR [JobRunner-7] step failed',
		'  at T4CTTIoer.processError(T4CTTIoer.java:447)',
		'caused by: ORA-01555: snapshot too old',
	].join('\n');

	it('are read line by line, and the line is named', () => {
		const { query, hits } = answer(ask(log, finder), finder, lookup, {});
		const [best] = hits;
		expect(RECORDS[best?.doc ?? -1]?.id).toBe('RB-DB-0002');
		const reasons = best ? reasonsFor(best, query, lookup) : [];
		expect(reasons[0]).toMatchObject({ type: 'code', value: 'ORA-01555', line: 3 });
		expect(plainReason(reasons[0] ?? { type: 'title', value: '' })).toBe('code ORA-01555 (line 3)');
	});

	it('match declared texts and patterns', () => {
		expect(search('x\nRollback  Segment too small\ny')[0]).toBe('RB-DB-0002');
		expect(search('posting failed: period 2026/11 is not open\nstop')[0]).toBe('RB-FIN-0003');
	});

	it('of any length ask for little', () => {
		const big = `${log}\n${'noise é 中文 token_'.repeat(12_000)}`;
		expect(big.length).toBeGreaterThan(200_000);
		const query = parseQuery(big, finder);
		expect(query.units.length).toBeLessThanOrEqual(40);
		expect(query.cut).toBe(true);
		expect(search(big)[0]).toBe('RB-DB-0002');
	});
});
