import type { Document, TimelineBoard, TimelineRow } from '../model/index.ts';
import { type BoardInput, defined, facetsOf, originals, textOf } from './board-document.ts';

/** All logs by day, month, type and system. */
export function timelineBoard({ graph }: BoardInput): TimelineBoard {
	const logs = originals(graph, 'system-log')
		.map(rowOf)
		.filter(({ date }) => date !== '')
		.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1));
	const days = Map.groupBy(logs, ({ date }) => date);
	const months = Map.groupBy(logs, ({ date }) => date.slice(0, 7));
	return {
		logs,
		days: [...days].map(([date, entries]) => [date, entries.length] as const).reverse(),
		months: [...months].map(([month, entries]) => ({
			month,
			total: entries.length,
			byType: countBy(entries, ({ logType }) => logType),
			bySystem: countBy(entries, ({ system }) => system),
		})),
	};
}

function rowOf(log: Document): TimelineRow {
	const { date, system, logType, outcome, severity } = log.frontmatter;
	return {
		id: log.id,
		...facetsOf(log),
		date: textOf(date) ?? '',
		system: textOf(system) ?? '',
		logType: textOf(logType) ?? '',
		...defined({ outcome: textOf(outcome), severity: textOf(severity) }),
	};
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
	return Object.fromEntries([...Map.groupBy(items, keyOf)].map(([key, group]) => [key, group.length]));
}
