import type { Frontmatter } from '../../model/index.ts';

/**
 * Reading frontmatter on a page. The schemas have taken out invalid values, but in `dev` a page is
 * shown even when required keys are missing, so everything may be absent.
 */
export type Fields = Frontmatter;

export function textOf(fields: Fields | undefined, key: string): string | undefined {
	const value = fields?.[key];
	if (typeof value === 'string') return value === '' ? undefined : value;
	return typeof value === 'number' ? String(value) : undefined;
}

export function numberOf(fields: Fields | undefined, key: string): number | undefined {
	const value = fields?.[key];
	return typeof value === 'number' ? value : undefined;
}

export function flagOf(fields: Fields | undefined, key: string): boolean | undefined {
	const value = fields?.[key];
	return typeof value === 'boolean' ? value : undefined;
}

/** The texts of a list; a single text counts as a list of one. */
export function textsOf(fields: Fields | undefined, key: string): readonly string[] {
	const value = fields?.[key];
	if (typeof value === 'string') return value === '' ? [] : [value];
	return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

export function recordOf(fields: Fields | undefined, key: string): Fields | undefined {
	const value = fields?.[key];
	return isRecord(value) ? value : undefined;
}

export function recordsOf(fields: Fields | undefined, key: string): readonly Fields[] {
	const value = fields?.[key];
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
