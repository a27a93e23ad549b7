/** A list that was too long to give whole. */
export interface Cut {
	/** Path in the data, `months` or `plans/0/items`; '' for the data itself. */
	readonly list: string;
	readonly total: number;
	/** First and last row given, counted from 1; `to` is less than `from` where nothing is left. */
	readonly from: number;
	readonly to: number;
}

export interface Window {
	readonly limit: number;
	readonly offset: number;
}

/**
 * Data with every list that is longer than `limit` cut to the rows from `offset` on, wherever it stands.
 * Shorter lists stay whole whatever the offset, so that what belongs to a row is never torn from it.
 */
export function windowOf(
	data: unknown,
	{ limit, offset }: Window,
): { readonly value: unknown; readonly cuts: readonly Cut[] } {
	const cuts: Cut[] = [];
	const cut = (value: unknown, path: readonly (string | number)[]): unknown => {
		if (Array.isArray(value)) {
			const isLong = value.length > limit;
			const start = isLong ? Math.min(offset, value.length) : 0;
			const rows: unknown[] = isLong ? value.slice(start, start + limit) : value;
			if (isLong) {
				cuts.push({ list: path.join('/'), total: value.length, from: start + 1, to: start + rows.length });
			}
			return rows.map((row, at) => cut(row, [...path, start + at]));
		}
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cut(each, [...path, key])]));
	};
	return { value: cut(data, []), cuts };
}
