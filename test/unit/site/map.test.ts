import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import type { LanguageView, ProcessHealth, ProcessNode, Step, StepType } from '../../../src/model/index.ts';
import { mapText } from '../../../src/site/i18n/map/index.ts';
import { chainMapOf, hasZoom, mapOf, mapZoomOf } from '../../../src/site/plan/map.ts';
import { filterMarks, mapFilters } from '../../../src/site/plan/map-filter.ts';
import {
	countWords,
	healthConcerns,
	healthCounts,
	healthReasons,
	sentence,
} from '../../../src/site/plan/map-health.ts';
import { mapTabs } from '../../../src/site/plan/map-tabs.ts';
import { miniFlowOf } from '../../../src/site/plan/mini-flow.ts';
import { routeHashes } from '../../../src/site/plan/route-hashes.ts';
import { siteIndexOf } from '../../../src/site/plan/site-index.ts';
import { fixtureModel } from './fixture.ts';

const model = fixtureModel();
const index = siteIndexOf(model);
const [view] = model.views;
if (!view) throw new Error('no view');

const GOOD: ProcessHealth = {
	state: 'good',
	reasons: [{ key: 'reviewed', on: '2026-10-01', due: '2027-04-01' }],
};

function node(
	id: string,
	level: number,
	children: readonly ProcessNode[] = [],
	more: Partial<ProcessNode> = {},
): ProcessNode {
	return {
		id,
		kind: 'process',
		lang: 'zh-CN',
		title: id,
		summary: '',
		route: `/d/${id}/`,
		level,
		facts: {
			modules: [],
			systems: [],
			counts: { processes: 1, steps: 0, roles: 0, runbooks: 0, incidents: 0 },
			health: GOOD,
		},
		children,
		...more,
	};
}

const many = (n: number, make: (at: number) => ProcessNode): ProcessNode[] =>
	Array.from({ length: n }, (_, at) => make(at));
const viewWith = (processes: readonly ProcessNode[]): LanguageView => ({ ...view, processes });

describe('the map', () => {
	it('has a chain per level-1 document, stray groups after them, and loses no process', () => {
		const map = mapOf(
			viewWith([
				node('A', 1, [node('A1', 2, [node('A11', 3, [node('A111', 4)])]), node('A2', 3)]),
				node('B', 1),
				node('S', 2, [node('S1', 3)]),
				node('L', 3),
			]),
		);
		expect(map.chains.map(({ root }) => root?.id)).toEqual(['A', 'B', undefined]);
		expect(map.chains[0]?.direct.map(({ id }) => id)).toEqual(['A2']);
		expect(map.loose.map(({ id }) => id)).toEqual(['L']);
		expect(map.processes.map(({ id }) => id)).toEqual(['A11', 'A111', 'A2', 'S1', 'L']);
	});

	it('puts groups side by side while they fit, then one below the other, dense and folded as it grows', () => {
		const chain = (groups: number, cards: number) =>
			chainMapOf(
				node(
					'A',
					1,
					many(groups, (g) =>
						node(
							`G${g}`,
							2,
							many(cards, (c) => node(`P${g}-${c}`, 3)),
						),
					),
				),
			);
		expect(chain(7, 3)).toMatchObject({ dense: false, folded: false, chains: [{ layout: 'columns' }] });
		expect(chain(9, 1).chains[0]?.layout).toBe('bands');
		expect(chain(3, 9).chains[0]?.layout).toBe('bands');
		expect(chain(8, 6)).toMatchObject({ dense: true, folded: false });
		expect(chain(40, 15)).toMatchObject({ dense: true, folded: true, chains: [{ layout: 'bands' }] });
	});
});

describe('addresses of the map', () => {
	it('are there for every level that has something below it', () => {
		for (const { prefix } of model.views) {
			for (const [id, { node: each }] of index.processes(view)) {
				expect(index.targets.has(`${prefix}/map/${id}/`), id).toBe(hasZoom(each));
			}
		}
	});

	it('lead up to the value chain and sideways to the neighbours', () => {
		const [chain] = view.processes.filter(({ level }) => level === 1);
		const group = chain?.children[0];
		if (!chain || !group) throw new Error('no group');
		const zoom = mapZoomOf(index, view, group.id);
		expect(zoom?.trail.map(({ id }) => id)).toEqual([chain.id]);
		expect(zoom?.siblings).toContain(zoom?.node);
		expect(zoom?.flows.get('PR-O2C-0001')?.tasks).toMatch(/^M/);
		expect(mapZoomOf(index, view, 'PR-NONE-001')).toBeUndefined();
	});

	it('have a tab only where there is a page', () => {
		expect(mapTabs(new Map(), view)).toEqual([]);
		expect(mapTabs(index.targets, view)[0]).toEqual({ tab: 'map', route: '/map/' });
	});

	it('show another page when the health of a process changes, and only then', () => {
		const ill: ProcessHealth = { state: 'bad', reasons: [{ key: 'fit-redesign' }] };
		const change = (each: ProcessNode): ProcessNode => ({
			...each,
			...(each.id === 'PR-O2C-0001' ? { facts: { ...each.facts, health: ill } } : {}),
			children: each.children.map(change),
		});
		const changed = {
			...model,
			views: model.views.map((each) =>
				each === view ? { ...each, processes: each.processes.map(change) } : each,
			),
		};
		const [before, after] = [routeHashes(model), routeHashes(changed)];
		const group = index.processes(view).get('PR-O2C-0001')?.parent?.id ?? '';
		for (const route of ['/map/', `/map/${group}/`, `/d/${group}/`]) {
			expect(after.get(route), route).not.toBe(before.get(route));
		}
		for (const route of ['/en/map/', `/en/map/${group}/`, '/d/PR-O2C-0001/', '/runbooks/']) {
			expect(after.get(route), route).toBe(before.get(route));
		}
	});
});

describe('filters', () => {
	it('offer what divides the processes, in the order of the settings', () => {
		const of = (id: string, modules: string[], owner: string): ProcessNode =>
			node(id, 3, [], { owner, facts: { ...node(id, 3).facts, modules, systems: ['erpnext'] } });
		const nodes = [of('A', ['finance', 'sales'], 'accountant'), of('B', ['sales', 'zzz'], 'sales-clerk')];
		const filters = mapFilters(model, index.labels(view), nodes);
		expect(filters.map(({ field }) => field)).toEqual(['module', 'owner']);
		expect(filters[0]?.options).toEqual([
			{ value: 'sales', label: '销售', count: 2 },
			{ value: 'finance', label: '财务', count: 1 },
			{ value: 'zzz', label: 'zzz', count: 1 },
		]);
		expect(filterMarks(nodes[0] as ProcessNode)).toEqual({
			'data-module': 'finance|sales',
			'data-owner': 'accountant',
			'data-system': 'erpnext',
			'data-health': 'good',
		});
	});
});

describe('words of the map', () => {
	const ill: ProcessHealth = {
		state: 'bad',
		reasons: [
			{ key: 'open-incidents', count: 2, severe: true },
			{ key: 'unguarded-steps', count: 1 },
			{ key: 'below', state: 'good', count: 3 },
			{ key: 'reviewed', on: '2026-10-01' },
		],
	};

	it('give every reason, and of concerns only those that ask for care', () => {
		expect(healthReasons(mapText.en, ill)).toEqual([
			'2 open incidents, S1 or S2 among them',
			'incidents at 1 step without a runbook',
			'3 processes in order',
			'reviewed 2026-10-01',
		]);
		expect(healthConcerns(mapText.en, ill)).toHaveLength(2);
		expect(healthConcerns(mapText.en, GOOD)).toEqual([]);
		expect(sentence(mapText.en, healthReasons(mapText.en, GOOD))).toBe(
			'Reviewed 2026-10-01; next review 2027-04-01; no open incident',
		);
	});

	it('count steps always, the rest where there is any', () => {
		const counts = { processes: 1, steps: 0, roles: 0, runbooks: 2, incidents: 1 };
		expect(countWords(mapText['zh-CN'], counts, ['steps', 'roles', 'runbooks', 'incidents'])).toEqual([
			'0 步',
			'2 篇手册',
			'90 天内 1 次异常',
		]);
		expect(
			healthCounts([node('A', 3), node('B', 3, [], { facts: { ...node('B', 3).facts, health: ill } })]),
		).toEqual([
			{ state: 'good', count: 1 },
			{ state: 'bad', count: 1 },
		]);
	});

	it('keep to their script and are never empty', () => {
		const words = (value: unknown): string[] => {
			if (typeof value === 'string') return [value];
			if (typeof value === 'function') return [String(value('3', '7'))];
			return Object.values(value as object).flatMap(words);
		};
		const toSimplified = Converter({ from: 'tw', to: 'cn' });
		const toTraditional = Converter({ from: 'cn', to: 'tw' });
		for (const text of words(mapText['zh-CN'])) expect(toSimplified(text)).toBe(text);
		for (const text of words(mapText['zh-TW'])) expect(toTraditional(text)).toBe(text);
		for (const text of Object.values(mapText).flatMap(words)) expect(text.trim()).not.toBe('');
	});
});

describe('a process drawn small', () => {
	const types = fc.constantFrom<StepType>('task', 'decision', 'approval', 'end', 'wait');
	const steps = fc.array(fc.record({ type: types, lane: fc.nat(4) }), { minLength: 1, maxLength: 40 });

	it('shows every step once, inside the drawing, however the flows run', () => {
		fc.assert(
			fc.property(steps, fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 60 }), (given, pairs) => {
				const made = given.map(({ type, lane }, at) => ({ id: `s${at}`, type, role: `r${lane}` }) as Step);
				const lanes = [0, 1, 2, 3, 4].map((key) => ({ key: `r${key}`, label: '' }));
				const flows = pairs.map(([from, to]) => ({
					from: `s${from}`,
					to: `s${to}`,
					implicit: false,
					pointer: '',
				}));
				const flow = miniFlowOf({ steps: made, lanes, flows });
				if (!flow) throw new Error('nothing drawn');
				const starts = [...`${flow.tasks}${flow.decisions}${flow.ends}`.matchAll(/M([\d.-]+) ([\d.-]+)/g)];
				expect(starts).toHaveLength(made.length);
				expect(new Set(starts.map(([, x, y]) => `${x} ${y}`)).size).toBe(made.length);
				for (const [, x, y] of starts) {
					expect(Number(x)).toBeGreaterThanOrEqual(0);
					expect(Number(x)).toBeLessThan(flow.width);
					expect(Number(y)).toBeGreaterThan(0);
					expect(Number(y)).toBeLessThan(flow.height);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('is nothing without steps', () => {
		expect(miniFlowOf({ steps: [], lanes: [], flows: [] })).toBeUndefined();
	});
});
