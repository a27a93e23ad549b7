/** Appends a key to a JSON pointer (RFC 6901). */
export function childPointer(pointer: string, key: string | number): string {
	// Nearly every key is plain, and every value of every document passes here.
	if (typeof key === 'number' || !/[~/]/.test(key)) return `${pointer}/${key}`;
	return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A map as YAML makes it; not a list, not null. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own value of a key; undefined for anything inherited, so that `constructor` finds nothing. */
export function own(value: unknown, key: string | number): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
	return (value as Record<string | number, unknown>)[key];
}
