import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardsIn, log, note, process, runbook } from './documents.ts';

function scoreOf(
	files: Readonly<Record<string, string>>,
	id = 'RB-A-0001',
	codeChanged?: Map<string, string>,
) {
	const row = boardsIn(files, codeChanged ? { codeChanged } : {}).freshness.find((each) => each.id === id);
	return {
		score: row?.score,
		keys: row?.lines.map((line) => line.key),
		state: row?.state,
		overdue: row?.overdue,
	};
}

describe('freshness', () => {
	it.each([
		['{on: 2026-11-22, method: drill, evidence: seen by audit}', 100],
		['{on: 2026-11-22, method: drill}', 90],
		['{on: 2026-11-22, method: incident, evidence: t}', 90],
		['{on: 2026-11-22, method: test, evidence: t}', 75],
		['{on: 2026-11-22, method: reading}', 50],
		['{on: 2026-11-22}', 30],
	])('a review %s is worth %i on its day', (review, score) => {
		expect(scoreOf({ 'docs/a.md': runbook('RB-A-0001', `review: ${review}`) }).score).toBe(score);
	});

	it('loses half by the day the next review is due, and all after twice the period', () => {
		const reviewed = (on: string): string =>
			runbook('RB-A-0001', `review: {on: ${on}, every: P100D, method: drill, evidence: t}`);
		expect(scoreOf({ 'docs/a.md': reviewed('2026-08-14') })).toMatchObject({ score: 50, overdue: false });
		expect(scoreOf({ 'docs/a.md': reviewed('2026-08-13') }).overdue).toBe(true);
		expect(scoreOf({ 'docs/a.md': reviewed('2026-05-06') })).toMatchObject({ score: 0, state: 'weak' });
	});

	it('takes the evidence that is worth most today, wherever it is written', () => {
		const files = {
			'docs/a.md': runbook('RB-A-0001', 'review: {on: 2026-11-22, method: reading}'),
			'docs/l.md': log('LOG-1-0001', '2026-11-22', 'drill', 'runbook: RB-A-0001', 'runbookWorked: yes'),
		};
		expect(scoreOf(files)).toMatchObject({ score: 100, state: 'proven' });
	});

	it('falls by a later failure, later changes and later commits', () => {
		const files = {
			'docs/a.md': runbook(
				'RB-A-0001',
				'review: {on: 2026-11-20, every: P10Y, method: drill, evidence: t}',
				'related: [DN-X-0001]',
			),
			'docs/n.md': note('DN-X-0001', '{risk: low}', 'code: [{path: src/x.py}, {path: a/**, repo: other}]'),
			'docs/l.md': log('LOG-1-0001', '2026-11-21', 'incident', 'runbook: RB-A-0001', 'runbookWorked: no'),
			'docs/m.md': log('LOG-1-0002', '2026-11-21', 'change', 'customisations: [DN-X-0001]'),
		};
		const code = new Map([
			['src/x.py', '2026-11-22'],
			['a/**', '2026-11-22'],
		]);
		expect(scoreOf(files, 'RB-A-0001', code)).toMatchObject({
			score: 50,
			keys: ['evidence', 'failed', 'changed', 'code'],
		});
	});

	it('knows reviews of processes and upgrades of customisations, and nothing of logs', () => {
		const files = {
			'docs/p.md': process('PR-A-0001', 'fitReview: {on: 2026-11-22, result: fit}'),
			'docs/n.md': note('DN-X-0001', '{risk: low}'),
			'docs/l.md': log('LOG-1-0001', '2026-11-22', 'upgrade', 'customisations: [DN-X-0001]'),
		};
		expect(scoreOf(files, 'PR-A-0001').score).toBe(50);
		expect(scoreOf(files, 'DN-X-0001').score).toBe(75);
		expect(scoreOf(files, 'LOG-1-0001').score).toBeUndefined();
	});

	it('lines always add up to the score, which stays within 0 and 100', () => {
		const day = fc
			.integer({ min: 0, max: 900 })
			.map((back) => new Date(Date.UTC(2026, 10, 25) - back * 86_400_000).toISOString().slice(0, 10));
		const method = fc.constantFrom('drill', 'incident', 'test', 'reading');
		fc.assert(
			fc.property(
				day,
				method,
				fc.array(fc.tuple(day, fc.constantFrom('yes', 'no', 'partly')), { maxLength: 4 }),
				(on, by, used) => {
					const files = {
						'docs/a.md': runbook('RB-A-0001', `review: {on: ${on}, method: ${by}}`),
						...Object.fromEntries(
							used.map(([date, worked], at) => [
								`docs/${at}.md`,
								log(`LOG-1-000${at}`, date, 'incident', 'runbook: RB-A-0001', `runbookWorked: ${worked}`),
							]),
						),
					};
					const [row] = boardsIn(files).freshness;
					expect(row?.lines.reduce((sum, { points }) => sum + points, 0)).toBe(row?.score);
					expect(row?.score).toBeGreaterThanOrEqual(0);
					expect(row?.score).toBeLessThanOrEqual(100);
				},
			),
			{ numRuns: 25 },
		);
	});
});
