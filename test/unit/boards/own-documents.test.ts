import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AS_OF, boardsIn } from './documents.ts';

/** The boards of this repository's documents, against sums made here from the bare YAML. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const files = Object.fromEntries(
	readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.md'))
		.map((path) => [`docs/${path}`, readFileSync(join(ROOT, 'docs', path), 'utf8')]),
);
const settings = readFileSync(join(ROOT, 'mainstay.yaml'), 'utf8');
const boards = boardsIn({ ...files, 'mainstay.yaml': settings });

type Yaml = Record<string, unknown> & { id: string };
const all = Object.entries(files)
	.filter(([path]) => /^docs\/(processes|runbooks|system-logs|dev-notes)\/[^.]+\.md$/.test(path))
	.map(([, text]) => parse(text.split(/^---$/m)[1] ?? '') as Yaml);
const prefixed = (prefix: string): Yaml[] => all.filter(({ id }) => id.startsWith(prefix));
const get = (from: unknown, key: string): unknown => (from as Record<string, unknown> | undefined)?.[key];
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

describe('the boards of our own documents', () => {
	const logs = prefixed('LOG-');
	const notes = prefixed('DN-');
	const runbooks = prefixed('RB-');
	const incidents = logs.filter((log) => log['logType'] === 'incident');

	it('hold every temporary measure, none overdue', () => {
		const until = runbooks.flatMap((each) =>
			list(each['workarounds']).map((one) => String(get(one, 'until'))),
		);
		expect(boards.workarounds.map((row) => row.until)).toEqual(until.sort());
		expect(boards.workarounds.filter(({ state }) => state === 'overdue')).toHaveLength(
			until.filter((date) => date < AS_OF).length,
		);
	});

	it('judge every process, note and runbook', () => {
		expect(boards.freshness).toHaveLength(all.length - logs.length);
	});

	it('hold every risk with likelihood × impact', () => {
		const scores = logs.flatMap(({ id, risk }) =>
			risk ? [[id, Number(get(risk, 'likelihood')) * Number(get(risk, 'impact'))] as const] : [],
		);
		expect(new Map(boards.risks.map(({ id, score }) => [id, score]))).toEqual(new Map(scores));
	});

	it('hold every permission record, and count nothing expired that was taken back', () => {
		const records = logs.filter((log) => log['logType'] === 'permission');
		expect(boards.permissions.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
		const subjectOf = (log: Yaml): unknown => get(log['permission'], 'subject');
		const open = records.filter((log) => {
			const validTo = get(log['permission'], 'validTo');
			const ended = records.some(
				(other) => subjectOf(other) === subjectOf(log) && String(other['date']) > String(log['date']),
			);
			return validTo !== undefined && String(validTo) < AS_OF && !ended;
		});
		expect(boards.permissions.filter(({ state }) => state === 'expired')).toHaveLength(open.length);
	});

	it('know the last successful backup and drill of each system', () => {
		for (const { system, proofs } of boards.continuity.systems) {
			for (const { type, last } of proofs) {
				const dates = logs
					.filter((log) => log['logType'] === (type === 'backup' ? 'backup' : 'drill'))
					.filter((log) => log['system'] === system || list(log['systems']).includes(system))
					.filter((log) => log['outcome'] === 'success')
					.map((log) => String(log['date']));
				expect(last?.date, `${system} ${type}`).toBe(dates.sort().at(-1));
			}
		}
	});

	it('sum the effort of the next upgrade', () => {
		const effort = notes.reduce((sum, note) => sum + Number(get(note['upgrade'], 'effortDays') ?? 0), 0);
		expect(boards.upgrade.plans[0]?.effortDays).toBeCloseTo(effort);
		expect(boards.upgrade.plans[0]?.items).toHaveLength(notes.length);
	});

	it('count logs by month and incidents by cause, class and module', () => {
		const months = Object.groupBy(logs, (log) => String(log['date']).slice(0, 7));
		expect(Object.fromEntries(boards.timeline.months.map(({ month, total }) => [month, total]))).toEqual(
			Object.fromEntries(Object.entries(months).map(([month, group]) => [month, group?.length])),
		);
		const counts = (key: string): Record<string, number> => {
			const found: Record<string, number> = {};
			for (const log of incidents) {
				for (const value of [log[key]].flat()) found[String(value)] = (found[String(value)] ?? 0) + 1;
			}
			return found;
		};
		const shown = (groups: readonly { key: string; count: number }[]): Record<string, number> =>
			Object.fromEntries(groups.map(({ key, count }) => [key, count]));
		expect(shown(boards.incidents.byCause)).toEqual(counts('cause'));
		expect(shown(boards.incidents.byClass)).toEqual(counts('exceptionClass'));
		expect(shown(boards.incidents.byModule)).toEqual(counts('modules'));
	});

	it('take the mean time of the incidents that state one', () => {
		const minutes = incidents.flatMap(({ window }) => {
			const [start, end] = [get(window, 'start'), get(window, 'end')].map((each) =>
				Date.parse(`${String(each)}Z`),
			);
			return Number.isNaN(start) || Number.isNaN(end) ? [] : [((end ?? 0) - (start ?? 0)) / 60_000];
		});
		expect(boards.incidents.all.timed).toBe(minutes.length);
		expect(boards.incidents.all.meanMinutes).toBe(
			Math.round(minutes.reduce((sum, each) => sum + each, 0) / minutes.length),
		);
	});

	it('count the steps with a runbook, named from either side', () => {
		for (const { id, steps, covered } of boards.coverage.processes) {
			const process = all.find((each) => each.id === id);
			const working = list(process?.['steps']).filter(
				(step) => !['start', 'end', 'decision'].includes(String(get(step, 'type'))),
			);
			const named = working.filter(
				(step) =>
					list(get(step, 'runbooks')).length > 0 ||
					runbooks.some((each) =>
						list(each['processes']).some(
							(place) => get(place, 'process') === id && get(place, 'step') === get(step, 'id'),
						),
					),
			);
			expect([id, steps, covered]).toEqual([id, working.length, named.length]);
		}
	});

	it('rate every runbook that a log judges', () => {
		const judged = logs.filter((log) => log['runbookWorked'] !== undefined);
		const total = boards.incidents.runbooks.reduce((sum, { yes, partly, no }) => sum + yes + partly + no, 0);
		expect(total).toBe(judged.length);
		expect(boards.incidents.runbooks.reduce((sum, { yes }) => sum + yes, 0)).toBe(
			judged.filter((log) => log['runbookWorked'] === 'yes').length,
		);
	});
});
