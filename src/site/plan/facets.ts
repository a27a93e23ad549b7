import type { DocumentKind, ListEntry, SiteModel } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';

export interface FacetValue {
	readonly value: string;
	readonly label: string;
	readonly count: number;
}

export interface Facet {
	readonly field: string;
	readonly label: string;
	readonly values: readonly FacetValue[];
}

const FIELDS: Readonly<Record<DocumentKind | 'module', readonly string[]>> = {
	runbook: ['exceptionClass', 'severity', 'modules', 'systems', 'status', 'stage'],
	process: ['level', 'modules', 'owner', 'status'],
	'system-log': ['logType', 'outcome', 'severity', 'systems', 'modules', 'year'],
	'dev-note': ['wricef', 'upgradeRisk', 'modules', 'systems', 'status'],
	page: [],
	module: ['kind', 'severity', 'exceptionClass', 'systems', 'status'],
};

const MOST_VALUES = 24;

/** An entry's values of one facet; empty when it has none. */
export function facetValues(entry: ListEntry, field: string): readonly string[] {
	if (field === 'year') return entry.date ? [entry.date.slice(0, 4)] : [];
	const value = (entry as unknown as Record<string, unknown>)[field];
	if (Array.isArray(value)) return value.map(String);
	return value === undefined || value === '' ? [] : [String(value)];
}

/** Facets worth showing: those that divide the entries, values in the order of their schema. */
export function facetsOf(
	model: SiteModel,
	labels: SiteLabels,
	kind: DocumentKind | 'module',
	entries: readonly ListEntry[],
): Facet[] {
	return FIELDS[kind].flatMap((field) => {
		const counts = new Map<string, number>();
		for (const entry of entries) {
			for (const value of facetValues(entry, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		const divides = [...counts.values()].some((count) => count < entries.length);
		if (!divides) return [];
		const values = [...counts]
			.map(([value, count]) => ({ value, label: labels.facetValue(field, value), count }))
			.sort((a, b) => order(model, field, a) - order(model, field, b) || b.count - a.count)
			.slice(0, MOST_VALUES);
		return [{ field, label: labels.facetField(field), values }];
	});
}

/** Schema and vocabulary order first, newest year first, then by count. */
function order(model: SiteModel, field: string, { value }: FacetValue): number {
	if (field === 'year') return -Number(value);
	const vocabulary = vocabularyOf(model, field);
	const keys = vocabulary
		? Object.keys(vocabulary)
		: Object.keys(model.labels).flatMap((key) =>
				key.startsWith(`${field}.`) ? [key.slice(field.length + 1)] : [],
			);
	const index = keys.indexOf(value);
	return index < 0 ? keys.length : index;
}

/** The vocabulary of mainstay.yaml that a field's values come from. */
export function vocabularyOf(model: SiteModel, field: string): SiteModel['modules'] | undefined {
	if (field === 'modules') return model.modules;
	if (field === 'systems') return model.systems;
	return field === 'owner' || field === 'roles' || field === 'role' ? model.roles : undefined;
}
