import { describe, expect, it } from 'vitest';
import { parseReading, readingKey, readingText } from '../../../src/site/scripts/reading-store.ts';

describe('progress on a reading path', () => {
	const read = new Map([['PR-A-001', '2026-11-22']]);

	it('comes back as it was exported', () => {
		expect(parseReading(readingText('clerk', read), 'clerk')).toEqual(read);
	});

	it('is told apart by site and role', () => {
		const keys = [readingKey('/', 'a'), readingKey('/', 'b'), readingKey('/kb/', 'a')];
		expect(new Set(keys).size).toBe(3);
	});

	it.each([
		['another role', readingText('boss', read)],
		['nothing', ''],
		['no JSON', '{'],
		['another format', '{"format":"other","version":1,"role":"clerk","read":{}}'],
		['a later version', '{"format":"mainstay-reading","version":2,"role":"clerk","read":{}}'],
		['a list', '{"format":"mainstay-reading","version":1,"role":"clerk","read":[]}'],
	])('is not taken from %s', (_name, text) => expect(parseReading(text, 'clerk')).toBeUndefined());

	it('loses only the entries that make no sense', () => {
		const text =
			'{"format":"mainstay-reading","version":1,"role":"clerk","read":{"A":"2026-11-22","B":5,"C":"soon"}}';
		expect(parseReading(text, 'clerk')).toEqual(new Map([['A', '2026-11-22']]));
	});
});
