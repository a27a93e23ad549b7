import { describe, expect, it } from 'vitest';
import type { LanguageView, ListEntry } from '../../../src/model/index.ts';
import { furniture } from '../../../src/site/i18n/index.ts';
import { timeSpan } from '../../../src/site/plan/dates.ts';
import { readingEntries } from '../../../src/site/plan/home.ts';

function viewOf(...ids: readonly string[]): LanguageView {
	const entries = ids.map((id) => ({ id, kind: id.startsWith('page:') ? 'page' : 'runbook' }) as ListEntry);
	return { entries } as unknown as LanguageView;
}
const leading = (...ids: readonly string[]): string[] => readingEntries(viewOf(...ids)).map(({ id }) => id);

describe('where reading begins', () => {
	it('is the pages called start-…, support first', () => {
		expect(leading('page:', 'page:guides/start-all', 'page:guides/start-support', 'RB-INV-0001')).toEqual([
			'page:guides/start-support',
			'page:guides/start-all',
		]);
	});

	it('is the index of the folder where there are none', () => {
		expect(leading('RB-INV-0001', 'page:about', 'page:')).toEqual(['page:']);
		expect(leading('RB-INV-0001')).toEqual([]);
	});
});

describe('what is counted', () => {
	it('is one runbook and two runbooks', () => {
		const { en } = furniture;
		expect([en.countRunbook(1), en.countRunbook(2), en.countLog(1), en.countLog(22)]).toEqual([
			'Runbook',
			'Runbooks',
			'Log entry',
			'Log entries',
		]);
		expect([en.allOf('Pages', 3), en.allOf('Page', 1)]).toEqual(['All 3 pages', 'The page']);
	});
});

describe('a span of time', () => {
	it.each([
		['2026-09-04T20:00', '2026-09-04T20:40', '2026-09-04 20:00 – 20:40'],
		['2026-09-04T20:00', '2026-09-05T01:00', '2026-09-04 20:00 – 2026-09-05 01:00'],
		['2026-09-04', '2026-09-04', '2026-09-04 – 2026-09-04'],
		['2026-09-04T20:00', '', '2026-09-04 20:00'],
		['', '', ''],
	])('%s to %s', (start, end, text) => {
		expect(timeSpan(start, end)).toBe(text);
	});
});
