import type { BoardFacets } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';

/** One thing that the rows of a board are filtered by. */
export interface FilterSpec<T> {
	/** In the address: `?modules=sales`. */
	readonly field: string;
	readonly label: string;
	valuesOf(row: T): readonly (string | undefined)[];
	nameOf(value: string): string;
}

export interface BoardFilter {
	readonly field: string;
	readonly label: string;
	readonly values: readonly { readonly value: string; readonly name: string; readonly count: number }[];
}

/** What every board is filtered by. */
export function facetSpecs(labels: SiteLabels): readonly FilterSpec<BoardFacets>[] {
	return [
		{
			field: 'modules',
			label: labels.field('modules'),
			valuesOf: ({ modules }) => modules,
			nameOf: labels.module,
		},
		{
			field: 'systems',
			label: labels.field('systems'),
			valuesOf: ({ systems }) => systems,
			nameOf: labels.system,
		},
		{ field: 'owner', label: labels.field('owner'), valuesOf: ({ owner }) => [owner], nameOf: labels.role },
	];
}

/** The filters that divide the rows, each with its values by name. */
export function filtersOf<T>(rows: readonly T[], specs: readonly FilterSpec<T>[]): BoardFilter[] {
	return specs.flatMap(({ field, label, valuesOf, nameOf }) => {
		const counts = new Map<string, number>();
		for (const row of rows) {
			for (const value of new Set(valuesOf(row))) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		if (![...counts.values()].some((count) => count < rows.length)) return [];
		const values = [...counts].map(([value, count]) => ({ value, name: nameOf(value), count }));
		return [{ field, label, values: values.sort((a, b) => (a.name < b.name ? -1 : 1)) }];
	});
}

/** A row's values for the filter script, as an attribute. */
export function filterData<T>(row: T, specs: readonly FilterSpec<T>[]): string {
	const values = specs.map(({ field, valuesOf }) => [field, valuesOf(row).filter(Boolean)] as const);
	return JSON.stringify(Object.fromEntries(values.filter(([, list]) => list.length > 0)));
}
