import type { ListEntry } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';

/** A badge of a listed document. */
export interface EntryMark {
	/** Enumeration and value, for the colour. */
	readonly of: string;
	readonly value: string;
	readonly label: string;
}

const FIELDS: Readonly<Record<ListEntry['kind'], readonly (keyof ListEntry & string)[]>> = {
	runbook: ['severity'],
	process: ['level'],
	'system-log': ['date', 'logType', 'outcome'],
	'dev-note': ['wricef', 'upgradeRisk'],
	page: [],
};

/** The few facts that tell entries of a kind apart; approved is the normal state and not shown. */
export function entryMarks(labels: SiteLabels, entry: ListEntry, showKind: boolean): EntryMark[] {
	const marks: EntryMark[] = showKind
		? [{ of: 'kind', value: entry.kind, label: labels.kind(entry.kind) }]
		: [];
	for (const field of FIELDS[entry.kind]) {
		const value = entry[field];
		if (value === undefined || value === '') continue;
		const text = String(value);
		const label = field === 'severity' ? text : labels.value(field, text);
		marks.push({
			of: field,
			value: text,
			label: field === 'upgradeRisk' ? `${labels.facetField(field)} ${label}` : label,
		});
	}
	if (entry.kind !== 'page' && entry.status && entry.status !== 'approved') {
		marks.push({ of: 'status', value: entry.status, label: labels.value('status', entry.status) });
	}
	return marks;
}
