import { type DueState, inForce, type WorkaroundRow } from '../model/index.ts';
import { type BoardInput, daysBetween, facetsOf, originals, textIn, textOf } from './board-document.ts';
import { placesOf } from './places.ts';
import { recordsOf } from './process-record.ts';

/** From this many days before its last day a measure counts as ending soon. */
export const SOON_DAYS = 30;

/**
 * The live temporary measures of all runbooks in force, the most overdue first. A measure is live until its
 * runbook no longer names it: being over its date does not end it, but makes it overdue.
 */
export function workaroundRows({ graph, asOf }: BoardInput): WorkaroundRow[] {
	const rows = originals(graph, 'runbook')
		.filter(inForce)
		.flatMap((runbook) =>
			recordsOf(runbook.frontmatter['workarounds']).flatMap((measure, index): WorkaroundRow[] => {
				const until = textOf(measure['until']);
				const daysLeft = until === undefined ? undefined : daysBetween(asOf, until);
				if (until === undefined || daysLeft === undefined || Number.isNaN(daysLeft)) return [];
				return [
					{
						id: runbook.id,
						...facetsOf(runbook),
						index,
						type: textOf(measure['type']) ?? '',
						until,
						daysLeft,
						state: dueState(daysLeft),
						exitCriteria: textIn(graph, runbook.id, `/workarounds/${index}/exitCriteria`),
						reconcile: textIn(graph, runbook.id, `/workarounds/${index}/reconcile`),
						places: placesOf(runbook),
					},
				];
			}),
		);
	return rows.sort(
		(a, b) => a.daysLeft - b.daysLeft || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.index - b.index),
	);
}

function dueState(daysLeft: number): DueState {
	if (daysLeft < 0) return 'overdue';
	return daysLeft <= SOON_DAYS ? 'soon' : 'ok';
}
