import { describe, expect, test } from 'vitest';
import { isoDate, isoMoment } from '../../../src/fixes/dates.ts';

describe('dates that can mean one day only', () => {
	test.each([
		['2026/3/1', '2026-03-01'],
		['2026.03.01', '2026-03-01'],
		['2026-3-1', '2026-03-01'],
		['20260301', '2026-03-01'],
		['2026年3月1日', '2026-03-01'],
		['２０２６年３月１日', '2026-03-01'],
		['2026 年 3 月 1 日', '2026-03-01'],
		['1.3.2026', '2026-03-01'],
		['31/3/2026', '2026-03-31'],
		['3/31/2026', '2026-03-31'],
		['3/3/2026', '2026-03-03'],
		['1 March 2026', '2026-03-01'],
		['Sept. 1st, 2026', '2026-09-01'],
		['2026-03-01T00:00:00', '2026-03-01'],
	])('%s is %s', (written, day) => {
		expect(isoDate(written)).toBe(day);
	});

	test.each([
		'3/4/2026',
		'2026-02-30',
		'2026/13/1',
		'31.4.2026',
		'26-3-1',
		'soon',
		'',
		'2026-03-01T10:00:00',
		'0000/1/1',
	])('%s stays', (written) => {
		expect(isoDate(written)).toBeUndefined();
	});

	test('a time of day is kept', () => {
		expect(isoMoment('2026/3/1 9:05')).toBe('2026-03-01 09:05');
		expect(isoMoment('2026年3月1日')).toBe('2026-03-01');
		expect(isoMoment('2026/3/1 25:00')).toBeUndefined();
	});
});
