import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	beginRun,
	changesSince,
	countEnded,
	endStep,
	fingerprint,
	levelsAt,
	minutesBetween,
	nextOpen,
	parseRuns,
	type Run,
	reopenStep,
	runsText,
	stepOf,
} from '../../../../src/site/scripts/run/runs.ts';
import { valueProblem } from '../../../../src/site/scripts/run/values.ts';

const IDS = ['a', 'b', 'c'];
const MINUTE = 60_000;

function run(others: readonly Run[] = []): Run {
	return beginRun(others, {
		id: 'r1',
		now: 0,
		name: (number) => `Run ${number}`,
		values: { item: 'X' },
		prints: { '': 'z', a: '1', b: '2', c: '3' },
		firstStep: 'a',
	});
}

describe('a run', () => {
	test('is numbered above the highest, and begins at its first step', () => {
		expect(run([{ ...run(), number: 4 }])).toMatchObject({
			number: 5,
			name: 'Run 5',
			steps: { a: { startedAt: 0 } },
		});
	});

	test('times each step from the end of the one before', () => {
		const first = endStep(run(), 'a', 'done', IDS, 4 * MINUTE);
		const second = endStep(first, 'b', 'skipped', IDS, 9 * MINUTE);
		expect(stepOf(first, 'b').startedAt).toBe(4 * MINUTE);
		expect(stepOf(second, 'b')).toMatchObject({
			state: 'skipped',
			startedAt: 4 * MINUTE,
			endedAt: 9 * MINUTE,
		});
		expect(countEnded(second, IDS)).toBe(2);
		expect(nextOpen(second, IDS)).toBe('c');
	});

	test('a step out of order leads on to the next open one, then back to the first', () => {
		const out = endStep(run(), 'c', 'done', IDS, MINUTE);
		expect(nextOpen(out, IDS, 'c')).toBe('a');
		expect(nextOpen(endStep(endStep(out, 'a', 'done', IDS, 2), 'b', 'done', IDS, 3), IDS)).toBeUndefined();
	});

	test('a step taken back keeps its note and its beginning', () => {
		const back = reopenStep(endStep(run(), 'a', 'done', IDS, MINUTE), 'a');
		expect(stepOf(back, 'a')).toEqual({ state: 'open', startedAt: 0 });
	});

	test('says what the document says differently', () => {
		expect(changesSince(run(), { '': 'z', a: '1', b: '2', c: '3' })).toBeUndefined();
		expect(changesSince(run(), { '': 'y', a: '1', b: 'x', d: '4' })).toEqual({
			changed: ['b'],
			added: ['d'],
			removed: 1,
			elsewhere: true,
		});
	});

	test('escalates by the clock, whatever the device did meanwhile', () => {
		const at = (now: number) => levelsAt({ ...run(), escalated: { 1: 5 } }, [60, 30, 90], now);
		expect(at(48.5 * MINUTE).map(({ state, inMinutes }) => [state, inMinutes])).toEqual([
			['later', 12],
			['done', 0],
			['later', 42],
		]);
		expect(at(600 * MINUTE).map(({ state }) => state)).toEqual(['due', 'done', 'due']);
		expect(minutesBetween(5, 0)).toBe(0);
	});
});

describe('what the browser keeps', () => {
	test('survives the way there and back', () => {
		const runs = [endStep(run(), 'a', 'done', IDS, MINUTE)];
		expect(parseRuns(runsText(runs))).toEqual({ runs });
	});

	test('a newer version is left alone, damage costs only what is damaged', () => {
		expect(parseRuns('{"schemaVersion": 99, "runs": [1]}')).toEqual({ runs: [], problem: 'newer' });
		expect(parseRuns(JSON.stringify({ schemaVersion: 1, runs: [run(), { id: 3 }] }))).toEqual({
			runs: [run()],
			problem: 'damaged',
		});
		expect(parseRuns(null)).toEqual({ runs: [] });
	});

	test('never throws, whatever it finds', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(parseRuns(text).runs).toBeInstanceOf(Array);
			}),
		);
	});

	test('one changed character changes the fingerprint', () => {
		fc.assert(
			fc.property(fc.string(), fc.string({ minLength: 1 }), (text, more) => {
				expect(fingerprint(text)).toBe(fingerprint(text));
				expect(fingerprint(text + more)).not.toBe(fingerprint(text));
			}),
		);
	});
});

describe('a value', () => {
	const parameter = { name: 'n', label: 'N', example: '12', pattern: '[0-9]{1,3}|all', secret: false };

	test('must match as a whole, within bounds', () => {
		expect(valueProblem('', parameter)).toBeUndefined();
		expect(valueProblem('12', parameter)).toBeUndefined();
		expect(valueProblem('all', parameter)).toBeUndefined();
		expect(valueProblem('12; rm', parameter)).toBe('pattern');
		expect(valueProblem('1'.repeat(1001), undefined)).toBe('long');
		expect(valueProblem('a\u0000b', undefined)).toBe('control');
		expect(valueProblem('x', { ...parameter, pattern: '(' })).toBeUndefined();
	});
});
