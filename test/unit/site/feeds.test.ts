import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { siteFilesOf } from '../../../src/site/files/index.ts';
import { feedsOf } from '../../../src/site/plan/feeds.ts';
import { boardsIn, log, runbook } from '../boards/documents.ts';
import { fixtureModel } from './fixture.ts';

const boards = boardsIn({
	'docs/r.md': runbook('RB-INV-0042', 'modules: [inventory]', 'review: {every: P6M, on: 2026-09-01}'),
	'docs/b.md': log('LOG-A-0003', '2026-11-10', 'backup'),
});
const here = { ...fixtureModel({ base: '/kb/', siteUrl: 'https://kb.example.com' }), boards };
const nowhere = { ...fixtureModel({ base: '/kb/' }), boards };
const read = (model: typeof here, path: string): string => siteFilesOf(model).get(path)?.text() ?? '';
const all = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map(([, found]) => found ?? '');

describe('feeds', () => {
	it('there is one of everything, of logs and of each module, in every language', () => {
		for (const view of here.views) {
			const keys = feedsOf(here, view).map(({ key }) => key);
			expect(keys.slice(0, 2)).toEqual(['all', 'logs']);
			for (const feed of feedsOf(here, view)) expect(siteFilesOf(here).has(feed.route.slice(1))).toBe(true);
		}
	});

	it('have what Atom demands, with whole addresses, latest first', () => {
		const text = read(here, 'feeds/all.xml');
		expect(text).toMatch(
			/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xml:lang="zh-CN" xmlns="http:\/\/www.w3.org\/2005\/Atom">/,
		);
		const [head = '', ...entries] = text.split('<entry>');
		for (const tag of ['<id>', '<title>', '<updated>', '<author>', 'rel="self"', 'rel="alternate"'])
			expect(head).toContain(tag);
		for (const entry of entries) {
			for (const tag of ['<id>', '<title', '<updated>', '<link']) expect(entry.split(tag)).toHaveLength(2);
		}
		expect(
			all(text, /href="([^"]*)"/g).filter((href) => !href.startsWith('https://kb.example.com/kb/')),
		).toEqual([]);
		const updated = all(text.slice(head.length), /<updated>([^<]*)</g);
		expect(updated.length).toBeGreaterThan(0);
		expect(updated).toEqual(updated.toSorted().reverse());
		expect(head).toContain(`<updated>${updated[0]}</updated>`);
		const ids = all(text, /<id>([^<]*)</g);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('without the address of the site links are relative and ids are names of their own', () => {
		const text = read(nowhere, 'feeds/all.xml');
		expect(text).not.toContain('nowhere');
		expect(all(text, /href="([^"]*)"/g).every((href) => href.startsWith('/kb/'))).toBe(true);
		const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
		expect(all(text, /<id>([^<]*)</g).filter((id) => !uuid.test(id))).toEqual([]);
		expect(text).toBe(read({ ...nowhere, asOf: '2027-01-01' }, 'feeds/all.xml'));
	});

	it('titles are texts: what looks like a tag is not one, and what XML cannot hold is gone', () => {
		const { views, ...rest } = nowhere;
		const odd = views.map((view) => ({
			...view,
			entries: view.entries.map((entry) => ({ ...entry, title: 'a <b>&\u0001 ]]> c' })),
		}));
		const text = read({ ...rest, views: odd }, 'feeds/logs.xml');
		expect(text).toContain('a &lt;b&gt;&amp; ]]&gt; c');
		expect(text).not.toContain('\u0001');
	});
});

describe('calendars', () => {
	const events = (text: string) =>
		new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

	it('have each duty as an all-day event on its day', () => {
		const found = events(read(here, 'calendar.ics'));
		expect(
			found.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString(), startDate.isDate]),
		).toEqual([
			['2026-12-10', '2026-12-11', true],
			['2027-03-01', '2027-03-02', true],
		]);
		expect(found[1]?.summary).toMatch(/^复审：RB-INV-0042/);
		expect(found[1]?.component.getFirstPropertyValue('url')).toBe('https://kb.example.com/kb/d/RB-INV-0042/');
	});

	it('keep their ids and days from build to build, and carry the day of the build, not the clock', () => {
		const later = read({ ...here, asOf: '2027-01-01' }, 'calendar.ics');
		expect(events(later).map(({ uid }) => uid)).toEqual(
			events(read(here, 'calendar.ics')).map(({ uid }) => uid),
		);
		expect(later.replaceAll('20270101T000000Z', '20261122T000000Z')).toBe(read(here, 'calendar.ics'));
	});

	it('of a module hold its own alone', () => {
		expect(events(read(here, 'calendars/inventory.ics'))).toHaveLength(1);
		expect(events(read(here, 'calendars/finance.ics'))).toHaveLength(0);
	});

	it('no line is longer than 75 octets', () => {
		const lines = read(here, 'en/calendar.ics').split('\r\n');
		expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
		expect(lines.at(-1)).toBe('');
	});
});
