import type { ListEntry } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import { entryMarks } from './entry-marks.ts';
import { facetValues } from './facets.ts';
import { toneOf } from './tones.ts';

/** Values of an entry for the filter script: field → values. */
export function facetRecord(entry: ListEntry, fields: readonly string[]): Record<string, readonly string[]> {
	const record: Record<string, readonly string[]> = {};
	for (const field of fields) {
		const values = facetValues(entry, field);
		if (values.length > 0) record[field] = values;
	}
	return record;
}

/** One entry as the filter script draws it when the listing spans several pages. */
export interface EntryData {
	readonly href: string;
	readonly lang?: string;
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly marks: readonly (readonly [tone: string, label: string])[];
	readonly facets: Record<string, readonly string[]>;
}

export function entryData(
	labels: SiteLabels,
	entry: ListEntry,
	fields: readonly string[],
	href: string,
	foreign: boolean,
): EntryData {
	return {
		href,
		...(foreign ? { lang: entry.lang } : {}),
		id: entry.kind === 'page' ? '' : entry.id,
		title: entry.title,
		summary: entry.summary,
		marks: entryMarks(labels, entry, false).map(
			({ of, value, label }) => [toneOf(of, value), label] as const,
		),
		facets: facetRecord(entry, fields),
	};
}
