import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processFacts } from '../../../src/boards/process-health.ts';
import { buildGraph } from '../../../src/graph/index.ts';
import {
	type Document,
	daysBefore,
	type Frontmatter,
	HEALTH_STATES,
	type ProcessFacts,
} from '../../../src/model/index.ts';
import { CONFIG } from '../graph/documents.ts';
import { incident, record } from './overlay-documents.ts';

const TODAY = '2026-11-22';
const STEPS = [
	{ id: 'pick', name: 'Pick', role: 'keeper', system: 'erp' },
	{ id: 'ship', name: 'Ship', role: 'keeper', runbooks: ['RB-A-001'] },
];

function factsOf(documents: readonly Document[], id = 'PR-A-001'): ProcessFacts {
	const graph = buildGraph(documents, new Map(), CONFIG);
	const facts = processFacts(graph, { asOf: TODAY, reviewEvery: 'P6M' }).get(id);
	if (!facts) throw new Error(`no facts of ${id}`);
	return facts;
}

function process(more: Frontmatter = {}, id = 'PR-A-001'): Document {
	const review = { on: '2026-10-01' };
	return record(id, { level: 3, status: 'approved', steps: STEPS, review, ...more });
}

const keysOf = ({ health }: ProcessFacts): string[] => health.reasons.map(({ key }) => key);

describe('health of a process', () => {
	it('is good when reviewed in time, and says when and until when', () => {
		expect(factsOf([process()]).health).toEqual({
			state: 'good',
			reasons: [{ key: 'reviewed', on: '2026-10-01', due: '2027-04-01' }],
		});
	});

	it('is unknown as long as nobody has reviewed it', () => {
		expect(factsOf([process({ review: undefined })]).health).toEqual({
			state: 'unknown',
			reasons: [{ key: 'never-reviewed' }],
		});
	});

	it('needs attention from the day after a review was due, by its own period before the general one', () => {
		const due = (review: Frontmatter) => factsOf([process({ review })]).health;
		expect(due({ on: '2026-05-22' }).state).toBe('good');
		expect(due({ on: '2026-05-21' })).toEqual({
			state: 'attention',
			reasons: [{ key: 'review-overdue', due: '2026-11-21' }],
		});
		expect(due({ on: '2026-05-21', every: 'P1Y' }).state).toBe('good');
		expect(due({ on: '2026-10-01', every: 'P1M' }).state).toBe('attention');
	});

	it('takes the latest review, be it a field, a fit review or a log of a finished process review', () => {
		const old = process({ review: { on: '2025-01-01' } });
		const review = (more: Frontmatter) =>
			record('LOG-A-009', { logType: 'process-review', process: 'PR-A-001', date: '2026-09-09', ...more });
		expect(factsOf([old, review({ outcome: 'success' })]).health.state).toBe('good');
		expect(factsOf([old, review({ outcome: 'open' })]).health.state).toBe('attention');
		expect(factsOf([old, review({ outcome: 'success', status: 'superseded' })]).health.state).toBe(
			'attention',
		);
		const fit = process({ review: { on: '2025-01-01' }, fitReview: { on: '2026-08-01', result: 'fit' } });
		expect(factsOf([fit]).health.reasons).toEqual([{ key: 'reviewed', on: '2026-08-01', due: '2027-02-01' }]);
	});

	it('suffers from open incidents by their severity', () => {
		const open = (severity: string) =>
			factsOf([process(), incident('LOG-A-001', { step: 'ship', outcome: 'open', severity })]).health;
		expect(open('S3')).toMatchObject({
			state: 'attention',
			reasons: [{ key: 'open-incidents', count: 1, severe: false }, { key: 'reviewed' }],
		});
		expect(open('S2').state).toBe('bad');
		expect(open('S1').state).toBe('bad');
	});

	it('names steps with incidents that no runbook helps with', () => {
		expect(factsOf([process(), incident('LOG-A-001', { step: 'ship' })]).health.state).toBe('good');
		const unguarded = [process(), incident('LOG-A-001'), incident('LOG-A-002')];
		expect(factsOf(unguarded).health.reasons[0]).toEqual({ key: 'unguarded-steps', count: 1 });
		const runbook = record('RB-A-002', { processes: [{ process: 'PR-A-001', step: 'pick' }] });
		expect(factsOf([...unguarded, runbook]).health.state).toBe('good');
	});

	it('minds what the review found and whether the document is in force', () => {
		const of = (more: Frontmatter) => factsOf([process(more)]);
		expect(keysOf(of({ fitReview: { on: '2026-10-02', result: 'adjust' } }))).toContain('fit-adjust');
		expect(of({ fitReview: { on: '2026-10-02', result: 'redesign' } }).health.state).toBe('bad');
		for (const status of ['draft', 'superseded', 'retired']) {
			expect(of({ status }).health.state).toBe('attention');
			expect(keysOf(of({ status }))).toContain(status);
		}
		expect(of({ status: 'review' }).health.state).toBe('good');
	});
});

describe('health of what has processes below', () => {
	const group = record('PR-G-001', { level: 2, status: 'approved' });
	const below = (id: string, more: Frontmatter = {}) => process({ parent: 'PR-G-001', ...more }, id);

	it('is as bad as the worst below, and says how many stand how', () => {
		const documents = [group, below('PR-A-001'), below('PR-A-002', { status: 'draft' }), below('PR-A-003')];
		expect(factsOf(documents, 'PR-G-001').health).toEqual({
			state: 'attention',
			reasons: [
				{ key: 'below', state: 'attention', count: 1 },
				{ key: 'below', state: 'good', count: 2 },
			],
		});
	});

	it('needs no review of the group itself, but processes', () => {
		expect(factsOf([group, below('PR-A-001')], 'PR-G-001').health.state).toBe('good');
		expect(keysOf(factsOf([group], 'PR-G-001'))).toEqual(['never-reviewed', 'no-processes']);
	});

	it('ends where parents form a cycle', () => {
		const graph = buildGraph(
			[process({ parent: 'PR-A-002' }, 'PR-A-001'), process({ parent: 'PR-A-001' }, 'PR-A-002')],
			new Map(),
			CONFIG,
		);
		expect(processFacts(graph, { asOf: TODAY, reviewEvery: 'P6M' }).size).toBe(2);
	});
});

describe('counts', () => {
	it('are those of the process itself, with incidents of 90 days', () => {
		const logs = ['2026-11-22', '2026-08-25', '2026-08-24', '2026-11-23'].map((date, at) =>
			incident(`LOG-A-00${at}`, { date, step: 'ship' }),
		);
		expect(factsOf([process({ modules: ['stock'], systems: ['wms'] }), ...logs])).toMatchObject({
			modules: ['stock'],
			systems: ['wms', 'erp'],
			counts: { processes: 1, steps: 2, roles: 1, runbooks: 1, incidents: 2 },
		});
	});

	it('of a group take everything below once, activities not counted as processes', () => {
		const documents = [
			record('PR-G-001', { level: 2 }),
			process({ parent: 'PR-G-001' }),
			process({ parent: 'PR-A-001', level: 4 }, 'PR-A-002'),
		];
		expect(factsOf(documents, 'PR-G-001').counts).toEqual({
			processes: 1,
			steps: 4,
			roles: 1,
			runbooks: 1,
			incidents: 0,
		});
	});

	it('count a log and a runbook once, in however many languages', () => {
		const log = incident('LOG-A-001', { step: 'ship' });
		const documents = [process(), log, record('LOG-A-001', log.frontmatter, 'en')];
		expect(factsOf(documents).counts.incidents).toBe(1);
	});
});

describe('every set of processes', () => {
	const given = fc.record({
		status: fc.constantFrom('approved', 'draft', 'retired'),
		reviewed: fc.option(fc.constantFrom('2025-01-01', '2026-10-01'), { nil: undefined }),
		open: fc.boolean(),
	});

	it('gives each a state that its gravest reason explains, never better than the worst below', () => {
		fc.assert(
			fc.property(fc.array(given, { minLength: 1, maxLength: 8 }), (processes) => {
				const ids = processes.map((_, at) => `PR-A-${at}`);
				const documents = [
					record('PR-G-001', { level: 2 }),
					...processes.flatMap(({ status, reviewed, open }, at) => [
						process({ parent: 'PR-G-001', status, review: reviewed ? { on: reviewed } : undefined }, ids[at]),
						...(open ? [incident(`LOG-A-${at}`, { process: ids[at], outcome: 'open', severity: 'S1' })] : []),
					]),
				];
				const graph = buildGraph(documents, new Map(), CONFIG);
				const facts = processFacts(graph, { asOf: TODAY, reviewEvery: 'P6M' });
				const weight = (id: string) => HEALTH_STATES.indexOf(facts.get(id)?.health.state ?? 'good');
				expect(weight('PR-G-001')).toBe(Math.min(...ids.map(weight)));
				for (const { health } of facts.values()) expect(health.reasons.length).toBeGreaterThan(0);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('days', () => {
	it('are counted back over months and years', () => {
		expect(daysBefore('2026-01-01', 1)).toBe('2025-12-31');
		expect(daysBefore('2024-03-01', 1)).toBe('2024-02-29');
		expect(daysBefore('soon', 1)).toBeUndefined();
	});
});
