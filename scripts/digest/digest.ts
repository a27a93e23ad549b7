import type { Changes } from '../../src/boards/changes.ts';
import type { Boards, DocumentId, LanguageView, ListEntry, SiteModel } from '../../src/model/index.ts';
import { DIGEST_SECTIONS, type DigestSectionKey } from '../../src/site/i18n/feeds/index.ts';

/** One thing that a digest tells. */
export interface DigestItem {
	/** Left out for what no document stands for: a backup of a system, a document that is gone. */
	readonly id?: DocumentId;
	readonly title?: string;
	readonly system?: string;
	readonly type?: string;
	/** `YYYY-MM-DD`: of the log, or on which it is due. */
	readonly date?: string;
	/** Until it is due; negative: overdue. */
	readonly daysLeft?: number;
	readonly severity?: string;
}

export interface DigestSection {
	readonly key: DigestSectionKey;
	/** What needs somebody, rather than what is worth knowing. */
	readonly urgent: boolean;
	readonly items: readonly DigestItem[];
}

/** What is new and what is due, as data. */
export interface Digest {
	readonly since: string;
	readonly asOf: string;
	/** Where the changes come from: the repository, or only the days that documents name. */
	readonly basis: 'git' | 'dates';
	readonly module?: string;
	/** Empty ones are left out; what needs somebody first. */
	readonly sections: readonly DigestSection[];
}

export interface DigestInput {
	readonly model: SiteModel;
	/** Left out for a folder of plain pages: nothing is due there. */
	readonly boards?: Boards;
	readonly view: LanguageView;
	readonly changes: Changes;
	readonly since: string;
	readonly basis: Digest['basis'];
	readonly module?: string;
}

/** Due in this many days counts as soon. */
const SOON_DAYS = 30;
const URGENT: ReadonlySet<DigestSectionKey> = new Set([
	'openIncidents',
	'workarounds',
	'permissions',
	'reviews',
	'continuity',
]);

/** Sorts everything into sections; a document that is due for two reasons stands in both. */
export function digestOf(input: DigestInput): Digest {
	const { model, module, since, basis } = input;
	const items: Readonly<Record<DigestSectionKey, readonly DigestItem[]>> = {
		...dueItems(input),
		...changedItems(input),
	};
	return {
		since,
		asOf: model.asOf,
		basis,
		...(module === undefined ? {} : { module }),
		sections: DIGEST_SECTIONS.map((key) => ({ key, urgent: URGENT.has(key), items: items[key] })).filter(
			(section) => section.items.length > 0,
		),
	};
}

type DueKey = 'openIncidents' | 'workarounds' | 'permissions' | 'reviews' | 'continuity';
const NOTHING_DUE = { openIncidents: [], workarounds: [], permissions: [], reviews: [], continuity: [] };

function dueItems({ boards, module, model }: DigestInput): Readonly<Record<DueKey, readonly DigestItem[]>> {
	if (!boards) return NOTHING_DUE;
	const isOwn = ({ modules }: { readonly modules: readonly string[] }): boolean =>
		module === undefined || modules.includes(module);
	const daysTo = (date: string): number =>
		Math.round((Date.parse(date) - Date.parse(model.asOf)) / 86_400_000);
	const due = (id: DocumentId, date: string): DigestItem => ({ id, date, daysLeft: daysTo(date) });
	const isSoon = ({ daysLeft = 0 }: DigestItem): boolean => daysLeft <= SOON_DAYS;
	const sorted = (items: readonly DigestItem[]): DigestItem[] =>
		items.filter(isSoon).sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
	return {
		openIncidents: boards.incidents.incidents
			.filter((row) => row.outcome === 'open' && isOwn(row))
			.map(({ id, date, severity }) => ({ id, date, ...(severity === undefined ? {} : { severity }) }))
			.sort((a, b) => ((a.severity ?? 'S9') < (b.severity ?? 'S9') ? -1 : 1)),
		workarounds: sorted(boards.workarounds.filter(isOwn).map(({ id, until }) => due(id, until))),
		permissions: sorted(
			boards.permissions
				.filter((row) => isOwn(row) && (row.state === 'expired' || row.state === 'expiring'))
				.flatMap(({ id, validTo }) => (validTo === undefined ? [] : [due(id, validTo)])),
		),
		reviews: sorted(
			boards.freshness.filter(isOwn).flatMap((row) => (row.due === undefined ? [] : [due(row.id, row.due)])),
		),
		// Backups are of systems, not of modules.
		continuity: boards.continuity.systems.flatMap(({ system, proofs }) =>
			proofs
				.filter(({ state }) => module === undefined && ['never', 'overdue', 'soon'].includes(state))
				.map(({ type, due: date }) => ({
					system,
					type,
					...(date === undefined ? {} : { date, daysLeft: daysTo(date) }),
				})),
		),
	};
}

function changedItems({ view, changes, module }: DigestInput) {
	const entries = new Map(view.entries.map((entry) => [entry.id, entry]));
	const own = (ids: readonly DocumentId[]): ListEntry[] =>
		ids
			.flatMap((id) => entries.get(id) ?? [])
			.filter(({ modules }) => module === undefined || modules.includes(module));
	const isLog = ({ kind }: ListEntry): boolean => kind === 'system-log';
	const item = ({ id }: ListEntry): DigestItem => ({ id });
	const added = own(changes.added);
	return {
		logs: added
			.filter(isLog)
			.sort((a, b) => ((a.logType ?? '') < (b.logType ?? '') ? -1 : a.logType === b.logType ? 0 : 1))
			.map(({ id, logType, date, severity }) => ({
				id,
				...(logType === undefined ? {} : { type: logType }),
				...(date === undefined ? {} : { date }),
				...(severity === undefined ? {} : { severity }),
			})),
		added: added.filter((entry) => !isLog(entry)).map(item),
		changed: own(changes.changed).map(item),
		retired: own(changes.retired).map(item),
		removed: module === undefined ? changes.removed.map(({ id, title }) => ({ id, title })) : [],
	};
}
