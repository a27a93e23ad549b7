import type { BoardFacets, Boards, ContinuityProof, DocumentId } from '../model/index.ts';

export const CALENDAR_TYPES = ['review', 'workaround', 'permission', 'backup', 'restoreDrill'] as const;
export type CalendarType = (typeof CALENDAR_TYPES)[number];

/** A day on which something falls due. */
export interface CalendarEvent extends BoardFacets {
	/** The same for the same duty at every build, whatever its day. */
	readonly key: string;
	readonly type: CalendarType;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	/** The document that it is about: a runbook, a permission record, the last backup log… */
	readonly id: DocumentId;
	/** Key of the system that is to be backed up or restored. */
	readonly system?: string;
}

/**
 * Reviews, ends of temporary measures and of permissions, next backups and restore drills. A duty that
 * is overdue keeps the day on which it was due. By day, then key.
 */
export function calendarEvents(boards: Boards): CalendarEvent[] {
	const events = [
		...boards.freshness.flatMap(({ id, due, modules, systems, owner }) =>
			due === undefined ? [] : [eventOf('review', id, id, due, { modules, systems, owner })],
		),
		...boards.workarounds.map(({ id, index, until, modules, systems, owner }) =>
			eventOf('workaround', `${id}/${index}`, id, until, { modules, systems, owner }),
		),
		...boards.permissions.flatMap(({ id, state, validTo, modules, systems, owner }) =>
			validTo !== undefined && LIVE.has(state)
				? [eventOf('permission', id, id, validTo, { modules, systems, owner })]
				: [],
		),
		...boards.continuity.systems.flatMap(({ system, proofs }) =>
			proofs.flatMap((proof) => proofEvent(system, proof)),
		),
	];
	return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.key < b.key ? -1 : 1));
}

const LIVE: ReadonlySet<string> = new Set(['expired', 'expiring', 'active']);

function eventOf(
	type: CalendarType,
	key: string,
	id: DocumentId,
	date: string,
	{ modules, systems, owner }: Pick<BoardFacets, 'modules' | 'systems'> & { owner: string | undefined },
): CalendarEvent {
	return {
		key: `${type}/${key}`,
		type,
		date,
		id,
		modules,
		systems,
		...(owner === undefined ? {} : { owner }),
	};
}

/** A system without any successful record has no day: the continuity board says so instead. */
function proofEvent(system: string, { type, due, last }: ContinuityProof): CalendarEvent[] {
	if (due === undefined || last === undefined) return [];
	const event = eventOf(type, system, last.log, due, { modules: [], systems: [system], owner: undefined });
	return [{ ...event, system }];
}
