import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, OVERLAYS, type OverlayCell, type OverlayName } from '../../../src/model/index.ts';
import { boardOf, CONTROLS, incident, record, STEPS } from './overlay-documents.ts';

const process = record('PR-A-001', { level: 3, steps: STEPS, controls: CONTROLS });

function cell(more: readonly Document[], step: string, overlay: OverlayName): OverlayCell {
	const overlays = boardOf(more).of(process);
	const found = overlays.steps.find((each) => each.step === step);
	if (!found) throw new Error(`no step ${step}`);
	return found.cells[overlay];
}

describe('incidents of a step', () => {
	it('are open or past, and an open one is graver than any number of past ones', () => {
		const past = [incident('LOG-A-001'), incident('LOG-A-002', { severity: 'S1', outcome: 'failed' })];
		expect(cell(past, 'pick', 'incidents')).toMatchObject({ tone: 'warn', sign: '2', parts: { past: 2 } });
		const open = [...past, incident('LOG-A-003', { outcome: 'open', date: '2026-09-01' })];
		const found = cell(open, 'pick', 'incidents');
		expect(found).toMatchObject({ tone: 'bad', sign: '3', parts: { open: 1, past: 2 } });
		expect(found.items[0]).toEqual({ id: 'LOG-A-003', state: 'open', severity: 'S3', date: '2026-09-01' });
	});

	it('do not include corrections of data and permissions, which count apart', () => {
		const logs = [
			incident('LOG-A-001', { logType: 'data-fix' }),
			incident('LOG-A-002', { logType: 'permission' }),
			incident('LOG-A-003', { logType: 'backup' }),
		];
		const found = cell(logs, 'pick', 'incidents');
		expect(found).toMatchObject({ tone: 'info', sign: '2', parts: { 'data-fix': 1, permission: 1 } });
		expect(cell([...logs, incident('LOG-A-004')], 'pick', 'incidents').sign).toBe('1');
	});

	it('count once however many languages tell of them, and not at all when superseded', () => {
		const twice = [incident('LOG-A-001'), record('LOG-A-001', incident('LOG-A-001').frontmatter, 'en')];
		expect(cell(twice, 'pick', 'incidents').sign).toBe('1');
		expect(cell([incident('LOG-A-001', { status: 'superseded' })], 'pick', 'incidents').tone).toBe('none');
	});

	it('that name no step, or one that is not there, stay with the process', () => {
		const { own, whole } = boardOf([
			incident('LOG-A-001', { step: undefined }),
			incident('LOG-A-002', { step: 'gone' }),
			incident('LOG-A-003'),
		]).of(process);
		expect(own.incidents.items.map(({ id }) => id)).toEqual(['LOG-A-001', 'LOG-A-002']);
		expect(whole.incidents.parts).toEqual({ past: 3 });
	});
});

describe('runbooks of a step', () => {
	const runbook = record('RB-A-001');

	it('come from the step and from the runbooks that name it, each once', () => {
		const named = record('RB-A-002', { processes: [{ process: 'PR-A-001', step: 'ship' }] });
		const both = record('RB-A-001', { processes: [{ process: 'PR-A-001', step: 'ship' }] });
		const found = cell([both, named], 'ship', 'runbooks');
		expect(found).toMatchObject({ tone: 'good', sign: '2', parts: { available: 2 } });
	});

	it('are missing where work is done without one, and worse where incidents happened', () => {
		expect(cell([runbook], 'pick', 'runbooks')).toMatchObject({
			tone: 'warn',
			sign: '0',
			parts: { missing: 1 },
		});
		expect(cell([incident('LOG-A-001')], 'pick', 'runbooks')).toMatchObject({
			tone: 'bad',
			parts: { missing: 1, unguarded: 1 },
		});
		for (const step of ['start', 'ok', 'end']) expect(cell([], step, 'runbooks').tone).toBe('none');
	});

	it('do not count when they are withdrawn', () => {
		expect(cell([record('RB-A-001', { status: 'retired' })], 'ship', 'runbooks').parts).toEqual({
			missing: 1,
		});
	});

	it('are summed as steps without one', () => {
		expect(boardOf([runbook, incident('LOG-A-001')]).of(process).whole.runbooks).toMatchObject({
			tone: 'bad',
			sign: '1',
			parts: { available: 1, missing: 1, unguarded: 1 },
		});
	});
});

describe('customisations, reviews and controls', () => {
	it('warn of a high upgrade risk', () => {
		const note = (risk?: string): Document => record('DN-A-001', risk ? { upgrade: { risk } } : {});
		expect(cell([note('high')], 'ship', 'customisations')).toMatchObject({
			tone: 'warn',
			parts: { high: 1 },
		});
		expect(cell([note('low')], 'ship', 'customisations').tone).toBe('info');
		expect(cell([note()], 'ship', 'customisations').parts).toEqual({ unrated: 1 });
	});

	it('leave with the process only the notes that no step names', () => {
		const notes = ['DN-A-001', 'DN-A-002'].map((id) => record(id, { processes: ['PR-A-001'] }));
		expect(
			boardOf(notes)
				.of(process)
				.own.customisations.items.map(({ id }) => id),
		).toEqual(['DN-A-002']);
	});

	it.each([
		[{ on: '2026-05-21' }, 'overdue', 'bad', '1'],
		[{ on: '2026-05-22' }, 'soon', 'warn', '1'],
		[{ on: '2026-06-22' }, 'soon', 'warn', '1'],
		[{ on: '2026-06-23' }, 'current', 'good', '✓'],
		[{ on: '2026-05-21', every: 'P1Y' }, 'current', 'good', '✓'],
		[{ every: 'P1Y' }, 'never', 'warn', '1'],
	])('judge a review %j as %s', (review, state, tone, sign) => {
		const found = cell([record('RB-A-001', { review })], 'ship', 'reviews');
		expect(found).toMatchObject({ tone, sign, parts: { [state]: 1 } });
	});

	it('tell controls that prevent from those that detect', () => {
		expect(cell([], 'ship', 'controls')).toMatchObject({ tone: 'good', parts: { preventive: 1 } });
		expect(cell([], 'pick', 'controls')).toMatchObject({ tone: 'info', parts: { detective: 1 } });
		const { own } = boardOf([]).of(process);
		expect(own.controls.items).toEqual([
			{ id: 'C-3', name: 'Audited', process: 'PR-A-001', state: 'untyped' },
		]);
	});
});

describe('sums', () => {
	const group = record('PR-A-000', { level: 2 });
	const child = record('PR-A-002', {
		level: 3,
		parent: 'PR-A-000',
		steps: [{ id: 'pack', name: 'Pack', runbooks: ['RB-A-001'] }],
	});
	const more = [
		group,
		child,
		record('RB-A-001'),
		incident('LOG-A-009', { process: 'PR-A-002', step: 'pack' }),
	];

	it('reach up to the groups, a document counting once', () => {
		const sums = boardOf([...more, incident('LOG-A-001')], { parent: 'PR-A-000' }).sums();
		expect(sums['PR-A-000']?.incidents).toMatchObject({ parts: { past: 2 }, items: [] });
		expect(sums['PR-A-000']?.runbooks.parts).toEqual({ available: 1, missing: 1, unguarded: 1 });
		expect(sums['']?.incidents.parts).toEqual({ past: 2 });
	});

	it('end where processes are inside themselves', () => {
		const loop = [record('PR-A-000', { level: 2, parent: 'PR-A-001' })];
		expect(Object.keys(boardOf(loop, { parent: 'PR-A-000' }).sums())).toContain('PR-A-001');
	});

	it('count every log exactly once, wherever it says that it happened', () => {
		const log = fc.record({
			step: fc.constantFrom('start', 'pick', 'ok', 'ship', 'end', 'gone', undefined),
			outcome: fc.constantFrom('open', 'success', 'failed'),
			logType: fc.constantFrom('incident', 'data-fix', 'permission', 'backup'),
		});
		fc.assert(
			fc.property(fc.array(log, { maxLength: 30 }), (logs) => {
				const documents = logs.map((each, at) => incident(`LOG-A-${100 + at}`, each));
				const { steps, own, whole } = boardOf(documents).of(process);
				const count = (of: OverlayCell): number => of.items.length;
				const parts = [...steps.map(({ cells }) => cells.incidents), own.incidents];
				expect(parts.reduce((sum, each) => sum + count(each), 0)).toBe(count(whole.incidents));
				expect(count(whole.incidents)).toBe(logs.filter(({ logType }) => logType !== 'backup').length);
				for (const { cells } of steps) {
					for (const name of OVERLAYS) expect(cells[name].tone === 'none').toBe(cells[name].sign === '');
				}
			}),
			{ numRuns: 100, seed: 4 },
		);
	});
});
