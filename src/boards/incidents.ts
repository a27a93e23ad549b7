import type { Document, IncidentBoard, IncidentGroup, IncidentRow, RunbookSuccess } from '../model/index.ts';
import {
	type BoardInput,
	defined,
	facetsOf,
	numberOf,
	originals,
	recordOf,
	textOf,
	windowMinutes,
} from './board-document.ts';
import { modulesOf, placeKey, placeOfLog } from './places.ts';

/**
 * What goes wrong, where and how long it takes. Times are those of the log's window (start to end); logs
 * without one are counted, but not in the mean. An incident of several modules counts in each.
 */
export function incidentBoard({ graph }: BoardInput): IncidentBoard {
	const logs = originals(graph, 'system-log');
	const found = logs
		.filter(({ frontmatter }) => frontmatter['logType'] === 'incident')
		.map((log) => rowOf(log, modulesOf(log, graph)));
	const repeats = repeatsIn(found);
	const incidents = found
		.map((row) => ({ ...row, repeats: repeats(row) }))
		.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1));
	return {
		incidents,
		all: groupOf('', incidents),
		byModule: groupsBy(incidents, ({ modules }) => modules),
		byClass: groupsBy(incidents, ({ exceptionClass }) => (exceptionClass ? [exceptionClass] : [])),
		byCause: groupsBy(incidents, ({ cause }) => (cause ? [cause] : [])),
		byPlace: groupsBy(incidents, ({ place }) => (place ? [placeKey(place)] : [])),
		runbooks: successes(logs),
	};
}

function rowOf(log: Document, modules: readonly string[]): IncidentRow {
	const { date, severity, exceptionClass, cause, outcome, runbook, runbookWorked, window } = log.frontmatter;
	return {
		id: log.id,
		...facetsOf(log),
		modules,
		date: textOf(date) ?? '',
		repeats: 0,
		...defined({
			severity: textOf(severity),
			exceptionClass: textOf(exceptionClass),
			cause: textOf(cause),
			outcome: textOf(outcome),
			place: placeOfLog(log),
			runbook: textOf(runbook),
			runbookWorked: textOf(runbookWorked),
			minutes: windowMinutes(log),
			downtimeMinutes: numberOf(recordOf(window)['downtimeMinutes']),
		}),
	};
}

/** Incidents by id that happened at the same step or were met with the same runbook. */
function repeatsIn(rows: readonly IncidentRow[]): (row: IncidentRow) => number {
	const keysOf = ({ place, runbook }: IncidentRow): string[] => [
		...(place?.step === undefined ? [] : [placeKey(place)]),
		...(runbook === undefined ? [] : [runbook]),
	];
	const groups = new Map<string, string[]>();
	for (const row of rows) for (const key of keysOf(row)) push(groups, key, row.id);
	return (row) => new Set([row.id, ...keysOf(row).flatMap((key) => groups.get(key) ?? [])]).size - 1;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
	const group = groups.get(key);
	if (group) group.push(value);
	else groups.set(key, [value]);
}

function groupsBy(
	incidents: readonly IncidentRow[],
	keysOf: (row: IncidentRow) => readonly string[],
): IncidentGroup[] {
	const groups = new Map<string, IncidentRow[]>();
	for (const row of incidents) {
		for (const key of new Set(keysOf(row))) push(groups, key, row);
	}
	return [...groups]
		.map(([key, rows]) => groupOf(key, rows))
		.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function groupOf(key: string, rows: readonly IncidentRow[]): IncidentGroup {
	const times = rows.flatMap(({ minutes }) => minutes ?? []);
	return {
		key,
		count: rows.length,
		open: rows.filter(({ outcome }) => outcome === 'open').length,
		timed: times.length,
		...(times.length > 0
			? { meanMinutes: Math.round(times.reduce((sum, each) => sum + each, 0) / times.length) }
			: {}),
	};
}

function successes(logs: readonly Document[]): RunbookSuccess[] {
	const counts = new Map<string, { yes: number; partly: number; no: number }>();
	for (const { frontmatter } of logs) {
		const runbook = textOf(frontmatter['runbook']);
		const worked = frontmatter['runbookWorked'];
		if (runbook === undefined || (worked !== 'yes' && worked !== 'partly' && worked !== 'no')) continue;
		const count = counts.get(runbook) ?? { yes: 0, partly: 0, no: 0 };
		count[worked]++;
		counts.set(runbook, count);
	}
	return [...counts]
		.map(([runbook, { yes, partly, no }]) => {
			const rate = Math.round((100 * (yes + partly / 2)) / (yes + partly + no));
			return { runbook, yes, partly, no, rate };
		})
		.sort((a, b) => a.rate - b.rate || (a.runbook < b.runbook ? -1 : 1));
}
