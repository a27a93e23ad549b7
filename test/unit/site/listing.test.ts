import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../../../src/model/index.ts';
import { createLabels } from '../../../src/site/i18n/labels.ts';
import { facetsOf } from '../../../src/site/plan/facets.ts';
import { folderOf, groupEntries, PAGE_SIZE, paginate } from '../../../src/site/plan/listing.ts';
import { fixtureModel } from './fixture.ts';

const entry = (id: string): ListEntry => ({
	id,
	kind: 'page',
	lang: 'en',
	title: id,
	summary: '',
	route: `/docs/${id}/`,
	modules: [],
	systems: [],
});

describe('paginate', () => {
	it('keeps every entry, in order, and fills pages but never over', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(500), { maxLength: 12 }), (sizes) => {
				const groups = sizes.map((size, at) => ({
					id: `g${at}`,
					title: '',
					entries: Array.from({ length: size }, (_, index) => entry(`${at}-${index}`)),
				}));
				const pages = paginate(groups);
				const lengths = pages.map((page) => page.reduce((sum, group) => sum + group.entries.length, 0));
				expect(pages.flat().flatMap((group) => group.entries)).toEqual(
					groups.flatMap((group) => group.entries),
				);
				expect(lengths.slice(0, -1).every((length) => length === PAGE_SIZE)).toBe(true);
				expect(Math.max(...lengths)).toBeLessThanOrEqual(PAGE_SIZE);
			}),
		);
	});

	it('marks a group that goes on from the page before', () => {
		const pages = paginate([
			{ id: 'a', title: '', entries: Array.from({ length: PAGE_SIZE + 1 }, () => entry('x')) },
		]);
		expect(pages.map(([group]) => group?.continued)).toEqual([undefined, true]);
	});
});

describe('groupEntries', () => {
	const model = fixtureModel();
	const [view] = model.views;
	if (!view) throw new Error('no view');
	const of = (kind: ListEntry['kind']) =>
		groupEntries(
			model,
			view,
			kind,
			view.entries.filter((each) => each.kind === kind),
		);

	it('puts runbooks under their exception class, severe ones first, replaced ones last', () => {
		const [first] = of('runbook');
		expect(first?.id).toBe('data-inconsistency');
		expect(first?.entries.map(({ id }) => id)).toEqual(['RB-INV-0042', 'RB-INV-0043', 'RB-INV-0007']);
	});

	it('puts logs under months, latest first', () => {
		expect(of('system-log').map(({ title }) => title)).toEqual(['2026-09', '2025-12']);
	});

	it('puts every process once, under its group', () => {
		const groups = of('process');
		const ids = groups.flatMap(({ entries }) => entries.map(({ id }) => id));
		expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
		expect(groups.find(({ id }) => id === 'PR-SAL-0001')?.entries.map(({ id }) => id)).toEqual([
			'PR-SAL-0001',
			'PR-O2C-0001',
			'PR-O2C-0011',
		]);
	});

	it.each([
		['page:guides/start', 'guides'],
		['page:guides/', 'guides'],
		['page:a/b/c', 'a/b'],
		['page:readme', ''],
	])('knows the folder of %s', (id, folder) => {
		expect(folderOf({ id })).toBe(folder);
	});
});

describe('facetsOf', () => {
	it('offers only fields that divide the entries, values in the order of the schema', () => {
		const model = fixtureModel();
		const entries = model.views[0]?.entries.filter(({ kind }) => kind === 'runbook') ?? [];
		const facets = facetsOf(model, createLabels(model, 'en'), 'runbook', entries);
		expect(facets.map(({ field }) => field)).toEqual(['exceptionClass', 'severity', 'status']);
		expect(facets[1]?.values.map(({ value, count }) => [value, count])).toEqual([
			['S2', 2],
			['S3', 1],
			['S4', 1],
		]);
	});
});
